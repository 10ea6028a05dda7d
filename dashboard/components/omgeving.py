"""The omgevingsanalyse of one municipality: the headline, and a block per levensdomein."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from dashboard.components.cijfer import Weergave, cijfer
from dashboard.components.cijferrij import duiding, rij, tabelrij, uitleg, zonder
from dashboard.components.downloads import Vouw
from dashboard.components.duiding import voorbehoud
from dashboard.components.herkomst import bronnen
from dashboard.components.opmaak import Opmaak, macro, sjabloon
from dashboard.omgevingsanalyse.analyse import Regel
from dashboard.omgevingsanalyse.samenvatting import samenvatting
from dashboard.tekst import DEMO, geboortejaren, hoofdletter, opsomming
from indicators.gemeenten.groepen import Groep
from indicators.model import Levensdomein, Richting

KOP = "kansarmoede_index"
ONTBREKEND = ("leeg_bij_bron", "niet_in_levering", "onderdrukt")
"""Reasons that may come from the number of births; others have nothing to do with it."""
PINC = "https://provincies.incijfers.be/?input_geo=gemeente_"
"""The site of the provinces, opened on one municipality by its NIS code."""


@dataclass(frozen=True, slots=True)
class Blok:
    """One levensdomein: rows that stand open, those that are folded, and all figures as rows of the table.

    `bronnen` names where all of them come from. `gunstig`: some that are drawn have a favourable side.
    `uitgeklapt`: the fold holds a figure that the reader opened.
    """

    id: str
    titel: str
    gunstig: bool
    open: list[Markup]
    gevouwen: list[Markup]
    uitgeklapt: bool
    kop: str
    tabel: list[Markup]
    bronnen: str | None
    downloads: Vouw


def opening(blad: Weergave, verloop: Mapping[str, Any]) -> Opmaak:
    """Return the kansarmoede-index as headline, with its birth years in full, beside what stands out.

    `verloop` is the evolution of the index; what stands out is not said a second time beside it.
    """
    regel = blad.analyse.regels[KOP]
    zinnen = samenvatting(blad.analyse)
    gezegd = {zin.tekst for zin in zinnen}
    kop = cijfer(regel, blad)
    return sjabloon(
        "opening",
        c=kop,
        duiding=duiding(kop) if kop.woord else None,
        zonder=zonder(kop),
        uitleg=uitleg(kop.uitleg),
        geboren=_born(regel),
        bron=bronnen([regel.levering], blad.analyse.demo),
        weinig_geboorten=regel.reden in ONTBREKEND,
        verloop={**verloop, "zinnen": [zin for zin in verloop["zinnen"] if zin not in gezegd]},
        demo=DEMO if blad.analyse.demo else None,
        zinnen=zinnen,
        titels={f"c-{naam}": een.indicator["titel"] for naam, een in blad.analyse.regels.items()},
    )


def domeinen(blad: Weergave, evoluties: Mapping[str, Mapping[str, object]]) -> Opmaak:
    """Return one block per levensdomein that has indicators, and one sentence on those that have none.

    `evoluties` holds that of the indicator that was opened. What is not `kern` is folded, except in a
    levensdomein that would then show nothing.
    """
    volgorde = {domein: plaats for plaats, domein in enumerate(Levensdomein)}
    regels = [regel for naam, regel in blad.analyse.regels.items() if naam != KOP]
    regels.sort(key=lambda regel: (volgorde[_domain(regel)], regel.indicator["titel"]))
    analyse = blad.analyse
    demo = DEMO if analyse.demo else None
    verloop = {naam: macro("cijfers", "evolutie")(een, demo) for naam, een in evoluties.items()}
    blokken = [_block(domein, list(groep), blad, verloop) for domein, groep in groupby(regels, key=_domain)]
    gevuld = {_domain(regel) for regel in regels}
    return sjabloon(
        "omgeving",
        blokken=blokken,
        leeg=opsomming([domein.titel.lower() for domein in Levensdomein if domein not in gevuld]),
        waar=analyse.gemeente,
        groep=_group(analyse.groep),
        downloads=blad.neem_mee(
            "alles",
            "inhoud",
            f"alle cijfers over {analyse.gemeente.naam}",
            figuur=any(regel.meting for regel in regels if regel.indicator["kern"]),
        ),
        anderen=not analyse.groep.gebied,
        pinc=PINC + analyse.gemeente.nis_code,
        demo=demo,
    )


def _domain(regel: Regel) -> Levensdomein:
    return Levensdomein(regel.indicator["levensdomein"])


def _block(domein: Levensdomein, regels: list[Regel], blad: Weergave, verloop: Mapping[str, Markup]) -> Blok:
    alle = [cijfer(regel, blad) for regel in regels]
    kern = [een for een, regel in zip(alle, regels, strict=True) if regel.indicator["kern"]]
    meer = [een for een, regel in zip(alle, regels, strict=True) if not regel.indicator["kern"]]
    gevouwen = meer if kern else []
    kop = blad.analyse.regels.get(KOP)
    tabel = (
        [cijfer(kop, blad), *alle] if kop and _domain(kop) is domein else alle
    )  # drawn above, read here too
    return Blok(
        id=domein.value,
        titel=domein.titel,
        gunstig=any(regel.meting and regel.richting is not Richting.GEEN for regel in regels),
        open=[rij(een, verloop.get(een.indicator)) for een in kern or meer],
        gevouwen=[rij(een, verloop.get(een.indicator)) for een in gevouwen],
        uitgeklapt=any(een.open for een in gevouwen),
        kop=f"Nog {len(meer)} {'cijfer' if len(meer) == 1 else 'cijfers'}",
        tabel=[tabelrij(een) for een in tabel],
        bronnen=bronnen((r.levering for r in _kern_first(regels)), blad.analyse.demo),
        downloads=blad.neem_mee(
            domein.value, f"d-{domein.value}", domein.titel, figuur=any(regel.meting for regel in regels)
        ),
    )


def _kern_first(regels: list[Regel]) -> list[Regel]:
    return sorted(regels, key=lambda regel: not regel.indicator["kern"])


def _group(groep: Groep) -> dict[str, str]:
    return {"naam": hoofdletter(groep.naam), "in_zin": groep.in_zin, "uitleg": groep.uitleg}


def _born(regel: Regel) -> str | None:
    if regel.meting is None:
        return None
    slot = "".join(f" ({een})" for een in voorbehoud(regel.rij))
    return geboortejaren(regel.meting.periode.begin, regel.meting.periode.einde) + slot
