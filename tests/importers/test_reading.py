"""What is read, what is refused and in which words."""

import gzip
import json
import re

import pytest

from pmtui.domain.errors import Refusal
from pmtui.importers import Source, read_bytes
from tests.importers.reading import Outcome


def refusal(data: bytes, name: str = "export.csv") -> Refusal:
    with pytest.raises(Refusal) as caught:
        source = read_bytes(data, name)
        list(source.rows())
    return caught.value


def names(source: Source) -> list[str]:
    return [column.name for column in source.columns]


def cells(source: Source) -> list[list[object]]:
    return [list(row) for _, row in source.rows()]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "x.csv", "is empty"),
        (b"\xef\xbb\xbf \n", "x.csv", "is empty"),
        (b"title,body\n", "x.csv", "holds no records"),
        (b"PK\x03\x04" + b"\0" * 20 + b"[Content_Types].xml", "x.csv", "spreadsheet workbook"),
        (b"PK\x03\x04\x14\0\1\0" + b"\0" * 50, "x.zip", "with a password"),
        (b"PK\x03\x04\x14\0\0\0" + b"\0" * 50, "x.zip", "zip archive"),
        (gzip.compress(b"title\nx\n", mtime=0), "x.csv", "compressed"),
        (b"SQLite format 3\0" + b"\0" * 100, "x.db", "SQLite database"),
        (b'<?xml version="1.0"?><!-- JIRA --><rss></rss>', "x.xml", "XML export of Jira"),
        (b"<html><body><table>", "x.xls", "web page"),
        (b"%PDF-1.7", "x.pdf", "PDF"),
        (bytes(range(256)) * 40, "x.csv", "binary data"),
        (b"title\n\xff\xfe\x81\x8d\n", "x.csv", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_table_is_refused_by_its_name(data: bytes, name: str, words: str) -> None:
    refused = refusal(data, name)
    assert words in refused.title
    assert refused.title.startswith(name)
    assert refused.hint


def test_an_unclosed_quote_is_refused_with_the_line_it_opens_on() -> None:
    refused = refusal(b'title,body\n1,x\n2,"y\n3,z\n4,a\n')
    assert "line 3: a quote is opened and not closed" in refused.title


def test_a_cell_of_a_million_characters_is_refused_with_its_line() -> None:
    assert "line 2: a cell is longer" in refusal(b"title\n" + b"x" * 1_000_001 + b"\n").title


def test_a_row_of_thousands_of_columns_is_refused() -> None:
    assert "3,000,001 columns" in refusal(b"," * 3_000_000).title


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_encoding_line_ends_and_delimiter_are_found(codec: str, end: str, mark: str) -> None:
    lines = [["title", "body", "tags"], ["Café, late", "a;b", "x|y"], ["Second", "quo\tted", ""]]
    text = end.join(mark.join(f'"{cell}"' for cell in line) for line in lines) + end
    source = read_bytes(text.encode(codec), "table.txt")
    assert names(source) == lines[0]
    assert cells(source) == lines[1:]
    assert source.notes == ()


def test_windows_1252_is_read_with_a_note_that_counts() -> None:
    source = read_bytes("title;body\ncafé;“x”\n".encode("cp1252"), "table.csv")
    assert cells(source) == [["café", "“x”"]]
    assert source.notes == ("read as Windows-1252: 3 characters outside ASCII",)


def test_one_damaged_character_does_not_turn_a_utf_8_file_into_another_encoding() -> None:
    source = read_bytes(b"title\n" + "éàüöäßñçêîôû\n".encode() * 2 + b"bad \xff here\n", "table.csv")
    assert cells(source)[-1] == ["bad \ufffd here"]
    assert "damaged" in source.notes[0]


def test_quotes_in_a_tsv_that_enclose_nothing_are_letters() -> None:
    source = read_bytes(b'id\ttext\n1\t"quoted" and more\n2\t"open\n3\tclosed"\n', "reviews.tsv")
    assert cells(source) == [["1", '"quoted" and more'], ["2", '"open'], ["3", 'closed"']]


def test_quotes_in_a_tsv_that_enclose_line_breaks_are_read() -> None:
    assert cells(read_bytes(b'id\ttext\n1\t"two\nlines"\n2\tone\n', "x.tsv")) == [["1", "two\nlines"], ["2", "one"]]


def test_lines_above_the_header_are_left_out_with_a_note() -> None:
    source = read_bytes(b'"Date: today"\n"Version: 7"\n\nid,title,body\n1,a,b\n2,c,d\n', "x.csv")
    assert names(source) == ["id", "title", "body"]
    assert [number for number, _ in source.rows()] == [5, 6]
    assert "2 records above the header" in source.notes[0]


def test_without_a_header_the_columns_are_numbered() -> None:
    source = read_bytes(b"1\t-0.9\tgood\n2\t0.3\tbad\n", "x.tsv")
    assert names(source) == ["Column 1", "Column 2", "Column 3"]
    assert len(cells(source)) == 2


def test_repeated_headers_make_one_column_of_several_values() -> None:
    source = read_bytes(b"title,Labels,Labels,Custom field (Points)\na,x,y,3\n", "x.csv")
    assert names(source) == ["title", "Labels", "Points"]
    assert source.columns[1].places == (1, 2)


def test_a_short_row_lacks_cells_and_a_row_of_nothing_is_no_record() -> None:
    source = read_bytes(b"a,b,c\n1,2\n,,\n\n3,4,5\n", "x.csv")
    assert cells(source) == [["1", "2", None], ["3", "4", "5"]]


def test_a_row_with_more_cells_than_the_header_is_refused_with_its_line() -> None:
    table = Outcome("title,body\na,b\nc,d,e\nf,g,\n")
    assert [(found.number, found.reason) for found in table.complaints] == [
        (3, "It has 3 cells where the header has 2.")
    ]
    assert table.titles == ["a", "f"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("null", "no list of records"),
        ("5", "no list of records"),
        ('"x"', "no list of records"),
        ("[]", "no list of records"),
        ("[1, 2]", "no list of records"),
        ('[{"title": "x"', "not valid JSON"),
        ('[{"title": NaN}]', "holds NaN"),
        ('[{"title": "x", "score": Infinity}]', "holds Infinity"),
        ("[" * 200_000, "nested more than"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "nested more than"),
        (json.dumps([{f"k{number}": 1 for number in range(5000)}]), "5,000 different keys"),
    ],
)
def test_json_that_holds_no_records_is_refused(text: str, words: str) -> None:
    assert words in refusal(text.encode(), "x.json").title


