"""Importing strategy pages, and taking our own page back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.objective import PILLARS
from pmtui.domain.strategy import BOXES
from pmtui.domain.text import shown_line
from pmtui.importers.markdown_strategy import read_strategy
from pmtui.services.example import LoadExample
from pmtui.services.history import newest_steps
from pmtui.services.importing.report import ImportReport
from pmtui.services.key_results import AddKeyResult
from pmtui.services.objectives import AddObjective, DeleteObjective, LinkObjective
from pmtui.services.problems import AddProblem
from pmtui.services.strategy import SetBox
from pmtui.services.strategy_imports import ImportStrategy, StrategyFile, read_strategy_file
from pmtui.services.strategy_pages import strategy_markdown
from pmtui.services.strategy_views import ObjectiveView, strategy_page
from pmtui.services.workspace import Command, Workspace
from tests.builders import HOSTILE, Clock, digest
from tests.export.judge import HOSTILE as HOSTILE_MARKDOWN
from tests.export.judge import pieces


def take(workspace: Workspace, text: str) -> ImportReport:
    command = ImportStrategy(StrategyFile("page.md", read_strategy(text)))
    workspace.run(command)
    return command.reports[-1]


def page(workspace: Workspace) -> str:
    return workspace.ask(strategy_markdown)


def test_the_example_comes_back_from_its_own_page_as_it_was(memory: Workspace) -> None:
    memory.run(LoadExample())
    written = page(memory)
    report = take(memory, written)
    assert (report.created, report.updated, report.skipped, report.warnings) == ({}, {}, 0, ())
    for number in (1, 2, 3):
        memory.run(DeleteObjective(number))
    for code in BOXES:
        memory.run(SetBox(code, ""))
    report = take(memory, written)
    assert (report.created["strategy_box"], report.created["objective"], report.created["key_result"]) == (18, 3, 9)
    renumbered = page(memory)
    for before, after in [
        *((f"O-{n} ", f"O-{n + 3} ") for n in (1, 2, 3)),
        *((f"K-{n} ", f"K-{n + 9} ") for n in range(9, 0, -1)),
    ]:
        written = written.replace(before, after)
    assert renumbered == written


TEXTS = st.lists(
    st.sampled_from(
        ["# Price", "## O-1 Vision", "- one", "  - two: 3", "P-1 Keys (strongly)", "1. first", "plain *words*", "a | b"]
    ),
    min_size=1,
    max_size=5,
).map("\n\n".join)
LINES = st.text(alphabet="ab c*_|[]#-:O1.", min_size=1, max_size=20).filter(
    lambda text: any(letter in "abc" for letter in text)
)
FIGURES = st.one_of(
    st.just(""), st.integers(-1000, 100_000).map(str), st.floats(0.01, 99).map(lambda value: f"{value:.2f}")
)
COMMANDS = st.lists(
    st.one_of(
        st.builds(SetBox, st.sampled_from([code for code in BOXES if code != "lifecycle_stage"]), TEXTS),
        st.builds(AddObjective, LINES, st.sampled_from(["", *PILLARS]), TEXTS),
        st.builds(
            AddKeyResult,
            st.integers(1, 3),
            LINES,
            st.fixed_dictionaries(
                {
                    "unit": st.sampled_from(["", "%", "a week"]),
                    "baseline": FIGURES,
                    "target": FIGURES,
                    "current": FIGURES,
                }
            ),
        ),
        st.builds(LinkObjective, st.just((1,)), st.integers(1, 3), st.sampled_from([1.0, 2.0])),
    ),
    max_size=8,
)


@given(COMMANDS)
def test_any_strategy_is_the_same_after_export_and_import_into_an_empty_workspace(commands: list[Command]) -> None:
    first, second = Workspace.in_memory(Clock()), Workspace.in_memory(Clock())
    first.run(AddProblem("Keys (strongly) get lost"))
    second.run(AddProblem("Keys (strongly) get lost"))
    titles: set[str] = set()
    for command in commands:
        title = getattr(command, "title", None)
        if title is not None:  # they are known by their titles
            same = " ".join(title.casefold().split())
            if same in titles:
                continue
            titles.add(same)
        try:
            first.run(command)
        except Refusal:  # an objective that is not there yet
            continue
    take(second, page(first))
    before, after = (workspace.ask(strategy_page) for workspace in (first, second))
    assert dict(after.boxes) == dict(before.boxes)
    assert len(after.objectives) == len(before.objectives)
    for one, other in zip(before.objectives, after.objectives, strict=True):
        assert (other.objective.title, other.objective.pillar) == (one.objective.title, one.objective.pillar)
        assert other.objective.notes == one.objective.notes
        assert [(r.title, r.unit, r.baseline, r.target, r.current) for r in other.key_results] == [
            (r.title, r.unit, r.baseline, r.target, r.current) for r in one.key_results
        ]
        assert other.problems == one.problems
    for workspace in (first, second):
        workspace.close()


WORDS = st.sampled_from([*HOSTILE, *HOSTILE_MARKDOWN])


@given(
    st.dictionaries(st.sampled_from([code for code in BOXES if code != "lifecycle_stage"]), WORDS, max_size=6),
    st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), max_size=3),
)
def test_hostile_words_come_back_in_every_box_objective_and_key_result(
    boxes: dict[str, str], objectives: list[tuple[str, str, str, str]]
) -> None:
    first, second = Workspace.in_memory(Clock()), Workspace.in_memory(Clock())
    for code, text in boxes.items():
        first.run(SetBox(code, text))
    for number, (title, notes, result, unit) in enumerate(objectives, 1):
        first.run(AddObjective(f"{title} {number}", notes=notes))
        first.run(AddKeyResult(number, f"{number} {result}", {"unit": unit, "baseline": "1", "target": "3"}))
    written = page(first)
    take(second, written)
    assert as_read(page(second)) == as_read(written)
    before, after = (workspace.ask(strategy_page) for workspace in (first, second))
    assert [shown_texts(one) for one in after.objectives] == [shown_texts(one) for one in before.objectives]
    assert after.boxes.keys() == before.boxes.keys()
    for workspace in (first, second):
        workspace.close()


def as_read(markdown: str) -> list[tuple[str, str]]:
    """What a reader of Markdown sees."""
    return [(token.type, token.content) for token in pieces(markdown) if token.type != "inline"]


def shown_texts(one: ObjectiveView) -> list[str]:
    """The lines of an objective as a screen shows them."""
    texts = (one.objective.title, *(text for each in one.key_results for text in (each.title, each.unit)))
    return [" ".join(shown_line(text).split()) for text in texts]


@pytest.mark.parametrize("title", ["---", "-", "***", "*all*", "**x**", "_", "a | b"])
def test_a_key_result_is_called_what_it_was_called(memory: Workspace, title: str) -> None:
    memory.run(AddObjective("Trust"))
    memory.run(AddKeyResult(1, title, {"unit": "**"}))
    written = page(memory)
    memory.run(DeleteObjective(1))
    take(memory, written)
    (result,) = memory.ask(lambda uow: uow.key_results.all())
    assert (result.title, result.unit) == (title, "**")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_taken_and_a_second_import_changes_nothing(memory: Workspace, text: str) -> None:
    memory.run(SetBox("vision", text))
    memory.run(AddObjective(f"x {text}", notes=text))
    take(memory, page(memory))
    once = page(memory)
    take(memory, once)
    before = memory.ask(digest)
    take(memory, page(memory))
    assert memory.ask(digest) == before


def test_what_is_written_already_is_replaced_and_said(memory: Workspace) -> None:
    memory.run(SetBox("vision", "Old"))
    report = take(memory, "# Strategy\n## Vision\nNew\n## Price\n22\n## Roadmap\nLater\n")
    assert memory.ask(strategy_page).boxes == {"vision": "New", "price": "22"}
    assert (report.created, report.updated, report.skipped) == ({"strategy_box": 1}, {"strategy_box": 1}, 1)
    told = [(warning.kind, warning.column, warning.example) for warning in report.warnings]
    assert told == [
        ("what was written there is replaced; undo brings it back", "Vision", "Old"),
        ("no box of the strategy: left out", "line 6: Roadmap", "Later"),
    ]
    memory.undo()
    assert memory.ask(strategy_page).boxes == {"vision": "Old"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("# Strategy\n## Vision\nNew\n", "Changed 1 box of the strategy from page.md"),
        ("# Strategy\n## Price\n22\n", "Imported 1 box of the strategy from page.md"),
        ("# Strategy\n## Vision\nNew\n## Price\n22\n", "Imported 1 box of the strategy from page.md; changed 1 box"),
    ],
)
def test_the_step_is_called_after_what_is_new_and_what_it_changed(memory: Workspace, text: str, label: str) -> None:
    memory.run(SetBox("vision", "Old"))
    take(memory, text)
    assert memory.ask(newest_steps)[0].label.startswith(label)


def test_objectives_and_key_results_are_known_by_their_titles(memory: Workspace) -> None:
    memory.run(AddObjective("Grow", "funding", "Notes"))
    memory.run(AddKeyResult(1, "Visits", {"baseline": "1", "target": "9", "current": "2"}))
    report = take(
        memory, "# OKRs\n## Objectives\n### grow\n| Key result | Now |\n|---|---|\n| visits | 5 |\n| Calls | 3 |\n"
    )
    (view,) = memory.ask(strategy_page).objectives
    assert [(result.title, result.current) for result in view.key_results] == [("Visits", 5), ("Calls", 3)]
    assert (view.objective.pillar, view.objective.notes) == ("funding", "Notes")
    assert (report.created, report.updated) == ({"key_result": 1}, {"key_result": 1})


def test_a_number_that_is_none_is_said_and_takes_nothing_else_with_it(memory: Workspace) -> None:
    report = take(memory, "# OKRs\n## Objectives\n### Grow\n| Key result | Target |\n|---|---|\n| Visits | many |\n")
    assert [result.title for result in memory.ask(strategy_page).objectives[0].key_results] == ["Visits"]
    assert "is not a number" in report.warnings[0].kind


def test_a_link_to_a_problem_that_is_another_one_here_is_left_out_and_said(memory: Workspace) -> None:
    memory.run(AddProblem("Something else"))
    report = take(
        memory, "# A: strategy\n\n## Objectives\n\n### O-1 Grow\n\nServed by:\n\n- P-1 Keys get lost (partly)\n"
    )
    assert memory.ask(strategy_page).objectives[0].problems == ()
    assert ("P-1", "Keys get lost") in [(warning.column, warning.example) for warning in report.warnings]


def test_only_pages_that_look_like_it_are_taken_for_a_strategy(tmp_path: Path) -> None:
    for name, text, is_page in (
        ("a.md", "# Our strategy\n## Vision\nx", True),
        ("b.md", "# Ann\n## Goals\nx", False),
        ("c.csv", "# Our strategy\n## Vision\nx", False),
    ):
        (tmp_path / name).write_text(text)
        assert (read_strategy_file(tmp_path / name) is not None) is is_page
    assert read_strategy_file(tmp_path / "b.md", surely=True) is not None
    (tmp_path / "d.md").write_text("# Hello\nthere")
    with pytest.raises(Refusal, match="No box of the strategy"):
        read_strategy_file(tmp_path / "d.md", surely=True)
    with pytest.raises(Refusal, match="can't be read"):
        read_strategy_file(tmp_path / "none.md", surely=True)
