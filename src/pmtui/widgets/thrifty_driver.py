"""The same picture in fewer bytes: a terminal keeps its colours until it is told others. Far away, bytes are time."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from textual.driver import Driver

_CONTROL = re.compile(r"(\x1b\[[\d;]*m|\n?\x1b\[\d+;\d+H)")  # a newline before a place to go to moves nothing
_ENDED_BY = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
_UNSEEN_ON_BLANKS = frozenset("123")  # bold, dim, italic
_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class _Look:
    """What text looks like, as codes of SGR (ECMA-48, 8.3.117). A colour is "" where it is the terminal's own."""

    foreground: str = ""
    background: str = ""
    attributes: frozenset[str] = frozenset()


_PLAIN = _Look()


def in_fewer_bytes(painted: str) -> str:
    """What paints the same, from the terminal's own colours back to them, with no code sent that changes nothing."""
    sent: list[str] = []
    shown, wanted, move = _PLAIN, _PLAIN, ""
    for place, part in enumerate(_CONTROL.split(painted)):
        if place % 2 == 0:
            if part:
                needed = _on_blanks(shown, wanted) if part.isspace() else wanted
                sent += (move, _change(shown, needed), part)
                shown, move = needed, ""
        elif part[-1] == "m":
            wanted = _told(wanted, part[2:-1])
        else:
            move = part.lstrip("\n")
    return "".join((*sent, move, _change(shown, _PLAIN)))


@lru_cache(_KEPT)
def _told(look: _Look, codes: str) -> _Look:
    rest = iter(codes.split(";"))
    for code in rest:
        number = int(code or 0)
        if number in (38, 48):
            kind = next(rest)
            code = ";".join((code, kind, *(next(rest) for _ in range(3 if kind == "2" else 1))))
        if not number:
            look = _PLAIN
        elif 30 <= number <= 39 or 90 <= number <= 97:
            look = replace(look, foreground="" if number == 39 else code)
        elif 40 <= number <= 49 or 100 <= number <= 107:
            look = replace(look, background="" if number == 49 else code)
        else:
            look = replace(look, attributes=look.attributes | {code})
    return look


@lru_cache(_KEPT)
def _on_blanks(shown: _Look, wanted: _Look) -> _Look:
    """The look nearest to the one shown in which blanks are seen as they are wanted."""
    if (shown.attributes | wanted.attributes) <= _UNSEEN_ON_BLANKS:
        return replace(shown, background=wanted.background)
    return wanted


@lru_cache(_KEPT)
def _change(shown: _Look, wanted: _Look) -> str:
    if shown == wanted:
        return ""
    gone = shown.attributes - wanted.attributes
    if wanted == _PLAIN or not gone <= _ENDED_BY.keys():
        shown, codes = _PLAIN, ["0"]
    else:
        codes = sorted({_ENDED_BY[code] for code in gone})
    kept = frozenset[str]() if "22" in codes else shown.attributes  # bold and dim end together
    codes += sorted(wanted.attributes - kept)
    if wanted.foreground != shown.foreground:
        codes.append(wanted.foreground or "39")
    if wanted.background != shown.background:
        codes.append(wanted.background or "49")
    return f"\x1b[{';'.join(codes)}m"


def thrifty(driver: type[Driver]) -> type[Driver]:
    """A driver that sends what the given one sends in fewer bytes."""

    def write(self: Driver, data: str) -> None:
        driver.write(self, in_fewer_bytes(data))

    return type(f"Thrifty{driver.__name__}", (driver,), {"write": write})
