"""Text files with columns, read record by record so that a large one is never held in memory."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from pmtui.domain.errors import Refusal
from pmtui.importers.decoding import Encoding, find_encoding
from pmtui.importers.dialect import Dialect, find_dialect
from pmtui.importers.header import LOOK_AT, find_header, group_columns
from pmtui.importers.table import OpenFile, Row, Source

LONGEST_CELL = 1_000_000
MOST_COLUMNS = 4_000
_SAMPLE = 1 << 16
# The csv module keeps one limit for the whole process; its default refuses long descriptions.
csv.field_size_limit(LONGEST_CELL)


def read_delimited(open_file: OpenFile, file_name: str) -> Source:
    """A CSV or TSV file as a table. Raises Refusal for what is no such file, and when it holds no records."""
    encoding = find_encoding(open_file, file_name)
    with _decoded(open_file, encoding) as text:
        dialect = find_dialect(text.read(_SAMPLE))
    if dialect == Dialect("\t") and not _quotes_hold(open_file, encoding, dialect):
        dialect = Dialect("\t", quoted=False)

    def records() -> Iterator[tuple[int, list[str]]]:
        return _read_records(open_file, encoding, dialect, file_name)

    no_records = Refusal(f"{file_name} holds no records.", "Export it again with at least one record below the header.")
    first_records = [record for _, record in islice(records(), LOOK_AT)]
    if not first_records:
        raise no_records
    header = find_header(first_records)

    def rows() -> Iterator[Row]:
        return _fit(islice(records(), header.records, None), len(header.names))

    if next(rows(), None) is None:
        raise no_records
    return Source(
        file_name=file_name,
        format="tsv" if dialect.delimiter == "\t" else "csv",
        columns=group_columns(header.names),
        rows=rows,
        notes=(*((encoding.note,) if encoding.note else ()), *header.notes),
    )


@contextmanager
def _decoded(open_file: OpenFile, encoding: Encoding) -> Iterator[io.TextIOWrapper]:
    with (
        open_file() as file,
        io.TextIOWrapper(file, encoding=encoding.codec, errors=encoding.errors, newline="") as text,
    ):
        yield text


def _quotes_hold(open_file: OpenFile, encoding: Encoding, dialect: Dialect) -> bool:
    """Whether quotes enclose cells in the whole file."""
    with _decoded(open_file, encoding) as text:
        try:
            return all(True for _ in dialect.reader(text))
        except csv.Error:
            return False


def _read_records(
    open_file: OpenFile, encoding: Encoding, dialect: Dialect, file_name: str
) -> Iterator[tuple[int, list[str]]]:
    """The records that are not blank, each with the line it starts at. Raises Refusal at a broken quote."""
    with _decoded(open_file, encoding) as text:
        reader = dialect.reader(text)
        line = 1
        try:
            for record in reader:
                if len(record) > MOST_COLUMNS:
                    raise Refusal(
                        f"{file_name}, line {line}: {len(record):,} columns; pmtui reads up to {MOST_COLUMNS:,}.",
                        "Export fewer fields, or check that it is a table at all.",
                    )
                if record:
                    yield line, record
                line = reader.line_num + 1
        except csv.Error as error:
            raise _broken(file_name, line, str(error)) from None
        except UnicodeError:
            raise Refusal(f"{file_name} changed while it was read.", "Import it again when it is complete.") from None


def _broken(file_name: str, line: int, error: str) -> Refusal:
    if "field larger" in error:
        return Refusal(
            f"{file_name}, line {line}: a cell is longer than {LONGEST_CELL:,} characters.",
            "A quote may be opened there and not closed. Correct that line and import again.",
        )
    return Refusal(
        f"{file_name}, line {line}: a quote is opened and not closed, or stands inside a quoted cell.",
        "Correct that line (a quote inside a quoted cell is written twice), and import again.",
    )


def _fit(records: Iterator[tuple[int, list[str]]], width: int) -> Iterator[Row]:
    """The records that hold anything, with None for cells that a short one lacks."""
    missing: list[str | None] = [None] * width
    for line, record in records:
        if any(record):
            yield (line, record) if len(record) >= width else (line, [*record, *missing[len(record) :]])
