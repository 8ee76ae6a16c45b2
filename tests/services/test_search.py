from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.changes import Outcome
from pmtui.domain.keys import KEY_LETTERS, Kind
from pmtui.domain.persona import Persona
from pmtui.domain.search_query import FIELDS, STATES
from pmtui.domain.text import clean_line
from pmtui.services.assumptions import AddAssumption
from pmtui.services.decisions import AddDecision
from pmtui.services.evidence import AddEvidence
from pmtui.services.experiments import AddExperiment
from pmtui.services.problems import AddProblem, SetField, TagProblems
from pmtui.services.search import SHOWN, Match, add_parts, search, search_all
from pmtui.services.solutions import AddSolution
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import HOSTILE, Clock


@dataclass(frozen=True)
class AddRea:
    """A persona with an accent in her name."""

    def run(self, uow: UnitOfWork) -> Outcome:
        uow.personas.add(Persona(0, "Réa", uow.now, uow.now, pains="Waits for keys"))
        return Outcome("Added U-1")


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    memory.run(AddProblem("Invoices arrive too late", "Busy people wait", tags=("billing",)))
    memory.run(AddProblem("Keys get lost", tags=("access",)))
    memory.run(AddEvidence("My invoice came after a month", "ticket", author="Ann", occurred_on="2026-02-10"))
    memory.run(AddEvidence("No café invoice in Zürich", "interview note", company="Acme Ltd", problems=(1,)))
    memory.run(AddEvidence("サポートに電話しても請求書が届かない", source="store"))
    memory.run(AddEvidence("Kein Wort über Rechnungsnummern", source="survey", occurred_on="2025-11-01"))
    return memory


def keys(workspace: Workspace, text: str) -> list[str]:
    return [match.key for match in workspace.ask(search_all, text).matches]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("invoice", ["P-1", "E-2", "E-1"]),
        ("INVOICE cafe zurich", ["E-2"]),
        ('"invoice came"', ["E-1"]),
        ('"came invoice"', []),
        ("invoi* -café", ["P-1", "E-1"]),
        ("late", ["P-1"]),
        ("acme", ["C-1"]),
        ("ann", ["E-1"]),
        ("bill", ["billing"]),
        ("請求書", ["E-3"]),
        ("書", ["E-3"]),
        ("nummer", ["E-4"]),
        ("no", ["E-2"]),
        ("P-2", ["P-2"]),
        ("e3", ["E-3"]),
        ("P-99", []),
        ("type:interview", ["E-2"]),
        ("kind:ticket invoice", ["E-1"]),
        ("company:C-1", ["E-2"]),
        ("company:acme", ["E-2"]),
        ("problem:P-1", ["E-2"]),
        ("tag:access", ["P-2"]),
        ("source:sur", ["E-4"]),
        ("until:2025 is:evidence", ["E-4"]),
        ("since:2026-02-10 until:2026-02 is:evidence", ["E-1"]),
        ("is:unconnected invoice is:evidence", ["E-1"]),
        ("is:open -tag:billing", ["P-2"]),
        ("is:company", ["C-1"]),
        ("-invoice", []),
        ("", []),
    ],
)
def test_it_finds_by_words_parts_fields_and_keys(filled: Workspace, text: str, found: list[str]) -> None:
    assert keys(filled, text) == found


@pytest.mark.parametrize("text", [*(f"{name}:2026-01" for name in FIELDS), *(f"is:{state}" for state in STATES)])
def test_every_field_asks_or_excludes(filled: Workspace, text: str) -> None:
    asked, excluded = set(keys(filled, f"{text} is:evidence")), set(keys(filled, f"-{text} is:evidence"))
    assert asked.isdisjoint(excluded)
    assert asked | excluded == {"E-1", "E-2", "E-3", "E-4"}


def test_what_is_typed_is_found_by_its_beginning(filled: Workspace) -> None:
    assert [match.key for match in filled.ask(search, "invoi", is_typing=True).matches] == ["P-1", "E-2", "E-1"]
    assert filled.ask(search, "invoi").matches == ()


def test_a_record_whose_key_was_typed_comes_before_what_holds_the_words(filled: Workspace) -> None:
    filled.run(AddEvidence("As P-2 says"))
    assert keys(filled, "p-2") == ["P-2", "E-5"]


def test_personas_are_found_by_all_they_say(memory: Workspace) -> None:
    memory.run(AddRea())
    assert keys(memory, "rea") == ["U-1"]
    assert keys(memory, "waits keys") == ["U-1"]
    assert keys(memory, "u-1") == ["U-1"]


