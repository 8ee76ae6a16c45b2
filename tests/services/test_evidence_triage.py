import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.evidence import (
    AddEvidence,
    AddManyEvidence,
    ConnectEvidence,
    DeleteEvidence,
    EditEvidence,
)
from pmtui.services.evidence_triage import DismissEvidence, MarkQuote, SetEvidenceField, TagEvidence
from pmtui.services.personas import AddPersona
from pmtui.services.workspace import Command, Workspace
from tests.builders import add_problem, digest

NUMBERS = (1, 2, 3)


@pytest.fixture
def three(memory: Workspace) -> Workspace:
    add_problem(memory)
    memory.run(AddManyEvidence(("The key was lost.", "Nobody\nhad the key", "Late again"), AddEvidence("")))
    return memory


def test_many_pieces_come_in_as_one_step_with_what_they_have_in_common(memory: Workspace) -> None:
    memory.run(AddPersona("Owners"))
    common = AddEvidence("", "ticket", "desk", occurred_on="2026-02", persona=1, tags=("late", "key"))
    change = memory.run(AddManyEvidence(("One", "Two"), common))
    assert change.label == "Added 2 pieces of evidence"
    found = memory.ask(lambda uow: uow.evidence.all())
    assert [piece.text for piece in found] == ["One", "Two"]
    assert {(piece.kind, piece.source, piece.occurred_on, piece.persona_id) for piece in found} == {
        ("ticket", "desk", "2026-02", 1)
    }
    assert len(memory.ask(lambda uow: uow.evidence_tags.all())) == 4
    memory.undo()
    assert memory.ask(lambda uow: uow.evidence.all()) == []


def test_no_text_makes_no_piece(memory: Workspace) -> None:
    with pytest.raises(Refusal, match="no text"):
        memory.run(AddManyEvidence((), AddEvidence("")))


def test_a_dismissed_piece_says_why_and_can_be_taken_up_again(three: Workspace) -> None:
    assert three.run(DismissEvidence((1, 2), " spam\n")).label == "Dismissed 2 pieces: spam"
    assert [piece.dismissed_reason for piece in three.ask(lambda uow: uow.evidence.all())] == ["spam", "spam", ""]
    assert three.run(DismissEvidence((1,), "")).label == "Took E-1 up again"
    assert three.ask(lambda uow: uow.evidence.get(1)).dismissed_reason == ""


@pytest.mark.parametrize(
    ("name", "value", "column", "kept"),
    [
        ("type", "interview", "evidence_type", "interview"),
        ("kind", "review", "kind", "review"),
        ("source", " App Store ", "source", "App Store"),
        ("source", "", "source", ""),
        ("date", "2026-02", "occurred_on", "2026-02"),
        ("persona", "1", "persona_id", 1),
        ("persona", "", "persona_id", None),
        ("company", "Acme", "company_id", 1),
        ("company", "", "company_id", None),
    ],
)
def test_a_field_is_set_on_all_that_are_picked(
    three: Workspace, name: str, value: str, column: str, kept: object
) -> None:
    three.run(AddPersona("Owners"))
    three.run(SetEvidenceField(NUMBERS, name, value))
    assert {getattr(piece, column) for piece in three.ask(lambda uow: uow.evidence.all())} == {kept}


@pytest.mark.parametrize(
    "command",
    [
        SetEvidenceField(NUMBERS, "type", "rumour"),
        SetEvidenceField(NUMBERS, "type", ""),
        SetEvidenceField(NUMBERS, "kind", " "),
        SetEvidenceField(NUMBERS, "date", "yesterday"),
        SetEvidenceField(NUMBERS, "date", "2026-13"),
        SetEvidenceField(NUMBERS, "persona", "9"),
        SetEvidenceField(NUMBERS, "text", "x"),
        SetEvidenceField((1, 99), "source", "x"),
        DismissEvidence((1, 99), "spam"),
        TagEvidence((1, 99), ("x",)),
        DeleteEvidence((1, 99)),
        ConnectEvidence((1,), (1, 99)),
        MarkQuote(1, "not there"),
        MarkQuote(1, " "),
        EditEvidence(1, {"text": " "}),
    ],
    ids=repr,
)
def test_what_can_not_be_changes_nothing(three: Workspace, command: Command) -> None:
    before = three.ask(digest)
    with pytest.raises(Refusal):
        three.run(command)
    assert three.ask(digest) == before


def test_tags_are_put_on_once_and_taken_off_in_any_case(three: Workspace) -> None:
    three.run(TagEvidence((1, 2), ("#Late", "key")))
    three.run(TagEvidence(NUMBERS, ("late",), ("KEY", "unknown")))
    names = {tag.id: tag.name for tag in three.ask(lambda uow: uow.tags.all())}
    links = three.ask(lambda uow: uow.evidence_tags.all())
    assert sorted((link.evidence_id, names[link.tag_id]) for link in links) == [(1, "Late"), (2, "Late"), (3, "Late")]


def test_a_marked_fragment_is_the_quote_as_it_stands_in_the_text_and_the_ones_before_stay_marked(
    three: Workspace,
) -> None:
    three.run(MarkQuote(2, "nobody"[1:] + " had"))
    three.run(MarkQuote(2, "the key"))
    assert [mark.fragment for mark in three.ask(lambda uow: uow.highlights.all())] == ["obody\nhad", "the key"]
    assert three.ask(lambda uow: uow.evidence.get(2)).quote == "the key"


def test_marking_the_quote_again_takes_the_mark_off(three: Workspace) -> None:
    for words in ("the key", "had", "had"):
        three.run(MarkQuote(2, words))
    assert [mark.fragment for mark in three.ask(lambda uow: uow.highlights.all())] == ["the key"]
    assert three.ask(lambda uow: uow.evidence.get(2)).quote == "the key"
    three.run(MarkQuote(2, "the key"))
    assert three.ask(lambda uow: uow.evidence.get(2)).quote == ""


def test_a_quote_that_a_new_text_has_no_longer_is_gone(three: Workspace) -> None:
    for words in ("lost", "key"):
        three.run(MarkQuote(1, words))
    three.run(EditEvidence(1, {"text": "The key was found."}))
    assert three.ask(lambda uow: uow.evidence.get(1)).quote == "key"
    three.run(EditEvidence(1, {"text": "It was found."}))
    assert three.ask(lambda uow: uow.evidence.get(1)).quote == ""
    assert three.ask(lambda uow: uow.highlights.all()) == []


def test_another_kind_brings_its_type_unless_the_type_was_set_by_hand(three: Workspace) -> None:
    three.run(SetEvidenceField((2,), "type", "test"))
    for number in (1, 2):
        three.run(EditEvidence(number, {"kind": "interview note"}))
    assert [piece.evidence_type for piece in three.ask(lambda uow: uow.evidence.all())][:2] == ["interview", "test"]


def test_what_was_changed_meanwhile_is_not_overwritten(three: Workspace) -> None:
    with pytest.raises(Refusal, match="changed meanwhile"):
        three.run(EditEvidence(1, {"source": "mine"}, {"source": "older"}))


def test_deleting_takes_links_tags_and_marks_along(three: Workspace) -> None:
    three.run(ConnectEvidence((1,), NUMBERS))
    three.run(TagEvidence(NUMBERS, ("late",)))
    three.run(MarkQuote(1, "key"))
    assert three.run(DeleteEvidence((1, 2))).label == "Deleted 2 pieces"
    assert [link.evidence_id for link in three.ask(lambda uow: uow.problem_evidence.all())] == [3]
    assert three.ask(lambda uow: uow.highlights.all()) == []
