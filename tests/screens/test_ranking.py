"""The list is ranked by what the user picks, and says how sure each rank is."""

from pmtui.services.decisions import AddDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.personas import AddPersona, LinkPersonas
from pmtui.services.problems import AddProblem, SetField
from pmtui.services.ranking import ranking_view
from pmtui.services.workspace import Command
from pmtui.widgets.problem_rows import ProblemRows
from tests.screens.conftest import RunApp
from tests.screens.running import Running

REACHES = ("200..900", "400", "100..800", "50", "40", "30")
UNSURE: tuple[Command, ...] = (
    *(AddProblem(f"Reaches {reach}") for reach in REACHES),
    *(
        SetEstimates(number, {"reach": reach, "impact": "1", "rice_confidence": "1", "effort": "1"})
        for number, reach in enumerate(REACHES, start=1)
    ),
    *(SetEstimates(number, {"value_gained": str(1000 * number)}) for number in range(1, 7)),
)


async def simulated(running: Running) -> None:
    """Wait until it is known how sure the ranks are."""
    await running.settle()
    await running.app.workers.wait_for_complete()
    await running.settle()


def listed(running: Running) -> list[int | str]:
    return list(running.app.screen.query_one(ProblemRows).entries)


async def test_ranks_say_how_sure_they_are_and_which_are_too_close_to_call(run_app: RunApp) -> None:
    async with run_app(*UNSURE) as running:
        await simulated(running)
        assert "top 5" in running.text
        first = next(line for line in running.lines if "P-1 " in line and "%" in line)
        assert "≈1" in first
        assert "100%" in first


async def test_a_ranking_without_ranges_shows_no_doubt(run_app: RunApp) -> None:
    sure = (AddProblem("Sure"), SetEstimates(1, {"reach": "9", "impact": "1", "rice_confidence": "1", "effort": "1"}))
    async with run_app(*sure) as running:
        await simulated(running)
        assert "top 5" not in running.text


async def test_why_says_how_sure_a_rank_is(run_app: RunApp) -> None:
    async with run_app(*UNSURE) as running:
        await simulated(running)
        await running.press("w")
        assert "How sure: 100% among the first 5" in running.text
        assert "ahead of P-2 below it in 5" in running.text
        assert "too close to call" in running.text


async def test_a_letter_ranks_by_another_scorecard_or_lens(run_app: RunApp) -> None:
    async with run_app(*UNSURE) as running:
        assert listed(running)[:2] == [1, 2]
        await running.press("v", "b")
        assert listed(running)[:2] == [6, 5]
        assert "ranked by Business lens v1" in running.text
        await running.press("u")
        assert listed(running)[:2] == [1, 2]


async def test_the_weight_of_the_blend_moves_by_keys(run_app: RunApp) -> None:
    async with run_app(*UNSURE) as running:
        await running.press("v", "l")
        await running.press(".")
        assert (await running.ask(ranking_view)).customer_weight == 0.45
        await running.press(",", ",")
        view = await running.ask(ranking_view)
        assert (view.name, view.customer_weight) == ("blend", 0.55)


async def test_other_views_lead_back_to_the_problem_they_name(run_app: RunApp) -> None:
    lens = tuple(SetEstimates(number, {"relief": "50%"}) for number in (1, 2))
    linked = (AddPersona("Parents", {"population": "100"}), LinkPersonas((1, 2), (1,), "50%", "1", "1"))
    async with run_app(*UNSURE, *lens, *linked) as running:
        await running.press("V", "w")
        assert "tau-b" not in running.text  # customers suffer equally, so that there is no order to agree with
        assert "1 / 6  gap 5  P-1 Reaches 200..900" in running.text
        await running.press("enter")
        assert running.app.screen.query_one(ProblemRows).highlighted == 1


async def test_ranks_are_drawn_with_their_intervals(run_app: RunApp) -> None:
    async with run_app(*UNSURE) as running:
        await simulated(running)
        await running.press("V", "r")
        assert "├" in running.text
        assert "nine draws in ten" in running.text
        await running.press("j", "j", "k", "enter")
        assert running.app.screen.query_one(ProblemRows).highlighted == 2


