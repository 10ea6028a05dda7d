"""`make bench`: measure what a visitor and an operator notice, against the goals.

Prints a table and writes bench.json. Measured on this machine, without a network.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests import running
from tests.bench import kaart, kans, kans_verandering, pages, size
from tests.bench.result import Result

RESULT = running.ROOT / "bench.json"


def show(results: Sequence[Result], console: Console) -> None:
    """The table."""
    table = Table("name", "value", "unit", "goal", "reached", "compared with")
    for one in results:
        goal, reached = ("", "") if one.goal is None else (f"≤ {one.goal:g}", "yes" if one.reached else "NO")
        table.add_row(one.name, f"{one.value:.1f}", one.unit, goal, reached, one.compared_with)
    console.print(table)


def main() -> int:
    """Print the table, write the file; 1 when a goal is not reached."""
    with tempfile.TemporaryDirectory() as folder:
        results = [
            *kans.measure(),
            *kans_verandering.measure(),
            *size.measure(Path(folder)),
            *pages.measure(Path(folder)),
            *kaart.measure(Path(folder) / ("real" if running.REAL_DATA.is_dir() else "demo")),
        ]
    show(results, Console(width=140))
    RESULT.write_text(
        json.dumps([asdict(one) | {"reached": one.reached} for one in results], indent=2) + "\n"
    )
    return 0 if all(one.reached for one in results) else 1


if __name__ == "__main__":
    sys.exit(main())
