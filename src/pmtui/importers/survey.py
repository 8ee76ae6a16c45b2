"""Surveys: which questions are open ones, whose answers are evidence."""

import re
from collections.abc import Mapping, Sequence

from pmtui.importers.study import ColumnSample
from pmtui.importers.table import Column

# An open question has many different, long answers; choices repeat.
_DIFFERENT = 0.7
_LONG = 20
_NUMBERED = re.compile(r"[^:?]{1,80}?(?: #\d+| - Write In):\s*(?P<question>.+)")


def open_questions(columns: Sequence[Column], samples: Mapping[str, ColumnSample]) -> tuple[Column, ...]:
    """The columns of a survey that hold answers in people's own words; those of one question are judged together."""
    questions: dict[str, list[ColumnSample]] = {}
    for column in columns:
        questions.setdefault(question_of(column.name), []).append(samples[column.name])
    return tuple(column for column in columns if _is_open(questions[question_of(column.name)]))


def question_of(column: str) -> str:
    """The question a column belongs to: `Feature #2:What would you change?` is one of three for an answer."""
    match = _NUMBERED.fullmatch(column)
    return match["question"].strip() if match else column


def _is_open(samples: Sequence[ColumnSample]) -> bool:
    filled = sum(sample.filled for sample in samples)
    if not filled or any(sample.is_date for sample in samples):
        return False
    distinct = sum(sample.distinct for sample in samples)
    length = sum(sample.length * sample.filled for sample in samples) / filled
    return distinct / filled >= _DIFFERENT and length >= _LONG
