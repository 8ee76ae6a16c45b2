"""Linking problems and the objectives they serve, on every screen that shows either."""

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, keys_in_words, objective_key, problem_key
from pmtui.screens.asking import AskingScreen
from pmtui.services.strategy_views import ObjectiveView


async def ask_fit(screen: AskingScreen, problems: tuple[int, ...], objective: int) -> None:
    """Ask how well problems serve an objective, and link them."""
    from pmtui.screens.dialogs.letter_menu import LetterMenu
    from pmtui.screens.dialogs.objective_links import FIT_CHOICES
    from pmtui.services.objectives import LinkObjective

    verb = "does" if len(problems) == 1 else "do"
    title = f"How well {verb} {keys_in_words(problems)} serve {objective_key(objective)}?"
    fit = await screen.answer_of(LetterMenu(title, FIT_CHOICES))
    if fit is not None:
        screen.request(LinkObjective(problems, objective, fit))


async def connect_objective(screen: AskingScreen, view: ObjectiveView) -> None:
    """Ask which problem serves an objective, and how well; or take one off."""
    from pmtui.screens.dialogs.choose import Choice
    from pmtui.screens.dialogs.objective_links import ChooseServed, Wanted, served_choices
    from pmtui.services.objectives import UnlinkObjective
    from pmtui.services.persona_lists import problems_to_link

    async def find(words: str) -> list[Choice[Wanted]]:
        found = await screen.workspace.ask(problems_to_link, words)
        return served_choices(Kind.PROBLEM, found, view.problems, words)

    title = f"Which problem serves {objective_key(view.objective.id)}?"
    chosen = await screen.answer_of(ChooseServed(title, find, "Type words of a problem"))
    if chosen is not None and chosen.off:
        screen.request(UnlinkObjective((chosen.number,), view.objective.id))
    elif chosen is not None:
        await ask_fit(screen, (chosen.number,), view.objective.id)


async def connect_problem(screen: AskingScreen, number: int) -> None:
    """Ask which objective a problem serves, and how well; or take one off. Raises Refusal where there is none yet."""
    from pmtui.screens.dialogs.objective_links import ChooseServed, served_choices
    from pmtui.services.fits import objectives_served
    from pmtui.services.objectives import UnlinkObjective
    from pmtui.services.strategy_views import strategy_page

    page = await screen.workspace.ask(strategy_page)
    titles = [(view.objective.id, view.objective.title) for view in page.objectives]
    if not titles:
        raise Refusal("There is no objective yet.", "6 shows the strategy; a adds one there.")
    links = await screen.workspace.ask(objectives_served, number)
    choices = served_choices(Kind.OBJECTIVE, titles, links, "")
    chosen = await screen.answer_of(ChooseServed(f"Which objective does {problem_key(number)} serve?", choices))
    if chosen is not None and chosen.off:
        screen.request(UnlinkObjective((number,), chosen.number))
    elif chosen is not None:
        await ask_fit(screen, (number,), chosen.number)


async def go_to_objective(screen: AskingScreen, problems: tuple[int, ...]) -> None:
    """Go to the objective that a problem serves; where it serves none yet, ask for one. Raises Refusal without any."""
    from pmtui.screens.dialogs.objective_links import ChooseServed, served_choices
    from pmtui.services.fits import objectives_served

    served = await screen.workspace.ask(objectives_served, problems[0]) if len(problems) == 1 else ()
    if served:
        screen.host.open_record(Kind.OBJECTIVE, served[0].id)
        return
    titles = [(each.id, each.title) for each in await screen.workspace.ask(lambda uow: uow.objectives.all("position"))]
    if not titles:
        raise Refusal("There is no objective yet.", "6 shows the strategy; a adds one there.")
    choices = served_choices(Kind.OBJECTIVE, titles, (), "")
    chosen = await screen.answer_of(ChooseServed(f"Which objective for {keys_in_words(problems)}?", choices))
    if chosen is not None:
        await ask_fit(screen, problems, chosen.number)
