import re

import pytest
from hypothesis import example, given, settings

from pmtui.domain.text import counted, shown_block
from pmtui.export.markdown import JOINER, bullets, code, escape_inline, heading, link, page, quote, table
from tests.export.judge import HOSTILE, headings, items, kinds, lines_in, parsed, pieces, rows, shown, titles, words

PLAIN = {"inline", "text"}


def assert_a_title_stays_words(title: str) -> None:
    wanted = shown(title)
    alone = escape_inline(title)
    assert kinds(alone) <= {"paragraph_open", "paragraph_close"} | PLAIN
    assert lines_in(alone, "paragraph_open") == ([wanted] if wanted else [])
    assert headings(heading(2, title)) == [(2, wanted)]
    assert kinds(heading(2, title)) <= {"heading_open", "heading_close"} | PLAIN
    listed = bullets([f"**P-1** {alone} · 3", f"**P-2** {alone}"])
    assert items(listed) == [f"P-1 {wanted} · 3", f"P-2 {wanted}".strip()]
    assert not kinds(listed) & {"link_open", "image", "html_inline", "html_block", "code_inline", "em_open", "s_open"}
    tabled = table(("A", "B"), [(alone, "x"), ("y", alone)], "lr")
    assert rows(tabled) == [["A", "B"], [wanted, "x"], ["y", wanted]]
    assert not kinds(tabled) & {"link_open", "image", "html_inline", "code_inline", "em_open", "strong_open", "s_open"}


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_reads_word_for_word_wherever_it_stands(title: str) -> None:
    assert_a_title_stays_words(title)


@settings(max_examples=300, deadline=None)
@given(titles)
def test_any_title_reads_word_for_word_wherever_it_stands(title: str) -> None:
    assert_a_title_stays_words(title)


@settings(max_examples=200, deadline=None)
@given(titles)
@example("a\n\n# b\n===\n- c\n\n\n1. d\\\n> e\\")
@example("a\n===")
@example("a\n---")
def test_a_quotation_reads_line_for_line(text: str) -> None:
    quoted = quote(text, "**E-1** · ticket")
    assert {token.type for token in parsed(quoted)} <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline",
    }  # fmt: skip
    assert not kinds(quoted) & {"link_open", "image", "html_inline", "code_inline", "em_open", "s_open"}
    said = [line for part in lines_in(quoted, "paragraph_open") for line in part.split("\n")]
    assert said == [*filter(None, map(shown, shown_block(text).split("\n"))), "E-1 · ticket"]


@pytest.mark.parametrize("title", ["a %%hidden%% b", "==marked==", "100%% %%%"])
def test_what_obsidian_hides_or_marks_stays_words(title: str) -> None:
    assert_a_title_stays_words(title)
    assert not re.search("%%|==", escape_inline(title))


def test_ordinary_titles_stay_as_they_are_typed() -> None:
    for title in (
        "Keys get lost between cleaners",
        "R&D costs 1.5 times more (2026)",
        "It's late - again?",
        "C# > 3 = x",
    ):
        assert escape_inline(title) == title


@pytest.mark.parametrize(
    ("text", "hidden_from_github"),
    [
        ("@anna", f"@{JOINER}anna"),
        ("me@x.test", f"me@{JOINER}x.test"),
        (":bug:", f":{JOINER}bug:"),
        ("10:30:00", "10:30:00"),
    ],
)
def test_a_joiner_keeps_github_from_mentions_and_emoji(text: str, hidden_from_github: str) -> None:
    assert escape_inline(text) == hidden_from_github


@pytest.mark.parametrize(
    ("text", "escaped"), [("http://x.test", "http\\://x.test"), ("www.x.test", "www\\.x.test"), ("a/b.c", "a/b.c")]
)
def test_a_bare_address_is_escaped_so_that_github_makes_no_link_of_it(text: str, escaped: str) -> None:
    assert escape_inline(text) == escaped


@settings(max_examples=100, deadline=None)
@given(titles)
@example("http://x.test/a b?c=1&copy;2|(d)_e_\\<f>")
def test_a_link_leads_to_its_address_and_reads_as_its_text(text: str) -> None:
    address = "https://x.test/" + text
    targets = [token.attrs["href"] for token in pieces(f"x {link(text, address)}") if token.type == "link_open"]
    assert len(targets) == 1
    assert str(targets[0]).startswith("https://x.test/")
    assert [words(token) for token in pieces(f"x {link(text, address)}") if token.type == "inline"] == [
        f"x {shown(text)}"
    ]


def test_a_link_keeps_a_query_as_it_is() -> None:
    (target,) = [t.attrs["href"] for t in pieces(link("x", "https://x.test/a?b=1&copy;=2|3")) if t.type == "link_open"]
    assert target == "https://x.test/a?b=1&copy;=2%7C3"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "x", ""]
)
def test_any_other_address_makes_no_link(address: str) -> None:
    assert kinds(link("text", address)) == {"paragraph_open", "paragraph_close", "inline", "text"}


@settings(max_examples=100, deadline=None)
@given(titles)
@example("`")
@example("a`` ` b")
def test_code_reads_word_for_word(text: str) -> None:
    if wanted := shown(text):
        found = [token for token in pieces(f"x {code(text)} y") if token.type == "code_inline"]
        assert [token.content.replace(JOINER, "") for token in found] == [wanted]


def test_a_page_ends_with_one_newline_and_leaves_out_what_is_empty() -> None:
    assert page(["# a", "", "b"]) == "# a\n\nb\n"


def test_counts_agree_with_their_noun() -> None:
    assert [counted(number, "card") for number in (0, 1, 2)] == ["0 cards", "1 card", "2 cards"]
