"""How sure the ranks of a workspace are."""

import subprocess
import sys

from pmtui.domain.estimate import Amount
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.lists import problem_rows
from pmtui.services.problems import SetField
from pmtui.services.ranking import TakeRangesFromEvidence
from pmtui.services.uncertainty import doubtful_contest, present_contest, rank_uncertainty, what_to_find_out
from pmtui.services.workspace import Workspace
from tests.builders import add_problem


def test_only_problems_in_the_ranking_take_part(memory: Workspace) -> None:
    ranked = add_problem(memory, "a", "200..800", "1", "80%", "1")
    add_problem(memory, "no estimate")
    declined = add_problem(memory, "b", "200..800", "1", "80%", "1")
    memory.run(SetField((declined,), "horizon", "declined", "no"))
    assert list(rank_uncertainty(memory.ask(present_contest)).standings) == [ranked]


def test_a_ranking_without_ranges_is_certain(memory: Workspace) -> None:
    second = add_problem(memory, "a", "200", "1", "80%", "1")
    first = add_problem(memory, "b", "300", "1", "80%", "1")
    tied = add_problem(memory, "c", "200", "1", "80%", "1")
    found = rank_uncertainty(memory.ask(present_contest))
    assert [(one.number, one.low, one.high, one.beats_next) for one in found.standings.values()] == [
        (first, 1, 1, 1.0),
        (second, 2, 2, 0.5),
        (tied, 3, 3, None),
    ]
    assert what_to_find_out(memory.ask(present_contest), found) == ()


def test_certainty_found_with_and_without_a_simulation_is_the_same(memory: Workspace) -> None:
    from pmtui.domain.simulation.ranks import simulate_ranks

    for reach in ("200", "300", "200", "0"):
        add_problem(memory, "a", reach, "1", "80%", "1")
    of_all = memory.ask(present_contest)
    assert rank_uncertainty(of_all).standings == simulate_ranks(of_all.scorable()).standings


def test_a_range_makes_a_rank_unsure_and_worth_research(memory: Workspace) -> None:
    for reach in ("100..900", "290..310", "280", "270", "260", "250", "240"):
        add_problem(memory, "a", reach, "1", "80%", "1")
    of_all = memory.ask(present_contest)
    found = rank_uncertainty(of_all)
    assert found.standings[1].low == 1
    assert found.standings[1].high == 7
    assert what_to_find_out(of_all, found)[0].number == 1


def test_a_ranking_without_ranges_loads_no_numpy() -> None:
    code = (
        "import sys; from pmtui.services.workspace import Workspace; from tests.builders import Clock, add_problem;"
        "from pmtui.services.uncertainty import doubtful_contest, present_contest, rank_uncertainty;"
        "w = Workspace.in_memory(Clock()); add_problem(w, 'a', '1', '1', '80%', '1');"
        "rank_uncertainty(w.ask(present_contest)); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_ranges_from_evidence_widen_what_little_evidence_supports(memory: Workspace) -> None:
    supported = add_problem(memory, "a", "400", "1", "80%", "1")
    bare = add_problem(memory, "b", "390", "1", "80%", "1")
    for customer in range(20):
        memory.run(AddEvidence("words", kind="measurement", author=f"Customer {customer}", problems=(supported,)))
    memory.run(TakeRangesFromEvidence(on=True))
    items = memory.ask(present_contest).items
    assert items[bare]["reach"] == Amount(390 / 3.5, 390 * 3.5, 390)
    assert items[supported]["reach"].high < 400 * 1.25
    assert items[bare]["rice_confidence"] == Amount(1, 1)
    assert memory.ask(problem_rows, (bare,), {})[bare].score == 390
    memory.undo()
    assert memory.ask(present_contest).items[bare]["reach"] == Amount(390, 390)


def test_where_no_amount_is_a_range_there_is_nothing_to_simulate(memory: Workspace) -> None:
    number = add_problem(memory, "a", "200", "1", "80%", "1")
    assert memory.ask(doubtful_contest) is None
    memory.run(SetEstimates(number, {"reach": "100..300"}))
    assert memory.ask(doubtful_contest) is not None
