"""Picks a criterion for a scorecard, or makes a new one."""

from typing import Any

from textual.screen import Screen

from pmtui.domain.criterion import Criterion, scale_in_words
from pmtui.screens.dialogs.choose import Choice, Choose
from pmtui.screens.dialogs.criterion_form import CriterionForm
from pmtui.services.criteria import criteria_to_use, is_own
from pmtui.services.workspace_thread import WorkspaceThread

CODE = 21
NEW = Choice("", "New criterion", "with a scale and meanings of its own")


class CriterionChoice(Choose[str]):
    """One line for each criterion."""

    DEFAULT_CSS = """
    CriterionChoice > Vertical { width: 110; }
    CriterionChoice OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    """


async def choose_criterion(screen: Screen[Any], workspace: WorkspaceThread) -> str | None:
    """The code of a criterion that formulas can use, picked or just made; None when neither."""
    criteria = {one.code: one for one in await workspace.ask(criteria_to_use)}
    choices = [NEW, *map(_choice, criteria.values())]
    picked = await screen.app.push_screen_wait(CriterionChoice("Criteria that formulas can use", choices))
    return await edit_criterion(screen, None) if picked == "" else picked


async def change_criterion(screen: Screen[Any], workspace: WorkspaceThread) -> None:
    """Let a criterion of one's own be changed, or a new one be made."""
    own = {one.code: one for one in await workspace.ask(criteria_to_use) if is_own(one)}
    picked = await screen.app.push_screen_wait(
        CriterionChoice("Criteria of your own", [NEW, *map(_choice, own.values())])
    )
    if picked is not None:
        await edit_criterion(screen, own.get(picked))


async def edit_criterion(screen: Screen[Any], criterion: Criterion | None) -> str | None:
    """Show the form of a criterion, or of a new one. Returns its code, None when it was closed."""
    form = CriterionForm(criterion)
    saved = await screen.app.push_screen_wait(form)
    return form.code if saved is not None else None


def _choice(criterion: Criterion) -> Choice[str]:
    about = ", ".join(filter(None, (criterion.unit, scale_in_words(criterion))))
    return Choice(criterion.code, f"{criterion.code:<{CODE}} {criterion.name}", f"{about}  {criterion.meaning}")
