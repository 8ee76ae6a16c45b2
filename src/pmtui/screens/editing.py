"""Handing the terminal to the user's editor and taking it back."""

from textual.app import App, SuspendNotSupported
from textual.widgets import TextArea

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.environment.editor import EditedText, edit_text
from pmtui.screens.base import WorkspaceScreen
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.detail_views import ProblemDetail
from pmtui.services.problems import EditProblem


async def edit_statement(screen: WorkspaceScreen, detail: ProblemDetail) -> None:
    """Edit the statement of a problem and save it.

    Raises Refusal when the editor fails, or when the statement was changed elsewhere meanwhile: the edited text then
    stays in its file, which is named.
    """
    edited = edit_outside(screen.app, detail.statement, f"{problem_key(detail.id)}.md")
    if edited.text != detail.statement:
        command = EditProblem(detail.id, {"statement": edited.text}, {"statement": detail.statement})
        try:
            await screen.host.carry_out(command)
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
    try:
        with app.suspend():
            return edit_text(text, name)
    except SuspendNotSupported as error:
        raise Refusal("This terminal can't be lent to an editor.", "Edit the text in its form: e.") from error
