"""The files to run it with: they parse, and every command, path and variable in them exists."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HOME = "/srv/regiekompas"
UNITS = sorted((ROOT / "docs/beheer").iterdir())
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES = COMPOSE["services"]
MANUAL = (ROOT / "docs/beheer.md").read_text("utf-8")


def unit(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # systemd keeps capitals
    parser.read(path)
    return parser


def commands(text: str) -> set[tuple[str, str]]:
    return set(re.findall(r"python -m (etl|dashboard) ([a-z]+)", text))


def test_the_units_are_there() -> None:
    assert [path.name for path in UNITS] == [
        "regiekompas-nacht.service",
        "regiekompas-nacht.timer",
        "regiekompas.service",
    ]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_every_path_in_a_unit_exists(path: Path) -> None:
    paths = re.findall(rf"{HOME}(/[^\s]*)", path.read_text("utf-8"))
    assert not [one for one in paths if one not in ("/.venv/bin/python",) and not (ROOT / one[1:]).exists()]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
def test_systemd_accepts_the_unit(path: Path, tmp_path: Path) -> None:
    for one in UNITS:
        text = one.read_text("utf-8").replace(f"{HOME}/.venv/bin/python", "/bin/true")
        (tmp_path / one.name).write_text(text.replace(HOME, str(ROOT)))
    words = ["systemd-analyze", "verify", "--recursive-errors=no", str(tmp_path / path.name)]
    done = subprocess.run(words, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_nightly_run_calls_a_failed_source_no_failed_unit() -> None:
    service = unit(ROOT / "docs/beheer/regiekompas-nacht.service")["Service"]
    assert (service["Type"], service["SuccessExitStatus"]) == ("oneshot", "1")
    assert unit(ROOT / "docs/beheer/regiekompas-nacht.timer")["Timer"]["Persistent"] == "true"


def test_every_command_exists() -> None:
    texts = [path.read_text("utf-8") for path in [*UNITS, ROOT / "compose.yaml"]]
    asked = commands("".join(texts))
    assert asked == {("dashboard", "serve"), ("etl", "run"), ("etl", "status")}
    for module, word in asked:
        name = {"etl": "etl/__main__.py", "dashboard": "dashboard/__main__.py"}[module]
        assert re.search(rf"^def {word}\(|[\"']{word}[\"']", (ROOT / name).read_text("utf-8"), re.M), word


def test_compose_builds_one_image_for_the_app_and_the_night() -> None:
    assert set(SERVICES) == {"app", "nacht", "postgresql"}
    assert SERVICES["app"]["image"] == SERVICES["nacht"]["image"] == "regiekompas"
    assert (ROOT / SERVICES["app"]["build"] / "Dockerfile").exists()
    assert SERVICES["postgresql"]["profiles"] == ["postgresql"], "PostgreSQL is for later"


def test_every_volume_of_compose_is_declared_and_is_that_of_the_image() -> None:
    used = {volume.split(":")[0] for one in SERVICES.values() for volume in one["volumes"]}
    assert used == set(COMPOSE["volumes"])
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert all("gegevens:/data" in SERVICES[name]["volumes"] for name in ("app", "nacht"))
    assert "WAREHOUSE_DIR=/data" in dockerfile and "VOLUME /data" in dockerfile


def test_the_port_is_open_on_this_machine_only() -> None:
    assert SERVICES["app"]["ports"] == ["127.0.0.1:${PORT:-8050}:8050"]


def test_the_loop_of_the_night_is_sound_shell_and_waits_until_three() -> None:
    shell, _, script = SERVICES["nacht"]["command"]
    script = script.replace("$$", "$")
    assert subprocess.run([shell, "-n", "-c", script]).returncode == 0
    sum_in_shell = re.search(r"sleep (\$\(\( .* \)\))", script)[1]
    for moment, seconds in ((86_400, 10_800), (97_199, 1), (97_201, 86_399), (1_763_780_400, 86_400)):
        asked = sum_in_shell.replace("$(date +%s)", str(moment))
        done = subprocess.run([shell, "-c", f"echo {asked}"], capture_output=True, text=True)
        assert int(done.stdout) == seconds, moment


def test_every_variable_is_used_by_the_program() -> None:
    program = "".join(
        path.read_text("utf-8") for room in ("etl", "dashboard") for path in (ROOT / room).rglob("*.py")
    )
    given = {name for one in ("app", "nacht") for name in SERVICES[one]["environment"]}
    named = given | set(re.findall(r"^\| `([A-Z_]+)` \|", MANUAL, re.M))
    assert named >= {"ETL_HOOK", "PINC_API_KEY", "WAREHOUSE_DIR"}
    assert [name for name in sorted(named) if name not in program and name.lower() not in program] == []
