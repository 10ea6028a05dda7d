"""Old names, deelgemeenten, codes and sloppy spelling lead to the municipality of today."""

import csv
from pathlib import Path

import pytest

from indicators import gemeenten as package
from indicators.gemeenten import gemeente_voor, gemeenten, zoek


def found(tekst: str, **options: int) -> list[tuple[str, str | None]]:
    return [(treffer.gemeente.naam, treffer.via) for treffer in zoek(tekst, **options)]


@pytest.mark.parametrize("tekst", ["Nevele", "nevele", " NEVELE ", "Nevelé", "Neve", "44049", " 44049 "])
def test_nevele_leads_to_deinze(tekst):
    assert found(tekst)[0] == ("Deinze", "Nevele")


@pytest.mark.parametrize(
    "tekst", ["sint-niklaas", "Sint Niklaas", "sintniklaas", "St-Niklaas", "st. niklaas"]
)
def test_spelling_of_a_name_does_not_matter(tekst):
    assert found(tekst) == [("Sint-Niklaas", None)]


@pytest.mark.parametrize(
    ("naam", "gemeente"),
    [
        ("Ledeberg", "Gent"),
        ("Sint-Amandsberg", "Gent"),
        ("Gentbrugge", "Gent"),
        ("Hoboken", "Antwerpen"),
        ("Borgerhout", "Antwerpen"),
        ("Merksem", "Antwerpen"),
        ("Wilrijk", "Antwerpen"),
        ("Ekeren", "Antwerpen"),
        ("Zandvliet", "Antwerpen"),
        ("Borsbeek", "Antwerpen"),
        ("Kessel-Lo", "Leuven"),
        ("Heverlee", "Leuven"),
        ("'s-Gravenvoeren", "Voeren"),
        ("Sint-Job-in-'t-Goor", "Brecht"),
        ("Opglabbeek", "Oudsbergen"),
        ("Zwijndrecht", "Beveren-Kruibeke-Zwijndrecht"),
    ],
)
def test_a_name_within_a_municipality_leads_to_it(naam, gemeente):
    assert (gemeente, naam) in found(naam)


def test_a_name_that_exists_twice_gives_both():
    assert found("Berchem")[:2] == [("Antwerpen", "Berchem"), ("Kluisbergen", "Berchem")]
    assert {gemeente for gemeente, _ in found("Deurne")} >= {"Antwerpen", "Diest"}


def test_exact_comes_before_begin_before_word_before_part():
    assert found("Halle") == [("Halle", None), ("Zoersel", "Halle"), ("Zoutleeuw", "Halle-Booienhoven")]
    assert found("lierde") == [("Lierde", None)]
    names = [gemeente for gemeente, _ in found("denijs")]
    assert names == ["Zwevegem", "Zwalm", "Gent"]
    assert ("Tielt-Winge", None) in found("winge")
    assert found("winge")[0] == ("Wingene", None)
    assert found("emmel") == [("Wemmel", None), ("Heuvelland", "Kemmel")]


def test_a_municipality_is_listed_once_and_the_list_is_cut():
    names = [gemeente for gemeente, _ in found("sint", hoogstens=50)]
    assert len(names) == len(set(names))
    assert len(zoek("sint", hoogstens=3)) == 3


@pytest.mark.parametrize(("code", "hit"), [("44083", ("Deinze", None)), ("44011", ("Deinze", None))])
def test_a_code_of_the_same_name_needs_no_explanation(code, hit):
    assert found(code) == [hit]


@pytest.mark.parametrize("tekst", ["", "  ", "-", "bestaatniet", "4404", "99999"])
def test_nothing_is_found_for_nothing(tekst):
    assert found(tekst) == []


@pytest.mark.parametrize(
    ("pad", "slug"),
    [
        ("gent", "gent"),
        ("Gent", "gent"),
        ("nevele", "deinze"),
        ("44049", "deinze"),
        ("11007", "antwerpen"),
        ("11002", "antwerpen"),
        ("ledeberg", "gent"),
        ("beveren", "beveren-kruibeke-zwijndrecht"),
        ("moerbeke", "lokeren"),
        ("halle", "halle"),
    ],
)
def test_a_path_leads_to_one_municipality(pad, slug):
    assert gemeente_voor(pad).slug == slug


@pytest.mark.parametrize("pad", ["berchem", "meldert", "bestaat-niet", "99999", ""])
def test_a_path_that_means_several_or_none_leads_nowhere(pad):
    assert gemeente_voor(pad) is None


def test_every_slug_and_code_is_a_path():
    assert all(gemeente_voor(g.slug) is g and gemeente_voor(nis) is g for nis, g in gemeenten().items())
    assert all(gemeente_voor(nis) is not None for nis in [*gemeenten("308"), *gemeenten("300")])


def test_every_municipality_has_its_deelgemeenten():
    with (Path(package.__file__).parent / "deelgemeenten.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["nis_code"] for row in rows} == gemeenten().keys()
    assert len({(row["naam"], row["nis_code"]) for row in rows}) == len(rows) > 1100
