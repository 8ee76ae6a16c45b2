"""What records of the opportunity tree are connected to: objectives, larger problems, assumptions."""

from collections.abc import Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, keys_in_words, problem_key
from pmtui.screens.asking import AskingScreen
from pmtui.screens.dialogs.choose import Choice, Choose
from pmtui.services.persona_lists import problems_to_link

NONE = 0


async def ask_whole(screen: AskingScreen, numbers: tuple[int, ...]) -> int | None:
    """Ask which problem some problems are part of: its number, NONE, or None when nothing was chosen."""

    async def find(words: str) -> Sequence[Choice[int]]:
        found = await screen.workspace.ask(problems_to_link, words)
        choices = [Choice(number, f"{problem_key(number)}  {title}") for number, title in found]
        alone = [] if words else [Choice(NONE, "part of no other problem")]
        return [*alone, *(choice for choice in choices if choice.value not in numbers)]

    return await screen.answer_of(Choose(f"{keys_in_words(numbers)} is part of", find, "Type words of a problem"))


async def ask_persona(screen: AskingScreen) -> tuple[int, str] | None:
    """Ask for a persona: number and name, (NONE, "") for all, or None when nothing was chosen."""
    from pmtui.services.persona_lists import persona_list

    everyone = [Choice((row.id, row.name), row.name, row.role) for row in await screen.workspace.ask(persona_list)]
    return await screen.answer_of(Choose("The problems of", [Choice((NONE, ""), "everyone"), *everyone]))


async def connect(screen: AskingScreen, kind: Kind, number: int) -> None:
    """Ask what a record is to be connected to, and connect it. Raises Refusal for what can't be connected."""
    from pmtui.screens.serving import connect_objective, connect_problem
    from pmtui.services.strategy_views import objective_view

    if kind is Kind.PROBLEM:
        await connect_problem(screen, number)
    elif kind is Kind.OBJECTIVE:
        await connect_objective(screen, await screen.workspace.ask(objective_view, number))
    elif kind is Kind.EXPERIMENT:
        await _connect_experiment(screen, number)
    else:
        raise Refusal("This is connected by where it stands.", "c works on objectives, problems and experiments.")


async def _connect_experiment(screen: AskingScreen, number: int) -> None:
    from pmtui.services.experiments import CheckAssumption
    from pmtui.services.solution_lists import experiment_sheet, solution_sheet

    experiment = (await screen.workspace.ask(experiment_sheet, number)).experiment
    solution = (await screen.workspace.ask(solution_sheet, experiment.solution_id)).solution
    if not solution.assumptions:
        raise Refusal("Its solution has no assumption yet.", "a on the solution says what must be true for it.")
    choices = [Choice(each.id, each.title, each.kind) for each in solution.assumptions]
    chosen = await screen.answer_of(Choose("It checks whether", [*choices, Choice(NONE, "the solution as a whole")]))
    if chosen is not None:
        screen.request(CheckAssumption(number, chosen or None))
