"""Which years each figure covers, when every figure covers several: a row of cells per figure."""

from collections.abc import Iterator, Sequence

from dashboard.figures.markup import drawing, tag, text, title

ROW, GAP, HEAD = 28, 6, 30
NAME = 96
MARK = "✓"


def vensters(jaren: Sequence[int], venster: int, breedte: int) -> str:
    """Draw the windows that end in `jaren`, oldest first, `breedte` pixels wide.

    Counted back from the newest, those that share no year with it are dark and ticked: they may be compared.
    """
    kolommen = range(jaren[0] - venster + 1, jaren[-1] + 1)
    cel = (breedte - NAME - 24) / len(kolommen)
    kop = [
        text(NAME + (plaats + 0.5) * cel, 18, _short(jaar, cel), "fig-klein", "middle")
        for plaats, jaar in enumerate(kolommen)
    ]
    vol = [jaar for jaar in jaren if (jaren[-1] - jaar) % venster == 0]
    rijen = [
        part
        for rij, jaar in enumerate(jaren)
        for part in _row(jaar, venster, jaar in vol, HEAD + rij * (ROW + GAP), cel, kolommen[0])
    ]
    namen = " en ".join(map(str, vol))
    return drawing(
        breedte,
        HEAD + len(jaren) * (ROW + GAP),
        "Welke geboortejaren elk cijfer telt",
        f"Elk cijfer telt {venster} jaren. De cijfers {namen} hebben geen enkel jaar gemeen.",
        *kop,
        *rijen,
        klass="fig fig-vensters",
    )


def _row(jaar: int, venster: int, vol: bool, y: float, cel: float, eerste: int) -> Iterator[str]:
    naam = f"cijfer {jaar}"
    yield text(0, y + 19, naam, "fig-naam-eigen" if vol else "fig-klein")
    for geboortejaar in range(jaar - venster + 1, jaar + 1):
        x = NAME + (geboortejaar - eerste) * cel
        yield tag(
            "rect",
            title(f"{naam}: geboren in {geboortejaar}"),
            x=x + 1,
            y=y,
            width=cel - 2,
            height=ROW,
            klass="vak vak-4" if vol else "vak vak-1",
        )
    if vol:
        yield text(NAME + (jaar - eerste + 1) * cel + 6, y + 19, MARK, "fig-naam-eigen")


def _short(jaar: int, cel: float) -> str:
    """Write a year in full where there is room, else its last two digits."""
    return str(jaar) if cel >= 40 else f"’{jaar % 100:02d}"
