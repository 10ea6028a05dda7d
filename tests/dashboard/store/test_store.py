"""Every answer is kept at once, nobody's answer is lost, a finished assessment never changes."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from dashboard.store import Afgerond, Onbereikbaar, StaleAnswer, Store, StoreError
from dashboard.store.engine import connect
from indicators.gemeenten import UnknownCode
from indicators.regie import InvalidRegie, kwadrant

GENT, RONSE = "44021", "45041"


def test_an_answer_is_there_after_a_restart(store, url):
    begun = store.begin(GENT)
    kept = store.bewaar(begun.id, "beleidsvrijheid", 5, None)
    store.bewaar(begun.id, "rol_02_nu", 2, None)
    store.close()

    again = Store(url)
    again.migrate()
    found = again.lopende(GENT)
    again.close()
    assert found.waarden == {"beleidsvrijheid": 5, "rol_02_nu": 2}
    assert found.antwoorden["beleidsvrijheid"] == kept
    assert kwadrant.plaats(found.waarden).regietype == "visionair"


def test_a_municipality_without_assessment(store):
    assert store.lopende(GENT) is None
    assert store.afgeronde(GENT) == []


def test_begin_returns_the_running_one(store):
    begun = store.begin(GENT)
    store.bewaar(begun.id, "rol_01_gewenst", "behouden", None)
    assert store.begin(GENT) == store.lopende(GENT)
    assert store.begin(GENT).id == begun.id
    assert store.begin(RONSE).id != begun.id
    assert store.lopende(RONSE).antwoorden == {}


def test_times_are_utc_and_now(store):
    before = datetime.now(UTC)
    begun = store.begin(GENT)
    answer = store.bewaar(begun.id, "beleidsvrijheid", 1, None)
    assert before <= begun.begonnen_op <= answer.bewaard_op <= datetime.now(UTC)
    assert store.lopende(GENT).begonnen_op == begun.begonnen_op
    assert store.lopende(GENT).begonnen_op.utcoffset() == timedelta(0)


def test_versions_rise_and_the_newest_answer_stands(store):
    begun = store.begin(GENT)
    first = store.bewaar(begun.id, "beleidsvrijheid", 4, None)
    second = store.bewaar(begun.id, "beleidsvrijheid", 6, first.versie)
    assert second.versie == first.versie + 1
    assert store.lopende(GENT).waarden == {"beleidsvrijheid": 6}


def test_a_wiped_answer_is_no_answer_and_can_be_given_again(store):
    begun = store.begin(GENT)
    kept = store.bewaar(begun.id, "beleidsvrijheid", 4, None)
    assert store.bewaar(begun.id, "beleidsvrijheid", None, kept.versie).waarde is None
    assert store.lopende(GENT).antwoorden == {}
    store.bewaar(begun.id, "beleidsvrijheid", 3, None)
    assert store.lopende(GENT).waarden == {"beleidsvrijheid": 3}


@pytest.mark.parametrize("late", ["another value", "wiped", "first answer"])
def test_a_stale_write_carries_both_values_and_loses_neither(store, late):
    begun = store.begin(GENT)
    seen = None if late == "first answer" else store.bewaar(begun.id, "beleidsvrijheid", 4, None).versie
    theirs = store.bewaar(begun.id, "beleidsvrijheid", None if late == "wiped" else 6, seen)
    with pytest.raises(StaleAnswer) as refusal:
        store.bewaar(begun.id, "beleidsvrijheid", 2, seen)
    assert refusal.value.vraag_id == "beleidsvrijheid"
    assert refusal.value.mijn_waarde == 2
    assert refusal.value.bewaard == theirs
    assert store.lopende(GENT).waarden.get("beleidsvrijheid") == theirs.waarde
    # Whoever saw both may choose.
    assert store.bewaar(begun.id, "beleidsvrijheid", 2, refusal.value.bewaard.versie).waarde == 2


def test_a_version_of_an_answer_that_was_never_given_is_stale(store):
    with pytest.raises(StaleAnswer) as refusal:
        store.bewaar(store.begin(GENT).id, "beleidsvrijheid", 2, 7)
    assert refusal.value.bewaard is None


def test_two_people_who_agree_do_not_disturb_each_other(store):
    begun = store.begin(GENT)
    theirs = store.bewaar(begun.id, "beleidsvrijheid", 6, None)
    assert store.bewaar(begun.id, "beleidsvrijheid", 6, None) == theirs


@pytest.mark.parametrize(
    ("vraag_id", "waarde"), [("rol_13_nu", 4), ("rol_02_nu", 7), ("rol_02_nu", "4"), ("rol_02_gewenst", 1)]
)
def test_what_the_instrument_does_not_know_is_not_kept(store, vraag_id, waarde):
    begun = store.begin(GENT)
    with pytest.raises(InvalidRegie, match=vraag_id):
        store.bewaar(begun.id, vraag_id, waarde, None)
    assert store.lopende(GENT).antwoorden == {}


@pytest.mark.parametrize("code", ["44011", "99999", ""])
def test_only_municipalities_of_today_are_assessed(store, code):
    with pytest.raises(UnknownCode):
        store.begin(code)


def test_a_finished_assessment_is_dated_and_never_changes(store):
    begun = store.begin(GENT)
    kept = store.bewaar(begun.id, "beleidsvrijheid", 5, None)
    finished = store.rond_af(begun.id)
    assert finished.afgerond_op >= kept.bewaard_op
    assert store.lopende(GENT) is None
    for waarde, versie in ((1, kept.versie), (5, kept.versie), (None, kept.versie)):
        with pytest.raises(Afgerond) as refusal:
            store.bewaar(begun.id, "beleidsvrijheid", waarde, versie)
        assert refusal.value.afgerond_op == finished.afgerond_op
    with pytest.raises(Afgerond):
        store.rond_af(begun.id)
    assert store.afgeronde(GENT) == [finished]


def test_the_next_one_starts_from_a_copy_and_leaves_the_finished_one_alone(store):
    first = store.begin(GENT)
    kept = store.bewaar(first.id, "beleidsvrijheid", 5, None)
    wiped = store.bewaar(first.id, "rol_01_nu", 2, None)
    store.bewaar(first.id, "rol_01_nu", None, wiped.versie)
    finished = store.rond_af(first.id)

    second = store.begin(GENT)
    assert second.id != first.id
    assert second.waarden == {"beleidsvrijheid": 5}
    assert second.antwoorden["beleidsvrijheid"].bewaard_op == kept.bewaard_op
    store.bewaar(second.id, "beleidsvrijheid", 2, second.antwoorden["beleidsvrijheid"].versie)
    assert store.afgeronde(GENT) == [finished]
    assert store.lopende(GENT).waarden == {"beleidsvrijheid": 2}


def test_a_copy_leaves_out_what_the_instrument_no_longer_asks(store, url):
    first = store.begin(GENT)
    store.bewaar(first.id, "beleidsvrijheid", 5, None)
    store.bewaar(first.id, "rol_01_nu", 2, None)
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE antwoord SET vraag_id = 'oude_vraag' WHERE vraag_id = 'rol_01_nu'"))
    engine.dispose()
    store.rond_af(first.id)
    assert store.begin(GENT).waarden == {"beleidsvrijheid": 5}
    assert set(store.afgeronde(GENT)[0].waarden) == {"beleidsvrijheid", "oude_vraag"}


def test_the_finished_ones_stand_newest_first(store):
    first = store.begin(GENT)
    store.rond_af(first.id)
    second = store.begin(GENT)
    store.rond_af(second.id)
    assert [beoordeling.id for beoordeling in store.afgeronde(GENT)] == [second.id, first.id]


def test_an_unknown_assessment_is_refused(store):
    with pytest.raises(StoreError, match="bestaat niet"):
        store.bewaar(41, "beleidsvrijheid", 2, None)
    with pytest.raises(StoreError, match="bestaat niet"):
        store.rond_af(41)


def test_the_database_itself_allows_one_running_assessment(store, url):
    store.begin(GENT)
    insert = text(
        "INSERT INTO beoordeling (nis_code, instrument, begonnen_op) VALUES ('44021', '1', '2026-01-01')"
    )
    engine = connect(url)
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert)
    engine.dispose()


@pytest.mark.parametrize(
    "address",
    ["sqlite://", "sqlite:///:memory:", "geen adres", "oracel://host/db", "postgresql+pg8000://host/db"],
)
def test_an_address_that_cannot_be_used_is_refused(address):
    with pytest.raises(StoreError, match="DATABASE_URL"):
        Store(address)


def test_all_assessments_of_a_municipality_the_running_one_first(store):
    finished = [store.rond_af(store.begin(GENT).id) for _ in range(2)]
    store.begin(RONSE)
    assert store.beoordelingen(GENT) == finished[::-1]
    running = store.begin(GENT)
    assert store.beoordelingen(GENT) == [running, *finished[::-1]]


@pytest.mark.parametrize("content", [b"", b"this is not a database, and certainly not a store of answers"])
def test_a_store_that_is_damaged_refuses_in_words_and_tells_the_log(content, tmp_path, caplog):
    (tmp_path / "kapot.sqlite").write_bytes(content)
    store = Store(f"sqlite:///{tmp_path / 'kapot.sqlite'}")
    for ask in (store.lopende, store.begin):
        with pytest.raises(Onbereikbaar, match="niet te lezen of te bewaren"):
            ask(GENT)
    assert caplog.text.count("the store does not answer") == 2
    store.close()


def test_a_store_that_another_program_holds_refuses_in_words(store, url, monkeypatch):
    begun = store.begin(GENT)
    monkeypatch.setattr("dashboard.store.engine.BUSY_SECONDS", 0.1)
    impatient, holding = Store(url), connect(url)
    with holding.begin(), pytest.raises(Onbereikbaar):
        impatient.bewaar(begun.id, "beleidsvrijheid", 5, None)
    assert impatient.bewaar(begun.id, "beleidsvrijheid", 5, None).waarde == 5
    holding.dispose()
    impatient.close()
