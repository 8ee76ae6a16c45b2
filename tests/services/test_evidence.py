import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.services.evidence import AddEvidence, ConnectEvidence
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest


def test_evidence_is_kept_with_its_source_and_the_type_of_its_kind(memory: Workspace) -> None:
    memory.run(AddEvidence(" It is slow\n", "interview note", "call", "Ann", " 2026-02 ", "Acme"))
    found = memory.ask(lambda uow: uow.evidence.get(1))
    assert (found.text, found.kind, found.evidence_type) == ("It is slow", "interview note", "interview")
    assert (found.source, found.author, found.occurred_on, found.company_id) == ("call", "Ann", "2026-02", 1)


def test_a_company_is_one_company_in_any_case(memory: Workspace) -> None:
    memory.run(AddEvidence("a", company="Acme"))
    memory.run(AddEvidence("b", company=" ACME "))
    memory.run(AddEvidence("c"))
    assert [company.name for company in memory.ask(lambda uow: uow.companies.all())] == ["Acme"]
    assert [piece.company_id for piece in memory.ask(lambda uow: uow.evidence.all())] == [1, 1, None]


@pytest.mark.parametrize(
    "command", [AddEvidence(" "), AddEvidence("x", problems=(99,)), AddEvidence("x", company=" \x00")]
)
def test_evidence_that_is_refused_leaves_nothing(memory: Workspace, command: AddEvidence) -> None:
    before = memory.ask(digest)
    if command.company:
        memory.run(command)  # a name of one odd character is a name
        assert memory.ask(lambda uow: uow.companies.get(1)).name == "\ufffd"
        return
    with pytest.raises(Refusal):
        memory.run(command)
    assert memory.ask(digest) == before


def test_connecting_twice_connects_once_and_disconnecting_ends_it(memory: Workspace) -> None:
    problems = (add_problem(memory), add_problem(memory))
    memory.run(AddEvidence("a", problems=problems[:1]))
    memory.run(AddEvidence("b"))
    change = memory.run(ConnectEvidence(problems, (1, 2)))
    assert change.label == "Connected 2 pieces to P-1, P-2"
    assert change.kinds == {Kind.PROBLEM_EVIDENCE}
    links = memory.ask(lambda uow: uow.problem_evidence.all())
    assert sorted((link.problem_id, link.evidence_id) for link in links) == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert memory.run(ConnectEvidence(problems, (1, 2))).step is None
    memory.run(ConnectEvidence(problems[:1], (1, 2), connected=False))
    assert len(memory.ask(lambda uow: uow.problem_evidence.all())) == 2


@pytest.mark.parametrize("command", [ConnectEvidence((1, 99), (1,)), ConnectEvidence((1,), (1, 99))])
def test_connecting_what_is_gone_is_refused_whole(memory: Workspace, command: ConnectEvidence) -> None:
    add_problem(memory)
    memory.run(AddEvidence("a"))
    with pytest.raises(Refusal, match="-99"):
        memory.run(command)
    assert memory.ask(lambda uow: uow.problem_evidence.all()) == []
