"""A strategy page as a file has it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KeyResultDraft:
    """A key result. fields: unit, baseline, target and current value, those the file has, as written there."""

    title: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ObjectiveDraft:
    """An objective. pillar, notes: "" where the file has none. problems: key, title and how well each serves it."""

    title: str
    pillar: str = ""
    notes: str = ""
    key_results: tuple[KeyResultDraft, ...] = ()
    problems: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A section that is no box of the page. line: where it begins in the file; text: what stands there."""

    line: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class StrategyDraft:
    """The page. boxes: Markdown by code. left_out: the sections that found no place."""

    title: str = ""
    boxes: dict[str, str] = field(default_factory=dict)
    objectives: tuple[ObjectiveDraft, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
