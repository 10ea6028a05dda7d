from datetime import datetime

from dashboard.components.rollendeel import rollendeel, rolrijen, verandering
from dashboard.figures.rollen import Rolrij
from dashboard.store import Antwoord, Beoordeling
from indicators.regie import rollen
from tests.dashboard.reading import words

NU = datetime(2026, 3, 2)


def beoordeling(**antwoorden):
    given = {vraag: Antwoord(waarde, 1, NU) for vraag, waarde in antwoorden.items()}
    return Beoordeling(1, "45041", "1", NU, None, given)


def test_without_answers_the_order_is_that_of_the_study():
    assert [rij.titel for rij in rolrijen(None)] == [rol.titel for rol in rollen()]


def test_the_largest_wanted_change_stands_first_and_ties_keep_the_order_of_the_study():
    eigen = beoordeling(
        rol_03_nu=2, rol_03_gewenst="uitbreiden", rol_05_nu=6, rol_05_gewenst="beperken", rol_07_nu=4
    )
    titels = {rol.id: rol.titel for rol in rollen()}
    assert [rij.titel for rij in rolrijen(eigen)][:3] == [
        titels["rol_05"],
        titels["rol_03"],
        titels["rol_01"],
    ]


def test_a_missing_answer_is_no_wish_to_keep_things():
    assert verandering(Rolrij("x", (), nu=3)) < verandering(Rolrij("x", (), nu=3, gewenst="behouden"))


def test_the_table_twin_tells_own_answers_and_their_absence():
    tekst = words(rollendeel(beoordeling(rol_03_nu=2, rol_03_gewenst="uitbreiden")))
    assert "Beperkte rol uitbreiden" in tekst
    assert tekst.count("geen antwoord") == 22


def test_without_an_assessment_nothing_is_called_own():
    assert "jullie" not in words(rollendeel(None)).lower()
