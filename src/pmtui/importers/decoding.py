"""Which encoding the bytes of a text file are in."""

import codecs
from dataclasses import dataclass

from pmtui.domain.errors import Refusal
from pmtui.importers.table import OpenFile

_CHUNK = 1 << 20
_HEAD = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# So many good multi-byte characters for each bad byte make a damaged UTF-8 file of what else is Windows-1252.
_GOOD_FOR_BAD = 10
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\f\r")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode a file. codec, errors: as for open(). note: what to tell the user, or ""."""

    codec: str
    errors: str = "strict"
    note: str = ""


def find_encoding(open_file: OpenFile, file_name: str) -> Encoding:
    """The encoding of a text file: its byte order mark, else UTF-8, else Windows-1252 with a note.

    Raises Refusal for a file that is no text.
    """
    with open_file() as file:
        head = file.read(_HEAD)
    codec = next((codec for mark, codec in _BOMS if head.startswith(mark)), "") or _unmarked_utf16(head)
    if codec:
        if _decodes(open_file, codec):
            return Encoding(codec)
        raise _not_text(file_name, f"it starts like {codec.removesuffix('-sig').upper()}, but is not")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > max(8, len(head) // 20):
        raise _not_text(file_name, "it holds binary data")
    if _decodes(open_file, "utf-8"):
        return Encoding("utf-8")
    good, bad = _count_utf8(open_file)
    if good >= bad * _GOOD_FOR_BAD:
        return Encoding("utf-8", "replace", f"{bad} damaged characters are shown as \N{REPLACEMENT CHARACTER}")
    if _decodes(open_file, "cp1252"):
        strange = _count_beyond_ascii(open_file)
        return Encoding("cp1252", note=f"read as Windows-1252: {strange} characters outside ASCII")
    raise _not_text(file_name, "it is neither UTF-8 nor Windows-1252")


def _not_text(file_name: str, reason: str) -> Refusal:
    return Refusal(
        f"{file_name} can't be read as text: {reason}.", "Save it as CSV in UTF-8 from the program it comes from."
    )


def _unmarked_utf16(head: bytes) -> str:
    even, odd = head[0::2], head[1::2]
    if len(odd) < 2:
        return ""
    if odd.count(0) > len(odd) * 0.7 and even.count(0) < len(even) * 0.1:
        return "utf-16-le"
    if even.count(0) > len(even) * 0.7 and odd.count(0) < len(odd) * 0.1:
        return "utf-16-be"
    return ""


def _decodes(open_file: OpenFile, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    with open_file() as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeError:
            return False
    return True


def _count_utf8(open_file: OpenFile) -> tuple[int, int]:
    """How many characters outside ASCII are good UTF-8, and how many places are not."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = 0
    with open_file() as file:
        while chunk := file.read(_CHUNK):
            text = decoder.decode(chunk)
            bad_here = text.count("\N{REPLACEMENT CHARACTER}")
            bad += bad_here
            good += sum(1 for character in text if character > "\x7f") - bad_here
    return good, bad


def _count_beyond_ascii(open_file: OpenFile) -> int:
    with open_file() as file:
        return sum(sum(1 for byte in chunk if byte > 127) for chunk in iter(lambda: file.read(_CHUNK), b""))
