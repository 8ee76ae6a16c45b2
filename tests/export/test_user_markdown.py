import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pmtui.export.markdown import heading, page
from pmtui.export.user_markdown import escape_block
from tests.export.judge import HOSTILE, harms, headings, kinds, pieces

NASTY = (
    "```", "````", "~~~", "``` python", "  ```", "    ```", "- ```", "> ```", "1. ~~~", "> - ```", "\\```", "``", "`",
    "<b>x</b>", "```|0\n-|-", "```a``` b",
    "<!--", "-->", "<?php", "<![CDATA[", "<details>", "<DIV\nclass='x'>", "</div>", "<a href='javascript:x'>y</a>",
    "<javascript:alert(1)>", "<data:text/html,x>", "<https://x.test/a>", "[x](javascript:a)", "[x](JAVASCRIPT:a)",
    "[x](\njavascript:a)", "> [x](\n> javascript:a)", "[x](java&#115;cript:a)", "[x](&#106;avascript:a)",
    "[x](javascript&colon;a)", "[x](javascript\\:a)", "[x](<javascript:a>)", "[x]( data:a)",
    "[x](\tfile:///etc/passwd)",
    "![x](data:image/svg+xml,x)", "[x]: javascript:a", "[x]:\njavascript:a", "> [x]: vbscript:a", "[x]", "[x][x]",
    "[x](x:y)",
    "[a](https://x.test/](javascript:a)", "[x](//x.test)", "# h", "###### h", "#", "> # h", "- # h",
    "title\n===", "title\n---",
    "a\n\n---", "===", "--", "    code", "\tcode", "a | b\n--- | ---\n1 | 2", "- [ ] task", "  - nested", "text",
    "", " ",
    "\x1b[31m", "\0",
)  # fmt: skip

notes = st.one_of(
    st.lists(st.sampled_from((*NASTY, *HOSTILE)), max_size=8).map("\n".join),
    st.lists(st.sampled_from((*NASTY, " ", "\n", "a", "- ", "> ", "1. ", "  ")), max_size=10).map("".join),
    st.text(st.sampled_from("`~<>[]()!-#=|:&;\\1. \n\tax"), max_size=60),
    st.text(max_size=60),
)


def between_ours(text: str) -> str:
    return page([heading(2, "Before"), escape_block(text, below=2), heading(2, "After")])


def assert_harmless(text: str) -> None:
    markdown = between_ours(text)
    found = headings(markdown)
    assert found[0] == (2, "Before")
    assert found[-1] == (2, "After")
    assert all(level > 2 for level, _ in found[1:-1])
    assert harms(markdown) == []
    assert markdown.endswith("After\n")


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_piece_does_no_harm(text: str) -> None:
    assert_harmless(text)
    assert_harmless(f"before\n{text}\nafter")
    assert_harmless(f"- item\n\n  {text}\n\n[x]")


@settings(max_examples=600, deadline=None)
@given(notes)
@example("- a\n\n  ```\n  <b>\n```\n<i>")
@example("| ` | <b> ` |\n|---|---|\n| ` | <b> ` |")
@example("```|0\n-|-")
@example("~~~|0\n-|-")
@example("```\n  ```\n<b>")
@example("- ```\n  a\n```\n<b>\n  ```\n<b>")
@example("a ` b\n` <b> `")
def test_no_note_does_harm(text: str) -> None:
    assert_harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        "**bold** and _soft_ and `code`",
        "- one\n- two\n  - three",
        "1. one\n2. two",
        "- [ ] open\n- [x] done",
        "[a page](https://x.test/a?b=1#c) and [a file](docs/a.md) and [below](#c) and [mail](mailto:me@x.test)",
        "![a picture](https://x.test/p.png)",
        "<https://x.test/a>",
        "[a]\n\n[a]: https://x.test",
        "a | b\n--- | ---\n1 | 2",
        "> someone said",
        "number # of keys #",
        "1 < 2 and a <- b & c > d",
        "```python\nif a < b: print('<b>')  # [x](javascript:y)\n```",
        "~~~\n# not a heading\n---\n```\n~~~",
        "1. step\n\n    ```\n    # code\n    ```",
        "> ```\n> code\n> ```",
        "above\n\n---\n\nbelow",
        "a [link] in brackets (and more)",
    ],
)
def test_ordinary_markdown_is_kept_to_the_letter(text: str) -> None:
    assert escape_block(text, below=2) == text


def test_html_is_shown_and_not_obeyed() -> None:
    markdown = escape_block("<details>x</details> <!-- y --> `List<T>`", below=2)
    text = "".join(token.content for token in pieces(markdown) if token.type in ("text", "code_inline"))
    assert text.replace("\u2060", "") == "<details>x</details> <!-- y --> List<T>"
    assert "\\" not in text


def test_headings_go_below_ours_and_no_deeper_than_six() -> None:
    assert headings(escape_block("# a\n## b\n##### c\n###### d", below=2)) == [(3, "a"), (4, "b"), (6, "c"), (6, "d")]


def test_an_underlined_heading_becomes_text_and_a_rule_stays_a_rule() -> None:
    assert "heading_open" not in kinds(escape_block("a\n===\n\nb\n---", below=2))
    assert "hr" in kinds(escape_block("b\n---", below=2))


def test_an_open_fence_is_closed_with_as_many_marks() -> None:
    assert escape_block("````\n```\nx", below=2) == "````\n```\nx\n````"


def test_a_fence_in_a_list_keeps_its_code_and_ends_with_the_note() -> None:
    markdown = between_ours("- step\n\n  ```\n  x = 1\n  # y\n  ```\n\n- next")
    assert [token.content for token in pieces(markdown) if token.type == "fence"] == ["x = 1\n# y\n"]
    assert headings(markdown) == [(2, "Before"), (2, "After")]
