"""The fold with what can be taken along: the figures with their explanation, the drawing, the link."""

from collections.abc import Sequence

Vouw = dict[str, object]


def downloads(
    pad: str,
    vraag: str,
    pagina: str,
    wat: str,
    figuur: bool = True,
    cijfers: bool = True,
    meer: Sequence[tuple[str, str]] = (),
) -> Vouw:
    """Return what the macro `downloads` of `templates/downloads.html` is filled in with.

    `pad` is the address of the download with the URL prefix and without its ending, such as
    `/download/gemeente/ronse/wonen`; `vraag` is the part after `?` that it shares with the page.
    `pagina` is the address of the page in this state. `wat` names it for who listens. Without `figuur`
    there is no drawing to take along; without `cijfers` those of the drawing stand in another download.
    `meer` are other things to take along, with the beginning of their address.
    """
    gevraagd = f"?{vraag}" if vraag else ""
    soorten = [("Cijfers (CSV met uitleg)", "zip")] if cijfers else []
    soorten += [("Figuur als SVG", "svg"), ("Figuur als PNG", "png")] if figuur else []
    return {
        "id": pad.partition("/download/")[2].replace("/", "-"),
        "wat": wat,
        "bestanden": [
            *((titel, f"{pad}.{soort}{gevraagd}") for titel, soort in soorten),
            *((titel, f"{begin}{gevraagd}") for titel, begin in meer),
        ],
        "pagina": pagina,
    }
