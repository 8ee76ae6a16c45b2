"""The example workspace arrives whole, dated up to today, with an empty history."""

import json
from collections import Counter
from contextlib import closing
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from pmtui.domain.differences.difference import GROUPS
from pmtui.domain.errors import Refusal
from pmtui.domain.reach import FROM_PERSONAS
from pmtui.services.bias import bias_view
from pmtui.services.board_lists import board_view
from pmtui.services.changes import changes_between
from pmtui.services.confidence import problem_confidence
from pmtui.services.duplicates import likely_duplicates
from pmtui.services.example import LoadExample, create_example
from pmtui.services.history import newest_steps
from pmtui.services.lists import problem_list
from pmtui.services.past import find_past
from pmtui.services.problem_personas import problem_personas
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import digest

NOW = "2031-02-28T07:30:00Z"
SHIFT = date(2031, 2, 28) - date(2026, 11, 20)


def read(name: str) -> Any:
    return json.loads((files("pmtui.samples") / "sparkle" / f"{name}.json").read_text(encoding="utf-8"))


def evidence() -> Any:
    return [*read("evidence"), read("triage")["sent_twice"]]


def moved(day: str) -> str:
    return (date.fromisoformat(day) + SHIFT).isoformat()


RESULTS = [each for solution in read("solutions")["solutions"] for each in solution["experiments"] if each["evidence"]]
"""The experiments whose results became evidence."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    path = tmp_path_factory.mktemp("example") / "example.pmtui"
    create_example(path, clock=lambda: NOW)
    return Workspace.open(path, clock=lambda: NOW)


def test_every_problem_has_the_number_and_the_texts_of_the_sample(example: Workspace) -> None:
    kept = example.ask(lambda uow: uow.problems.all())
    assert [(problem.id, problem.title, problem.statement, problem.horizon) for problem in kept] == [
        (problem["id"], problem["title"], problem["statement"], problem["horizon"]) for problem in read("problems")
    ]


def test_all_dates_move_by_the_same_whole_days_so_that_the_last_is_today(example: Workspace) -> None:
    kept = example.ask(lambda uow: uow.evidence.all())
    results = example.ask(lambda uow: [each for each in uow.experiments.all() if each.evidence_id is not None])
    dates = [moved(piece["date"]) for piece in evidence()]
    assert [piece.occurred_on for piece in kept] == [*dates, *(experiment.ended_on for experiment in results)]
    created = example.ask(lambda uow: [problem.created_at[:10] for problem in uow.problems.all()])
    assert created == [moved(problem["created"]) for problem in read("problems")]
    assert all(piece.created_at < NOW for piece in kept)


def test_every_card_has_passed_through_its_lanes_on_their_days(example: Workspace) -> None:
    def passed(uow: UnitOfWork) -> dict[int, list[tuple[str, str]]]:
        names = {lane.id: lane.name for lane in uow.lanes.all()}
        found: dict[int, list[tuple[str, str]]] = {}
        before: dict[int, int] = {}
        for change in uow.lane_changes.all():
            assert change.from_lane_id == before.get(change.problem_id)
            before[change.problem_id] = change.to_lane_id
            found.setdefault(change.problem_id, []).append((names[change.to_lane_id], change.at[:10]))
        return found

    assert example.ask(passed) == {
        problem["id"]: [
            (lane, moved(day)) for lane, day in (("Inbox", problem["created"]), *map(tuple, problem["history"]))
        ]
        for problem in read("problems")
    }


def test_lanes_have_their_cards_and_limits_and_the_last_to_enter_stands_on_top(example: Workspace) -> None:
    problems = {problem["id"]: problem for problem in read("problems")}
    for lane in example.ask(board_view).lanes:
        assert {problems[number]["lane"] for number in lane.card_ids} == {lane.name}
        assert lane.wip_limit == read("workspace")["lanes"].get(lane.name)
        entered = [
            problems[number]["history"][-1][1] if problems[number]["history"] else problems[number]["created"]
            for number in lane.card_ids
        ]
        assert entered == sorted(entered, reverse=True)


def test_it_is_ranked_and_lost_keys_come_first(example: Workspace) -> None:
    listed = example.ask(problem_list, ProblemFilter())
    first = next(entry for entry in listed.entries if isinstance(entry, int))
    assert example.ask(lambda uow: uow.problems.get(first).title) == "Keys get lost between cleaners"
    assert listed.ranked > 20
    assert listed.unscored >= 3


def test_estimates_say_that_they_come_from_the_example(example: Workspace) -> None:
    kept = example.ask(lambda uow: uow.estimates.all())
    assert len(kept) == sum(len(scored["estimates"]) for scored in (*read("problems"), *read("lenses")))
    taken = [estimate for estimate in kept if estimate.origin == FROM_PERSONAS]
    assert {estimate.problem_id for estimate in taken} == set(read("triage")["reach_from_personas"])
    kept = [estimate for estimate in kept if estimate not in taken]
    assert {estimate.origin for estimate in kept} == {"example"}
    assert all(estimate.made_on <= NOW[:10] for estimate in kept)
    reasons = Counter(
        reason
        for problem in read("problems")
        for code, reason in problem["reasons"].items()
        if code != "reach" or problem["id"] not in read("triage")["reach_from_personas"]
    )
    assert Counter(estimate.reason for estimate in kept if estimate.reason) == reasons


def test_evidence_is_connected_to_its_problems_and_customers(example: Workspace) -> None:
    def links(uow: UnitOfWork) -> list[tuple[int, int]]:
        return [(link.evidence_id, link.problem_id) for link in uow.problem_evidence.all()]

    def customers(uow: UnitOfWork) -> list[str]:
        names = {company.id: company.name for company in uow.companies.all()}
        return [names[piece.company_id] if piece.company_id else "" for piece in uow.evidence.all()]

    pieces = evidence()
    assert sorted(example.ask(links))[: -len(RESULTS)] == sorted(
        (number, problem) for number, piece in enumerate(pieces, 1) for problem in piece["problems"]
    )
    assert example.ask(customers) == [piece["company"] for piece in pieces] + [""] * len(RESULTS)
    assert example.ask(lambda uow: len(uow.companies.all())) == len(read("companies"))


def test_every_screen_has_something_true_to_show(example: Workspace) -> None:
    view = example.ask(bias_view)
    assert 4 <= len(view.hearings) <= 6
    assert {one.in_words for one in view.hearings} >= {"over-heard", "under-heard", "not heard"}
    assert len(view.silent) == 1
    assert view.single
    assert 0 < view.recent < view.evidence
    assert example.ask(lambda uow: [piece.id for piece in uow.evidence.all() if piece.dismissed_reason])
    texts = {piece.id: piece.text for piece in example.ask(lambda uow: uow.evidence.all())}
    marked = example.ask(lambda uow: uow.highlights.all())
    assert all(highlight.fragment in texts[highlight.evidence_id] for highlight in marked)
    assert example.ask(likely_duplicates, len(evidence()), 5)
    assert not example.ask(problem_personas, 10).disagrees
    assert example.ask(problem_confidence, 12).value > 3


def test_history_ends_with_every_row_as_it_was_put_in(example: Workspace) -> None:
    at_once = Workspace.in_memory(lambda: NOW)
    at_once.run(LoadExample())
    rows, kept = at_once.ask(digest), example.ask(digest)
    assert [kind for kind in rows if rows[kind] != kept[kind]] == ["workspace"]  # its name, and when it began
    at_once.close()


def test_each_step_of_its_past_has_its_day_and_what_changed_since_can_be_told(example: Workspace) -> None:
    steps = example.ask(newest_steps)
    days = [step.at for step in steps]
    assert days == sorted(days, reverse=True)
    assert moved(read("workspace")["history_begins"]) <= days[-1] < days[0] < NOW
    found = changes_between(example, moved(read("workspace")["history_begins"]))
    assert {one.group for one in found.found} == set(GROUPS)
    assert [one.key for one in found.of_group("rescored")] == ["P-7"]  # P-2 was estimated anew within its noise


def test_the_past_of_the_example_can_be_undone_to_its_beginning_and_done_again(tmp_path: Path) -> None:
    path = tmp_path / "example.pmtui"
    create_example(path)
    workspace = Workspace.open(path)
    whole, steps = workspace.ask(digest), workspace.ask(newest_steps)
    workspace.go_to(0, steps[0].id)
    assert workspace.ask(newest_steps)[0].id > steps[0].id
    workspace.go_to(steps[0].id, workspace.ask(newest_steps)[0].id)
    assert workspace.ask(digest) == whole
    workspace.close()


def test_made_today_nothing_lies_in_the_future(tmp_path: Path) -> None:
    path = tmp_path / "example.pmtui"
    create_example(path)
    workspace = Workspace.open(path)
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    newest = workspace.ask(lambda uow: max(piece.occurred_on for piece in uow.evidence.all()))
    assert newest < tomorrow
    workspace.close()


def test_it_is_never_put_in_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "example.pmtui"
    path.write_text("mine")
    with pytest.raises(Refusal, match="already exists"):
        create_example(path)
    assert path.read_text() == "mine"


def test_the_roadmap_was_another_one_before_and_what_changed_tells_how(example: Workspace) -> None:
    with closing(example.as_of(example.ask(find_past, "2031-01-25"))) as past:
        releases = past.ask(lambda uow: {release.id: release.release_on for release in uow.releases.all()})
        assert releases == {1: moved("2026-11-30"), 2: moved("2026-12-14")}
        assert past.ask(lambda uow: {pin.problem_id for pin in uow.roadmap_items.all(pinned=1)}) == {39}
        assert past.ask(lambda uow: [need.problem_id for need in uow.dependencies.all(problem_id=24)]) == []
    found = changes_between(example, "2031-01-25")
    told = {(one.group, one.key, one.what) for one in found.found}
    assert told >= {
        ("added", "R-3", "new release"),
        ("moved", "P-31", "from now to next"),
        ("moved", "P-2", "into the release A home and its cleaner"),
        ("moved", "R-1", f"from {moved('2026-11-30')} to {moved('2026-12-07')}"),
        ("decided", "P-7", "to be solved by A message when the cleaner comes and goes"),
        ("decided", "P-32", "pinned to its horizon"),
    }


def test_the_first_items_of_a_horizon_are_the_ones_of_most_weight(example: Workspace) -> None:
    first = example.ask(lambda uow: [item.problem_id for item in uow.roadmap_items.all(order="position")])
    assert first[:3] == [12, 7, 24]
