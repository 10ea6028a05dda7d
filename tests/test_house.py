"""The doors of the house: setting up, the words of the Makefile, the image, and what CI calls."""

import hashlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import bootstrap
from tests import running

ROOT = running.ROOT
BINARIES = Path(sys.executable).parent
TARGETS = ["run", "test", "check", "setup", "etl", "serve", "bench", "clean"]


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_the_word_and_explains_it(target: str) -> None:
    planned = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True)
    assert planned.returncode == 0, planned.stderr
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True).stdout
    assert re.search(rf"^  make {target} +\S", listed, re.M)


def test_make_says_how_to_get_python() -> None:
    made = subprocess.run(["make", "setup", "PYTHON=python9"], cwd=ROOT, capture_output=True, text=True)
    assert made.returncode != 0
    assert "Remedy: install 3.11 or newer" in made.stderr


def test_ci_calls_the_words_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    commands = [line for line in script.read_text().splitlines() if line.startswith("make")]
    assert commands == ["make check", "make test"]


def test_an_old_python_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(bootstrap.CannotSetUp, match=r"3\.9 is too old.*make run PYTHON="):
        bootstrap.main("run")


@pytest.mark.parametrize(
    ("system", "machine", "ending"),
    [
        ("Linux", "x86_64", "manylinux2014_x86_64.whl"),
        ("Linux", "aarch64", "aarch64.whl"),
        ("Darwin", "arm64", "macosx_11_0_arm64.whl"),
    ],
)
def test_the_lock_pins_a_uv_for_each_machine(system: str, machine: str, ending: str) -> None:
    wheel = bootstrap.pinned_wheel(system, machine)
    assert Path(wheel["url"]).name.split(".musllinux")[0].endswith(ending) or wheel["url"].endswith(ending)
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", wheel["hash"])


def test_an_unknown_machine_is_refused_with_the_remedy() -> None:
    with pytest.raises(bootstrap.CannotSetUp, match=r"no uv for Plan9 on vax.*install uv by hand"):
        bootstrap.pinned_wheel("Plan9", "vax")


@pytest.fixture
def wheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> bytes:
    """A machine without uv, and an index that delivers a wheel with a uv that only tells its version."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("uv-1.data/scripts/uvx", "")
        archive.writestr("uv-1.data/scripts/uv", "#!/bin/sh\necho uv 9.9.9\n")
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "download", lambda url: packed.getvalue())
    pinned = {
        "url": "https://index/uv.whl",
        "hash": "sha256:" + hashlib.sha256(packed.getvalue()).hexdigest(),
    }
    monkeypatch.setattr(bootstrap, "pinned_wheel", lambda system, machine: pinned)
    return packed.getvalue()


@pytest.mark.usefixtures("wheel")
def test_a_machine_without_uv_gets_its_own(tmp_path: Path) -> None:
    uv = bootstrap.find_uv()
    assert uv == str(tmp_path / ".uv" / "uv")
    assert bootstrap.version_of(uv) == (9, 9)
    assert [path.name for path in (tmp_path / ".uv").iterdir()] == ["uv"]


@pytest.mark.usefixtures("wheel")
def test_a_uv_that_was_tampered_with_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "download", lambda url: b"something else")
    with pytest.raises(bootstrap.CannotSetUp, match=r"not the one that uv.lock pins"):
        bootstrap.find_uv()
    assert not list((tmp_path / ".uv").iterdir())


def test_a_machine_without_network_hears_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with pytest.raises(bootstrap.CannotSetUp, match=r"could not be downloaded.*Remedy: check the connection"):
        bootstrap.download("https://pypi.org/uv.whl")


def test_a_broken_uv_counts_as_none(tmp_path: Path) -> None:
    broken = tmp_path / "uv"
    broken.write_text("not a program")
    broken.chmod(0o755)
    assert bootstrap.version_of(str(broken)) == (0, 0)


# The image: no Docker engine is needed to find out that it would not start.


def instructions(name: str) -> list[str]:
    """What stands behind every `name` of the Dockerfile, continued lines joined."""
    joined = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    return [line.removeprefix(f"{name} ") for line in joined.splitlines() if line.startswith(f"{name} ")]


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """A folder with exactly what the Dockerfile copies out of the repository."""
    app = tmp_path / "app"
    for words in map(str.split, instructions("COPY")):
        *sources, target = [word for word in words if not word.startswith("--")]
        for source in () if "--from=build" in words else sources:
            to = app / target / source if target.endswith("/") else app / target
            to.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (ROOT / source).is_dir() else shutil.copy2)(ROOT / source, to)
    return app


def test_the_image_holds_every_room_of_the_house(image: Path) -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert rooms | {"assets", "data/demo"} <= {
        str(p.relative_to(image)) for p in image.rglob("*") if p.is_dir()
    }
    unignored = {
        line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")
    }
    assert {path.name for path in image.iterdir()} - {"data"} | {"data/demo"} == unignored


def test_the_image_runs_as_an_ordinary_user_from_two_stages() -> None:
    assert len(instructions("FROM")) == 2
    assert instructions("USER") == ["regiekompas"]
    [settings] = instructions("ENV")
    assert f"PORT={instructions('EXPOSE')[0]}" in settings.split()
    assert f"WAREHOUSE_DIR={instructions('VOLUME')[0]}" in settings.split()


@pytest.mark.slow
def test_the_image_starts_and_is_healthy(image: Path, tmp_path: Path) -> None:
    [settings], [start], [health] = instructions("ENV"), instructions("CMD"), instructions("HEALTHCHECK")
    of_image = dict(setting.split("=", 1) for setting in shlex.split(settings))
    data = tmp_path / "volume"
    data.mkdir()
    own = {
        "PORT": str(running.free_port()),
        "PATH": f"{BINARIES}:/usr/bin:/bin",
        "URL_PREFIX": "/regiekompas",
    }
    environ = of_image | running.NO_NETWORK | own | {"WAREHOUSE_DIR": str(data)}
    environ["DATABASE_URL"] = of_image["DATABASE_URL"].replace("/data/", f"{data}/")
    with running.running(json.loads(start), environ, cwd=image):
        probe = ["sh", "-c", health.split("CMD ", 1)[1]]
        assert subprocess.run(probe, env=environ, capture_output=True).returncode == 0
    assert subprocess.run(probe, env=environ, capture_output=True).returncode != 0


@pytest.mark.slow
def test_make_run_works_without_network(tmp_path: Path) -> None:
    environ = running.environment(tmp_path, PORT=str(running.free_port()))
    with running.running(["make", "run"], environ):
        assert (tmp_path / "warehouse.duckdb").is_symlink()
    again = subprocess.run(
        [sys.executable, "-m", "etl", "run", "--if-empty"],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        timeout=running.HANGS,
    )
    assert again.returncode == 0, "a second start has figures, and asks nobody"
