"""Whatever the bytes, the answer is a table, a complaint or a refusal in words: never an exception, never a hang."""

import json
import random
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.text import count_unclean
from pmtui.importers import Choices, Draft
from tests.builders import HOSTILE
from tests.importers.reading import Outcome

NAMES = st.sampled_from(["x.csv", "x.tsv", "x.json", "x.jsonl", "x.txt", "x"])
KEYS = """title name text id key fields number html_url labels comments lists cards actions idList description type
content marks attrs user status tags desc"""
WORDS = st.text(st.characters(codec="cp1252", exclude_categories=("Cc", "Zl", "Zp")), min_size=1, max_size=12)
PIECES = [
    b'"',
    b",",
    b"\n",
    b"\0",
    b"\x1b[2J",
    b"[",
    b"{",
    b"]}",
    b"\\u",
    b"\xff\xfe",
    b"\xc2\x9b",
    b"---\n",
    b"NaN",
    b";",
    b"\t",
    b"\xef\xbb\xbf",
]
SEEDS = [
    b"title,body\nx,y\nz,w\n",
    b"title;body;Reach;Effort\nx;y;5;1\n",
    b'{"title":"a"}\n{"title":"b"}\n',
    b'[{"title":"a","tags":["x"],"n":{"name":"y"}}]',
    b'{"lists":[{"id":"1","name":"a"}],"cards":[{"id":"5583efc5","idList":"1","name":"x"}],"actions":[]}',
    b'[{"number":1,"title":"a","html_url":"https://github.com/a/b/issues/1","labels":[{"name":"x"}]}]',
    b'[{"key":"A-1","fields":{"summary":"a","description":{"type":"doc","content":[]},"status":{"name":"x"}}}]',
    b"Summary,Issue key,Status,Comment,Comment\na,A-1,Done,1/Jan/26 1:00 AM;x;y,z\n",
    b"Timestamp,What hurts you the most at work?,And what would help you then?\n1/2/2026,everything all the time,b\n",
    "title\n“café”\n".encode("cp1252"),
    "title,body\nx,y\n".encode("utf-16"),
]


def read(data: bytes, name: str) -> Outcome | None:
    try:
        return Outcome(data, name)
    except Refusal as refusal:
        if not refusal.title or count_unclean(str(refusal)):
            raise ValueError(repr(refusal.title)) from None
        return None


def texts(draft: Draft) -> list[str]:
    found = [draft.external_id, *draft.values.values(), *(draft.tags or ())]
    return found + [text for pair in draft.custom.items() for text in pair]


@given(st.binary(max_size=400), NAMES)
@example(b'"' * 100_001, "x.csv")
@example(b"title\n" + b"t,b\n" * 3000, "x.csv")
@example(b"\xff\xfe", "x.csv")
@example(b"\xff\xfe\x00", "x.csv")
@example(b"\n\n", "x.csv")
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    read(data, name)


@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False), NAMES)
def test_damaged_exports_are_read_or_refused(seed: bytes, chance: random.Random, name: str) -> None:
    data = bytearray(seed)
    for _ in range(chance.randrange(1, 9)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0 if at < len(data):
                data[at] = chance.randrange(256)
            case 1:
                data[at:at] = chance.choice(PIECES)
            case 2:
                del data[at : at + chance.randrange(1, 20)]
            case _:
                data[at:at] = data[max(0, at - 30) : at]
    outcome = read(bytes(data), name)
    for draft in outcome.drafts if outcome else ():
        assert not any(count_unclean(text) for text in texts(draft))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYS.split()),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@given(st.lists(JSON, min_size=1, max_size=3) | JSON)
def test_json_of_any_shape_is_read_or_refused(value: object) -> None:
    read(json.dumps(value).encode(), "x.json")


@pytest.mark.parametrize("name", ["x.csv", "x.json"])
def test_hostile_words_arrive_clean_and_word_for_word(name: str) -> None:
    words = [text for text in HOSTILE if text.strip()]
    if name == "x.json":
        data = json.dumps([{"title": word, "body": word, word: word} for word in words]).encode()
    else:
        lines = ("\t".join('"' + cell.replace('"', '""') + '"' for cell in (word, word)) for word in words)
        data = ("title\tbody\n" + "\n".join(lines)).encode("utf-8", "replace")
    outcome = Outcome(data, name)
    assert len(outcome.drafts) == len(words)
    for draft, word in zip(outcome.drafts, words, strict=True):
        assert not any(count_unclean(text) for text in texts(draft))
        plain = "".join(character for character in word if category(character)[0] in "LNPS" and character != "\x7f")
        kept = draft.values["statement"].replace("\ufffd", "")
        assert set(plain) - set(kept) <= {"\ufffd", "?"} or name == "x.csv"


@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=3, max_size=8),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_the_same_rows_in_any_dialect_give_the_same_drafts(
    rows: list[tuple[str, str, str]], mark: str, end: str, codec: str
) -> None:
    def written(mark: str, end: str) -> str:
        lines = [("title", "body", "tags"), *(("t" + a, "b" + b, "g" + c) for a, b, c in rows)]
        return end.join(mark.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)

    plain = Outcome(written(",", "\n"), "x.csv", Choices(label="x"))
    twin = Outcome(written(mark, end).encode(codec), "y.txt", Choices(label="x"))
    assert twin.drafts == plain.drafts
