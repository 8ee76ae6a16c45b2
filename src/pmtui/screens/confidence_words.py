"""How well evidence supports a problem, as lines of a given width."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from pmtui.domain.confidence import HIGHEST, TypePart
from pmtui.domain.keys import evidence_key
from pmtui.services.confidence import ProblemConfidence
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right

TYPE, POINTS, BAR = 16, 5, 12
KEYS_SHOWN = 40


def confidence_lines(confidence: ProblemConfidence, width: int) -> Iterator[Content]:
    """The figure, what each type of evidence adds to it, and the keys of the pieces that make it."""
    cells = BAR if width >= TYPE + POINTS + 2 * BAR else 0
    worth = f"evidence of distinct customers, ladder v{confidence.ladder}" if confidence.parts else "no evidence yet"
    yield Content.assemble(
        ("Confidence ", "bold $strong"),
        (f"{confidence.value:.2f}", "bold $accent"),
        (fit(f" of 10 · {worth}", max(0, width - 16)), "$muted"),
    )
    for part in confidence.parts:
        yield _part(part, cells, width)
    if confidence.undated:
        words = f"{_keys(confidence.undated)}: no date, counted from the day recorded"
        yield Content.styled(fit(words, width), "$muted")


def _part(part: TypePart, cells: int, width: int) -> Content:
    capped = " (cap)" if part.uncapped > part.points else ""
    room = max(0, width - TYPE - POINTS - cells - 2)
    return Content.assemble(
        (fit_left(part.evidence_type.replace("_", " "), TYPE), "$muted"),
        (fit_right(f"{part.points:.2f}", POINTS), "bold $strong"),
        " ",
        (fit_left(bar(part.points / HIGHEST, cells), cells), "$accent"),
        (fit(f" {_keys(part.pieces)}{capped}", room + 1), "$muted"),
    )


def _keys(numbers: Sequence[int]) -> str:
    words = " ".join(str(evidence_key(number)) for number in numbers[:KEYS_SHOWN])
    return f"{words} +{len(numbers) - KEYS_SHOWN:,}" if len(numbers) > KEYS_SHOWN else words
