"""Points of a percentage said as people."""

KLEINSTE_GROEP = 10
"""Below ten, a number of people can point at families."""


def in_mensen(punten_of_procent: float, noemer: float) -> int | None:
    """How many of `noemer` people a percentage, or a difference in percentage points, stands for.

    A drop and a rise of the same size give the same number. None below ten people: then the sentence is left
    out, for "fewer than ten" would say too much as well.
    """
    mensen = abs(punten_of_procent) / 100 * noemer
    return round(mensen) if mensen >= KLEINSTE_GROEP else None
