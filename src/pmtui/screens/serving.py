"""Linking problems and the objectives they serve, on every screen that shows either."""

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, objective_key
from pmtui.screens.asking import AskingScreen
from pmtui.services.problems import keys_in_words


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