def test_declined_problems_are_found_by_their_state(filled: Workspace) -> None:
    filled.run(SetField((2,), "horizon", "declined", "too small"))
    assert keys(filled, "is:declined") == ["P-2"]
    assert keys(filled, "is:open") == ["P-1"]


def test_a_search_sees_changes_and_their_undoing(filled: Workspace) -> None:
    filled.run(TagProblems((2,), add=("invoices",)))
    filled.run(AddEvidence("invoices again"))
    assert keys(filled, "invoices") == ["P-1", "E-5", "invoices"]
    filled.undo()
    filled.undo()
    assert keys(filled, "invoices") == ["P-1"]


def test_groups_say_how_many_there_are(memory: Workspace) -> None:
    for _ in range(SHOWN + 3):
        memory.run(AddEvidence("late again"))
    (group,) = memory.ask(search_all, "late").groups
    assert (group.kind, len(group.matches), group.heading) == (
        Kind.EVIDENCE,
        SHOWN,
        f"Evidence (first {SHOWN} of {SHOWN + 3})",
    )
    (parts,) = memory.ask(search_all, "agai").groups
    assert parts.heading == f"Evidence ({SHOWN}+)"


HOSTILE_WORKSPACE = Workspace.in_memory(Clock())
for _text in HOSTILE:
    HOSTILE_WORKSPACE.run(AddEvidence(_text))
    HOSTILE_WORKSPACE.run(AddProblem(clean_line(_text)[:500]))

_WORDS = st.sampled_from(
    (*HOSTILE, 'a"', "AND", "NOT", "NEAR(a b)", "text:x", "since:", "is:open", "^a", "{a}", "a*b", "-")
)


@given(st.text(max_size=50) | st.lists(_WORDS, max_size=5).map(" ".join), st.booleans())
def test_any_text_gives_an_answer(text: str, is_typing: bool) -> None:
    found = HOSTILE_WORKSPACE.ask(search, text, is_typing)
    HOSTILE_WORKSPACE.ask(add_parts, text, found, is_typing)


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip() and len(text) <= 100])
def test_a_hostile_text_finds_itself(text: str) -> None:
    found = HOSTILE_WORKSPACE.ask(search_all, f'"{clean_line(text)}"')
    assert found.matches or '"' in text or not clean_line(text).isprintable()


def test_the_key_of_any_kind_of_record_finds_it_and_one_of_no_record_finds_nothing(memory: Workspace) -> None:
    memory.run(AddDecision({"title": "Buy key safes", "reason": "Cheap"}))
    found = memory.ask(search_all, "d-1")
    assert found.keyed is not None
    assert (found.keyed.key, found.keyed.title.text) == ("D-1", "Buy key safes")
    for letter in KEY_LETTERS.values():
        assert memory.ask(search_all, f"{letter}-9").keyed is None


def test_solutions_are_found_by_their_words_and_those_of_their_assumptions_and_experiments_by_theirs(
    filled: Workspace,
) -> None:
    filled.run(AddSolution(2, "A key log", "Numbered tags"))
    filled.run(AddAssumption(1, "Cleaners confirm a handover"))
    filled.run(AddExperiment(1, "Paper sheet", texts={"method": "Fourteen cleaners"}))
    assert keys(filled, "tags numbered") == ["S-1"]
    assert keys(filled, "handover") == ["S-1"]
    assert keys(filled, "fourteen") == ["X-1"]
    assert keys(filled, "is:solution") == ["S-1"]
    assert keys(filled, "is:experiment") == ["X-1"]
    assert keys(filled, "s-1") == ["S-1"]
    assert keys(filled, "x1") == ["X-1"]


def test_decisions_are_found_by_all_their_words(filled: Workspace) -> None:
    filled.run(AddDecision({"title": "Buy safes", "reason": "Keys travel too far", "driver": "Bea"}, problems=(2,)))
    for words in ("travel far", "bea", "is:decision safes"):
        found = {match.key: match for match in search_all_groups(filled, words)}
        assert set(found) == {"D-1"}
    (match,) = search_all_groups(filled, "travel")
    assert (match.title.text, match.excerpt.marks != ()) == ("Buy safes", True)
    assert search_all_groups(filled, "is:decision safes -far") == []


def search_all_groups(workspace: Workspace, words: str) -> list[Match]:
    return [match for group in workspace.ask(search_all, words).groups for match in group.matches]
