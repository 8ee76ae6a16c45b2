from collections.abc import Sequence
from operator import attrgetter

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.board import AddLane, EditLane, MoveCards
from pmtui.services.board_lists import board_view, card_rows
from pmtui.services.decisions import AddDecision
from pmtui.services.evidence import AddEvidence
from pmtui.services.lists import (
    GROUPS,
    MANY,
    ORDERS,
    STATES,
    problem_list,
    problem_page,
    problem_rows,
    used_tags,
    workspace_view,
)
from pmtui.services.problems import AddProblem, SetField, TagProblems
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from pmtui.store.queries.problems import matching_problems
from tests.builders import add_problem


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    """Scores: P-1 and P-2 tie at 100, P-3 200; P-4 misses two, P-5 is declined, P-6 done, both with high scores."""
    add_problem(memory, "Slow search", "100", "1", "100%", "1", statement="It takes a minute")
    add_problem(memory, "slow EXPORT", "50", "2", "100%", "1")
    add_problem(memory, "Wrong invoice", "200", "1", "100%", "1", lane="Building")
    add_problem(memory, "100% _of_ \\ them", "7", "2")
    add_problem(memory, "Declined", "9999", "3", "100%", "1")
    add_problem(memory, "Done", "8888", "3", "100%", "1", lane="Launched")
    memory.run(SetField((5,), "horizon", "declined", "too odd"))
    memory.run(SetField((3,), "horizon", "now"))
    memory.run(SetField((1,), "horizon", "later"))
    memory.run(TagProblems((1, 4), add=("ui",)))
    memory.run(TagProblems((3,), add=("Billing", "ui")))
    memory.run(AddEvidence("a", problems=(2, 4)))
    memory.run(AddEvidence("b", problems=(4,)))
    return memory


def entries(workspace: Workspace, **wanted: str) -> list[int | str]:
    return list(workspace.ask(problem_list, ProblemFilter(**wanted)).entries)


def test_the_ranking_leaves_out_the_declined_and_the_done_and_puts_the_unscorable_last(filled: Workspace) -> None:
    found = filled.ask(problem_list, ProblemFilter())
    assert found.entries == (3, 1, 2, 4)
    assert found.ranks == {3: (1, False), 1: (2, True), 2: (2, True)}
    assert (found.ranked, found.unscored, found.highest, found.ranked_by) == (3, 1, 200, "RICE v1")


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    "kinds", [("10", "10", "20"), ("20", "", "30"), ("30", "declined", "30"), ("", "", "declined"), ("10",)]
)
def test_the_beginning_of_a_long_list_is_that_of_the_whole(memory: Workspace, kinds: Sequence[str], count: int) -> None:
    for kind in (*kinds, *("",) * MANY * (count + 1)):
        number = add_problem(
            memory, "Slow", *(("99" if kind == "declined" else kind, "1", "100%", "1") if kind else ())
        )
        if kind == "declined":
            memory.run(SetField((number,), "horizon", "declined", "too odd"))
    begun, rows, everything = memory.ask(problem_page, ProblemFilter(), count)
    whole = memory.ask(problem_list, ProblemFilter())
    assert begun.entries[:count] == whole.entries[:count]
    assert [begun.ranks.get(number) for number in rows] == [whole.ranks.get(number) for number in rows]
    assert everything == len(kinds) + MANY * (count + 1)
    figures = attrgetter("ranked", "unscored", "highest", "ranked_by", "lens")
    assert figures(begun) == figures(whole)
    assert begun.is_whole == (begun.entries == whole.entries)


def test_a_long_list_with_a_decided_place_is_read_whole(memory: Workspace) -> None:
    for _ in range(2 * MANY):
        add_problem(memory, "Slow", "10", "1", "100%", "1")
    memory.run(AddDecision({"title": "Last first", "reason": "The law"}, problems=(40,), place=1))
    begun, _, _ = memory.ask(problem_page, ProblemFilter(), 1)
    assert begun.is_whole
    assert begun.entries[0] == 40


def test_the_default_list_is_the_one_a_filter_would_find(filled: Workspace) -> None:
    plain = ProblemFilter()
    rows = filled.ask(
        lambda uow: matching_problems(
            uow.connection, words="", tag="", lane="", horizon="", state=plain.state, order=plain.order, group=""
        )
    )
    assert tuple(row[0] for row in rows) == filled.ask(problem_list, plain).entries


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"state": "ranked"}, [3, 1, 2]),
        ({"state": "unscored"}, [4]),
        ({"state": "declined"}, [5]),
        ({"state": "done"}, [6]),
        ({"state": "all", "order": "key"}, [1, 2, 3, 4, 5, 6]),
        ({"words": "slow"}, [1, 2]),
        ({"words": "MINUTE slow"}, [1]),
        ({"words": "slow invoice"}, []),
        ({"words": "100%"}, [4]),
        ({"words": "_of_"}, [4]),
        ({"words": "\\"}, [4]),
        ({"words": "%"}, [4]),
        ({"tag": "UI"}, [3, 1, 4]),
        ({"tag": "nothing"}, []),
        ({"lane": "building"}, [3]),
        ({"horizon": "now"}, [3]),
        ({"horizon": "none"}, [2, 4]),
        ({"order": "title"}, [4, 2, 1, 3]),
        ({"order": "created"}, [4, 3, 2, 1]),
        ({"order": "updated"}, [1, 3, 4, 2]),
        ({"order": "evidence"}, [4, 2, 1, 3]),
        ({"order": "lane"}, [4, 2, 1, 3]),
        ({"group": "lane"}, ["Inbox", 1, 2, 4, "Building", 3]),
        ({"group": "tag"}, ["Billing", 3, "ui", 1, 4, "No tag", 2]),
        ({"group": "horizon"}, ["Now", 3, "Later", 1, "No horizon", 2, 4]),
    ],
    ids=str,
)
def test_problems_are_filtered_ordered_and_grouped(
    filled: Workspace, wanted: dict[str, str], found: list[int | str]
) -> None:
    assert entries(filled, **wanted) == found


