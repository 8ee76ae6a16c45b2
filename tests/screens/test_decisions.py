"""The Decisions screen, and decisions made from the ranking."""

from pmtui.domain.keys import Kind
from pmtui.screens.decisions import DecisionsScreen
from pmtui.services.decision_lists import decided_places, decision_sheet
from pmtui.services.decision_views import DecidedPlace
from pmtui.services.decisions import AddDecision, ReviewDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Command
from pmtui.widgets.problem_rows import ProblemRows
from tests.screens.conftest import RunApp

SAFES = AddDecision(
    {
        "title": "Buy key safes",
        "choice": "A safe at every door",
        "driver": "Ann",
        "prediction": "Half as many keys are lost",
        "review_on": "2020-01-15",
    },
    probability=0.8,
)
WAIT = AddDecision({"title": "Wait with invoices"})


def problem(title: str, reach: str, number: int) -> tuple[Command, ...]:
    """A problem with all its estimates."""
    estimates = {"reach": reach, "impact": "1", "rice_confidence": "100%", "effort": "1"}
    return AddProblem(title), SetEstimates(number, estimates)


RANKED = (*problem("Keys get lost", "400", 1), *problem("Late invoices", "300", 2))


async def test_an_empty_screen_says_what_belongs_here_and_how_to_start(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("8")
        assert "A decision says what was chosen, why and by whom" in running.text
        await running.press("V")
        assert "No prediction has been reviewed yet" in running.text


async def test_reviews_that_are_due_stand_first_with_the_sheet_beside_them(run_app: RunApp) -> None:
    async with run_app(SAFES, WAIT, size=(160, 45)) as running:
        await running.press("8")
        assert "2 decisions · 1 to be reviewed now" in running.text
        assert running.text.index("Buy key safes") < running.text.index("Wait with invoices")
        assert "A safe at every door" in running.text
        assert "Review due since 15 Jan 2020" in running.text
        await running.press("j")
        assert "A safe at every door" not in running.text


async def test_a_narrow_screen_shows_one_at_a_time(run_app: RunApp) -> None:
    async with run_app(SAFES, size=(80, 24)) as running:
        await running.press("8")
        assert "A safe at every door" not in running.text
        await running.press("enter")
        assert "A safe at every door" in running.text
        await running.press("q")
        assert "1 decision " in running.text


async def test_a_decision_is_added_edited_deleted_and_brought_back_with_keys(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("8", "a", *"Wait", "ctrl+s")
        assert "D-1" in running.text
        await running.press("e", "end", *"!", "ctrl+s")
        assert (await running.ask(lambda uow: uow.decisions.get(1))).title == "Wait!"
        await running.press("d")
        assert "No decisions yet" in running.text
        await running.press("u")
        assert "Wait!" in running.text


async def test_editing_leaves_what_was_not_touched(run_app: RunApp) -> None:
    later = AddDecision({"title": "Buy", "prediction": "Fewer"}, probability=1 / 3, supersedes=1)
    async with run_app(WAIT, later) as running:
        await running.press("8", "e", "end", *"!", "ctrl+s")
        kept = await running.ask(lambda uow: uow.decisions.get(2))
        assert (kept.title, kept.probability, kept.supersedes) == ("Buy!", 1 / 3, 1)


async def test_a_prediction_is_held_against_what_happened(run_app: RunApp) -> None:
    async with run_app(SAFES, size=(160, 45)) as running:
        await running.press("8", "r", "d")
        await running.press(*"Doors differ", "ctrl+s")
        assert "✗ did not" in running.text
        assert "Brier score 0.64" in running.text
        assert "Doors differ" in running.text
        await running.press("V")
        assert "80% to 90% likely" in running.text
        assert "1 prediction reviewed, mean Brier score 0.64" in running.text
        await running.press("q")
        assert "1 decision" in running.text


async def test_what_was_not_predicted_is_refused_in_words(run_app: RunApp) -> None:
    async with run_app(WAIT) as running:
        await running.press("8", "r")
        assert "D-1 predicts nothing" in running.text


async def test_problems_and_evidence_are_connected_and_taken_off_in_one_step(run_app: RunApp) -> None:
    async with run_app(WAIT, *RANKED, AddEvidence("I pay too late"), size=(160, 45)) as running:
        await running.press("8", "c", *"late", "enter", "down", "enter", "ctrl+s")
        sheet = await running.ask(lambda uow: decision_sheet(uow, 1))
        assert ([number for number, _ in sheet.problems], [view.id for view in sheet.evidence]) == ([2], [1])
        assert "Late invoices" in running.text
        await running.press("c", "enter", "ctrl+s")
        assert (await running.ask(lambda uow: decision_sheet(uow, 1))).problems == ()


async def test_ticks_that_were_left_with_esc_are_back_until_they_are_saved(run_app: RunApp) -> None:
    async with run_app(WAIT, *RANKED, AddEvidence("I pay too late"), size=(80, 24)) as running:
        await running.press("8", "c", *"late", "enter", "down", "enter", "escape")
        assert (await running.ask(lambda uow: decision_sheet(uow, 1))).problems == ()
        await running.press("c")
        assert "What you typed here last time is back" in running.text
        assert running.text.count("✓") == 2
        await running.press("ctrl+s")
        sheet = await running.ask(lambda uow: decision_sheet(uow, 1))
        assert ([number for number, _ in sheet.problems], [view.id for view in sheet.evidence]) == ([2], [1])
        await running.press("c")
        assert "is back" not in running.text


async def test_one_key_keeps_the_ranking_in_a_decision_about_the_selection(run_app: RunApp) -> None:
    async with run_app(*RANKED, size=(160, 45)) as running:
        await running.press("3", "space", "space", "F")
        assert "The whole ranking by RICE v1 is kept with it" in running.text
        await running.press(*"Keys first", "ctrl+s", "8")
        assert "Ranking then" in running.text
        assert "by RICE v1" in running.text
        sheet = await running.ask(lambda uow: decision_sheet(uow, 1))
        assert [number for number, _ in sheet.problems] == [1, 2]
        assert sheet.ranking is not None
        assert [row.key for row in sheet.ranking.rows] == ["P-1", "P-2"]


async def test_a_place_against_the_score_needs_a_reason_and_shows_its_price(run_app: RunApp) -> None:
    more = [command for number in range(3, 7) for command in problem(f"Problem {number}", f"{210 - number}0", number)]
    async with run_app(*RANKED, *more, size=(160, 45)) as running:
        await running.press("3", "G", "K")
        assert "the top 5 loses 100 of" in running.text
        assert "P-2" in running.text
        await running.press("ctrl+s")
        assert "needs a reason" in running.text
        await running.press("backspace", *"1", "tab", *"The law", "ctrl+s")
        assert await running.ask(decided_places) == {2: DecidedPlace(1, 1, by_score=6)}
        against = (await running.ask(lambda uow: decision_sheet(uow, 1))).ranking
        assert against is not None
        assert against.rows[-1].key == "P-2"
        assert "#6 by score, D-1" in running.text


async def test_a_place_within_the_top_costs_nothing(run_app: RunApp) -> None:
    async with run_app(*RANKED, size=(160, 45)) as running:
        await running.press("3", "J")
        assert "nothing: the same 5 stay at the top" in running.text
        await running.press("backspace", *"7")
        assert "is not a place in the ranking" in running.text


async def test_what_has_no_rank_gets_no_place(run_app: RunApp) -> None:
    async with run_app(AddProblem("Keys")) as running:
        await running.press("3", "J")
        assert "P-1 has no rank to go against" in running.text


async def test_the_log_is_copied_as_markdown(run_app: RunApp) -> None:
    async with run_app(SAFES, ReviewDecision(1, came_true=True)) as running:
        await running.press("8", "y")
        assert "Copied the decision log" in running.text
        assert Kind.DECISION in DecisionsScreen.WATCHES


async def test_enter_on_a_decision_in_the_search_goes_to_it_in_the_log(run_app: RunApp) -> None:
    async with run_app(SAFES, WAIT, size=(160, 45)) as running:
        await running.press("8", "V", "3", "/")
        await running.press(*"invoices", "enter")
        await running.settle()
        assert isinstance(running.app.screen, DecisionsScreen)
        assert running.app.screen.current() == 2
        assert "2 decisions" in running.text


async def test_the_sheet_of_a_problem_lists_what_was_decided_about_it(run_app: RunApp) -> None:
    decided = AddDecision({"title": "Buy key safes"}, problems=(1,))
    async with run_app(*RANKED, decided, size=(160, 45)) as running:
        await running.settle()
        assert any("D-1 Buy key safes" in line for line in running.lines)


async def test_a_decided_problem_moves_in_the_list_and_the_place_score_puts_it_back(run_app: RunApp) -> None:
    decided = AddDecision({"title": "First", "reason": "The law asks"}, problems=(2,), place=1)
    async with run_app(*RANKED, decided, size=(160, 45)) as running:
        await running.press("3", "g", "g")
        assert list(running.app.screen.query_one(ProblemRows).entries)[:2] == [2, 1]
        await running.settle()
        assert "›1" in running.text
        await running.press("w")
        assert "D-1 decides its place: The law asks" in running.text
        await running.press("escape", "J")
        assert "D-1 gives it #1" in running.text
        await running.press("backspace", *"score")
        assert "its score has the last word again" in running.text
        await running.press("ctrl+s")
        await running.settle()
        assert list(running.app.screen.query_one(ProblemRows).entries)[:2] == [1, 2]
        assert (await running.ask(lambda uow: uow.decisions.get(2))).supersedes == 1
