"""Importing decisions: one step, again without doubles, with one's own changes kept."""

from pmtui.services.decisions import DeleteDecisions, EditDecision
from tests.services.conftest import Imports

FILE = "# 2. Hosting\n\nDate: 2017-06-30\n\n## Status\n\nAccepted\n\n## Context\n\nOld\n\n## Decision\n\nCloud\n"


def test_an_import_is_one_step_that_undo_takes_back(imports: Imports) -> None:
    report = imports.run(FILE, "0002-hosting.md")
    assert (report.created, report.preset) == ({"decision": 1}, "decisions")
    workspace = imports.workspace
    (decision,) = workspace.ask(lambda uow: uow.decisions.all())
    assert (decision.title, decision.context, decision.choice) == ("Hosting", "Old", "Cloud")
    assert decision.created_at.startswith("2017-06-")  # the day here, as a moment in UTC
    assert workspace.undo().label == "Undid: Imported 1 decision from 0002-hosting.md"
    assert workspace.ask(lambda uow: uow.decisions.all()) == []


def test_importing_again_brings_what_changed_and_keeps_what_was_done_here(imports: Imports) -> None:
    imports.run(FILE, "0002-hosting.md")
    again = imports.run(FILE, "0002-hosting.md")
    assert (again.created, again.unchanged, again.step) == ({"decision": 0}, 1, None)
    imports.workspace.run(EditDecision(1, {"choice": "Our own"}))
    newer = imports.run(FILE.replace("Cloud", "Elsewhere").replace("Old", "New"), "0002-hosting.md")
    assert newer.updated == {"decision": 1}
    (decision,) = imports.workspace.ask(lambda uow: uow.decisions.all())
    assert (decision.context, decision.choice) == ("New", "Our own")
    imports.workspace.run(DeleteDecisions((1,)))
    assert imports.run(FILE, "0002-hosting.md").skipped == 1
