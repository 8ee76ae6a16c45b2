import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.domain.opportunity_tree import (
    NO_OBJECTIVE,
    Opportunities,
    check_part,
    grow,
    node_of,
    record_of,
    without_loops,
)

NUMBER = st.integers(1, 9)
PARTS = st.dictionaries(NUMBER, NUMBER)


@st.composite
def opportunities(draw: st.DrawFn) -> Opportunities:
    """Anything a file may hold, also links to what is gone and parts that go round."""
    pairs = st.lists(st.tuples(NUMBER, NUMBER), unique_by=lambda pair: pair[0])
    return Opportunities(
        problems=draw(st.permutations(range(1, 8))),
        objectives=draw(st.lists(NUMBER, unique=True, max_size=3)),
        serves=draw(PARTS),
        parts=draw(PARTS),
        solutions=draw(pairs),
        assumptions=draw(pairs),
        experiments=draw(
            st.lists(st.tuples(NUMBER, NUMBER, st.none() | NUMBER), unique_by=lambda experiment: experiment[0])
        ),
    )


@given(st.sampled_from([Kind.OBJECTIVE, Kind.PROBLEM, Kind.EXPERIMENT]), st.integers(0, 2**40))
def test_a_node_tells_its_record(kind: Kind, number: int) -> None:
    assert record_of(node_of(kind, number)) == (kind, number)


@given(opportunities())
def test_the_tree_holds_each_problem_once_whatever_the_file_says(held: Opportunities) -> None:
    tree = grow(held)
    nodes = [node for node, _ in tree.below(tree.roots)]
    assert len(nodes) == len(set(nodes))
    assert {number for kind, number in map(record_of, nodes) if kind is Kind.PROBLEM} == set(held.problems)


@given(opportunities())
def test_what_hangs_on_something_stands_right_under_it(held: Opportunities) -> None:
    tree = grow(held)
    depths = dict(tree.below(tree.roots))
    for node, parent in tree.parents.items():
        assert depths[node] == depths[parent] + 1
        assert tree.above(node)[-1] in tree.roots
        assert tree.holds(node)


@given(opportunities(), st.sets(st.integers(0, 60)))
def test_under_what_is_not_open_nothing_is_shown(held: Opportunities, open_nodes: set[int]) -> None:
    tree = grow(held)
    everything = [node for node, _ in tree.below(tree.roots)]
    assert tree.unfolded(tree.roots, open_nodes) == [node for node in everything if set(tree.above(node)) <= open_nodes]


@given(PARTS)
def test_only_links_that_close_a_loop_are_left_out(parts: dict[int, int]) -> None:
    kept = without_loops(parts)
    assert kept.items() <= parts.items()
    for start in parts:
        seen, at = {start}, start
        while at in kept:
            at = kept[at]
            assert at not in seen
            seen.add(at)
    assert without_loops(kept) == kept


@given(st.lists(st.tuples(NUMBER, NUMBER), max_size=20))
def test_whatever_is_made_part_of_whatever_no_loop_comes_to_be(wishes: list[tuple[int, int]]) -> None:
    parts: dict[int, int] = {}
    for problem, whole in wishes:
        try:
            check_part(parts, problem, whole)
        except Refusal:
            continue
        parts[problem] = whole
    assert without_loops(parts) == parts


def test_a_loop_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match="P-1 can't be part of P-3: that would make it part of itself"):
        check_part({2: 1, 3: 2}, 1, 3)


def test_the_order_of_problems_is_kept_under_each_objective() -> None:
    tree = grow(Opportunities((3, 1, 2), objectives=(7,), serves={1: 7, 2: 7}))
    assert tree.roots == (node_of(Kind.OBJECTIVE, 7), NO_OBJECTIVE)
    assert list(tree.children[tree.roots[0]]) == [node_of(Kind.PROBLEM, 1), node_of(Kind.PROBLEM, 2)]
    assert list(tree.children[NO_OBJECTIVE]) == [node_of(Kind.PROBLEM, 3)]


def test_a_part_stands_under_what_it_is_part_of_whatever_it_serves() -> None:
    tree = grow(Opportunities((1, 2), objectives=(7,), serves={2: 7}, parts={2: 1}))
    assert tree.parents[node_of(Kind.PROBLEM, 2)] == node_of(Kind.PROBLEM, 1)


def test_an_experiment_stands_under_the_assumption_it_checks() -> None:
    tree = grow(Opportunities((1,), solutions=((1, 1),), assumptions=((5, 1),), experiments=((8, 1, 5), (9, 1, None))))
    assert tree.parents[node_of(Kind.EXPERIMENT, 8)] == node_of(Kind.ASSUMPTION, 5)
    assert tree.parents[node_of(Kind.EXPERIMENT, 9)] == node_of(Kind.SOLUTION, 1)
