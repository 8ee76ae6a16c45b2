"""Makes the files that are measured: workspaces and tables of any size, the same every time."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pmtui.domain.changes import Outcome
from pmtui.services.workspace import now
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

OUT = Path(__file__).parent / "out"
PIECES_A_PROBLEM = 10
_VOCABULARY = (
    "invoice key cleaner visit window late price app password calendar team report export filter slow missing "
    "reminder customer address payment photo signature route holiday contract quote tax sync offline"
)
_WORDS = _VOCABULARY.split()
_DAY = "2026-01-15T09:00:00Z"
_IMPACTS = (0.25, 0.5, 1.0, 2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Fill:
    """Problems with estimates, lanes, tags, and ten pieces of evidence each."""

    problems: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them into an empty workspace."""
        chance = random.Random(self.problems)
        lanes = [lane.id for lane in uow.lanes.all(order="position")]
        criteria = {criterion.code: criterion.id for criterion in uow.criteria.all()}
        numbers = range(1, self.problems + 1)
        insert = uow.connection.executemany
        insert("INSERT INTO tag (id, name) VALUES (?, ?)", list(enumerate(_WORDS, 1)))
        insert(
            "INSERT INTO problem (id, title, lane_id, position, created_at, updated_at, statement, notes, need, "
            "horizon, horizon_reason, moscow, url, custom) VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', '', '{}')",
            (
                (n, f"Topic {n:05}: {words(chance, 5)}", lanes[n % len(lanes)], n * 1024, _DAY, _DAY, words(chance, 40))
                for n in numbers
            ),
        )
        insert(
            "INSERT INTO lane_change (problem_id, from_lane_id, to_lane_id, at) VALUES (?, NULL, ?, ?)",
            ((n, lanes[n % len(lanes)], _DAY) for n in numbers),
        )
        insert(
            "INSERT INTO problem_tag (problem_id, tag_id) VALUES (?, ?)",
            ((n, n % len(_WORDS) + 1) for n in numbers),
        )
        insert(
            "INSERT INTO estimate (problem_id, criterion_id, low, high, middle, central, made_on, origin, reason) "
            "VALUES (?, ?, ?, ?, NULL, ?, '2026-01-15', 'example', '')",
            (
                (n, criteria[code], value, value, value)
                for n in numbers
                for code, value in (
                    ("reach", float(chance.randint(10, 10_000))),
                    ("impact", chance.choice(_IMPACTS)),
                    ("rice_confidence", chance.choice((0.5, 0.8, 1.0))),
                    ("effort", float(chance.randint(1, 12))),
                )
            ),
        )
        insert(
            "INSERT INTO evidence (id, text, created_at, kind, evidence_type, quote, source, url, author, occurred_on, "
            "company_id, dismissed_reason, custom) "
            "VALUES (?, ?, ?, 'quote', 'anecdote', '', 'survey', '', '', '2026-01-10', NULL, '', '{}')",
            ((n, words(chance, 12), _DAY) for n in range(1, self.problems * PIECES_A_PROBLEM + 1)),
        )
        insert(
            "INSERT INTO problem_evidence (problem_id, evidence_id) VALUES (?, ?)",
            ((n, (n - 1) * PIECES_A_PROBLEM + piece) for n in numbers for piece in range(1, PIECES_A_PROBLEM + 1)),
        )
        return Outcome(f"Made {self.problems} problems")


def make_workspace(path: Path, problems: int) -> Path:
    """A workspace file of so many problems, in place of an older one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    Session.create(path, f"{problems} problems", now, fill=Fill(problems).run).close()
    return path


def make_table(path: Path, rows: int) -> Path:
    """A CSV file of so many customer wishes: id, title, description, status, created, votes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "title", "description", "status", "created", "votes"))
        writer.writerows(_wishes(rows))
    return path


def words(chance: random.Random, count: int) -> str:
    """So many words drawn by chance."""
    return " ".join(chance.choices(_WORDS, k=count))


def _wishes(rows: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(rows)
    for number in range(1, rows + 1):
        day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
        status = ("open", "planned", "done")[number % 3]
        yield number, words(chance, 6), words(chance, 25), status, day, chance.randint(0, 500)
