"""One figure written as a row of the page, and as a row of the table that says the same.

In Python and not in a template, because a page has almost a hundred of them: a template looks up and
escapes each word separately, which took a tenth of the time of the whole page. Every text goes through
`escape`; what is markup already says so by its type, or is a drawing.
"""

from markupsafe import Markup, escape

from dashboard.components.cijfer import Cijfer, Uitleg


def rij(c: Cijfer, evolutie: Markup | None = None) -> Markup:
    """Return the row of a figure; `evolutie` stands in it where the figure is open."""
    titel, indicator = escape(c.titel), escape(c.indicator)
    opened = "true" if c.open else "false"
    verloop = f'<div class="cijfer-evolutie">\n{evolutie}\n</div>\n' if evolutie is not None else ""
    return _ours(
        f'<div class="cijfer" id="{escape(c.id)}" data-cijfer="{indicator}">\n'
        f'<h4 class="cijfer-titel"><a id="k-{indicator}" href="{escape(c.link)}" data-hier '
        f'aria-expanded="{opened}">{titel}</a></h4>\n'
        f"{_known(c) if c.waarde else zonder(c)}\n{verloop}{uitleg(c.uitleg, c.open)}\n"
        f'<label class="op-blad" hidden><input type="checkbox" data-kies="{indicator}" checked> '
        f'op mijn blad<span class="alleen-voorlezen">: {titel}</span></label>\n</div>\n'
    )


def _known(c: Cijfer) -> str:
    marge = f" · {escape(c.marge)}" if c.marge else ""
    kant = f'<span class="cijfer-kant">{escape(c.kant)}</span>' if c.kant else ""
    balk = f'\n<div class="cijfer-balk">{c.spine}{kant}</div>' if c.spine else ""
    return (
        f'<p class="cijfer-waarde">{c.vonk or ""}<span class="cijfer-getal">{escape(c.waarde)}</span></p>\n'
        f'{duiding(c)}\n<p class="cijfer-tijd">{escape(c.tijd)}{marge}</p>{balk}'
    )


def duiding(c: Cijfer) -> Markup:
    """Return the word beside a figure and what it is compared with; only for a figure that is there."""
    if c.woord is None:
        raise ValueError(f"{c.indicator} has no figure to say something about")
    label, tegenover = c.woord.label, c.woord.tegenover
    woord = (
        f'<span class="woordlabel woord-{escape(c.woord.klasse)}">{escape(label)}</span>\n' if label else ""
    )
    naast = f'<span class="cijfer-tegenover">{escape(tegenover)}</span>\n' if tegenover else ""
    return _ours(f'<p class="cijfer-duiding">\n{woord}{naast}</p>\n')


def zonder(c: Cijfer) -> Markup:
    """Return why there is no figure, and what there was before a merger."""
    vroeger = f'<span class="cijfer-voor-fusie">{escape(c.voor_fusie)}</span>\n' if c.voor_fusie else ""
    return _ours(f'<p class="cijfer-geen">{escape(c.geen)}\n{vroeger}</p>\n')


def uitleg(u: Uitleg, opened: bool = False) -> Markup:
    """Return the fold under a figure: what it means, how certain it is, where it comes from."""
    titel = escape(u.titel)
    delen = "".join([f"<dt>{escape(term)}</dt><dd>{escape(tekst)}</dd>\n" for term, tekst in u.delen])
    return _ours(
        f'<details class="uitklap" id="{escape(u.id)}"{" open" if opened else ""}>\n'
        f'<summary aria-label="Uitleg en bron bij {titel}">Uitleg en bron</summary>\n'
        f"<dl>\n{u.betekenis}{delen}</dl>\n{u.bron or ''}\n"
        '<p class="bron">'
        f'<a href="{escape(u.alle)}" aria-label="Alle gemeenten: {titel}">Alle gemeenten</a> · '
        f'<a href="{escape(u.meld)}" rel="nofollow" aria-label="Meld een fout bij {titel}">Meld een fout</a>'
        "</p>\n"
        "</details>\n"
    )


def tabelrij(c: Cijfer) -> Markup:
    """Return the figure as a row of the table: its columns stand in `templates/omgeving.html`."""
    kop = f'<tr><th scope="row">{escape(c.titel)}</th>'
    if not c.waarde or c.woord is None:
        return _ours(f'{kop}<td colspan="6">{escape(c.geen)} {escape(c.voor_fusie or "")}</td></tr>')
    cellen = (c.waarde, c.tijd, c.marge, c.woord.label, c.woord.tegenover, c.spreiding)
    return _ours(kop + "".join([f"<td>{escape(cel or '')}</td>" for cel in cellen]) + "</tr>")


def _ours(markup: str) -> Markup:
    return Markup(markup)  # noqa: S704 (all text in it was escaped above)
