"""What holds for all tests, and two warehouses that many of them ask, built once for all workers."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests import running

# How long one example takes says how busy the machine is, not whether the code is right.
settings.register_profile("regiekompas", deadline=None)
settings.load_profile("regiekompas")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that no worker ends with one while the others wait."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Path]) -> Path:
    """A copy for this worker of what `build` makes in an empty folder; the first to ask makes it."""
    own = factory.mktemp(name) / "data"
    base = factory.getbasetemp()
    made = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"made-{name}"
    with made.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            half = factory.mktemp(f"half-{name}")
            build(half)
            half.rename(made)
    return Path(shutil.copytree(made, own, symlinks=True))


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of the demo deliveries."""
    return built_once(tmp_path_factory, "demo", running.build_demo)


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of every real delivery."""
    if not running.REAL_DATA.is_dir():
        pytest.skip("the real deliveries (../shared/data) are not here")
    return built_once(tmp_path_factory, "real", running.build_real)
