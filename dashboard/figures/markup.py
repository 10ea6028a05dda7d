"""The few SVG words that the figures are written in. Colours and type come from CSS classes only."""

import textwrap
from functools import cache
from html import escape

LINE = 17
"""Pixels between the baselines of two lines of text."""
CHARACTER = 0.58
"""Average width of a character as a part of the type size: wide enough for every system font we met."""


def tag(name: str, *content: str, **attributes: object) -> str:
    """One SVG element around markup that is already escaped; `klass` is `class`, `x_y` becomes `x-y`."""
    written = "".join(
        f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}>{''.join(content)}</{name}>"


def title(tekst: str) -> str:
    """What a shape means, for who points at it or listens."""
    return tag("title", escape(tekst))


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
    return tag(
        "svg",
        title(titel),
        tag("desc", escape(omschrijving)) if omschrijving else "",
        *content,
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        width=width,
        height=height,
        role="img",
        klass=klass,
        xmlns="http://www.w3.org/2000/svg",
    )


@cache
def _attribute(key: str) -> str:
    return {"klass": "class", "viewBox": "viewBox"}.get(key, key.replace("_", "-"))


def _value(value: object) -> str:
    return escape(value) if isinstance(value, str) else _number(value)


def _number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
