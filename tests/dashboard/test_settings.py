"""What comes from the environment."""

from pathlib import Path

import pytest

from dashboard.settings import Settings, SettingsError


def test_empty_means_the_default() -> None:
    names = ("HOST", "PORT", "WAREHOUSE_DIR", "DATABASE_URL", "URL_PREFIX", "PUBLIC_URL", "CONTACT")
    assert Settings.from_environment(dict.fromkeys(names, "")) == Settings.from_environment({}) == Settings()


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


@pytest.mark.parametrize(
    "given", ["https://kompas.be", "https://kompas.be/", " https://kompas.be/regiekompas "]
)
def test_the_public_address_goes_before_what_the_request_says(given: str) -> None:
    settings = Settings.from_environment({"PUBLIC_URL": given, "URL_PREFIX": "regiekompas"})
    asked = settings.href("/gegevens"), "http://evil.example/"
    assert settings.buiten(*asked) == "https://kompas.be/regiekompas/gegevens"
    assert Settings().buiten(*asked) == "http://evil.example/regiekompas/gegevens"


@pytest.mark.parametrize("given", ["kompas.be", "javascript:alert(1)", "https://"])
def test_a_public_address_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(SettingsError, match="PUBLIC_URL"):
        Settings.from_environment({"PUBLIC_URL": given})


@pytest.mark.parametrize("given", ["abc", "-1", "80.5", "65536", "²"])
def test_a_port_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(SettingsError, match=r"PORT is .* een getal"):
        Settings.from_environment({"PORT": given})
