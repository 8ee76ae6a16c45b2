"""Pages of decisions that were exported bring back what was predicted, how it turned out, and what hung together."""

import math
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmtui.domain.decision import OUTCOMES
from pmtui.services.decision_lists import decision_sheet
from pmtui.services.decision_pages import decision_markdown, decisions_markdown
from pmtui.services.decision_views import DecisionSheet
from pmtui.services.decisions import AddDecision, LinkDecision, ReviewDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from tests.builders import HOSTILE, Clock
from tests.services.conftest import Imports

LETTERS = "abcXYZ 019.,;:!?'()[]{}<>@#*_`~|$%&=+-/\\\"éß日"
LINE = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
NAME = st.sampled_from(["", "Ann", "Bo Berg", "C. D."])
PROBLEMS = ("Keys get *lost*", "Late <b>invoices</b> @ann :smile:", "1. No | time")
PIECES = ("I gave my key away", "Two\nlines [of](x) words", "# Never again")
DECISIONS = st.lists(
    st.fixed_dictionaries(
        {
            "title": LINE,
            "choice": LINE,
            "driver": NAME,
            "prediction": LINE,
            "review_on": st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
            "probability": st.none() | st.integers(0, 1000).map(lambda share: share / 1000),
            "outcome": st.sampled_from(["", *OUTCOMES]),
            "problems": st.sets(st.sampled_from([1, 2, 3])),
            "evidence": st.sets(st.sampled_from([1, 2, 3])),
            "supersedes": st.booleans(),
        }
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda decision: str(decision["title"]),
)


def new_workspace(clock: Clock) -> Workspace:
    workspace = Workspace.in_memory(clock=clock)
    for title in PROBLEMS:
        workspace.run(AddProblem(title))
    for words in PIECES:
        workspace.run(AddEvidence(words))
    return workspace


def kept(sheet: DecisionSheet) -> tuple[object, ...]:
    """What of a decision comes back."""
    row = sheet.row
    return (
        {name: text for name, text in sheet.texts.items() if text},
        sheet.outcome,
        [number for number, _ in sheet.problems],
        [piece.id for piece in sheet.evidence],
        sheet.supersedes[1] if sheet.supersedes else "",
        row.decided_on[:10],
        sheet.place,
    )


def record(workspace: Workspace, decision: dict[str, object], earlier: int | None) -> int:
    texts = {name: str(decision[name] or "") for name in ("title", "choice", "driver", "prediction", "review_on")}
    command = AddDecision(
        texts,
        decision["probability"],  # type: ignore[arg-type]  # as drawn
        tuple(sorted(decision["problems"])),  # type: ignore[call-overload]  # as drawn
        tuple(sorted(decision["evidence"])),  # type: ignore[call-overload]  # as drawn
        supersedes=earlier if decision["supersedes"] else None,
    )
    number = workspace.run(command).created
    assert number is not None
    if decision["outcome"]:
        workspace.run(ReviewDecision(number, decision["outcome"] == OUTCOMES[0]))
    return number


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DECISIONS)
def test_a_log_that_is_exported_and_imported_keeps_all_but_the_frozen_rankings(
    tmp_path: Path, drawn: list[dict[str, object]]
) -> None:
    before, after = new_workspace(Clock()), new_workspace(Clock("2026-09-01T09:00:00"))
    numbers: list[int] = []
    for decision in drawn:
        numbers.append(record(before, decision, numbers[-1] if numbers else None))
    report = Imports(after, tmp_path).run(before.ask(decisions_markdown), "decisions.md")
    assert (report.created, report.warnings) == ({"decision": len(drawn)}, ())
    sheets = {sheet.row.title: sheet for sheet in (before.ask(decision_sheet, number) for number in numbers)}
    for number in range(1, len(drawn) + 1):
        found = after.ask(decision_sheet, number)
        told = sheets[found.row.title]
        assert kept(found) == kept(told)
        assert (found.row.probability is None) == (told.row.probability is None)
        assert math.isclose(found.row.probability or 0, told.row.probability or 0)
    before.close()
    after.close()


def test_what_is_not_here_is_told_and_left_out(imports: Imports) -> None:
    before = new_workspace(Clock())
    before.run(AddDecision({"title": "Wait"}))
    before.run(AddDecision({"title": "Act", "choice": "Now"}, problems=(1,), evidence=(1,), supersedes=1))
    imports.workspace.run(AddProblem("Another problem under the key P-1"))
    report = imports.run(before.ask(decision_markdown, 2), "D-2.md")
    assert [(warning.kind, warning.column) for warning in report.warnings] == [
        ("not found here: not connected", column) for column in ("problems", "evidence", "supersedes")
    ]
    assert imports.workspace.ask(decision_sheet, 1).problems == ()


def test_a_problem_of_another_key_with_the_same_words_is_the_one_that_is_meant(imports: Imports) -> None:
    before = new_workspace(Clock())
    before.run(AddDecision({"title": "Act", "choice": "Now"}, problems=(1,)))
    imports.workspace.run(AddProblem("Something else"))
    imports.workspace.run(AddProblem(PROBLEMS[0]))
    imports.run(before.ask(decision_markdown, 1), "D-1.md")
    assert [number for number, _ in imports.workspace.ask(decision_sheet, 1).problems] == [2]


def test_a_newer_page_brings_what_was_reviewed_and_connected_since(imports: Imports) -> None:
    before = new_workspace(Clock())
    imports.workspace.run(AddProblem(PROBLEMS[0]))
    before.run(AddDecision({"title": "Act", "choice": "Now", "prediction": "Fewer"}, probability=0.8))
    imports.run(before.ask(decision_markdown, 1), "D-1.md")
    assert imports.run(before.ask(decision_markdown, 1), "D-1.md").step is None
    before.run(ReviewDecision(1, came_true=True, learned="It works"))
    before.run(LinkDecision(1, problems=(1,)))
    report = imports.run(before.ask(decision_markdown, 1), "D-1.md")
    found = imports.workspace.ask(decision_sheet, 1)
    assert report.updated == {"decision": 1}
    assert (found.outcome, found.texts["learned"], found.row.probability) == ("came true", "It works", 0.8)
    assert [number for number, _ in found.problems] == [1]


def test_words_that_break_careless_programs_come_back(imports: Imports) -> None:
    before = new_workspace(Clock())
    for number, words in enumerate(HOSTILE):
        before.run(AddDecision({"title": f"{number}", "choice": words, "prediction": words, "context": words}))
    report = imports.run(before.ask(decisions_markdown), "decisions.md")
    assert (report.created, report.refused) == ({"decision": len(HOSTILE)}, 0)


def test_the_frozen_ranking_and_the_fields_of_another_file_are_told_as_left_out(imports: Imports) -> None:
    before = new_workspace(Clock())
    before.run(SetEstimates(1, {"reach": "400", "impact": "2", "rice_confidence": "80%", "effort": "2"}))
    before.run(AddDecision({"title": "Act", "choice": "Now"}, freeze=True))
    before.run(AddDecision({"title": "Wait", "choice": "Later"}, freeze=True))
    report = imports.run(before.ask(decisions_markdown), "decisions.md")
    assert [(warning.kind, warning.count) for warning in report.warnings] == [("frozen ranking: left out", 2)]
    assert (report.rows, report.skipped, report.created) == (2, 0, {"decision": 2})
    page = before.ask(decision_markdown, 1) + "\n## Other fields\n\n| Field | Value |\n| --- | --- |\n| Team | Blue |\n"
    warnings = [warning.kind for warning in imports.run(page, "D-1.md").warnings]
    assert warnings == ["frozen ranking: left out", "table of other fields: left out"]
