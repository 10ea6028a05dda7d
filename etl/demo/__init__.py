"""Demo deliveries: invented figures in the formats of the publishers, read by the same readers.

For whom has no network and no real delivery yet. They stand in `data/demo`, and every page that shows them
says so. Made again with `python -m etl demo`; the same seed gives the same figures.
"""

from pathlib import Path

from etl.demo import bevolking, opgroeien, stadsmonitor, statbel


def generate(folder: Path) -> list[Path]:
    """Write the demo deliveries into `folder`, which is made where needed; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        opgroeien.write_series(folder / "demo_opgroeien.xlsx"),
        stadsmonitor.write_register(folder / "demo_stadsmonitor_register.xlsx"),
        stadsmonitor.write_survey(folder / "demo_stadsmonitor_bevraging.xlsx"),
        statbel.write_adi(folder / "demo_statbel_adi.xlsx"),
        statbel.write_fiscal(folder / "demo_statbel_fiscaal.xlsx"),
        bevolking.write_population(folder / "demo_statbel_bevolking.xlsx"),
        *bevolking.write_ages(folder),
    ]