async def test_a_decided_place_is_not_called_too_close_among_the_intervals(run_app: RunApp) -> None:
    place = AddDecision({"title": "Law", "driver": "Ann", "reason": "Law"}, problems=(3,), place=1)
    async with run_app(*UNSURE, place) as running:
        await simulated(running)
        await running.press("V", "r")
        (line,) = (line for line in running.text.splitlines() if "P-3 " in line and "decided" in line)
        assert "›1 decided" in line
        assert "≈" not in line
        assert "≈" in running.text


async def test_value_against_effort_says_which_box_is_which_and_leads_to_it(run_app: RunApp) -> None:
    async with run_app(*UNSURE, size=(80, 24)) as running:
        await simulated(running)
        await running.press("V", "v")
        await running.settle()
        assert "#1 P-1 Reaches 200..900" in running.text
        await running.press("j", "j")
        assert "#3 P-3 Reaches 100..800" in running.text
        assert "effort 1" in running.text
        await running.press("enter")
        assert running.app.screen.query_one(ProblemRows).highlighted == 3


async def test_what_to_find_out_next_is_nothing_where_no_choice_would_change(run_app: RunApp) -> None:
    async with run_app(*UNSURE[:12]) as running:
        await simulated(running)
        await running.press("V", "h")
        assert "worth finding out" in running.text


async def test_two_problems_at_a_time_are_compared_until_it_is_enough(run_app: RunApp) -> None:
    async with run_app(*UNSURE) as running:
        await running.press("V", "c")
        assert "Which of these two hurts customers more?" in running.text
        await running.burst("right", "s", "left", "right")
        assert "3 of about" in running.text
        await running.press("q")
        answers = await running.ask(lambda uow: uow.comparisons.all())
        assert len({frozenset((answer.winner_id, answer.loser_id)) for answer in answers}) == 3


async def test_moscow_and_kano_are_set_by_letters(run_app: RunApp) -> None:
    async with run_app(*UNSURE) as running:
        await running.press("i", "m")
        await running.press("i", "k", "1", "5")
        problem = await running.ask(lambda uow: uow.problems.get(1))
        assert problem.moscow == "must"
        assert [answer.dysfunctional for answer in await running.ask(lambda uow: uow.kano_answers.all())] == [5]
        await running.settle()
        assert "one-dimensional" in running.text


LENSES: tuple[Command, ...] = (
    AddPersona("Parents", {"population": "1000"}),
    *(
        command
        for number, affected in ((1, "50%"), (2, "30%"), (3, "10%"))
        for command in (
            SetEstimates(number, {"relief": "50%"}),
            LinkPersonas((number,), (1,), affected, "1", "1"),
        )
    ),
)


async def test_a_lens_shows_both_ranks_with_their_gap_and_how_far_the_lenses_agree(run_app: RunApp) -> None:
    async with run_app(*UNSURE, *LENSES) as running:
        assert "cust/biz" not in running.text
        await running.press("v", "l")
        await simulated(running)
        assert "the lenses contradict each other (tau-b -1.00)" in running.text
        assert "cust/biz  gap" in running.text
        assert "1 / 6    5" in next(line for line in running.lines if "▌" in line)
        await running.press("u")
        await simulated(running)
        assert "cust/biz" not in running.text
        assert "tau-b" not in running.text


async def test_the_list_reorders_while_the_weight_moves(run_app: RunApp) -> None:
    async with run_app(*UNSURE, *LENSES) as running:
        await running.press("v", "l")
        await running.burst(*"," * 10)
        assert listed(running)[:3] == [1, 2, 3]
        await running.burst(*"." * 20)
        assert listed(running)[:3] == [6, 5, 4]


async def test_what_the_musts_take_is_said_where_narrow_terminals_show_it(run_app: RunApp) -> None:
    async with run_app(*UNSURE, SetField((1,), "moscow", "must"), size=(80, 24)) as running:
        await running.press("b", "m")
        assert "musts take 100% of the effort, over the limit of 60%" in running.text