@pytest.mark.parametrize("wanted", [{"state": "x"}, {"order": "rank; DROP TABLE problem"}, {"group": "title"}])
def test_an_unknown_state_order_or_group_is_refused_with_the_known_ones(
    filled: Workspace, wanted: dict[str, str]
) -> None:
    with pytest.raises(Refusal, match="of problems"):
        entries(filled, **wanted)


def test_every_state_order_and_group_works_with_every_other(filled: Workspace) -> None:
    for state in STATES:
        numbers = {entry for entry in entries(filled, state=state) if isinstance(entry, int)}
        for order in ORDERS:
            for group in ("", *GROUPS):
                found = [
                    number
                    for number in entries(filled, state=state, order=order, group=group)
                    if isinstance(number, int)
                ]
                assert len(found) == len(numbers)
                assert set(found) == numbers


def test_a_row_says_what_is_missing_and_what_hangs_on_it(filled: Workspace) -> None:
    listed = filled.ask(problem_list, ProblemFilter())
    rows = filled.ask(problem_rows, (1, 3, 4), listed.ranks)
    assert rows[4].missing == ("rice_confidence", "effort")
    assert (rows[4].score, rows[4].rank, rows[4].evidence_count) == (None, None, 2)
    assert (rows[3].score, rows[3].rank, rows[3].tied, rows[3].tags) == (200, 1, False, ("Billing", "ui"))
    assert (rows[3].lane, rows[3].horizon) == ("Building", "now")
    assert rows[1].tied


def test_a_row_names_what_is_missing_by_the_names_of_the_criteria(filled: Workspace) -> None:
    row = filled.ask(problem_rows, (4,), {})[4]
    assert row.missing == ("rice_confidence", "effort")
    assert row.needs == ("confidence", "effort")


def test_a_row_that_misses_everything_says_so_in_short(filled: Workspace) -> None:
    number = filled.run(AddProblem("New")).created or 0
    row = filled.ask(problem_rows, (number,), {})[number]
    assert len(row.missing) == 4
    assert row.needs == ("estimates",)


def test_words_with_a_sign_are_tags_and_all_of_them_count(filled: Workspace) -> None:
    filled.run(TagProblems((1,), add=("Pain point",)))
    assert entries(filled, words="#ui") == [3, 1, 4]
    assert entries(filled, words="#UI #billing") == [3]
    assert entries(filled, words="#pain-point slow") == [1]
    assert entries(filled, words="#u") == []
    assert entries(filled, words="#") == []


def test_a_board_shows_its_cards_or_those_that_match(filled: Workspace) -> None:
    lanes = filled.ask(board_view).lanes
    assert [lane.name for lane in lanes][:2] == ["Inbox", "Discovering"]
    assert lanes[0].card_ids == (5, 4, 2, 1)
    assert filled.ask(board_view, words="slow").lanes[0].card_ids == (2, 1)
    assert filled.ask(board_view, tag="ui").lanes[0].card_ids == (4, 1)
    assert filled.ask(board_view, words="#ui slow").lanes[0].card_ids == (1,)
    with pytest.raises(Refusal):
        filled.ask(board_view, 99)


def test_a_lane_over_its_limit_says_so(filled: Workspace) -> None:
    filled.run(EditLane(1, "Inbox", "waiting", 3, strict=False))
    assert filled.ask(board_view).lanes[0].over_limit
    filled.run(MoveCards((5,), 2))
    assert not filled.ask(board_view).lanes[0].over_limit


def test_a_card_shows_score_evidence_and_age_since_work_began(filled: Workspace) -> None:
    rows = filled.ask(card_rows, (2, 4))
    assert (rows[2].title, rows[2].score, rows[2].evidence_count, rows[2].age_days) == ("slow EXPORT", 100, 1, 0)
    assert rows[4].tags == ("ui",)


def test_an_empty_workspace_has_empty_lists(memory: Workspace) -> None:
    found = memory.ask(problem_list, ProblemFilter())
    assert (found.entries, found.ranks, found.highest) == ((), {}, 0)
    assert memory.ask(problem_rows, (), {}) == {}
    assert memory.ask(card_rows, ()) == {}
    assert memory.ask(used_tags) == ()


def test_a_new_lane_is_on_the_board(memory: Workspace) -> None:
    memory.run(AddLane(1, "Parked"))
    assert memory.ask(board_view).lanes[-1].name == "Parked"


def test_tags_are_told_with_their_use_and_the_frame_counts(filled: Workspace) -> None:
    assert filled.ask(used_tags) == (("ui", 3), ("Billing", 1))
    view = filled.ask(workspace_view)
    assert (view.problems, view.evidence, view.ranked_by) == (6, 2, "RICE v1")
