"""A strategy page in Markdown: its headings are matched to the boxes by the names they usually have."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from pmtui.domain.strategy import LIFECYCLE, LIFECYCLE_STAGES
from pmtui.importers.front_matter import split_front_matter
from pmtui.importers.markdown_objectives import JOINER, plain, read_list, read_objective
from pmtui.importers.markdown_personas import Heading, find_headings
from pmtui.importers.strategy_draft import LeftOut, ObjectiveDraft, StrategyDraft
from pmtui.importers.strategy_names import box_named, names_objectives

_TITLE = re.compile(r"\b(?:strategy|vision|okrs?|objectives)\b", re.IGNORECASE)
_OUR_TITLE = re.compile(r": strategy\Z")
_OUR_LEVEL = 3  # of the headings of boxes
_OBJECTIVES, _OBJECTIVE = "objectives", "objective"
_OWN_SENTENCES = (
    "Graded 0 to 1 from baseline to target: 0.6 to 0.7 is good, more was not ambitious enough.",
    "Nothing is written yet.",
)


def is_strategy(draft: StrategyDraft) -> bool:
    """Whether a file is a strategy page by its title and by what was found in it."""
    return bool(_TITLE.search(draft.title)) and bool(draft.boxes or draft.objectives)


def read_strategy(text: str) -> StrategyDraft:
    """The strategy page of a Markdown text. What is neither a box nor an objective is left out, and named."""
    _, body, first_line = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = body.split("\n")
    headings = find_headings(lines)
    page = _Page(lines, first_line)
    title = headings[0] if headings and headings[0].level == 1 else None
    start = title.line + 1 if title else 0
    page.leave_out("", 0, title.line if title else 0)
    rest = [heading for heading in headings if heading is not title]
    page.leave_out(title.words if title else "", start, rest[0].line if rest else len(lines))
    code_of = _code_on_our_page if title and _OUR_TITLE.search(title.words) else _code_anywhere
    open_at: list[tuple[int, str]] = []  # the levels and boxes of the sections that a heading stands in
    for place, heading in enumerate(rest):
        end = rest[place + 1].line if place + 1 < len(rest) else len(lines)
        open_at = [(level, code) for level, code in open_at if level < heading.level]
        above_level, above = open_at[-1] if open_at else (0, "")
        code = code_of(heading)
        if above == _OBJECTIVE:
            continue  # a heading in its notes
        if above == _OBJECTIVES:
            page.add_objective(heading, islice(rest, place + 1, None))
            open_at.append((heading.level, _OBJECTIVE))
        elif above and code in ("", above):
            page.add_below(above, above_level, heading, end)
        elif code == _OBJECTIVES:
            page.add_list(heading, end)
            open_at.append((heading.level, code))
        elif code:
            page.add_box(code, heading, end)
            open_at.append((heading.level, code))
        else:
            page.leave_out(heading.words, heading.line + 1, end)
    return StrategyDraft(
        plain(title.words) if title else "", page.settled_boxes(), tuple(page.objectives), tuple(page.left_out)
    )


def _code_anywhere(heading: Heading) -> str:
    return _OBJECTIVES if names_objectives(heading.words) else box_named(heading.words)


def _code_on_our_page(heading: Heading) -> str:
    """Our own pages have boxes on one level only; what stands deeper is written in them."""
    if heading.level == _OUR_LEVEL - 1:
        return _OBJECTIVES if names_objectives(heading.words) else ""
    return box_named(heading.words) if heading.level == _OUR_LEVEL else ""


class _Page:
    """What has been read so far."""

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self._lines = lines
        self._first_line = first_line
        self._boxes: dict[str, list[str]] = {}
        self._stage_line = 0
        self.objectives: list[ObjectiveDraft] = []
        self.left_out: list[LeftOut] = []

    def leave_out(self, heading: str, start: int, end: int) -> None:
        """Note a text that has no place, if there is one."""
        self._note(heading, max(0, start - 1), self._text(start, end))

    def add_box(self, code: str, heading: Heading, end: int) -> None:
        """Take the text below a heading into a box; where the box has one already, with its heading."""
        text = self._text(heading.line + 1, end)
        if code == LIFECYCLE:
            self._stage_line = heading.line
        if not text:
            return
        if code in self._boxes:
            text = f"# {heading.words}\n\n{text}"
        self._boxes.setdefault(code, []).append(text)

    def add_below(self, code: str, level: int, heading: Heading, end: int) -> None:
        """Take a section inside a box into it, with its heading as far below as it was."""
        text = self._text(heading.line + 1, end)
        head = f"{'#' * (heading.level - level)} {heading.words}".rstrip()
        self._boxes.setdefault(code, []).append(f"{head}\n\n{text}" if text else head)

    def add_objective(self, heading: Heading, following: Iterable[Heading]) -> None:
        """Take the objective below a heading. following: the headings after it, of which deeper ones are its notes'."""
        raised: dict[int, str] = {}
        end = len(self._lines)
        for other in following:
            if other.level <= heading.level:
                end = other.line
                break
            raised[other.line] = f"{'#' * (other.level - heading.level)} {other.words}".rstrip()
        lines = [raised.get(place, self._lines[place]) for place in range(heading.line + 1, end)]
        self.objectives.append(read_objective(heading.words, lines))

    def add_list(self, heading: Heading, end: int) -> None:
        """Take the objectives of a list below a heading."""
        found, rest = read_list(self._lines[heading.line + 1 : end])
        self.objectives += found
        text = "\n".join(rest).strip()
        self._note(heading.words, heading.line, "" if text in _OWN_SENTENCES else text)

    def settled_boxes(self) -> dict[str, str]:
        """The boxes; a life-cycle stage that is none of ours is left out."""
        boxes = {code: "\n\n".join(texts).replace(JOINER, "") for code, texts in self._boxes.items()}
        if LIFECYCLE in boxes:
            said = boxes.pop(LIFECYCLE)
            stage = next((stage for stage in LIFECYCLE_STAGES if stage in said.casefold().split("\n")[0]), "")
            if stage:
                boxes[LIFECYCLE] = stage
            if said.casefold() != stage:
                self._note("Life-cycle stage", self._stage_line, said)
        return boxes

    def _note(self, heading: str, line: int, text: str) -> None:
        if text and text not in _OWN_SENTENCES:
            self.left_out.append(LeftOut(self._first_line + line, plain(heading), text))

    def _text(self, start: int, end: int) -> str:
        return "\n".join(self._lines[start:end]).strip("\n").rstrip()
