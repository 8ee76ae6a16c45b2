"""Personas, the problems they have, and the reach that follows."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount
from pmtui.services.companies import AddCompany, DeleteCompanies, EditCompany
from pmtui.services.details import problem_detail
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.persona_lists import company_list, company_sheet, persona_list, persona_sheet
from pmtui.services.personas import (
    AddPersona,
    DeletePersonas,
    EditPersona,
    LinkPersonas,
    TakeReach,
    UnlinkPersonas,
)
from pmtui.services.problem_personas import problem_personas
from pmtui.services.workspace import Command, Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem, digest


@pytest.fixture
def sparkle(memory: Workspace) -> Workspace:
    """Two personas, one problem of theirs, and evidence that speaks mostly for the smaller one."""
    memory.run(AddPersona("Busy parents", {"population": "3000", "quote": "Just be on time."}))
    memory.run(AddPersona(" Office\nmanagers ", {"population": "1000", "jobs": " One\r\nTwo "}))
    add_problem(memory, "Keys get lost")
    memory.run(LinkPersonas((1,), (1, 2), "50%", "4", "2"))
    for text in ("a", "b", "c", "d", "e"):
        memory.run(AddEvidence(text, company="Acme"))
    memory.run(SpeaksFor({1: 1, 2: 2, 3: 2, 4: 2}))
    return memory


class SpeaksFor:
    """Says for whom pieces of evidence speak."""

    def __init__(self, personas: dict[int, int]) -> None:
        self.personas = personas

    def run(self, uow: UnitOfWork):  # type: ignore[no-untyped-def]
        from pmtui.domain.base import evolve
        from pmtui.domain.changes import Outcome

        for piece, persona in self.personas.items():
            uow.evidence.save(evolve(uow.evidence.get(piece), persona_id=persona))
        return Outcome("Set")


def test_a_persona_is_kept_cleaned(sparkle: Workspace) -> None:
    kept = sparkle.ask(lambda uow: uow.personas.get(2))
    assert (kept.name, kept.jobs, kept.population) == ("Office managers", "One\nTwo", "1000")


@pytest.mark.parametrize(
    "command",
    [
        AddPersona(" "),
        AddPersona("x", {"population": "many"}),
        EditPersona(1, {"population": "-3"}),
        EditPersona(1, {"name": ""}),
        EditPersona(1, {"quote": "new"}, {"quote": "old"}),
        EditPersona(99, {"name": "x"}),
        DeletePersonas((1, 99)),
        LinkPersonas((1,), (1,), affected="140%"),
        LinkPersonas((1,), (1,), severity="5"),
        LinkPersonas((99,), (1,)),
        LinkPersonas((1,), (99,)),
        UnlinkPersonas((1,), (99,)),
        TakeReach((2,)),
        AddCompany(""),
        AddCompany("ACME"),
        AddCompany("x", revenue="nan"),
        AddCompany("x", size="1.5"),
        EditCompany(1, {"tier": "gold"}, {"tier": "silver"}),
        DeleteCompanies((9,)),
    ],
    ids=repr,
)
def test_what_is_refused_leaves_nothing(sparkle: Workspace, command: Command) -> None:
    add_problem(sparkle, "Nobody's problem")
    before = sparkle.ask(digest)
    with pytest.raises(Refusal):
        sparkle.run(command)
    assert sparkle.ask(digest) == before


def test_fields_that_others_changed_are_left_alone_unless_they_are_to_change(sparkle: Workspace) -> None:
    sparkle.run(EditPersona(1, {"role": "parent"}))
    sparkle.run(EditPersona(1, {"role": "", "picture": "In a hurry"}, {"role": "", "picture": ""}))
    kept = sparkle.ask(lambda uow: uow.personas.get(1))
    assert (kept.role, kept.picture) == ("parent", "In a hurry")


def test_linking_again_changes_only_what_is_said(sparkle: Workspace) -> None:
    sparkle.run(LinkPersonas((1,), (1,), severity="4"))
    links = sparkle.ask(lambda uow: uow.problem_personas.all(persona_id=1))
    assert [(link.affected, link.frequency, link.severity) for link in links] == [("50%", "4", "4")]
    assert sparkle.run(LinkPersonas((1,), (1,))).step is None


def test_deleting_a_persona_leaves_its_evidence_and_problems(sparkle: Workspace) -> None:
    sparkle.run(DeletePersonas((2,)))
    assert {piece.persona_id for piece in sparkle.ask(lambda uow: uow.evidence.all())} == {1, None}
    assert len(sparkle.ask(lambda uow: uow.problem_personas.all())) == 1
    sparkle.run(DeleteCompanies((1,)))
    assert {piece.company_id for piece in sparkle.ask(lambda uow: uow.evidence.all())} == {None}


def test_the_list_holds_each_share_of_the_evidence_against_that_of_the_people(sparkle: Workspace) -> None:
    parents, managers = sparkle.ask(persona_list)
    assert (parents.evidence_count, parents.evidence_share, parents.population_share) == (1, 0.25, 0.75)
    assert (parents.heard, managers.heard) == ("under-heard", "over-heard")
    assert [row.problem_count for row in (parents, managers)] == [1, 1]


def test_the_sheet_says_what_each_problem_does_to_the_persona(sparkle: Workspace) -> None:
    sheet = sparkle.ask(persona_sheet, 1)
    (link,) = sheet.problems
    assert (link.title, link.affected, link.frequency, link.severity) == ("Keys get lost", "50%", "4", "2")
    assert (link.reach, link.scale, sheet.scale) == (1500, 12000, 12000)
    assert [piece.words for piece in sheet.evidence] == ["a"]
    with pytest.raises(Refusal):
        sparkle.ask(persona_sheet, 9)


def test_a_problem_knows_its_reach_and_scale(sparkle: Workspace) -> None:
    found = sparkle.ask(problem_personas, 1)
    assert [link.title for link in found.links] == ["Busy parents", "Office managers"]
    assert (found.reach, found.reach_text, found.scale) == (Amount(2000, 2000), "2,000", 16000)


def test_reach_is_taken_over_with_its_origin_and_flagged_when_it_no_longer_agrees(sparkle: Workspace) -> None:
    sparkle.run(SetEstimates(1, {"reach": "5"}, {"reach": "a guess"}))
    assert not sparkle.ask(problem_personas, 1).disagrees
    assert sparkle.run(TakeReach((1,))).label == "Took the reach of P-1 from its personas"
    (reach,) = (each for each in sparkle.ask(problem_detail, 1).estimates if each.code == "reach")
    assert (reach.text, reach.origin, reach.reason) == ("2,000", "personas", "population × affected of U-1, U-2")
    assert not sparkle.ask(problem_personas, 1).disagrees
    sparkle.run(EditPersona(1, {"population": "3500"}))
    assert sparkle.ask(problem_personas, 1).disagrees
    sparkle.run(TakeReach((1,)))
    assert not sparkle.ask(problem_personas, 1).disagrees


def test_what_another_program_wrote_counts_as_unknown(sparkle: Workspace) -> None:
    class Spoil:
        def run(self, uow: UnitOfWork):  # type: ignore[no-untyped-def]
            from pmtui.domain.changes import Outcome

            uow.connection.execute("UPDATE persona SET population = 'lots' WHERE id = 1")
            return Outcome("Spoilt")

    sparkle.run(Spoil())
    assert sparkle.ask(problem_personas, 1).reach == Amount(500, 500)
    assert sparkle.ask(persona_list)[-1].population_share is None


def test_companies_are_listed_by_name_with_their_evidence(sparkle: Workspace) -> None:
    sparkle.run(AddCompany("aardvark", "gold", "12,000", "40"))
    first, second = sparkle.ask(company_list)
    assert (first.name, first.tier, first.revenue, first.size) == ("aardvark", "gold", 12000, 40)
    assert (second.name, second.evidence_count) == ("Acme", 5)
    sheet = sparkle.ask(company_sheet, 2)
    assert sheet.texts == {"name": "aardvark", "tier": "gold", "revenue": "12000", "size": "40"}
    sparkle.run(EditCompany(2, {"revenue": "", "size": "41"}, sheet.texts))
    changed = sparkle.ask(lambda uow: uow.companies.get(2))
    assert (changed.revenue, changed.size) == (None, 41)
