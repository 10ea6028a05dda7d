"""An indicator definition that contradicts itself is refused, with every problem named."""

from pathlib import Path

import pytest

from indicators.catalog import InvalidCatalog, load

GOOD = """
titel = "Aangiften"
definitie = "Aantal aangiften."
waarom = "Geeft schaal."
eenheid = "aangiften"
soort = "aantal"
richting = "geen"
richting_reden = "Meer is niet beter."
levensdomein = "inkomen"
bron = "statbel_fiscaal"
bron_sleutel = "MS_NBR_NON_ZERO_INC"
fusieregel = "som"
geldig = [0, 1000000]
herzien = 2026-11-01
"""


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder


def test_a_good_file_is_read_under_its_name(tmp_path):
    assert load(written(tmp_path, aangiften=GOOD))["aangiften"].geldig == (0, 1000000)


def test_all_broken_files_are_reported_at_once(tmp_path):
    folder = written(tmp_path, a='titel = "A"', b=GOOD + 'kleur = "rood"', c="titel = ", d=GOOD)
    with pytest.raises(InvalidCatalog) as refusal:
        load(folder)
    message = str(refusal.value)
    assert "a.toml: definitie: Field required" in message
    assert "a.toml: herzien: Field required" in message
    assert "b.toml: kleur: Extra inputs are not permitted" in message
    assert "c.toml" in message
    assert "d.toml" not in message


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("geldig = [0, 1000000]", "geldig = [5, 5]", "is no range"),
        ('richting_reden = "Meer is niet beter."', "", "needs richting_reden"),
        ('richting = "geen"', 'richting = "hoger_is_gunstiger"', "only for richting 'geen'"),
        ('bron_sleutel = "MS_NBR_NON_ZERO_INC"', "", "give bron_sleutel"),
        ('fusieregel = "som"', 'fusieregel = "teller_noemer"', "needs teller_sleutel"),
        ('fusieregel = "som"', 'fusieregel = "gewogen_schatting"', "what are the weights"),
        ('soort = "aantal"', 'soort = "mediaan"', "adds up counts"),
        ("herzien", 'noemer_indicator = "x"\nherzien', "needs noemer in words"),
        ("herzien", 'teller_indicator = "x"\nherzien', "teller_indicator needs noemer_indicator"),
        ('soort = "aantal"', 'soort = "hoeveelheid"', "soort"),
        ("herzien", 'ook_bij = [{bron = "statbel_fiscaal", sleutel = "N"}]\nherzien', "the leading one"),
        ("herzien", 'ook_bij = [{bron = "x", sleutel = "N"}, {bron = "x", sleutel = "M"}]\nherzien', "twice"),
        ("herzien", 'ook_bij = [{bron = "x"}]\nherzien', "ook_bij.0.sleutel: Field required"),
        ("herzien", 'ook_bij = [{bron = "x", sleutel = "N", teller = "T"}]\nherzien', "Extra inputs"),
    ],
)
def test_contradictions_are_refused(tmp_path, old, new, problem):
    assert old in GOOD
    with pytest.raises(InvalidCatalog, match=problem):
        load(written(tmp_path, x=GOOD.replace(old, new)))


def test_a_second_source_delivers_the_same_figure_under_its_own_key(tmp_path):
    aangiften = load(written(tmp_path, x=GOOD + 'ook_bij = [{bron = "pinc", sleutel = "v12"}]'))["x"]
    assert aangiften.bij("statbel_fiscaal") is aangiften
    assert aangiften.bij("opgroeien") is None
    there = aangiften.bij("pinc")
    assert there is not None
    assert (there.id, there.bron, there.bron_sleutel) == ("x", "pinc", "v12")


SHARE = GOOD.replace('soort = "aantal"', 'soort = "aandeel"').replace('"som"', '"geen"')
BELOW = SHARE + 'noemer = "geboorten"\nnoemer_indicator = "geboorten"\n'


def test_a_denominator_may_be_another_indicator_of_the_same_window(tmp_path):
    found = load(written(tmp_path, deel=BELOW, geboorten=GOOD))
    assert found["deel"].noemer_indicator == "geboorten"


@pytest.mark.parametrize(
    ("geboorten", "problem"),
    [
        ({}, "'geboorten' is not in the catalog"),
        ({"geboorten": GOOD + "venster_jaren = 3\n"}, "must be an aantal with venster_jaren 1"),
        ({"geboorten": SHARE}, "must be an aantal"),
    ],
)
def test_a_denominator_that_does_not_fit_is_refused(tmp_path, geboorten, problem):
    with pytest.raises(InvalidCatalog, match=rf"deel\.toml: noemer_indicator .*{problem}"):
        load(written(tmp_path, deel=BELOW, **geboorten))


DENSITY = (
    SHARE.replace('bron_sleutel = "MS_NBR_NON_ZERO_INC"', 'teller_indicator = "mensen"')
    + 'noemer = "km²"\nnoemer_indicator = "km2"\n'
)


def test_a_figure_that_nobody_publishes_is_one_indicator_over_another(tmp_path):
    found = load(written(tmp_path, dichtheid=DENSITY, mensen=GOOD, km2=GOOD + "venster_jaren = 3\n"))
    assert (found["dichtheid"].teller_indicator, found["dichtheid"].bron_sleutel) == ("mensen", None)


@pytest.mark.parametrize(("mensen", "km2"), [(SHARE, GOOD), (GOOD, SHARE)])
def test_what_is_divided_must_be_counts(tmp_path, mensen, km2):
    with pytest.raises(InvalidCatalog, match=r"dichtheid\.toml: .*must be an aantal"):
        load(written(tmp_path, dichtheid=DENSITY, mensen=mensen, km2=km2))