def test_json_lines_are_a_list() -> None:
    items = Outcome('{"title": "a\u2028b"}\n\n{"title": "c"}\n', "x.jsonl")
    assert items.titles == ["a b", "c"]


def test_a_broken_json_line_is_refused_with_its_number() -> None:
    assert "line 3" in refusal(b'{"title": "a"}\n{"title": "b"}\n{"title"\n', "x.jsonl").title


def test_long_numbers_in_json_are_kept_as_written() -> None:
    items = Outcome('[{"title": "x", "score": ' + "9" * 5000 + ', "share": 0.1000}]', "x.json")
    assert items.drafts[0].custom == {"score": "9" * 5000, "share": "0.1000"}


def test_what_is_no_object_in_a_list_is_complained_of() -> None:
    items = Outcome('[{"title": "a"}, 5, null, [], "x", {"title": {"name": "b"}}]', "x.json")
    assert items.titles == ["a", "b"]
    assert [found.number for found in items.complaints] == [2, 3, 4, 5]


def test_control_characters_are_replaced_and_counted() -> None:
    table = Outcome(b"title,body\na\0b\x1b[2J,c\n")
    assert table.titles == ["a\ufffdb\ufffd[2J"]
    assert [(trouble.kind, trouble.column, trouble.count) for trouble in table.troubles] == [
        ("control characters replaced", "title", 2)
    ]
    assert not re.search("[\0-\x08\x1b]", table.troubles[0].example)


def test_a_lone_surrogate_in_json_is_replaced() -> None:
    assert Outcome('[{"title": "\\ud800x"}]', "x.json").titles == ["\ufffdx"]


def test_rows_of_every_width_are_still_separated_as_the_header_is() -> None:
    table = Outcome("title,body\na\nb,c,d,e\n")
    assert table.titles == ["a"]
    assert [found.number for found in table.complaints] == [3]


def test_a_single_column_of_sentences_is_not_cut_at_their_commas() -> None:
    table = Outcome("text\nHello, world\nIt is slow, again; and late\n")
    assert table.texts == ["Hello, world", "It is slow, again; and late"]


def test_a_quote_in_a_tsv_that_closes_lines_later_by_chance_swallows_no_rows() -> None:
    lines = ["id\ttext", '1\t"late', "2\tslow", "3\tlost", '4\t"', "5\tdirty"]
    assert len(cells(read_bytes("\n".join(lines).encode(), "x.tsv"))) == 5
