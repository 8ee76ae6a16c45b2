"""Keys become links, and a reader sees the same words as before."""

import pytest
from hypothesis import given

from pmtui.export.linking import linked
from pmtui.export.markdown import bullets, escape_inline, heading, page, quote, table
from pmtui.export.user_markdown import escape_block
from tests.export.judge import harms, parsed, titles
from tests.export.judge import words as words_of

PLACES = {"P-1": "problems/P-1.md", "P-12": "problems/P-12.md", "E-7": "evidence/E-1-to-E-200.md#e-7"}


def seen(markdown: str) -> list[str]:
    """What a reader sees, line by line, code included."""
    return [words_of(token) if token.children else token.content for token in parsed(markdown) if token.content]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- P-1 Late", "- [P-1](problems/P-1.md) Late"),
        ("| P-12 | x |", "| [P-12](problems/P-12.md) | x |"),
        ("(E-7, P-1)", "([E-7](evidence/E-1-to-E-200.md#e-7), [P-1](problems/P-1.md))"),
        ("**E-7** said", "**[E-7](evidence/E-1-to-E-200.md#e-7)** said"),
        ("> as P-1 is", "> as [P-1](problems/P-1.md) is"),
    ],
)
def test_a_key_is_a_link_to_its_page(line: str, expected: str) -> None:
    assert linked(line, "README.md", PLACES.get) == expected


@pytest.mark.parametrize(
    "line",
    [
        "# P-1 Late", "`P-1`", "`` a ` P-1 ``", "[P-1](https://x.test)", "[see P-1 there](<https://x.test/P-1>)",
        "https://x.test/P-1", "<https://x.test/P-1>", "P-9", "P-01", "p-1", "XP-1", "P-1a", "P-1-2", "a/P-1", "#P-1",
        "    P-1", "[a]: https://x.test/P-1", "P-", "www.x.test/P-1",
    ],
)  # fmt: skip
def test_what_is_no_key_or_no_plain_words_is_left_alone(line: str) -> None:
    assert linked(line, "README.md", PLACES.get) == line


def test_code_between_fences_is_left_alone_and_what_follows_is_not() -> None:
    text = "```\nP-1\n~~~\nP-1\n```\nP-1\n> ```\n> P-1\n> ```\nP-1"
    lines = linked(text, "README.md", PLACES.get).split("\n")
    assert [line.endswith("(problems/P-1.md)") for line in lines] == [False] * 5 + [True] + [False] * 3 + [True]


def test_items_of_items_are_linked_and_indented_code_is_not() -> None:
    lines = linked("- a\n    - P-1\n\n    - P-1\nb\n\n    P-1", "README.md", PLACES.get).split("\n")
    assert [line.strip() for line in lines if "P-1" in line] == ["- [P-1](problems/P-1.md)"] * 2 + ["P-1"]


def test_a_page_in_a_folder_links_out_of_it_and_not_to_itself() -> None:
    assert linked("P-1 P-12", "problems/P-1.md", PLACES.get) == "P-1 [P-12](../problems/P-12.md)"


@given(titles)
def test_linking_changes_no_word_that_a_reader_sees_and_does_no_harm(words: str) -> None:
    user = escape_block(f"P-1 {words} E-7", below=2)
    inline = escape_inline(f"P-12 {words} P-1")
    whole = page(
        [heading(1, words), bullets([inline]), table(("Key",), [(inline,)], "l"), quote(words, inline), user, "P-1"]
    )
    made = linked(whole, "README.md", PLACES.get)
    assert seen(made) == seen(whole)
    assert not list(harms(made))
