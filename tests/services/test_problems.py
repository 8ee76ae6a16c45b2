import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.board import EditLane
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem, DeleteProblems, EditProblem, SetField, TagProblems
from pmtui.services.workspace import Workspace
from pmtui.store.queries.details import tags_of
from tests.builders import HOSTILE, add_problem, cards_of, created, digest, lane_number


def title_of(workspace: Workspace, number: int) -> str:
    return workspace.ask(lambda uow: uow.problems.get(number)).title


def tags(workspace: Workspace, number: int) -> tuple[str, ...]:
    return workspace.ask(lambda uow: tags_of(uow.connection, [number])[number])


def test_a_new_problem_stands_at_the_top_of_the_first_lane(memory: Workspace) -> None:
    numbers = [add_problem(memory, str(place)) for place in range(5)]
    assert cards_of(memory, lane_number(memory, "Inbox")) == numbers[::-1]


def test_a_new_problem_goes_into_the_named_lane_in_any_case(memory: Workspace) -> None:
    number = add_problem(memory, "x", lane=" building ")
    assert cards_of(memory, lane_number(memory, "Building")) == [number]
    with pytest.raises(Refusal, match="no lane Nowhere") as refused:
        add_problem(memory, "x", lane="Nowhere")
    assert "Discovering" in refused.value.hint


def test_a_new_problem_minds_the_limit_of_its_lane(memory: Workspace) -> None:
    inbox = lane_number(memory, "Inbox")
    memory.run(EditLane(inbox, "Inbox", "waiting", 1, strict=False))
    assert memory.run(AddProblem("first")).notice == ""
    assert memory.run(AddProblem("second")).notice == "Inbox now holds 2, over its limit of 1"
    memory.run(EditLane(inbox, "Inbox", "waiting", 2, strict=True))
    with pytest.raises(Refusal, match="Inbox is full"):
        memory.run(AddProblem("third"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_cleaned_wherever_it_comes_in(memory: Workspace, text: str) -> None:
    number = add_problem(memory, f"x{text}", statement=text, notes=text)
    memory.run(AddEvidence(f"x{text}", text, text, text, text, text, (number,)))
    memory.run(EditProblem(number, dict.fromkeys(("title", "statement", "notes", "url"), f"y{text}")))
    memory.run(TagProblems((number,), add=(f"z{text}",)))
    memory.run(SetEstimates(number, {"reach": "5"}, {"reach": text}))
    memory.run(SetField((number,), "horizon", "declined", f"x{text}"))
    assert "\x1b" not in str(memory.ask(digest))


def test_the_same_evidence_or_problem_named_twice_is_connected_once(memory: Workspace) -> None:
    memory.run(AddEvidence("slow"))
    number = created(memory, AddProblem("x", evidence=(1, 1)))
    memory.run(AddEvidence("slower", problems=(number, number)))
    assert len(memory.ask(lambda uow: uow.problem_evidence.all())) == 2


def test_an_edit_changes_what_it_names_and_the_moment(memory: Workspace) -> None:
    number = add_problem(memory, "old", statement="kept")
    before = memory.ask(lambda uow: uow.problems.get(number))
    memory.run(EditProblem(number, {"title": " new ", "notes": "some\n"}))
    after = memory.ask(lambda uow: uow.problems.get(number))
    assert (after.title, after.statement, after.notes) == ("new", "kept", "some")
    assert after.updated_at > before.updated_at
    assert after.created_at == before.created_at


def test_an_edit_refuses_to_overwrite_what_was_changed_meanwhile(memory: Workspace) -> None:
    number = add_problem(memory, "old")
    memory.run(EditProblem(number, {"title": "theirs"}))
    with pytest.raises(Refusal, match="its title is now “theirs”"):
        memory.run(EditProblem(number, {"title": "mine"}, seen={"title": "old"}))
    assert title_of(memory, number) == "theirs"


def test_an_edit_of_one_field_lets_another_one_that_was_changed_meanwhile_be(memory: Workspace) -> None:
    number = add_problem(memory, "old")
    memory.run(EditProblem(number, {"title": "theirs"}))
    form = {"title": "old", "notes": "mine"}  # the form gives every field, touched or not
    memory.run(EditProblem(number, form, seen={"title": "old", "notes": ""}))
    kept = memory.ask(lambda uow: uow.problems.get(number))
    assert (kept.title, kept.notes) == ("theirs", "mine")


def test_an_edit_to_what_is_there_already_is_no_clash(memory: Workspace) -> None:
    number = add_problem(memory, "old")
    memory.run(EditProblem(number, {"title": "same"}))
    assert memory.run(EditProblem(number, {"title": "same"}, seen={"title": "old"})).step is None


def test_an_edit_of_a_problem_that_is_gone_is_refused(memory: Workspace) -> None:
    number = add_problem(memory)
    memory.run(DeleteProblems((number,)))
    with pytest.raises(Refusal, match=f"There is no P-{number}"):
        memory.run(EditProblem(number, {"title": "x"}))


def test_a_field_is_set_on_all_or_on_none(memory: Workspace) -> None:
    numbers = (add_problem(memory), add_problem(memory))
    memory.run(SetField(numbers, "horizon", "next"))
    before = memory.ask(digest)
    for refused in (
        SetField((*numbers, 99), "horizon", "now"),
        SetField(numbers, "horizon", "soon"),
        SetField(numbers, "horizon", "declined"),
        SetField(numbers, "title", "x"),
    ):
        with pytest.raises(Refusal):
            memory.run(refused)
    assert memory.ask(digest) == before


def test_a_tag_is_one_tag_in_any_case_and_with_any_spaces(memory: Workspace) -> None:
    first, second = add_problem(memory), add_problem(memory)
    memory.run(TagProblems((first,), add=("ui",)))
    memory.run(TagProblems((first, second), add=("UI ", " ui")))
    assert tags(memory, first) == tags(memory, second) == ("ui",)
    memory.run(TagProblems((first,), remove=(" Ui ",)))
    assert tags(memory, first) == ()


def test_tagging_with_what_is_there_already_is_no_step(memory: Workspace) -> None:
    number = created(memory, AddProblem("x", tags=("ui",)))
    assert memory.run(TagProblems((number,), add=("ui",), remove=("other",))).step is None


def test_deleting_a_problem_leaves_its_evidence(memory: Workspace) -> None:
    number = add_problem(memory, "x", "1", "1", "1", "1")
    memory.run(AddEvidence("slow", problems=(number,)))
    memory.run(TagProblems((number,), add=("ui",)))
    memory.run(DeleteProblems((number,)))
    assert memory.ask(lambda uow: uow.evidence.get(1)).text == "slow"
    for table in ("problem", "estimate", "problem_evidence", "problem_tag", "lane_change"):
        assert memory.ask(digest)[table] == []


def test_labels_name_up_to_three_problems(memory: Workspace) -> None:
    numbers = tuple(add_problem(memory) for _ in range(4))
    assert memory.run(TagProblems(numbers[:3], add=("ui",))).label == "Tagged P-1, P-2, P-3"
    assert memory.run(DeleteProblems(numbers)).label == "Deleted 4 problems"
