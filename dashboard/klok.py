"""The clock on the wall of the reader. The stores keep UTC; screens show Belgian time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

BRUSSEL = ZoneInfo("Europe/Brussels")


def hier(moment: datetime) -> datetime:
    """Return a moment in Belgian time; one that names no zone is UTC, as in the file with figures."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(BRUSSEL)
