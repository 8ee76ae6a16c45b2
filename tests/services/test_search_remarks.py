"""What a search asks for that is not known is told, with what would be, and is never an error."""

import pytest

from pmtui.services.companies import AddCompany
from pmtui.services.personas import AddPersona
from pmtui.services.problems import AddProblem
from pmtui.services.search import search
from pmtui.services.workspace import Workspace


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    memory.run(AddProblem("Keys get lost", tags=("access",)))
    memory.run(AddPersona("Busy parents"))
    memory.run(AddCompany("Acme"))
    return memory


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("type:nonsense", "There is no evidence type “nonsense”. Known: self_conviction, pitch"),
        ("persona:ZZ", "There is no persona “ZZ”. Known: Busy parents."),
        ("persona:U-9", "There is no persona “U-9”. Known: Busy parents."),
        ("-company:ZZ", "There is no company “ZZ”. Known: Acme."),
        ("tag:ZZ keys", "There is no tag “ZZ”. Known: access."),
        ("problem:P-9", "There is no problem “P-9”"),
        ("problem:P-99999999999999999999999", "There is no problem"),
        ("problem:zzzz", "There is no problem “zzzz”"),
        ("since:soon", "“soon” is no date (2026-01-31 or 2026-01): looked for as a word."),
        ("until:2026-1", "“2026-1” is no date"),
        ("is:lost", "“lost” is no state (open, done"),
    ],
)
def test_what_is_not_known_is_told_with_what_would_be(filled: Workspace, words: str, told: str) -> None:
    (remark,) = filled.ask(search, words).remarks
    assert told in remark


@pytest.mark.parametrize(
    "words",
    ["type:interview", "type:Self-conv", "persona:busy", "persona:u-1", "company:acm", "tag:acc", "problem:P-1",
     "problem:keys", "since:2026-01", "is:OPEN", "keys", "nobody:knows", "since:"],
)  # fmt: skip
def test_what_is_known_needs_no_remark(filled: Workspace, words: str) -> None:
    assert filled.ask(search, words).remarks == ()


@pytest.mark.parametrize("words", ["since:20", "since:2026-0", "is:dis", "until:2026-01-3"])
def test_a_value_that_is_still_being_typed_is_not_yet_wrong(filled: Workspace, words: str) -> None:
    assert filled.ask(search, words, is_typing=True).remarks == ()
    assert len(filled.ask(search, words).remarks) == 1


def test_short_words_beside_a_field_are_no_error(filled: Workspace) -> None:
    found = filled.ask(search, "tag:access k", is_typing=True)
    assert [match.key for match in found.matches] == ["P-1"]
