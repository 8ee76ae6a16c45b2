"""What kind of file it is, and plain words for the kinds that can't be taken in."""

from pmtui.domain.errors import Refusal
from pmtui.importers.table import OpenFile

LARGEST_FILE = 1 << 30
LARGEST_JSON = 100 << 20
_HEAD = 4096
_SAVE_AS_CSV = "Open it in the program it comes from, save it as CSV (UTF-8), and import that file."
_UNPACK = "Unpack it, then import the CSV or JSON file inside."
_MAGIC = (
    (b"SQLite format 3\0", "is a SQLite database", "Export what you need from it as CSV or JSON."),
    (b"\x1f\x8b", "is compressed (gzip)", _UNPACK),
    (b"BZh", "is compressed (bzip2)", _UNPACK),
    (b"7z\xbc\xaf", "is an archive (7z)", _UNPACK),
    (b"\xfd7zXZ", "is compressed (xz)", _UNPACK),
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook (.xls)", _SAVE_AS_CSV),
    (b"%PDF", "is a PDF", "pmtui reads CSV, TSV and JSON. Export the data itself."),
    (b"\x89PNG", "is a picture", "pmtui reads CSV, TSV and JSON."),
)
_ENCRYPTED = 1


def find_kind(open_file: OpenFile, file_name: str) -> str:
    """Whether a file looks like "json", "markdown" or like "text" with columns. Raises Refusal for all other kinds."""
    with open_file() as file:
        head = file.read(_HEAD)
        size = file.seek(0, 2)
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Refusal(f"{file_name} is empty.", "Export it again, and check that the export holds records.")
    if size > LARGEST_FILE:
        raise Refusal(f"{file_name} is larger than {LARGEST_FILE >> 20} MB.", "Split it, and import the parts.")
    for magic, what, hint in _MAGIC:
        if head.startswith(magic):
            raise Refusal(f"{file_name} {what}.", hint)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise _archive(head, file_name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<?xml", b"<rss", b"<!doctype", b"<html", b"<!--")):
        raise _markup(start, file_name)
    suffix = file_name.lower().rpartition(".")[2]
    if suffix in ("md", "markdown"):
        return "markdown"
    # UTF-16 has a zero byte beside each letter; its byte order mark can't start JSON otherwise.
    looks_json = start.strip(b"\xff\xfe\0").startswith((b"{", b"["))
    if suffix in ("json", "ndjson", "jsonl") or (looks_json and suffix not in ("csv", "tsv", "tab")):
        if size > LARGEST_JSON:
            raise Refusal(
                f"{file_name} is larger than {LARGEST_JSON >> 20} MB.",
                "Export fewer records at a time, or export as CSV.",
            )
        return "json"
    return "text"


def _archive(head: bytes, file_name: str) -> Refusal:
    suffix = file_name.lower().rpartition(".")[2]
    if suffix in ("xlsx", "xlsm", "ods") or b"xl/" in head or b"[Content_Types]" in head:
        return Refusal(f"{file_name} is a spreadsheet workbook.", _SAVE_AS_CSV)
    if len(head) > 6 and head[6] & _ENCRYPTED:
        return Refusal(f"{file_name} is a zip archive with a password.", _UNPACK)
    return Refusal(f"{file_name} is a zip archive.", _UNPACK)


def _markup(start: bytes, file_name: str) -> Refusal:
    if b"jira" in start or b"<rss" in start:
        return Refusal(
            f"{file_name} is an XML export of Jira.", "In Jira choose Export, then “CSV (all fields)”, and import that."
        )
    if start.startswith((b"<html", b"<!doctype html")):
        return Refusal(
            f"{file_name} is a web page, not a table.", "Some tools name a web page .xls or .csv; export CSV instead."
        )
    return Refusal(f"{file_name} is XML.", "pmtui reads CSV, TSV and JSON. Export it in one of these.")
