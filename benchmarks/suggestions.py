"""Suggesting problems for evidence: how often they are right on labelled questions, and how long they take."""

import csv
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import OUT, PIECES_A_PROBLEM, make_workspace
from benchmarks.measure import ROOT
from benchmarks.report import Row, ratio_row
from pmtui.domain.changes import Outcome
from pmtui.domain.evidence import Evidence
from pmtui.domain.keys import Kind
from pmtui.domain.likeness import stems_of
from pmtui.domain.problem import Problem
from pmtui.services.suggestions import suggest_problems
from pmtui.services.workspace import Workspace
from pmtui.store.import_records import insert_all
from pmtui.store.queries.similarity import evidence_texts
from pmtui.store.unit_of_work import UnitOfWork

LABELLED = ROOT / "tests" / "files" / "imports" / "banking77-support-questions-10k.csv"
SEED, CONNECTED = 77, 10  # one question in ten is connected
PROBLEMS = 10_000
ROUNDS = 15
_DAY = "2026-01-15T09:00:00Z"
Ranked = Sequence[int]


@dataclass(frozen=True, slots=True)
class FillLabelled:
    """Labels as problems and questions as evidence, of which some are connected. Numbers follow the order given."""

    questions: Sequence[tuple[str, str]]
    labels: Sequence[str]
    connected: Sequence[int]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them into an empty workspace."""
        problems = (
            Problem(number, label.replace("_", " "), 1, number, _DAY, _DAY)
            for number, label in enumerate(self.labels, 1)
        )
        insert_all(uow.connection, Kind.PROBLEM, list(problems))
        pieces = (Evidence(number, text, _DAY) for number, (text, _) in enumerate(self.questions, 1))
        insert_all(uow.connection, Kind.EVIDENCE, list(pieces))
        uow.connection.executemany(
            "INSERT INTO problem_evidence (problem_id, evidence_id) VALUES (?, ?)",
            ((self.labels.index(self.questions[place][1]) + 1, place + 1) for place in self.connected),
        )
        return Outcome("Filled")


def rows(labelled: Path = LABELLED) -> list[Row]:
    """The rows of this part. labelled: a CSV file of text, category."""
    return [*quality_rows(labelled), *time_rows()]


def quality_rows(labelled: Path) -> list[Row]:
    """How often the first suggestion, and one of the first three, is wrong where one question in ten is connected."""
    with labelled.open(newline="", encoding="utf-8") as file:
        questions = [(row["text"], row["category"]) for row in csv.DictReader(file)]
    labels = sorted({label for _, label in questions})
    order = random.Random(SEED).sample(range(len(questions)), len(questions))
    connected, asked = order[: len(order) // CONNECTED], order[len(order) // CONNECTED :]
    workspace = Workspace.in_memory()
    workspace.run(FillLabelled(questions, labels, connected))
    truth = {place + 1: labels.index(questions[place][1]) + 1 for place in asked}
    ours = workspace.ask(_right, truth, _suggested)
    plain = workspace.ask(_right, truth, _most_alike)
    workspace.close()
    return [
        Row(
            f"{what}, {len(truth):,} questions, {len(labels)} problems",
            "the problem of the most alike text by FTS5 bm25",
            0.9,
            (1 - mine) / (1 - theirs),
            f"right {mine:.1%} against {theirs:.1%}",
        )
        for what, mine, theirs in zip(("wrong first suggestion", "right one not among three"), ours, plain, strict=True)
    ]


def time_rows() -> list[Row]:
    """The time of suggestions for one piece among many."""
    path = make_workspace(OUT / "suggestions.pmtui", PROBLEMS)
    workspace = Workspace.open(path)
    chance = random.Random(SEED)
    ours, plain = list[float](), list[float]()
    for _ in range(ROUNDS):
        piece = chance.randint(1, PROBLEMS * PIECES_A_PROBLEM)
        for query, seconds in ((suggest_problems, ours), (_bare, plain)):
            began = time.perf_counter()
            workspace.ask(query, (piece,))
            seconds.append((time.perf_counter() - began) * 1000)
    workspace.close()
    what = f"suggestions, {PROBLEMS:,} problems, {PROBLEMS * PIECES_A_PROBLEM:,} pieces"
    return [ratio_row(what, "one FTS5 bm25 query of the same words", 5, ours, plain, "ms")]


def _right(uow: UnitOfWork, truth: dict[int, int], ranked: Callable[[UnitOfWork, int], Ranked]) -> tuple[float, float]:
    first = three = 0
    for piece, problem in truth.items():
        found = ranked(uow, piece)
        first += problem in found[:1]
        three += problem in found[:3]
    return first / len(truth), three / len(truth)


def _suggested(uow: UnitOfWork, piece: int) -> Ranked:
    return [suggestion.problem for suggestion in suggest_problems(uow, (piece,), 3)]


def _most_alike(uow: UnitOfWork, piece: int) -> Ranked:
    """The problems of the most alike connected pieces or own texts, each counted once, by plain bm25."""
    words = _any_word(uow, piece)
    found = uow.connection.execute(
        "SELECT l.problem_id, evidence_fts.rank FROM evidence_fts JOIN problem_evidence l ON "
        "l.evidence_id = evidence_fts.rowid WHERE evidence_fts MATCH ? ORDER BY evidence_fts.rank LIMIT 60",
        (words,),
    ).fetchall()
    found += uow.connection.execute(
        "SELECT rowid, rank FROM problem_fts WHERE problem_fts MATCH ? ORDER BY rank LIMIT 60", (words,)
    ).fetchall()
    return list(dict.fromkeys(problem for problem, _ in sorted(found, key=lambda row: row[1])))


def _bare(uow: UnitOfWork, pieces: tuple[int, ...]) -> list[tuple[int]]:
    return uow.connection.execute(
        "SELECT rowid FROM evidence_fts WHERE evidence_fts MATCH ? ORDER BY rank LIMIT 60", (_any_word(uow, *pieces),)
    ).fetchall()


def _any_word(uow: UnitOfWork, piece: int) -> str:
    return " OR ".join(f'"{word}"' for word in stems_of(evidence_texts(uow.connection, (piece,))[piece]).values())
