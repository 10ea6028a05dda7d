"""A drawing on a page: Dash has no component for SVG text, so this is ours (JavaScript: assets/50-svg.js)."""

from dash.development.base_component import Component


class Svg(Component):
    """Show SVG markup as it is. `svg` must come from `dashboard.figures`, which escapes all text."""

    _namespace = "regiekompas"
    _type = "Svg"
    _children_props: list[str] = []  # noqa: RUF012 (Dash reads it while it makes the class)

    def __init__(self, svg: str = "", id: str | None = None, className: str | None = None) -> None:
        self._prop_names = self.available_properties = ["id", "svg", "className"]
        self._valid_wildcard_attributes = self.available_wildcard_properties = []
        given = {"svg": svg, "id": id, "className": className}
        super().__init__(**{name: value for name, value in given.items() if value is not None})
