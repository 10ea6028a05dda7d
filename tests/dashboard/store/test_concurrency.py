"""Several processes on one store: the web server has more than one worker."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROCESSES, ANSWERS = 4, 200

# Every program starts on the same file at the same moment: it waits until all have come to the gate.
START = """
import json, sys, time
from pathlib import Path
from dashboard.store import StaleAnswer, Store, engine
from indicators.gemeenten import gemeenten
from indicators.regie import instrument
url, number, gate = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
processes, answers = int(sys.argv[4]), int(sys.argv[5])
engine.BUSY_SECONDS = 600  # all four write without pause: a wait says how busy the disk is
store = Store(url)
(gate / str(number)).touch()
while len(list(gate.iterdir())) < processes:
    time.sleep(0.005)
"""
BEGIN = """
store.migrate()
print(store.begin("44021").id)
"""
# All processes fill in the same assessments, each its own questions.
FILL_IN = """
vragen = instrument().vragen
pairs = [(nis_code, vraag) for nis_code in gemeenten() for vraag in vragen][: processes * answers]
kept = {}
for nis_code, vraag in pairs[number::processes]:
    waarde = vraag.schaal[len(kept) % 3].waarde
    store.bewaar(store.begin(nis_code).id, vraag.id, waarde, None)
    kept[f"{nis_code} {vraag.id}"] = waarde
print(json.dumps(kept))
"""
# All processes keep changing the same answer, each on top of the one it saw.
CHANGE = """
running = store.begin("44021")
kept = {}
while len(kept) < answers // processes:
    seen = store.lopende("44021").antwoorden.get("rol_02_nu")
    waarde = 1 + (seen.waarde + number if seen else number) % 6
    try:
        answer = store.bewaar(running.id, "rol_02_nu", waarde, seen.versie if seen else None)
    except StaleAnswer:
        continue
    kept[answer.versie] = answer.waarde
print(json.dumps(kept))
"""


def at_once(tmp_path: Path, url: str, program: str) -> list:
    """Run the program in four processes at the same time; return what each printed."""
    gate = tmp_path / "gate"
    gate.mkdir()
    command = [sys.executable, "-W", "error", "-c", START + program, url]
    running = [
        subprocess.Popen(
            [*command, str(number), str(gate), str(PROCESSES), str(ANSWERS)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    outcomes = [process.communicate(timeout=900) for process in running]
    assert [process.returncode for process in running] == [0] * PROCESSES, [error for _, error in outcomes]
    return [json.loads(printed) for printed, _ in outcomes]


def test_four_processes_migrate_and_begin_at_once(tmp_path, url):
    printed = at_once(tmp_path, url, BEGIN)
    assert len(set(printed)) == 1, "one running assessment, however many start it"


@pytest.mark.slow
def test_four_processes_writing_200_answers_each_lose_none(tmp_path, url, store):
    told: dict = {}
    for kept in at_once(tmp_path, url, FILL_IN):
        told |= kept
    assert len(told) == PROCESSES * ANSWERS
    codes = {key.split()[0] for key in told}
    stored = {f"{code} {v}": w for code in codes for v, w in store.lopende(code).waarden.items()}
    assert stored == told


@pytest.mark.slow
def test_four_processes_changing_one_answer_lose_none(tmp_path, url, store):
    store.begin("44021")
    told: dict[int, set] = {}
    for kept in at_once(tmp_path, url, CHANGE):
        for versie, waarde in kept.items():
            told.setdefault(int(versie), set()).add(waarde)
    final = store.lopende("44021").antwoorden["rol_02_nu"]
    assert sorted(told) == list(range(1, final.versie + 1)), "no version was written twice or skipped"
    assert all(len(values) == 1 for values in told.values()), "nobody was told that a lost value was kept"
    assert told[final.versie] == {final.waarde}
