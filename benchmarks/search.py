"""Searching 100,000 pieces of real sentences: the first answer against bare FTS5, and from a key to the screen."""

import csv
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import OUT, make_workspace
from benchmarks.measure import ROOT, app, opened, press, topics
from benchmarks.report import Row, ratio_row
from benchmarks.suggestions import LABELLED
from pmtui.domain.changes import Outcome
from pmtui.domain.evidence import Evidence
from pmtui.domain.keys import Kind
from pmtui.domain.problem import Problem
from pmtui.domain.search_query import parse_query
from pmtui.services.search import SHOWN, add_parts, search
from pmtui.services.workspace import Workspace, now
from pmtui.store.import_records import insert_all
from pmtui.store.queries.search import full_text_query
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

PIECES, PROBLEMS = 100_000, 10_000
ROUNDS = 21
# A common word, one as it is typed, two words, a phrase, and a rare name.
TYPED = ("card ", "transf", "pending payment ", '"my account"', "zephyrka 777 ")
_REVIEWS = ROOT / "tests" / "files" / "imports" / "evernote-reviews.csv"
_DAY = "2026-01-15T09:00:00Z"


@dataclass(frozen=True, slots=True)
class FillSentences:
    """Problems and evidence made of real sentences; each piece has a word that few others have."""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them into an empty workspace."""
        problems = (
            Problem(number, f"Topic {number:05}: {text[:100]}", 1, number, _DAY, _DAY)
            for number, text in enumerate(_texts(PROBLEMS), 1)
        )
        insert_all(uow.connection, Kind.PROBLEM, list(problems))
        pieces = (Evidence(number, text, _DAY) for number, text in enumerate(_texts(PIECES), 1))
        insert_all(uow.connection, Kind.EVIDENCE, list(pieces))
        return Outcome("Filled")


def rows() -> list[Row]:
    """The rows of this part."""
    path = OUT / "search.pmtui"
    path.unlink(missing_ok=True)
    Session.create(path, "Sentences", now, fill=FillSentences().run).close()
    return [*answer_rows(path), *screen_rows(path)]


def answer_rows(path: Path) -> list[Row]:
    """The time to the first answer, and to the parts of words that nothing else holds."""
    workspace = Workspace.open(path)
    found = []
    for typed in TYPED:
        ours, bare = list[float](), list[float]()
        words = full_text_query(parse_query(typed, is_typing=True))
        for _ in range(ROUNDS):
            for query, arguments, seconds in ((search, (typed, True), ours), (_bare, (words,), bare)):
                began = time.perf_counter()
                workspace.ask(query, *arguments)
                seconds.append((time.perf_counter() - began) * 1000)
        what = f"first answer to {typed.strip()}, {PIECES:,} pieces"
        found.append(ratio_row(what, "bare FTS5 over problems and evidence", 2, ours, bare, "ms"))
    parts, scan = list[float](), list[float]()
    nothing = workspace.ask(search, "ccoun")
    for _ in range(ROUNDS):
        began = time.perf_counter()
        workspace.ask(add_parts, "qqzz", nothing)
        parts.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        workspace.ask(_bare_scan, "%qqzz%")
        scan.append((time.perf_counter() - began) * 1000)
    workspace.close()
    return [*found, ratio_row(f"parts of words, {PIECES:,} pieces", "a bare LIKE over all texts", 3, parts, scan, "ms")]


def screen_rows(path: Path) -> list[Row]:
    """From a key in the box to the end of painting, against typing where there is next to nothing to find."""
    milliseconds: dict[str, list[float]] = {}
    small = make_workspace(OUT / "search-small.pmtui", 1)
    for name, place in (("full", path), ("small", small)):
        with opened(app(place), topics(1)) as terminal:
            terminal.press("/")  # not by opened: the box has a cursor that blinks, so it never comes to rest
            terminal.wait_until(lambda: "Search everything" in terminal.text, "the box", 60)
            for letter in "pending payment":
                milliseconds.setdefault(name, []).append(press(terminal, letter).last)
    what = f"key in the search box to last paint, {PIECES:,} pieces"
    return [ratio_row(what, "the same keys with one problem", 5, milliseconds["full"], milliseconds["small"], "ms")]


def _bare(uow: UnitOfWork, words: str) -> None:
    for name in ("problem_fts", "evidence_fts"):
        uow.connection.execute(
            f"SELECT rowid FROM {name} WHERE {name} MATCH ? ORDER BY rank LIMIT {SHOWN}", (words,)
        ).fetchall()


def _bare_scan(uow: UnitOfWork, pattern: str) -> None:
    for table, columns in (("problem", ("title", "statement", "notes")), ("evidence", ("text", "source", "author"))):
        condition = " OR ".join(f"{column} LIKE ?1" for column in columns)
        uow.connection.execute(f"SELECT id FROM {table} WHERE {condition} LIMIT 50", (pattern,)).fetchall()


def _texts(count: int) -> Iterator[str]:
    chance = random.Random(count)
    sentences = []
    for path, column in ((LABELLED, "text"), (_REVIEWS, "Content")):
        with path.open(newline="", encoding="utf-8") as file:
            sentences += [row[column] for row in csv.DictReader(file) if row[column]]
    for _ in range(count):
        name = "".join(chance.choices(("ze", "phyr", "ka", "lo", "mi", "ranta", "bu", "tor"), k=3))
        yield f"{chance.choice(sentences)} {chance.choice(sentences)[:300]} {name} {chance.randint(1, 5_000)}"
