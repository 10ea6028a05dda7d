"""Markup that we made ourselves, put into a page as it is (JavaScript: assets/50-opmaak.js).

Dash has no component for SVG. And each component costs the server some ten times the work of the same
markup from a template: what repeats on a page and needs no callbacks is written this way.
"""

from collections.abc import Callable
from pathlib import Path

from dash.development.base_component import Component
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # templates change with a new version of the app, which begins a new process
)


class Opmaak(Component):
    """Show markup as it is; it must come from `dashboard.figures` or `sjabloon`, which escape all text."""

    markup: str

    _namespace = "regiekompas"
    _type = "Opmaak"
    _children_props: list[str] = []  # noqa: RUF012 (Dash reads it while it makes the class)

    def __init__(self, markup: str = "", id: str | None = None, className: str | None = None) -> None:
        self._prop_names = self.available_properties = ["id", "markup", "className"]
        self._valid_wildcard_attributes = self.available_wildcard_properties = []
        super().__init__()  # with properties, Dash would look for a package named `regiekompas` for each
        for name, value in {"markup": markup, "id": id, "className": className}.items():
            if value is not None:
                setattr(self, name, value)


def macro(naam: str, deel: str) -> Callable[..., Markup]:
    """Return the macro `deel` of `templates/<naam>.html`, to write a part by itself."""
    found: Callable[..., Markup] = getattr(TEMPLATES.get_template(f"{naam}.html").module, deel)
    return found


def sjabloon(naam: str, className: str | None = None, **gegevens: object) -> Opmaak:
    """Return `templates/<naam>.html` filled in with `gegevens`; all text in them is escaped."""
    return Opmaak(TEMPLATES.get_template(f"{naam}.html").render(**gegevens), className=className)
