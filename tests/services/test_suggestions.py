import pytest

from pmtui.domain.likeness import MOST_STEMS, as_search, stems_of, telling_stems, votes
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.suggestions import suggest_problems
from pmtui.services.workspace import Workspace


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    memory.run(AddProblem("Keys get lost"))
    memory.run(AddProblem("Invoices arrive too late"))
    memory.run(AddProblem("The app is slow"))
    memory.run(AddEvidence("Nobody could find the spare one at the door", problems=(1,)))
    memory.run(AddEvidence("I was billed twice in March", problems=(2,)))
    return memory


def suggested(workspace: Workspace, text: str) -> list[int]:
    number = workspace.run(AddEvidence(text)).created
    assert number is not None
    return [suggestion.problem for suggestion in workspace.ask(suggest_problems, (number,))]


def test_a_problem_whose_own_words_are_said_is_suggested(filled: Workspace) -> None:
    assert suggested(filled, "My invoice is late again")[0] == 2


def test_a_problem_whose_evidence_is_alike_is_suggested(filled: Workspace) -> None:
    assert suggested(filled, "There was no spare at my door")[0] == 1


def test_words_explain_it_the_rarest_first_and_common_ones_not_at_all(filled: Workspace) -> None:
    for _ in range(10):
        filled.run(AddEvidence("late again, of course"))
    number = filled.run(AddEvidence("Late: my invoice")).created
    assert number is not None
    (suggestion,) = filled.ask(suggest_problems, (number,))
    assert suggestion.title == "Invoices arrive too late"
    assert suggestion.words == ("invoice",)
    assert suggestion.score == pytest.approx(1)


def test_words_that_only_hold_a_sentence_together_explain_nothing(filled: Workspace) -> None:
    number = filled.run(AddEvidence("When will they have my invoice")).created
    filled.run(AddEvidence("They will tell when they have it", problems=(2,)))
    assert number is not None
    (suggestion,) = filled.ask(suggest_problems, (number,))
    assert suggestion.words == ("invoice",)


def test_a_word_that_merely_begins_alike_is_told_with_the_other_one_after_those_that_are_the_same(
    filled: Workspace,
) -> None:
    filled.run(AddProblem("A customer waits for the invoice"))
    for _ in range(2):
        filled.run(AddEvidence("The invoice"))
    number = filled.run(AddEvidence("Held at customs with its invoice")).created
    assert number is not None
    (words,) = [one.words for one in filled.ask(suggest_problems, (number,)) if one.problem == 4]
    assert words == ("invoice", "customs ~ customer")


def test_what_it_is_connected_to_is_not_suggested_again(filled: Workspace) -> None:
    filled.run(AddEvidence("The invoice is late", problems=(2,)))
    assert 2 not in {one.problem for one in filled.ask(suggest_problems, (3,))}


def test_several_pieces_are_asked_for_together(filled: Workspace) -> None:
    filled.run(AddEvidence("lost"))
    filled.run(AddEvidence("slow"))
    assert {one.problem for one in filled.ask(suggest_problems, (3, 4))} == {1, 3}


def test_there_is_nothing_to_suggest_for_nothing(filled: Workspace) -> None:
    assert filled.ask(suggest_problems, ()) == ()
    assert filled.ask(suggest_problems, (99,)) == ()
    assert suggested(filled, "!?") == []


def test_forms_of_a_word_are_one_stem() -> None:
    assert list(stems_of("Invoices, INVOICING: invoíce at")) == ["invoi", "at"]
    assert (as_search("invoi"), as_search("at")) == ('"invoi" *', '"at"')


def test_of_a_long_text_the_longest_words_are_kept() -> None:
    text = " ".join(f"{'x' * (place % 4)}{place}" for place in range(1000)) + " unmistakable"
    assert len(telling_stems(text)) == MOST_STEMS
    assert "unmis" in telling_stems(text)


def test_a_very_like_text_outvotes_several_that_are_a_little_alike() -> None:
    shares = votes([(1, 3.0), (2, 1.0), (2, 1.0), (2, 1.0)])
    assert shares[1] > shares[2]
    assert sum(shares.values()) == pytest.approx(1)
    assert votes([]) == {}


def test_words_of_one_or_two_letters_tell_nothing_unless_there_are_no_others() -> None:
    assert list(telling_stems("I gave my key to 3 of them")) == ["gave", "key", "3", "them"]
    assert list(telling_stems("to my")) == ["to", "my"]
    assert list(telling_stems("我 的")) == ["我", "的"]
