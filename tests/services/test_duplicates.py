import pytest

from pmtui.domain.changes import Outcome
from pmtui.domain.duplicates import sameness, words_in
from pmtui.domain.errors import Refusal
from pmtui.domain.links import EvidenceTag, Highlight
from pmtui.domain.tag import Tag
from pmtui.services.duplicates import MergeEvidence, duplicate_pairs, likely_duplicates
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import digest


class Mark:
    """Tags and highlights on the second piece."""

    def run(self, uow: UnitOfWork) -> Outcome:
        uow.evidence_tags.add(EvidenceTag(0, 2, uow.tags.add(Tag(0, "billing"))))
        for fragment in ("invoice", "please"):
            uow.highlights.add(Highlight(0, 2, fragment))
        return Outcome("Marked")


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    memory.run(AddProblem("Invoices arrive too late"))
    memory.run(AddProblem("Nobody answers"))
    memory.run(AddEvidence("My invoice never came, help", author="Ann", problems=(1,)))
    memory.run(AddEvidence("my invoice never came, help please", author="Ann", problems=(1, 2)))
    memory.run(AddEvidence("My invoice never came help me", author="Bob"))
    memory.run(AddEvidence("My invoice never came, help", author="Bob"))
    memory.run(AddEvidence("Something else", author="Ann"))
    memory.run(Mark())
    return memory


def test_the_same_text_and_nearly_the_same_by_one_customer_are_likely_duplicates(filled: Workspace) -> None:
    found = filled.ask(likely_duplicates, 1)
    assert [(one.evidence, one.same_customer) for one in found] == [(4, False), (2, True)]
    assert found[0].sameness == 1.0


def test_nearly_the_same_by_customers_nobody_knows_is_no_duplicate(memory: Workspace) -> None:
    for text in ("The app is very slow today", "The app is very slow today!!", "the app is very slow today"):
        memory.run(AddEvidence(text, source="store"))
    assert memory.ask(likely_duplicates, 1) == ()


def test_pairs_are_found_over_all_evidence_each_once(filled: Workspace) -> None:
    assert [(pair.first, pair.second) for pair in filled.ask(duplicate_pairs)] == [(1, 4), (1, 2), (3, 4)]
    assert len(filled.ask(duplicate_pairs, 1)) == 1


def test_what_was_merged_hands_over_its_links_and_is_no_duplicate_any_more(filled: Workspace) -> None:
    filled.run(MergeEvidence(1, (2, 4)))
    assert filled.ask(likely_duplicates, 1) == ()
    assert filled.ask(lambda uow: [uow.evidence.get(number).duplicate_of for number in (1, 2, 4)]) == [None, 1, 1]
    links = filled.ask(lambda uow: [(link.problem_id, link.evidence_id) for link in uow.problem_evidence.all()])
    assert sorted(links) == [(1, 1), (2, 1)]
    assert filled.ask(lambda uow: [tag.evidence_id for tag in uow.evidence_tags.all()]) == [1]


def test_only_a_highlight_that_the_kept_text_has_goes_over(filled: Workspace) -> None:
    filled.run(MergeEvidence(1, (2,)))
    marked = filled.ask(lambda uow: {(one.evidence_id, one.fragment) for one in uow.highlights.all()})
    assert marked == {(1, "invoice"), (2, "please")}


def test_a_piece_merged_into_one_that_is_merged_goes_along(filled: Workspace) -> None:
    filled.run(MergeEvidence(2, (1,)))
    filled.run(MergeEvidence(4, (2,)))
    assert filled.ask(lambda uow: [uow.evidence.get(number).duplicate_of for number in (1, 2)]) == [4, 4]


def test_merging_is_undone_at_once(filled: Workspace) -> None:
    before = filled.ask(digest)
    filled.run(MergeEvidence(1, (2, 4)))
    after = filled.ask(digest)
    filled.undo()
    assert filled.ask(digest) == before
    filled.redo()
    assert filled.ask(digest) == after


@pytest.mark.parametrize("command", [MergeEvidence(1, (1,)), MergeEvidence(1, ()), MergeEvidence(1, (99,))])
def test_what_makes_no_sense_is_refused(filled: Workspace, command: MergeEvidence) -> None:
    with pytest.raises(Refusal):
        filled.run(command)


def test_a_merged_piece_can_be_neither_kept_nor_merged_again(filled: Workspace) -> None:
    filled.run(MergeEvidence(1, (2,)))
    for command in (MergeEvidence(2, (4,)), MergeEvidence(4, (2,))):
        with pytest.raises(Refusal, match="merged"):
            filled.run(command)


def test_sameness_is_the_shared_part_of_all_words() -> None:
    assert sameness(words_in("a b c"), words_in("B C d")) == pytest.approx(0.5)
    assert sameness(words_in("!"), words_in("")) == 0
