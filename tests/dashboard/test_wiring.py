"""Every id that a callback names exists on some page or in the frame."""

import json
import re
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from dashboard.store import Store
from tests.dashboard.test_pages import PATHS
from tests.dashboard.warehouse_example import RONSE


def test_callbacks_only_name_ids_that_exist(
    client: FlaskClient, ask: Callable[..., Any], store: Store
) -> None:
    def draw() -> list[str]:
        return [json.dumps(ask("inhoud.children", adres_pathname=path, adres_search="")) for path in PATHS]

    drawn = [client.get("/_dash-layout").text, *draw()]
    store.begin(RONSE)  # the regiescan looks different once it has begun
    exist = set(re.findall(r'"id":\s*"([^"]+)"', "".join([*drawn, *draw()])))
    named = _named(client.get("/_dash-dependencies").json)
    assert len(named) > 3
    assert named <= exist


def _named(callbacks: list[dict[str, Any]]) -> set[str]:
    """Return the ids in inputs, states and outputs, without the patterns (`{"type": …}`)."""
    inputs = {part["id"] for callback in callbacks for part in [*callback["inputs"], *callback["state"]]}
    outputs = {part for callback in callbacks for part in callback["output"].strip(".").split("...")}
    names = inputs | {output.rpartition(".")[0] for output in outputs}
    return {name for name in names if name and not name.startswith("{")}
