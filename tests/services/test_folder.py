"""A whole workspace as pages: complete, leading to one another, and the same each time."""

import difflib
import posixpath
import re
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.details import EVIDENCE_SHOWN, problem_detail, problem_details
from pmtui.services.evidence import AddEvidence
from pmtui.services.example import create_example
from pmtui.services.folder import FIRST_PAGE, workspace_folder
from pmtui.services.problems import EditProblem
from pmtui.services.rank_order import rank_order
from pmtui.services.workspace import Workspace
from pmtui.store.remembered import RememberingUnitOfWork
from tests.builders import HOSTILE, add_problem
from tests.export.judge import harms

_LINK = re.compile(r"\]\(((?:\.\./)?[^)#:<>\s]+\.md)(?:#([^)]*))?\)")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The example workspace, to be read."""
    path = tmp_path_factory.mktemp("example") / "example.pmtui"
    create_example(path)
    return Workspace.open(path)


def test_problems_read_together_are_told_as_each_alone(example: Workspace) -> None:
    order = example.ask(rank_order)
    numbers = [*order.ranks][::-1]
    together = example.ask(lambda uow: list(problem_details(uow, numbers, order.ranks)))
    assert together == [example.ask(problem_detail, number) for number in numbers]
    remembering = example.ask(
        lambda uow: list(problem_details(RememberingUnitOfWork(uow.connection, uow.now), numbers, order.ranks))
    )
    assert remembering == together


def test_each_of_many_problems_has_its_own_newest_evidence(memory: Workspace) -> None:
    for number in (1, 2):
        add_problem(memory, f"Problem {number}")
        for piece in range(EVIDENCE_SHOWN + 1):
            day = f"2026-01-{1 + piece % 28:02}"
            memory.run(AddEvidence(f"Piece {piece} of {number}", occurred_on=day, problems=(number,)))
    for detail in memory.ask(lambda uow: list(problem_details(uow, [2, 1], {}))):
        days = [view.occurred_on for view in detail.evidence]
        assert days == sorted(days, reverse=True)
        assert (len(days), detail.evidence_count) == (EVIDENCE_SHOWN, EVIDENCE_SHOWN + 1)
        assert all(view.words.endswith(f"of {detail.id}") for view in detail.evidence)
        assert f"Piece 0 of {detail.id}" not in {view.words for view in detail.evidence}  # the oldest


def test_every_record_with_a_key_stands_on_its_page(example: Workspace) -> None:
    pages = example.ask(workspace_folder).pages
    text = "\n".join(pages.values())
    for letter, records in (
        ("P", example.ask(lambda uow: uow.problems.all())),
        ("E", example.ask(lambda uow: uow.evidence.all())),
        ("U", example.ask(lambda uow: uow.personas.all())),
        ("D", example.ask(lambda uow: uow.decisions.all())),
    ):
        for record in records:
            assert re.search(rf"^#+ {letter}-{record.id}\b", text, re.MULTILINE)


def test_every_link_leads_to_a_page_and_to_a_heading_on_it(example: Workspace) -> None:
    pages = example.ask(workspace_folder).pages
    followed = 0
    for here, text in pages.items():
        for place, anchor in _LINK.findall(text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(here), place))
            assert target in pages, (here, place)
            if anchor:
                assert re.search(rf"^#+ {anchor}$", pages[target], re.MULTILINE | re.IGNORECASE), (here, anchor)
            followed += 1
    assert followed > 500


def test_each_item_of_the_roadmap_leads_to_its_problem(example: Workspace) -> None:
    items = re.split(r"^### (?=P-)", example.ask(workspace_folder).pages["roadmap.md"], flags=re.MULTILINE)[1:]
    assert len(items) > 10
    for item in items:
        key = item.split()[0]
        assert f"[{key}](problems/{key}.md)" in item


def test_every_page_can_be_reached_from_the_first(example: Workspace) -> None:
    pages = example.ask(workspace_folder).pages
    seen, waiting = set[str](), [FIRST_PAGE]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            folder = posixpath.dirname(here)
            waiting += [posixpath.normpath(posixpath.join(folder, place)) for place, _ in _LINK.findall(pages[here])]
    assert seen == pages.keys()


def test_the_same_workspace_gives_the_same_bytes_whatever_the_day(example: Workspace) -> None:
    later = Workspace.open(example.path, clock=lambda: "2031-05-05T12:00:00Z")
    assert later.ask(workspace_folder) == example.ask(workspace_folder)
    later.close()


def test_one_changed_field_changes_few_lines(tmp_path: Path) -> None:
    create_example(tmp_path / "example.pmtui", clock=lambda: "2026-06-01T09:00:00Z")
    workspace = Workspace.open(tmp_path / "example.pmtui", clock=lambda: "2026-06-01T10:00:00Z")
    workspace.run(EditProblem(1, {"notes": "One line"}))  # the day of the newest step is that of all ages
    before = workspace.ask(workspace_folder).pages
    workspace.run(EditProblem(1, {"notes": "One line more"}))
    after = workspace.ask(workspace_folder).pages
    changed = [
        line
        for place in before.keys() | after.keys()
        for line in difflib.unified_diff(before[place].splitlines(), after[place].splitlines(), lineterm="", n=0)
        if line[0] in "+-" and line[:3] not in ("+++", "---")
    ]
    assert any("One line more" in line for line in changed)
    assert len(changed) < 8
    workspace.close()


def test_hostile_words_name_no_file_and_do_no_harm(memory: Workspace) -> None:
    for words in HOSTILE:
        number = add_problem(memory, f"x{words}"[:500], statement=words[:2000], notes=words[:2000])
        memory.run(AddEvidence(f"x{words}"[:2000], author=words[:200], company=words[:200], problems=(number,)))
    pages = memory.ask(workspace_folder).pages
    assert all(re.fullmatch(r"([a-z]+/)?[A-Za-z0-9-]+\.md", place) for place in pages)
    for text in pages.values():
        assert not list(harms(text))


def test_an_export_that_is_stopped_ends_in_words(example: Workspace) -> None:
    with pytest.raises(Refusal, match="stopped"):
        example.ask(workspace_folder, lambda _share: False)


def test_a_snapshot_keeps_what_was_true_when_it_was_taken(memory: Workspace) -> None:
    add_problem(memory, "Before")
    snapshot = memory.snapshot()
    add_problem(memory, "After")
    assert [problem.title for problem in snapshot.ask(lambda uow: uow.problems.all())] == ["Before"]
    assert snapshot.read_only
    with pytest.raises(Refusal):
        add_problem(snapshot, "Never")
