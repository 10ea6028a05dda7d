"""What the server answers: status, title, language, and nothing from elsewhere."""

from flask.testing import FlaskClient


def test_first(client: FlaskClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
