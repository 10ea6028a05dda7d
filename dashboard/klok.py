"""The clock on the wall of the reader. The stores keep UTC; screens show Belgian time."""

from datetime import datetime
from zoneinfo import ZoneInfo

BRUSSEL = ZoneInfo("Europe/Brussels")


def hier(moment: datetime) -> datetime:
    """Return an aware moment in Belgian time."""
    return moment.astimezone(BRUSSEL)
