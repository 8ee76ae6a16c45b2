"""Importing personas: one step, again without doubles, with one's own changes kept."""

from pmtui.services.personas import DeletePersonas, EditPersona
from tests.services.conftest import Imports

FILE = "# Personas\n\n## Ann\n\n### Jobs\n\nRest\n\n## Bob\n\n### Pains\n\nNoise\n"


def test_an_import_is_one_step_that_undo_takes_back(imports: Imports) -> None:
    report = imports.run(FILE, "personas.md")
    assert (report.created, report.preset, report.source) == ({"persona": 2}, "personas", "Personas: personas")
    workspace = imports.workspace
    assert [persona.name for persona in workspace.ask(lambda uow: uow.personas.all())] == ["Ann", "Bob"]
    assert workspace.undo().label == "Undid: Imported 2 personas from personas.md"
    assert workspace.ask(lambda uow: uow.personas.all()) == []


def test_importing_again_brings_what_changed_and_keeps_what_was_done_here(imports: Imports) -> None:
    imports.run(FILE, "personas.md")
    again = imports.run(FILE, "personas.md")
    assert (again.created, again.unchanged, again.step) == ({"persona": 0}, 2, None)
    imports.workspace.run(EditPersona(1, {"jobs": "Sleep", "role": "owner"}))
    newer = imports.run(FILE.replace("Rest", "Work").replace("Noise", "Dust"), "personas.md")
    assert newer.updated == {"persona": 1}
    ann, bob = imports.workspace.ask(lambda uow: uow.personas.all())
    assert (ann.jobs, ann.role, bob.pains) == ("Sleep", "owner", "Dust")
    imports.workspace.run(DeletePersonas((2,)))
    assert imports.run(FILE, "personas.md").skipped == 1
