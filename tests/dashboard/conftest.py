"""The real app over Flask's client: pages and callbacks without a browser, in milliseconds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.shell import App
from dashboard.store import Store
from dashboard.warehouse import Stand, Warehouse
from tests.dashboard.warehouse_example import build


@pytest.fixture
def link(tmp_path: Path) -> Path:
    """The link to a small warehouse in the real schema."""
    link = tmp_path / "warehouse.duckdb"
    build(link)
    return link


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(warehouse_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'store.sqlite'}")


@pytest.fixture
def warehouse(link: Path) -> Warehouse:
    return Warehouse(link)


@pytest.fixture
def stand(warehouse: Warehouse) -> Stand:
    """The small warehouse, as one answer reads it."""
    return warehouse.snapshot()


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Warehouse:
    """All municipalities with the demo figures."""
    return Warehouse(demo_folder / "warehouse.duckdb")


@pytest.fixture(scope="session")
def alle(demo: Warehouse) -> Stand:
    """The demo figures, as one answer reads them: all municipalities, all indicators."""
    return demo.snapshot()


@pytest.fixture(scope="session")
def real(real_folder: Path) -> Warehouse:
    """All municipalities with the real deliveries."""
    return Warehouse(real_folder / "warehouse.duckdb")


@contextmanager
def client_of(warehouse: Warehouse) -> Iterator[FlaskClient]:
    """The app on the figures of a warehouse, with nobody's answers."""
    folder = warehouse.link.parent
    settings = Settings(warehouse_dir=folder, database_url=f"sqlite:///{folder / 'client.sqlite'}")
    store = Store(settings.database_url)
    store.migrate()
    yield create_app(warehouse, store, settings).server.test_client()
    store.close()


@pytest.fixture(scope="session")
def demo_client(demo: Warehouse) -> Iterator[FlaskClient]:
    with client_of(demo) as client:
        yield client


@pytest.fixture(scope="session")
def real_client(real: Warehouse) -> Iterator[FlaskClient]:
    with client_of(real) as client:
        yield client


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    store = Store(settings.database_url)
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def app(warehouse: Warehouse, store: Store, settings: Settings) -> App:
    return create_app(warehouse, store, settings)


@pytest.fixture
def client(app: App) -> FlaskClient:
    return app.server.test_client()


@pytest.fixture
def prefixed(warehouse: Warehouse, store: Store, settings: Settings) -> FlaskClient:
    """The app as it stands behind a proxy, under /regiekompas."""
    return create_app(warehouse, store, replace(settings, url_prefix="/regiekompas")).server.test_client()


@pytest.fixture
def ask(app: App, client: FlaskClient) -> Callable[..., Any]:
    """Run one callback over HTTP: `ask("inhoud.children", adres_pathname="/", adres_search="")`."""

    def run(output: str, **values: Any) -> Any:
        spec = next(d for d in client.get("/_dash-dependencies").json if d["output"] == output)
        component, _, prop = output.rpartition(".")

        def given(part: dict[str, str]) -> dict[str, Any]:
            return {**part, "value": values.get(f"{part['id'].replace('-', '_')}_{part['property']}")}

        inputs = [given(part) for part in spec["inputs"]]
        answer = client.post(
            "/_dash-update-component",
            json={
                "output": output,
                "outputs": {"id": component, "property": prop},
                "inputs": inputs,
                "state": [given(part) for part in spec["state"]],
                "changedPropIds": [f"{inputs[0]['id']}.{inputs[0]['property']}"],
            },
            headers={"Origin": "http://localhost"},  # as our own page does, so that it may write
        )
        assert answer.status_code == 200, answer.text
        return answer.json["response"][component][prop]

    return run
