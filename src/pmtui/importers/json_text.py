"""JSON text into values, with its depth checked first and every number kept as it was written."""

import json
import re
from typing import Any

from pmtui.domain.errors import Refusal

DEEPEST = 100
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_NO_BRACKET = re.compile(r"[^\[\]{}]+")


def load_json(text: str, file_name: str) -> Any:
    """The value of a JSON text, or the list of values of one with a value on each line.

    Numbers come as they are written (str), so that none is rounded or too long. Raises Refusal for broken or too
    deeply nested text, and for NaN and Infinity.
    """
    try:
        return _load(text, file_name)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise _broken(file_name, error) from None
        lines = text.split("\n")
    return [_load_line(line, number, file_name) for number, line in enumerate(lines, 1) if line.strip()]


def _load(text: str, file_name: str) -> Any:
    _check_depth(text, file_name)

    def refuse(word: str) -> Any:
        raise Refusal(f"{file_name} holds {word}, which is no number.", "Export it again with an empty value there.")

    return json.loads(text, parse_float=str, parse_int=str, parse_constant=refuse)


def _load_line(line: str, number: int, file_name: str) -> Any:
    try:
        return _load(line, f"{file_name}, line {number}")
    except json.JSONDecodeError as error:
        raise _broken(f"{file_name}, line {number}", error) from None


def _check_depth(text: str, file_name: str) -> None:
    """Take away innermost pairs of brackets, a level at a time, until none is left or there were too many levels."""
    brackets = _NO_BRACKET.sub("", _STRING.sub("", text))
    for _ in range(DEEPEST):
        if not brackets:
            return
        inner = brackets.replace("[]", "").replace("{}", "")
        if len(inner) == len(brackets):
            if len(brackets) <= DEEPEST:
                return  # they do not match; the parser says where
            break
        brackets = inner
    raise Refusal(
        f"{file_name} is nested more than {DEEPEST} levels deep, or its brackets do not match.",
        "Check that the file is complete, and that it is an export of records.",
    )


def _broken(name: str, error: json.JSONDecodeError) -> Refusal:
    return Refusal(
        f"{name} is not valid JSON: {error.msg.lower()}, line {error.lineno}, column {error.colno}.",
        "Check that the file is complete, or export it again.",
    )
