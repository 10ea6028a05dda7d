"""One spelling for all the ways in which people type the name of a place."""

import re
import unicodedata


def woorden(tekst: str) -> tuple[str, ...]:
    """The words of a name without capitals, diacritics or punctuation: `("sint", "job", "in", "t", "goor")`.

    `St` is read as `Sint`, as it is often written on envelopes.
    """
    letters = unicodedata.normalize("NFKD", tekst.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return tuple("sint" if word == "st" else word for word in re.findall(r"[a-z0-9]+", plain))


def slug_of(naam: str) -> str:
    """The name as it stands in a URL: `beveren-kruibeke-zwijndrecht`."""
    return "-".join(woorden(naam))
