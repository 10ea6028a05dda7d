"""What comes from the environment."""

from pathlib import Path

import pytest

from dashboard.settings import Settings


def test_empty_means_the_default() -> None:
    empty = dict.fromkeys(("HOST", "PORT", "WAREHOUSE_DIR", "DATABASE_URL", "URL_PREFIX", "CONTACT"), "")
    assert Settings.from_environment(empty) == Settings.from_environment({}) == Settings()


def test_self_assessments_stay_beside_the_warehouse() -> None:
    settings = Settings.from_environment({"WAREHOUSE_DIR": "/srv/regie"})
    assert settings.warehouse == Path("/srv/regie/warehouse.duckdb")
    assert settings.database_url == "sqlite:////srv/regie/store.sqlite"


@pytest.mark.parametrize("given", ["regiekompas", "/regiekompas", "/regiekompas/"])
def test_the_prefix_may_be_written_in_any_way(given: str) -> None:
    settings = Settings.from_environment({"URL_PREFIX": given})
    assert settings.href("/gegevens") == "/regiekompas/gegevens"


def test_without_a_prefix_paths_stay_as_they_are() -> None:
    assert Settings().href("/gegevens") == "/gegevens"
