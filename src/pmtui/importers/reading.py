"""A file as a table of records, whatever it is."""

import io

from pmtui.importers.delimited import read_delimited
from pmtui.importers.json_items import read_json
from pmtui.importers.markdown import read_markdown
from pmtui.importers.opening import find_kind
from pmtui.importers.table import OpenFile, Source


def read_file(open_file: OpenFile, file_name: str) -> Source:
    """Read a CSV, TSV or JSON file, or personas or decisions out of Markdown.

    open_file: gives the bytes from the beginning, each time it is called. Raises Refusal, in words, for every file
    that can't be taken in.
    """
    kind = find_kind(open_file, file_name)
    if kind == "markdown":
        return read_markdown(open_file, file_name)
    if kind == "json":
        return read_json(open_file, file_name)
    return read_delimited(open_file, file_name)


def read_bytes(data: bytes, file_name: str) -> Source:
    """Read a file that is in memory already. Raises Refusal."""
    return read_file(lambda: io.BytesIO(data), file_name)
