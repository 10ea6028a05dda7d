"""Hold what we know and have loaded against the files that a person handed in to check with."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from etl import EtlError, in_words
from etl.controle import Controle, Ernst
from etl.gather import Verzameld
from etl.isolated import isolated
from etl.raw import Herkomst, Levering
from etl.sources import Bestand, InvalidDelivery
from etl.sources.controle import CONTROLES, Controlebron, Geladen
from indicators.model import Indicator


def loaded(found: Verzameld, catalog: Mapping[str, Indicator]) -> Geladen:
    """The figures to compare with, by the keys and titles of their sources."""
    sleutels = {one.id: one.bron_sleutel for one in catalog.values() if one.bron_sleutel}
    sleutels |= {name: sleutel for name, (sleutel, _) in found.nagekeken_niet.items()}
    return Geladen(found.waarnemingen, sleutels, found.titels)


def compare(bron: Controlebron, bestand: Bestand, geladen: Geladen) -> tuple[Ernst, str]:
    """What one file says, in a child process; raises InvalidDelivery when it cannot be used."""
    bevinding = isolated(lambda: bron.compare(bestand, geladen), bron.naam, bestand.naam)
    return Ernst.LET_OP if bevinding.verschillen else Ernst.GOED, bevinding.boodschap


def compare_all(
    herkomsten: Iterable[Herkomst], read: Callable[[Herkomst], Levering], geladen: Geladen, nu: datetime
) -> list[Controle]:
    """One remark per kept file to check with. One that cannot be read stops no other, and no figure."""
    remarks = []
    for herkomst in herkomsten:
        bron = CONTROLES[herkomst.bron]
        try:
            bestand = Bestand(herkomst.bestandsnaam, read(herkomst).inhoud)
            ernst, told = compare(bron, bestand, geladen)
            told = f"{bestand.naam}: {told}"
        except (InvalidDelivery, EtlError, OSError) as error:
            ernst, told = Ernst.FOUT, in_words(error)
        except Exception as error:  # a defect in one comparison may not stop the build
            ernst, told = (
                Ernst.FOUT,
                f"{herkomst.bestandsnaam}: onverwachte fout bij het nakijken ({error!r}).",
            )
        remarks.append(Controle(nu, ernst, told, bron.naam, herkomst.levering))
    return remarks
