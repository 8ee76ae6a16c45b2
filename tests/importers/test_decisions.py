"""Decisions out of Markdown and tables."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.export.decisions import DecisionPage, decision_markdown, decisions_markdown
from pmtui.importers import Draft
from tests.builders import HOSTILE
from tests.importers.reading import Outcome

FILES = Path(__file__).parent.parent / "files" / "imports"
MADR = """---
status: accepted
date: 2024-05-06
decision-makers: Ann, Bo
informed: Support
---

# Use key safes

## Context and Problem Statement

Keys get lost.

## Considered Options

* safes
* a desk

## Decision Outcome

Safes.

### Consequences

* Good: nobody waits

## More Information

A link.
"""
OURS = DecisionPage(
    key="D-1",
    title="Buy *key* safes",
    decided_on="2026-01-02T10:00:00Z",
    state="to review",
    texts={
        "context": "Keys get lost",
        "options": "- safes\n- a desk",
        "choice": "Safes",
        "reason": "Cheap",
        "driver": "Ann",
        "approver": "Bo_b",
        "contributors": "Cem, Di",
        "prediction": "Half as many",
        "review_on": "2027-01-15",
    },
    probability=0.8,
    problems=(("P-1", "Keys"),),
)


def decisions(text: str, name: str = "decisions.md") -> list[Draft]:
    return Outcome(text, name).drafts


@pytest.mark.parametrize(
    ("name", "title", "day", "status"),
    [
        ("govuk-aws-0002-hosting-platforms.md", "Hosting Platforms", "2017-06-30", "Accepted"),
        ("govuk-aws-0038-mongo-replacement.md", "Mongo Replacement by DocumentDB", "2019-10-17", "Approved"),
    ],
)
def test_real_records_give_title_date_status_context_and_choice(name: str, title: str, day: str, status: str) -> None:
    outcome = Outcome((FILES / name).read_text("utf-8"), name)
    assert (outcome.proposal.preset.name, outcome.proposal.target, outcome.complaints) == ("decisions", "decision", [])
    (draft,) = outcome.drafts
    assert (draft.values["title"], draft.values["created_at"], draft.custom) == (title, day, {"status": status})
    assert draft.values["context"].startswith(("We need to decide upon a platform", "GOV.UK uses MongoDB"))
    assert "\n\n## Consequences\n\n" in draft.values["choice"]


def test_several_who_decided_are_contributors_and_no_section_is_lost() -> None:
    (draft,) = decisions(MADR)
    values = draft.values
    assert (values["title"], values["contributors"], values["informed"]) == ("Use key safes", "Ann, Bo", "Support")
    assert (values["options"], values["created_at"]) == ("* safes\n* a desk", "2024-05-06")
    assert values["choice"] == "Safes.\n\n### Consequences\n\n* Good: nobody waits"
    assert values["context"] == "Keys get lost.\n\n## More Information\n\nA link."


@pytest.mark.parametrize("whole_log", [False, True])
def test_pages_of_our_own_bring_their_texts_back(whole_log: bool) -> None:
    other = DecisionPage("D-2", "Wait", texts={"choice": "Nothing yet"})
    text = decisions_markdown("Sparkle", (OURS, other), (), None) if whole_log else decision_markdown(OURS)
    found = decisions(text)
    first = found[0].values
    assert {name: first[name] for name in OURS.texts} == dict(OURS.texts)
    assert (first["title"], first["created_at"]) == ("Buy *key* safes", "2026-01-02")
    assert [draft.values["title"] for draft in found[1:]] == (["Wait"] if whole_log else [])


def test_a_table_of_decisions_is_recognised_and_two_approvers_are_refused() -> None:
    outcome = Outcome("Decision,Choice,Approver,Review on\nSafes,Buy,Ann,2027-01-15\nDesk,No,Ann and Bo,\nX,Y,,soon\n")
    assert outcome.proposal.target == "decision"
    assert [draft.values["review_on"] for draft in outcome.drafts] == ["2027-01-15"]
    assert [complaint.number for complaint in outcome.complaints] == [3, 4]


def test_what_holds_no_decision_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match="No persona, no decision and no strategy"):
        decisions("# Notes\n\nSome words.\n")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_read_or_refused(words: str) -> None:
    assert_read_or_refused(words)


@given(st.text(max_size=60))
def test_any_words_are_read_or_refused(words: str) -> None:
    assert_read_or_refused(words)


def assert_read_or_refused(words: str) -> None:
    text = f"# {words}\n\nStatus: {words}\n\n## Context\n\n{words}\n\n## Decision\n\n{words}\n\nEnd\n"
    with suppress(Refusal):
        outcome = Outcome(text.encode("utf-8", "replace"), "d.md")
        assert all(
            draft.values["title" if outcome.proposal.target == "decision" else "name"] for draft in outcome.drafts
        )


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "line", ["  " * 100_000 + "- x", "Date" + ":" * 200_000, "- Status" + "*" * 200_000, "# " + "#" * 200_000 + "x"]
)
def test_a_line_of_any_length_is_read_in_one_go(line: str) -> None:
    assert_read_or_refused(f"# Use key safes\n\n{line}\n")


def test_only_the_number_before_a_title_is_taken_off() -> None:
    record = "\n\nStatus: accepted\n\n## Context\n\nKeys\n\n## Decision\n\nSafes\n"
    titles = [decisions(f"# {title}{record}")[0].values["title"] for title in ("12. Use 3 safes", "Use 3 safes")]
    assert titles == ["Use 3 safes", "Use 3 safes"]
