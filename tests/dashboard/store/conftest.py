import pytest

from dashboard.store import Store


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


@pytest.fixture
def store(url):
    found = Store(url)
    found.migrate()
    yield found
    found.close()
