"""Problems compared two at a time."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.comparisons import Compare, compared
from pmtui.services.problems import DeleteProblems
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest


@pytest.fixture
def three(memory: Workspace) -> Workspace:
    for reach in ("100", "200", "300"):
        add_problem(memory, f"Reaches {reach}", reach, "1", "80%", "1")
    return memory


def test_answers_order_problems_beside_their_scores(three: Workspace) -> None:
    for winner, loser in ((1, 2), (2, 3), (1, 3)):
        three.run(Compare(winner, loser))
    found = three.ask(compared, (1, 2, 3))
    assert list(found.order.strengths) == [1, 2, 3]
    assert found.ranks == {1: 3, 2: 2, 3: 1}
    assert (len(found.answers), found.order.agreeing) == (3, 1.0)


def test_problems_of_one_score_share_their_rank(three: Workspace) -> None:
    add_problem(three, "Reaches 300 too", "300", "1", "80%", "1")
    assert three.ask(compared, (1, 3, 4)).ranks == {1: 4, 3: 1, 4: 1}


def test_an_answer_is_undone_and_redone(three: Workspace) -> None:
    before = three.ask(digest)
    three.run(Compare(1, 2))
    after = three.ask(digest)
    three.undo()
    assert three.ask(digest) == before
    three.redo()
    assert three.ask(digest) == after


def test_answers_go_with_their_problem(three: Workspace) -> None:
    three.run(Compare(1, 2))
    three.run(DeleteProblems((2,)))
    assert three.ask(compared, (1, 3)).answers == ()


@pytest.mark.parametrize(("winner", "loser"), [(1, 1), (1, 9)])
def test_a_comparison_needs_two_problems(three: Workspace, winner: int, loser: int) -> None:
    with pytest.raises(Refusal):
        three.run(Compare(winner, loser))
