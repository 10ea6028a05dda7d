"""The few SVG words that the figures are written in. Colours and type come from CSS classes only."""

import textwrap
from collections.abc import Mapping
from functools import cache, lru_cache
from html import escape

LINE = 17
"""Pixels between the baselines of two lines of text."""
CHARACTER = 0.58
"""Average width of a character as a part of the type size: wide enough for every system font we met."""


def tag(name: str, *content: str, **attributes: object) -> str:
    """One SVG element around markup that is already escaped; `klass` is `class`, `x_y` becomes `x-y`."""
    return f"<{name}{_written(attributes)}>{''.join(content)}</{name}>"


def path(d: str, klass: str) -> str:
    """One path; `d` and `klass` are numbers and words of our own, so nothing in them has to be escaped."""
    return f'<path d="{d}" class="{klass}"></path>'


def circle(x: float, y: float, radius: float, klass: str, content: str = "") -> str:
    """One dot around markup that is already escaped; `klass` is a word of our own."""
    place = f'cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"'
    return f'<circle {place} class="{klass}">{content}</circle>'


def title(tekst: str) -> str:
    """What a shape means, for who points at it or listens."""
    return f"<title>{escape(tekst)}</title>"


def text(x: float, y: float, tekst: str, klass: str = "", anchor: str | None = None) -> str:
    """One line of text, escaped, with its baseline at `y`."""
    return tag("text", escape(tekst), x=x, y=y, klass=klass or None, text_anchor=anchor)


def paragraph(x: float, y: float, lines: list[str], klass: str = "", anchor: str | None = None) -> str:
    """Lines of text under each other, the first with its baseline at `y`."""
    return "".join(text(x, y + number * LINE, line, klass, anchor) for number, line in enumerate(lines))


def wrap(tekst: str, width: float, size: float = 14) -> list[str]:
    """Break a text into lines that fit `width` pixels at type size `size`; long words stay whole."""
    return textwrap.wrap(tekst, int(width / (size * CHARACTER)), break_long_words=False)


def drawing(width: float, height: float, titel: str, omschrijving: str, *content: str, klass: str) -> str:
    """Return the whole drawing; `titel` and, where it is not empty, `omschrijving` say what it shows."""
    described = tag("desc", escape(omschrijving)) if omschrijving else ""
    return f"<svg{_frame(width, height, klass)}>{title(titel)}{described}{''.join(content)}</svg>"


@lru_cache(maxsize=256)
def _frame(width: float, height: float, klass: str) -> str:
    """Write the attributes of a drawing: the same for every drawing of one kind."""
    return _written(
        {
            "viewBox": f"0 0 {_number(width)} {_number(height)}",
            "width": width,
            "height": height,
            "role": "img",
            "klass": klass,
            "xmlns": "http://www.w3.org/2000/svg",
        }
    )


def _written(attributes: Mapping[str, object]) -> str:
    """Write attributes as they stand in a tag; those that are None are left out."""
    pairs = [
        f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None
    ]
    return "".join(pairs)


@cache
def _attribute(key: str) -> str:
    return {"klass": "class"}.get(key, key.replace("_", "-"))


def _value(value: object) -> str:
    return escape(value) if isinstance(value, str) else _number(value)


def _number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
