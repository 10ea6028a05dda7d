"""The first answer: a page as HTML, to read before any script runs and without scripts too.

A page is written once, as Dash components. The browser draws them later; here the server writes the same as
text. What only works with a script (a list to choose from, a question to answer) stands there switched off.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

Props = Mapping[str, Any]

NO_CONTENT = {"br", "hr", "img", "input", "wbr"}
"""Elements without an end tag."""
UNSEEN = {"Store", "Location", "Interval"}
"""Components of dcc that show nothing."""
RENAMED = {"className": "class", "class_name": "class", "htmlFor": "for", "html_for": "for"}
NOT_FOR_THE_READER = {"children", "key", "options", "loading_state"}


def als_html(node: Any) -> Markup:
    """Return a layout (component, text, number, list of these or None) as HTML; all text is escaped.

    Raises TypeError for a component that has no HTML here yet.
    """
    # Pieces, put together once: a page is half a million characters, and every level would copy them.
    return Markup("".join(_pieces(node)))  # noqa: S704 (our own tags, escaped attributes and text)


def _pieces(node: Any) -> Iterator[str]:
    if node is None or isinstance(node, bool):
        return
    if isinstance(node, list | tuple):
        for part in node:
            yield from _pieces(part)
    elif isinstance(node, Component):
        yield from _component(node.to_plotly_json())
    else:
        yield escape(node)


def _component(node: Props) -> Iterator[str]:
    namespace, kind, props = node["namespace"], node["type"], node["props"]
    if namespace == "dash_html_components":
        return _element(kind.lower(), props, _pieces(props.get("children")))
    if namespace == "dash_core_components" and kind in UNSEEN:
        return iter(())
    write = OTHERS.get((namespace, kind))
    if write is None:
        raise TypeError(f"{namespace}.{kind} has no HTML: add it to dashboard/eerste.py, or use a template")
    return write(props)


def _element(tag: str, props: Props, content: Iterable[str] = ()) -> Iterator[str]:
    yield f"<{tag}{''.join(_attribute(name, value) for name, value in props.items())}>"
    if tag not in NO_CONTENT:
        yield from content
        yield f"</{tag}>"


def _attribute(name: str, value: Any) -> str:
    """Return ` name="value"`: names as in HTML, nothing for what only Dash reads."""
    name = RENAMED.get(name, name)
    if value is None or name in NOT_FOR_THE_READER or "_" in name:
        return ""
    if name == "id" and isinstance(value, dict):
        value = json.dumps(value, sort_keys=True, separators=(",", ":"))
    if isinstance(value, bool):
        if not name.startswith(("aria-", "data-")):
            return f" {name.lower()}" if value else ""
        value = str(value).lower()
    return f' {name.lower()}="{escape(value)}"'


def _opmaak(props: Props) -> Iterator[str]:
    ours = props.get("markup", "")  # escaped where it was made: components/opmaak.py
    return _element("div", {name: value for name, value in props.items() if name != "markup"}, [ours])


def _label(props: Props) -> Iterator[str]:
    return _element("label", _with_class(props, "form-label"), _pieces(props.get("children")))


def _input(props: Props) -> Iterator[str]:
    return _element("input", _with_class(props, "form-control"))


def _select(props: Props) -> Iterator[str]:
    def choice(option: Props) -> Iterator[str]:
        chosen = {"value": option["value"], "selected": option["value"] == props.get("value")}
        return _element("option", chosen, [escape(option["label"])])

    shown = {name: value for name, value in props.items() if name != "value"} | {"disabled": True}
    return _element("select", _with_class(shown, "form-select"), _each(choice, props["options"]))


def _radio_items(props: Props) -> Iterator[str]:
    """Write the answers as dash-bootstrap-components draws them, so that nothing moves when it does."""

    def answer(option: Props) -> Iterator[str]:
        chosen = {"type": "radio", "disabled": True, "checked": option["value"] == props.get("value")}
        box = _element("input", {**chosen, "className": "form-check-input"})
        text = _element("span", {"className": "form-check-label"}, [escape(option["label"])])
        return _element("label", {"className": "form-check"}, chain(box, text))

    outside = {"id": props.get("id"), "className": props.get("class_name")}
    return _element("div", outside, _each(answer, props["options"]))


def _each(write: Callable[[Props], Iterator[str]], options: Iterable[Props]) -> Iterator[str]:
    return chain.from_iterable(map(write, options))


def _with_class(props: Props, name: str) -> dict[str, Any]:
    own = props.get("class_name")
    rest = {key: value for key, value in props.items() if key != "class_name"}
    return {**rest, "className": f"{own} {name}" if own else name}


BOOTSTRAP = "dash_bootstrap_components"
OTHERS: dict[tuple[str, str], Callable[[Props], Iterator[str]]] = {
    ("regiekompas", "Opmaak"): _opmaak,
    (BOOTSTRAP, "Label"): _label,
    (BOOTSTRAP, "Input"): _input,
    (BOOTSTRAP, "Select"): _select,
    (BOOTSTRAP, "RadioItems"): _radio_items,
}
