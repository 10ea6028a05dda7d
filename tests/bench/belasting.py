"""Fifty readers at once on the server that `make serve` starts, with one second of thinking in between.

Plain threads: locust would bring 18 packages for what is 40 questions a second. They share the machine with
the server, and choose among all municipalities alike, so that hardly any page is one that was just drawn.
"""

import gzip
import http.client
import json
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from urllib.parse import quote, urlsplit

from indicators.catalog import catalog
from indicators.gemeenten import gemeenten
from tests.bench.result import Result
from tests.browser.look import WENT_WRONG

USERS = 50
THINKING = 1.0  # s, between an answer and the next question
WARM_UP = 3.0  # s, in which each worker reads what is the same for every page
MEASURED = 30.0  # s
PATIENCE = 30.0  # s
SLUGS = [een.slug for een in gemeenten().values()]
INDICATORS = list(catalog())
COMPARATORS = ("vlaanderen", "provincie", "arrondissement", "grootteklasse", "centrumsteden", "vergelijkbaar")
DOMAINS = [*dict.fromkeys(een.levensdomein.value for een in catalog().values()), "alles"]
HEADERS = {"Accept-Encoding": "gzip"}  # as a browser over plain HTTP


@dataclass(frozen=True, slots=True)
class Question:
    """What a browser asks; with a body it is what Dash asks when the address changes."""

    path: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How long an answer took, when it was asked (both in s), and what was wrong with it."""

    kind: str
    asked: float
    took: float
    problem: str | None


def municipality(chance: Random) -> Question:
    return Question(f"/gemeente/{chance.choice(SLUGS)}")


def other_comparator(chance: Random) -> Question:
    return drawn_again(f"/gemeente/{chance.choice(SLUGS)}", f"?vergelijk={chance.choice(COMPARATORS)}")


def comparison(chance: Random) -> Question:
    places = ",".join(chance.sample(SLUGS, chance.randint(2, 8)))
    return Question(f"/vergelijk?gebieden={quote(places, safe=',')}")


def indicator(chance: Random) -> Question:
    return Question(f"/indicator/{chance.choice(INDICATORS)}?gemeente={chance.choice(SLUGS)}")


def download(chance: Random) -> Question:
    return Question(f"/download/gemeente/{chance.choice(SLUGS)}/{chance.choice(DOMAINS)}.zip")


def drawn_again(pathname: str, search: str) -> Question:
    """Return what the browser asks when a choice changes the address and the page stays."""
    given = {"pathname": pathname, "search": search}
    body = {
        "output": "inhoud.children",
        "outputs": {"id": "inhoud", "property": "children"},
        "inputs": [{"id": "adres", "property": name, "value": value} for name, value in given.items()],
        "changedPropIds": ["adres.search"],
        "state": [],
    }
    return Question("/_dash-update-component", json.dumps(body))


MIX: dict[str, tuple[int, Callable[[Random], Question]]] = {
    "a municipality": (60, municipality),
    "another comparator": (15, other_comparator),
    "comparison of 2 to 8": (10, comparison),
    "an indicator": (10, indicator),
    "download of a zip": (5, download),
}
"""What is asked, with how often of a hundred."""


def ask(base: str, question: Question) -> str | None:
    """Return what is wrong with the answer: None when it is whole and fine."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=PATIENCE)
    more = {"Content-Type": "application/json", "Origin": base} if question.body else {}
    try:
        connection.request("POST" if question.body else "GET", question.path, question.body, HEADERS | more)
        answer = connection.getresponse()
        content = answer.read()
    except (OSError, http.client.HTTPException) as error:
        return f"{question.path}: {error!r}"
    finally:
        connection.close()
    said = gzip.decompress(content) if answer.getheader("Content-Encoding") == "gzip" else content
    fine = answer.status == 200 and WENT_WRONG.encode() not in said
    return None if fine else f"{question.path}: {answer.status}"


def user(base: str, chance: Random, begin: float, seconds: float, answers: list[Answer]) -> None:
    """Ask, think, ask again, until `seconds` after `begin`; the first question comes within a second."""
    kinds, shares = list(MIX), [share for share, _ in MIX.values()]
    time.sleep(chance.random() * THINKING)
    while (asked := time.monotonic() - begin) < seconds:
        [kind] = chance.choices(kinds, shares)
        problem = ask(base, MIX[kind][1](chance))
        answers.append(Answer(kind, asked, time.monotonic() - begin - asked, problem))
        time.sleep(THINKING)


def load(base: str, users: int = USERS, seconds: float = MEASURED, warm_up: float = WARM_UP) -> list[Answer]:
    """Return what `users` at once got in `seconds`, after a warm-up that does not count."""
    answers: list[Answer] = []
    begin = time.monotonic()
    threads = [
        threading.Thread(target=user, args=(base, Random(seed), begin, warm_up + seconds, answers))
        for seed in range(users)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answer for answer in answers if answer.asked >= warm_up]


def p95(answers: list[Answer]) -> float:
    """Return the milliseconds within which 95 % of the answers came."""
    return 1000 * statistics.quantiles([answer.took for answer in answers], n=20)[-1]


def measure(base: str) -> list[Result]:
    """The results of one run: all together against the goal, each kind beside it."""
    answers = load(base)
    wrong = [answer.problem for answer in answers if answer.problem]
    shares = ", ".join(f"{share} % {kind}" for kind, (share, _) in MIX.items())
    return [
        Result(f"{USERS} users at once, 95 % of answers", p95(answers), "ms", 250, shares),
        Result("the same, errors", len(wrong), "", 0, f"{len(answers)} answers; first: {wrong[:1]}"),
        *(
            Result(f"the same, {kind}", p95([a for a in answers if a.kind == kind]), "ms", None, "95 %")
            for kind in MIX
        ),
    ]
