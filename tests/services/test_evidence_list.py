import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.duplicates import MergeEvidence
from pmtui.services.evidence import AddEvidence, ConnectEvidence
from pmtui.services.evidence_list import (
    GROUPS,
    ORDERS,
    STATES,
    evidence_list,
    evidence_page,
    evidence_rows,
    evidence_sheet,
    filter_choices,
    whole_list,
)
from pmtui.services.evidence_triage import DismissEvidence, MarkQuote
from pmtui.services.evidence_views import EvidenceFilter
from pmtui.services.personas import AddPersona
from pmtui.services.workspace import Workspace
from tests.builders import HOSTILE, add_problem


@pytest.fixture
def inbox(memory: Workspace) -> Workspace:
    add_problem(memory, "Keys get lost")
    memory.run(AddPersona("Busy parents"))
    for command in (
        AddEvidence("The key was lost", "ticket", "desk", "Ann", "2026-02-01", "Acme", tags=("key", "pain point")),
        AddEvidence("Invoice came late", "interview note", "call", "Bob", "2026-01-01", persona=1),
        AddEvidence("Spam 100%", "review", "App Store"),
        AddEvidence("The key was lost again", "ticket", "desk", occurred_on="2025"),
        AddEvidence("The key was lost", "ticket", "desk"),
    ):
        memory.run(command)
    memory.run(DismissEvidence((3,), "spam"))
    memory.run(ConnectEvidence((1,), (4,)))
    memory.run(MergeEvidence(1, (5,)))
    return memory


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (EvidenceFilter(), (1, 2)),
        (EvidenceFilter(order="oldest"), (2, 1)),
        (EvidenceFilter(state="connected"), (4,)),
        (EvidenceFilter(state="dismissed"), (3,)),
        (EvidenceFilter(state="duplicate"), (5,)),
        (EvidenceFilter(state="all", order="key"), (1, 2, 3, 4, 5)),
        (EvidenceFilter(state="all"), (5, 3, 1, 2, 4)),
        (EvidenceFilter(state="all", order="source"), (3, 2, 5, 1, 4)),
        (EvidenceFilter("KEY"), (1,)),
        (EvidenceFilter("ey lo ann"), (1,)),
        (EvidenceFilter("-key"), (2,)),
        (EvidenceFilter("#pain-point"), (1,)),
        (EvidenceFilter("-#key"), (2,)),
        (EvidenceFilter("is:dismissed"), (3,)),
        (EvidenceFilter("is:open", state="all"), (1, 2)),
        (EvidenceFilter("is:connected since:2025"), (4,)),
        (EvidenceFilter("100%", state="all"), (3,)),
        (EvidenceFilter(kind="ticket"), (1,)),
        (EvidenceFilter(type="interview"), (2,)),
        (EvidenceFilter(source="desk", state="all", order="key"), (1, 4, 5)),
        (EvidenceFilter(persona="U-1"), (2,)),
        (EvidenceFilter("persona:parents"), (2,)),
        (EvidenceFilter(company="acm"), (1,)),
        (EvidenceFilter(tag="key"), (1,)),
        (EvidenceFilter(since="2026-01-15"), (1,)),
        (EvidenceFilter(group="kind"), ("interview note", 2, "ticket", 1)),
        (EvidenceFilter(group="persona"), ("Busy parents", 2, "No persona", 1)),
    ],
    ids=repr,
)
def test_a_filter_shows_what_it_says(inbox: Workspace, wanted: EvidenceFilter, numbers: tuple[int | str, ...]) -> None:
    assert inbox.ask(evidence_list, wanted) == numbers


@pytest.mark.parametrize("wanted", [EvidenceFilter(state="x"), EvidenceFilter(order="x"), EvidenceFilter(group="x")])
def test_an_unknown_word_is_refused(inbox: Workspace, wanted: EvidenceFilter) -> None:
    with pytest.raises(Refusal, match="“x” is no"):
        inbox.ask(evidence_list, wanted)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("order", ORDERS)
def test_the_first_page_is_the_beginning_of_the_whole(inbox: Workspace, state: str, order: str) -> None:
    for group in ("", *GROUPS):
        wanted = EvidenceFilter(state=state, order=order, group=group)
        page = inbox.ask(evidence_page, wanted, 2)
        assert page.entries == inbox.ask(evidence_list, wanted)[: len(page.entries)]
        assert page.rows.keys() == {entry for entry in page.entries if isinstance(entry, int)}
        assert inbox.ask(whole_list, wanted) == (inbox.ask(evidence_list, wanted), 5)


@pytest.mark.parametrize("words", HOSTILE)
def test_odd_words_are_only_words(inbox: Workspace, words: str) -> None:
    inbox.ask(evidence_list, EvidenceFilter(words, source=words, company=words, tag=words))


def test_a_row_says_whose_words_they_are_and_what_became_of_them(inbox: Workspace) -> None:
    rows = inbox.ask(evidence_rows, (1, 2, 3, 4, 5, 99))
    assert [rows[number].customer for number in (1, 2, 3)] == ["Acme", "Bob", "App Store"]
    assert sorted(rows) == [1, 2, 3, 4, 5]
    assert (rows[1].tags, rows[4].problems, rows[3].dismissed_reason, rows[5].duplicate_of) == (
        ("key", "pain point"), 1, "spam", 1,
    )  # fmt: skip
    inbox.run(MarkQuote(1, "key was"))
    assert inbox.ask(evidence_rows, (1,))[1].words == "key was"


def test_the_sheet_has_everything_about_a_piece(inbox: Workspace) -> None:
    inbox.run(MarkQuote(1, "was lost"))
    sheet = inbox.ask(evidence_sheet, 1)
    assert (sheet.text, sheet.quote, sheet.highlights) == ("The key was lost", "was lost", ("was lost",))
    assert (sheet.company, sheet.persona, sheet.tags) == ("Acme", "", ("key", "pain point"))
    assert inbox.ask(evidence_sheet, 2).persona == "Busy parents"
    assert inbox.ask(evidence_sheet, 4).problems == ((1, "Keys get lost"),)
    with pytest.raises(Refusal, match="E-99"):
        inbox.ask(evidence_sheet, 99)


def test_a_filter_offers_what_there_is_the_most_used_first(inbox: Workspace) -> None:
    choices = inbox.ask(filter_choices)
    assert choices.sources == (("desk", 3), ("App Store", 1), ("call", 1))
    assert choices.kinds[0] == ("ticket", 3)
    assert choices.personas == ((1, "Busy parents"),)
    assert {name for name, _ in choices.tags} == {"key", "pain point"}
