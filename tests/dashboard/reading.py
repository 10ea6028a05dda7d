"""Read a page as its visitor does: the words in a component, as an object or as the JSON that Dash sends."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from dash.development.base_component import Component


def words(node: Any) -> str:
    """Return all text in a component, its drawings left out."""
    return " ".join(_text(node))


def _text(node: Any) -> Iterator[str]:
    if isinstance(node, str | int | float):
        yield str(node)
    elif isinstance(node, Component):
        yield from _text(node.to_plotly_json())
    elif isinstance(node, dict):
        props = node.get("props", {})
        yield from _text(props.get("children"))
        yield from _written(props.get("markup", ""))
    elif isinstance(node, list | tuple):
        for part in node:
            yield from _text(part)


def _written(markup: str) -> Iterator[str]:
    """Yield the text between the tags of our own markup, unless it is a drawing."""
    if markup and not markup.startswith("<svg"):
        yield unescape(re.sub("[ \n]+", " ", re.sub("<[^>]+>", " ", markup))).strip()


def parts(node: Any, prop: str) -> list[Any]:
    """Return every value of one property in a component sent as JSON, in reading order."""
    if isinstance(node, dict):
        props = node.get("props", {})
        return [*([props[prop]] if prop in props else []), *parts(props.get("children"), prop)]
    if isinstance(node, list):
        return [value for part in node for value in parts(part, prop)]
    return []
