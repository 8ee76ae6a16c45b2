"""Handing the terminal to the user's editor and taking it back."""

from collections.abc import Callable

from textual.app import App, SuspendNotSupported
from textual.widgets import TextArea

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.environment.editor import EditedText, edit_text
from pmtui.environment.signals import ctrl_c_left_to_another
from pmtui.screens.base import WorkspaceScreen
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.detail_views import ProblemDetail
from pmtui.services.problems import EditProblem
from pmtui.services.workspace import Command


async def edit_statement(screen: WorkspaceScreen, detail: ProblemDetail) -> None:
    """Edit the statement of a problem and save it. Raises as edit_kept does."""
    before = {"statement": detail.statement}
    name = f"{problem_key(detail.id)}.md"
    await edit_kept(screen, detail.statement, name, lambda text: EditProblem(detail.id, {"statement": text}, before))


async def edit_kept(screen: WorkspaceScreen, text: str, name: str, saving: Callable[[str], Command]) -> None:
    """Edit a text of a record and save it. name: of the file meanwhile; saving: what keeps the new text.

    Raises Refusal when the editor fails, or when the text was changed elsewhere meanwhile: the edited one then stays in
    its file, which is named.
    """
    edited = edit_outside(screen.app, text, name)
    if edited.text != text:
        try:
            await screen.host.carry_out(saving(edited.text))
        except Refusal as refusal:
            raise Refusal(refusal.title, f"Your text is kept in {edited.place}") from refusal
    edited.discard()


def edit_area(dialog: Dialog[ChangeSet], area: TextArea) -> None:
    """Edit the text of a field of a form; saying no is shown in the form."""
    try:
        edited = edit_outside(dialog.app, area.text, "text.md")
    except Refusal as refusal:
        dialog.say(str(refusal))
        return
    area.text = edited.text
    edited.discard()


def edit_outside(app: App[None], text: str, name: str) -> EditedText:
    """Give the terminal to the editor until it ends. Raises Refusal."""
    came: EditedText | Refusal
    try:
        with app.suspend(), ctrl_c_left_to_another():
            try:
                came = edit_text(text, name)
            except Refusal as refusal:  # Textual would not take the terminal back from what raises
                came = refusal
    except SuspendNotSupported as error:
        raise Refusal("This terminal can't be lent to an editor.", "Edit the text in its form: e.") from error
    if isinstance(came, Refusal):
        raise came
    return came
