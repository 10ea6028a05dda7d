"""The twelve roles on a page: the own answers on the shares of 2018, and the same as a table."""

from functools import partial

from dash import html

from dashboard.components.figuur import als_tabel, figuur
from dashboard.figures.rollen import Rolrij
from dashboard.figures.rollen import rollen as draw
from dashboard.store import Beoordeling
from dashboard.tekst import procent
from indicators.regie import Rol, instrument, rollen
from indicators.regie.onderzoek_2018 import BRON, rollen_2018

BREED, SMAL = 480, 320
HOOGSTE = 6
LEGENDE = "Hoe donkerder een vak, hoe meer gemeenten in 2017 dat antwoord gaven."
LEGENDE_EIGEN = (
    "De stip is jullie rol nu. Een pijl naar rechts: uitbreiden. Een pijl naar links: beperken. "
    "Een ring: behouden. Bovenaan staan de rollen die jullie het meest willen veranderen."
)


def rollendeel(eigen: Beoordeling | None) -> html.Section:
    """Return the figure, its legend, the table twin and the source."""
    rijen = rolrijen(eigen)
    legende = f"{LEGENDE} {LEGENDE_EIGEN}" if eigen else LEGENDE
    return html.Section(
        [
            html.H3("Twaalf rollen"),
            figuur(partial(_draw, rijen), BREED, SMAL, html.Figcaption(legende), _tabel(eigen)),
            html.P(f"Bron: {BRON.citaat(12, 13)}", className="bron"),
        ],
        className="regiedeel",
    )


def rolrijen(eigen: Beoordeling | None) -> list[Rolrij]:
    """Return the roles in the order of the study; with own answers, the largest wanted change first."""
    rijen = []
    for rol in rollen():
        nu, gewenst = _antwoord(eigen, rol)
        rijen.append(Rolrij(rol.titel, rollen_2018()[rol.id].nu, nu, gewenst))
    return sorted(rijen, key=verandering, reverse=True) if eigen else rijen


def verandering(rij: Rolrij) -> int:
    """Return how many steps the wanted role can lie from the present one; -1 where an answer is missing."""
    if rij.nu is None or rij.gewenst is None:
        return -1
    return {"beperken": rij.nu - 1, "behouden": 0, "uitbreiden": HOOGSTE - rij.nu}[rij.gewenst]


def _antwoord(eigen: Beoordeling | None, rol: Rol) -> tuple[int | None, str | None]:
    gegeven = eigen.waarden if eigen else {}
    nu, gewenst = gegeven.get(rol.vraag_nu), gegeven.get(rol.vraag_gewenst)
    return (None if nu is None else int(nu)), (None if gewenst is None else str(gewenst))


def _draw(rijen: list[Rolrij], breedte: int) -> str:
    schaal = instrument().vraag(rollen()[0].vraag_nu).schaal
    eigen = sum(rij.nu is not None for rij in rijen)
    omschrijving = "Per rol hoeveel gemeenten in 2017 elk van de zes antwoorden gaven"
    omschrijving += f", met eigen antwoorden bij {eigen} van de 12 rollen." if eigen else "."
    return draw(
        rijen, (schaal[0].titel, schaal[-1].titel), breedte, "Twaalf rollen van een regisseur", omschrijving
    )


def _tabel(eigen: Beoordeling | None) -> html.Details:
    """Return own answers, the six shares now and the three wishes, one row per role in the study's order."""
    nu, wensen = (
        instrument().vraag(vraag).schaal for vraag in (rollen()[0].vraag_nu, rollen()[0].vraag_gewenst)
    )
    kop = ["Rol", *(["Jullie nu", "Jullie gewenst"] if eigen else [])]
    kop += (
        [f"2017: {keuze.titel.lower()}" for keuze in nu]
        + [f"2017: {wens.titel.lower()}" for wens in wensen]
        + ["n"]
    )
    titels = {keuze.waarde: keuze.titel for keuze in nu}
    rijen = []
    for rol in rollen():
        studie = rollen_2018()[rol.id]
        eigen_nu, gewenst = _antwoord(eigen, rol)
        own = [titels[eigen_nu] if eigen_nu else "geen antwoord", gewenst or "geen antwoord"] if eigen else []
        shares = [
            procent(aandeel)
            for aandeel in (*studie.nu, *(studie.gewenst[str(wens.waarde)] for wens in wensen))
        ]
        rijen.append([rol.titel, *own, *shares, f"{studie.n_nu} en {studie.n_gewenst}"])
    return als_tabel("Twaalf rollen, nu en gewenst", kop, rijen, demo=False)
