"""Who may import whom: indicators knows nobody, etl and dashboard know only indicators."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("indicators", "etl", "dashboard")
NETWORK = {"requests", "urllib3", "urllib.request", "http.client", "socket"}
WEB = {"dash", "dash_bootstrap_components", "plotly", "flask", "werkzeug"}
HEAVY = {"pandas", "geopandas", "scipy", "statsmodels", "indicators.observations"}
FORBIDDEN = {
    "indicators": {"etl", "dashboard", "duckdb", "sqlalchemy", "geopandas", *NETWORK, *WEB},
    "indicators/statistics": HEAVY,
    # The index in table 4 of the 2018 study is of a year that nobody knows: it may not reach the series.
    "etl": {"dashboard", "indicators.regie", *WEB},
    "etl/sources": {"duckdb", "etl.http", "etl.job", "etl.warehouse", *NETWORK},
    "dashboard": {"etl", "requests", *HEAVY},
    "dashboard/figures": {
        *WEB,
        "duckdb",
        "sqlalchemy",
        *(f"dashboard.{room}" for room in ("app", "components", "context", "pages", "store", "warehouse")),
    },
    "dashboard/components": {"duckdb", "sqlalchemy", "dashboard.pages", "dashboard.app"},
    "dashboard/pages": {"duckdb", "sqlalchemy", "dashboard.pages", "dashboard.app"},
    "dashboard/store": {*WEB, "duckdb", "dashboard.pages", "dashboard.warehouse"},
}
EMPTY_NAMES = {"utils", "util", "helpers", "common", "base", "misc", "constants"}


def modules(folder: str) -> list[Path]:
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found, f"{folder} holds no module: has the room moved?"
    return found


def imported(path: Path) -> set[str]:
    """Every name that `path` imports, and the packages above it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {".".join(n.split(".")[:k]) for n in names for k in range(1, n.count(".") + 2)}


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_dependency_direction(folder: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(folder)
        for name in sorted(imported(path) & FORBIDDEN[folder])
    ]
    assert not wrong


def test_the_direction_test_sees_every_way_to_import(tmp_path: Path) -> None:
    module = tmp_path / "page.py"
    module.write_text("import etl.job as j\ndef f():\n    from dashboard.pages import home\n")
    assert {"etl", "etl.job", "dashboard.pages", "dashboard.pages.home"} <= imported(module)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_is_named_after_nothing(package: str) -> None:
    assert not [str(path) for path in modules(package) if EMPTY_NAMES & {path.stem, path.parent.name}]


def test_looks_stand_in_the_style_sheets() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules("dashboard")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.keyword) and node.arg == "style"
    ]
    assert not wrong, "use a class, and assets/*.css"


def test_web_process_starts_without_pandas() -> None:
    """Loading pandas would add a second and 77 MB to every start, for nothing: DuckDB does the arithmetic."""
    asked = "import sys, dashboard.app; print(sorted({'pandas', 'geopandas', 'scipy'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
