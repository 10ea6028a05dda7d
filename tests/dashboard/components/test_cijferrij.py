"""One figure as markup: every text in it is escaped, and the two rows say the same."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from dashboard.components.cijfer import Cijfer, Uitleg
from dashboard.components.cijferrij import duiding, rij, tabelrij
from dashboard.components.duiding import Woord

SCHERP = """<i>"Ik" & 'jij'</i>"""
UITLEG = Uitleg(SCHERP, SCHERP, Markup("<dt>b</dt>"), [(SCHERP, SCHERP)], None, SCHERP, SCHERP)
CIJFER = Cijfer(SCHERP, SCHERP, SCHERP, False, SCHERP, UITLEG)
BEKEND = replace(
    CIJFER,
    waarde=SCHERP,
    tijd=SCHERP,
    marge=SCHERP,
    kant=SCHERP,
    spreiding=SCHERP,
    woord=Woord(SCHERP, SCHERP, SCHERP),
    spine="<svg></svg>",
)


def test_no_text_becomes_markup() -> None:
    ontbreekt = replace(CIJFER, geen=SCHERP, voor_fusie=SCHERP)
    for written in (rij(BEKEND), tabelrij(BEKEND), rij(ontbreekt), tabelrij(ontbreekt)):
        assert "&lt;i&gt;&#34;Ik&#34; &amp; &#39;jij&#39;&lt;/i&gt;" in written
        assert "<i>" not in written and "'jij'" not in written


def test_both_rows_hold_the_same_words() -> None:
    een = replace(
        CIJFER, waarde="7,1 %", tijd="2024", marge="tussen 6,0 en 8,2", woord=Woord("lager", "dan x", "n")
    )
    for woorden in ("7,1 %", "2024", "tussen 6,0 en 8,2", "lager", "dan x"):
        assert f">{woorden}<" in tabelrij(een)
        assert woorden in rij(een)


def test_the_evolution_stands_in_the_row_and_opens_the_explanation() -> None:
    een = replace(CIJFER, open=True, geen="Geen cijfer.")
    written = rij(een, Markup("<p>Zo ging het.</p>"))
    assert '<div class="cijfer-evolutie">\n<p>Zo ging het.</p>\n</div>' in written
    assert 'aria-expanded="true"' in written and '" open>' in written
    assert "cijfer-evolutie" not in rij(een)


def test_nothing_is_said_about_a_figure_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="has no figure"):
        duiding(CIJFER)
