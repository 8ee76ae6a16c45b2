"""The bias view counts what counts, and its page shows hostile words as words."""

import pytest

from pmtui.services.bias import bias_markdown, bias_record, bias_view
from pmtui.services.evidence import AddEvidence
from pmtui.services.evidence_pages import evidence_markdown
from pmtui.services.evidence_triage import DismissEvidence, MarkQuote
from pmtui.services.personas import AddPersona
from pmtui.services.problems import AddProblem, SetField
from pmtui.services.workspace import Workspace
from tests.builders import HOSTILE
from tests.export.judge import harms, rows


@pytest.fixture
def heard(memory: Workspace) -> Workspace:
    memory.run(AddPersona("Parents", {"population": "900"}))
    memory.run(AddPersona("Owners", {"population": "100"}))
    memory.run(AddPersona("Cleaners", {"population": "200"}))
    memory.run(AddProblem("Slow"))
    memory.run(AddProblem("Dear"))
    memory.run(AddEvidence("It takes an hour", company="Acme", persona=2, occurred_on="2026-02-20", problems=(1,)))
    memory.run(AddEvidence("It takes a day", company="Acme", persona=2, occurred_on="2025-02-20", problems=(1,)))
    memory.run(AddEvidence("Too dear", company="Acme", persona=1, problems=(2,)))
    memory.run(AddEvidence("Too dear for me", company="Globex", problems=(2,), occurred_on="2026-01-01"))
    memory.run(AddEvidence("Spam", persona=3, problems=(1,)))
    memory.run(DismissEvidence((5,), "spam"))
    return memory


def test_it_says_who_is_heard_how_lately_and_what_one_customer_says(heard: Workspace) -> None:
    view = heard.ask(bias_view)
    assert [(view.names[one.persona], one.in_words) for one in view.hearings] == [
        ("Parents", "under-heard"),
        ("Cleaners", "not heard"),
        ("Owners", "over-heard"),
    ]
    assert (view.evidence, view.recent, view.undated, view.unspoken) == (4, 2, 1, 1)
    assert view.silent == (3,)
    assert [(one.id, one.pieces, one.customer) for one in view.single] == [(1, 2, "Acme")]


def test_closed_problems_are_no_single_source(heard: Workspace) -> None:
    heard.run(SetField((1,), "horizon", "declined", "too small"))
    assert heard.ask(bias_view).single == ()


def test_json_and_markdown_say_the_same(heard: Workspace) -> None:
    record, page = heard.ask(bias_record), heard.ask(bias_markdown)
    assert [(one["key"], one["heard"]) for one in record["personas"]] == [
        (row[0], row[5]) for row in rows(page) if row[0].startswith("U-")
    ]
    assert record["silent"] == ["U-3"]
    assert heard.ask(bias_markdown) == page


def test_an_empty_workspace_has_a_page_too(memory: Workspace) -> None:
    assert "0 pieces" in memory.ask(bias_markdown)
    assert memory.ask(bias_record)["recent_share"] is None


def test_the_evidence_of_a_problem_is_a_page_of_quotes_and_sources(heard: Workspace) -> None:
    heard.run(MarkQuote(1, "an hour"))
    page = heard.ask(evidence_markdown, 1)
    assert "> an hour" in page
    assert "It takes an hour" not in page
    assert "> It takes a day" in page
    assert "Spam" not in page
    assert "2 pieces from 1 customer" in page
    assert "anecdote" in page


def test_hostile_words_stay_words_on_both_pages(memory: Workspace) -> None:
    for text in HOSTILE:
        memory.run(AddPersona(f"x{text}"))
        memory.run(AddProblem(f"x{text}"))
    for number, text in enumerate(HOSTILE, 1):
        memory.run(
            AddEvidence(f"x{text}", source=f"x{text}", author=f"x{text}", company=f"x{text}", problems=(number,))
        )
        assert harms(memory.ask(evidence_markdown, number)) == []
    assert harms(memory.ask(bias_markdown)) == []
