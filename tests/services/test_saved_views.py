from contextlib import closing
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.saved_views import DeleteView, SaveView, saved_views
from pmtui.services.workspace import Workspace
from tests.builders import foreign

TRUST = {"words": "#trust", "order": "evidence"}


def test_a_view_is_kept_for_its_screen_under_its_name(memory: Workspace) -> None:
    memory.run(SaveView("problems", " trust\n", TRUST))
    memory.run(SaveView("problems", "All", {}))
    memory.run(SaveView("board", "trust", {"words": "#trust"}))
    assert memory.ask(saved_views, "problems") == (("All", {}), ("trust", TRUST))
    assert memory.ask(saved_views, "board") == (("trust", {"words": "#trust"}),)


def test_the_same_name_in_any_case_takes_the_place_of_the_view(memory: Workspace) -> None:
    memory.run(SaveView("problems", "trust", TRUST))
    memory.run(SaveView("problems", "Trust", {}))
    assert memory.ask(saved_views, "problems") == (("Trust", {}),)
    memory.undo()
    assert memory.ask(saved_views, "problems") == (("trust", TRUST),)


def test_a_view_is_deleted_and_undo_brings_it_back(memory: Workspace) -> None:
    memory.run(SaveView("problems", "trust", TRUST))
    memory.run(DeleteView("problems", "trust"))
    assert memory.ask(saved_views, "problems") == ()
    with pytest.raises(Refusal, match="no view “trust”"):
        memory.run(DeleteView("problems", "trust"))
    memory.undo()
    assert memory.ask(saved_views, "problems") == (("trust", TRUST),)


def test_a_view_without_a_name_is_refused(memory: Workspace) -> None:
    with pytest.raises(Refusal, match="A view needs a name"):
        memory.run(SaveView("problems", " ", {}))


@pytest.mark.parametrize("settings", ["", "[1]", "{", '"x"'])
def test_what_another_program_left_as_settings_is_a_view_of_all(
    path: Path, workspace: Workspace, settings: str
) -> None:
    workspace.run(SaveView("problems", "odd", TRUST))
    with closing(foreign(path)) as other:
        other.execute("UPDATE saved_view SET settings = ?", (settings,))
    assert workspace.ask(saved_views, "problems") == (("odd", {}),)


def test_what_a_view_keeps_is_cleaned_as_every_text_is(memory: Workspace) -> None:
    memory.run(SaveView("problems", "odd", {"words": "a\x1b[31mb\nc"}))
    assert memory.ask(saved_views, "problems") == (("odd", {"words": "a\ufffd[31mb c"}),)
