"""A problem's confidence is made of the evidence that counts, by the newest version of the ladder."""

from datetime import date

import pytest

from pmtui.domain.confidence import Piece, confidence_parts, evidence_confidence
from pmtui.domain.errors import Refusal
from pmtui.services.confidence import EditLadder, confidences, confidences_of, newest_ladder, problem_confidence
from pmtui.services.details import problem_detail, why
from pmtui.services.duplicates import MergeEvidence
from pmtui.services.evidence import AddEvidence
from pmtui.services.evidence_triage import DismissEvidence, SetEvidenceField
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest

TODAY = date(2026, 3, 1)


@pytest.fixture
def heard(memory: Workspace) -> Workspace:
    """Problem 1: two interviews of one company, one of another, an undated ticket of an author."""
    add_problem(memory, "Slow")
    add_problem(memory, "Unheard")
    for text, kind, author, on, company in (
        ("It takes an hour", "interview note", "Ann", "2026-02-28", "Acme"),
        ("I wait and wait", "interview note", "Bob", "2025-03-01", "Acme"),
        ("Slow again", "interview note", "Cid", "2025-03-01", "Globex"),
        ("Too slow", "ticket", "Dora", "", ""),
    ):
        memory.run(AddEvidence(text, kind, "call", author, on, company, (1,)))
    return memory


def test_a_company_counts_once_a_type_and_a_year_halves_it(heard: Workspace) -> None:
    found = heard.ask(problem_confidence, 1)
    parts = {part.evidence_type: part for part in found.parts}
    assert parts["interview"].points == pytest.approx(0.35 * (0.5 ** (1 / 365) + 0.5))
    assert (parts["interview"].pieces, parts["anecdote"].pieces) == ((1, 3), (4,))
    assert parts["anecdote"].points == pytest.approx(0.35)
    assert found.value == pytest.approx(sum(part.points for part in found.parts))


def test_undated_evidence_counts_from_its_recording_and_is_named(heard: Workspace) -> None:
    assert heard.ask(problem_confidence, 1).undated == (4,)


def test_the_pieces_shown_reproduce_the_figure(heard: Workspace) -> None:
    found = heard.ask(problem_confidence, 1)
    shown = {number for part in found.parts for number in part.pieces}
    pieces = [
        Piece(piece.id, piece.evidence_type, str(piece.id), date.fromisoformat(piece.occurred_on or "2026-03-01"))
        for piece in heard.ask(lambda uow: uow.evidence.all())
        if piece.id in shown
    ]
    assert evidence_confidence(confidence_parts(pieces, heard.ask(newest_ladder), TODAY)) == found.value


def test_dismissed_and_merged_pieces_count_nowhere(heard: Workspace) -> None:
    heard.run(DismissEvidence((3,), "a joke"))
    heard.run(MergeEvidence(1, (2,)))
    found = heard.ask(problem_detail, 1)
    assert [part.pieces for part in found.confidence.parts] == [(4,), (1,)]
    assert (found.evidence_count, found.customer_count) == (2, 2)
    assert {view.id for view in found.evidence} == {1, 4}


def test_what_evidence_is_counts_not_how_often_it_is_said(heard: Workspace) -> None:
    before = heard.ask(problem_confidence, 1).value
    heard.run(AddEvidence("Slow, I said", "ticket", "call", "Dora", "2026-02-01", "", (1,)))
    assert heard.ask(problem_confidence, 1).value == before
    heard.run(SetEvidenceField((4,), "type", "test"))
    assert heard.ask(problem_confidence, 1).value > before


def test_a_problem_nobody_spoke_of_has_none(heard: Workspace) -> None:
    assert heard.ask(problem_confidence, 2).value == 0
    assert heard.ask(confidences) == {1: heard.ask(problem_confidence, 1).value}
    assert heard.ask(confidences_of, (2, 1)) == {1: heard.ask(problem_confidence, 1).value, 2: 0}


def test_the_detail_and_the_why_panel_say_the_same(heard: Workspace) -> None:
    assert heard.ask(problem_detail, 1).confidence == heard.ask(why, 1).confidence == heard.ask(problem_confidence, 1)


def test_an_edit_makes_a_new_version_that_counts_and_undo_takes_it_back(heard: Workspace) -> None:
    before, kept = heard.ask(problem_confidence, 1), heard.ask(digest)
    change = heard.run(EditLadder({"interview": ("1", "1")}, "730"))
    after = heard.ask(problem_confidence, 1)
    assert (before.ladder, after.ladder) == (1, 2)
    assert next(part for part in after.parts if part.evidence_type == "interview").points == 1
    heard.undo(change.step)
    assert heard.ask(digest) == kept
    heard.redo()
    assert heard.ask(problem_confidence, 1) == after


def test_an_edit_that_changes_nothing_makes_no_version(heard: Workspace) -> None:
    heard.run(EditLadder({"interview": ("0.35", "3.0")}, "365"))
    assert heard.ask(newest_ladder).version == 1


@pytest.mark.parametrize(
    ("steps", "half_life"),
    [
        ({"rumour": ("1", "1")}, ""),
        ({"test": ("three", "5")}, ""),
        ({"test": ("nan", "5")}, ""),
        ({"test": ("6", "5")}, ""),
        ({"test": ("1", "11")}, ""),
        ({"test": ("-1", "5")}, ""),
        ({}, "0"),
        ({}, "inf"),
        ({}, "long"),
    ],
)
def test_what_is_no_ladder_is_refused(heard: Workspace, steps: dict[str, tuple[str, str]], half_life: str) -> None:
    with pytest.raises(Refusal):
        heard.run(EditLadder(steps, half_life))
    assert heard.ask(newest_ladder).version == 1
