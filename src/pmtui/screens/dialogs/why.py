"""Why a problem has its score and stands where it stands."""

import math
from functools import partial

from textual.content import Content

from pmtui.domain.formula import formula_in_words
from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.scorecard import EFFORT_FLOOR, show_score
from pmtui.screens.certainty_words import Certainty, certainty_lines
from pmtui.screens.confidence_words import confidence_lines
from pmtui.screens.dialogs.sheet_dialog import SheetDialog
from pmtui.screens.score_words import place_in_words, times
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.detail_views import Factor, Why
from pmtui.services.swaps import change_in_words, number_in_words
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right, line_content, wrap_lines

LONGEST_NAME, VALUE, BAR = 20, 22, 16


class WhyDialog(SheetDialog):
    """Each factor with its source, its part of the distance to a neighbour, and what would swap them."""

    DEFAULT_CSS = "WhyDialog > Vertical { width: 84; }"

    def __init__(self, why: Why, certainty: Certainty | None = None) -> None:
        super().__init__(f"Why {problem_key(why.id)} {why.title}")
        self._why = why
        self._certainty = certainty

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(SheetPane).show(self._why.id, partial(why_text, self._why, self._certainty))


def why_text(why: Why, certainty: Certainty | None, width: int) -> Content:
    """The whole explanation, for a width in cells."""
    lines: list[Content] = [
        place_in_words(why),
        Content.assemble((f"{why.scorecard}: ", "$muted"), line_content(_formula(why))),
    ]
    if why.decided is not None:
        words = f"{decision_key(why.decided.decision)} decides its place: {why.decided.reason}"
        lines += (line_content(line, "$warning") for line in wrap_lines(words, width, 3))
    if why.floored:
        lines.append(Content.styled(f"Effort below {EFFORT_FLOOR} counts as {EFFORT_FLOOR}.", "$warning"))
    for remark in why.remarks:
        lines += [line_content(line, "$warning") for line in wrap_lines(remark, width, 3)]
    if certainty is not None:
        lines += certainty_lines(certainty, why)
    lines += [Content(""), *_factors(why, width)]
    for side, neighbour in (("above", why.above), ("below", why.below)):
        if neighbour is not None:
            lines += [Content(""), *_swaps(why, side, neighbour)]
    lines += [Content(""), *confidence_lines(why.confidence, width)]
    return Content("\n").join(lines)


def _formula(why: Why) -> str:
    return formula_in_words(why.formula, {factor.code: factor.name for factor in why.factors})


def _factors(why: Why, width: int) -> list[Content]:
    room = min(LONGEST_NAME, max((len(factor.name) for factor in why.factors), default=0)) + 2
    shares = [factor.share for factor in why.factors if factor.share is not None]
    longest = max(map(abs, shares), default=0.0)
    against = f"against {problem_key(why.compared_with)}" if why.compared_with is not None else ""
    values = "value" if any(factor.value for factor in why.factors) else ""
    lines = [Content.styled(" " * room + fit_left(values, VALUE) + against, "$muted")] if values else []
    for factor in why.factors:
        lines.append(_factor(factor, longest, room))
        about = [_counts(factor)] if factor.middle else []
        about += wrap_lines(factor.source, max(8, width - room), 3) if factor.source else []
        lines += [Content.assemble(" " * room, line_content(line, "$muted")) for line in about]
    if not all(factor.value for factor in why.factors):
        lines += [
            Content(""),
            Content.assemble(("s", "bold $accent"), (" types estimates, once this is closed.", "$muted")),
        ]
    if shares:
        total = " " * room + fit_left("all together", VALUE + BAR)
        lines.append(Content.assemble((total, "$muted"), (fit_right(times(math.exp(sum(shares))), 8), "bold $strong")))
    return lines


def _counts(factor: Factor) -> str:
    return f"counts as {number_in_words(factor.central, factor.unit)}, {factor.middle} of the range"


def _factor(factor: Factor, longest: float, room: int) -> Content:
    name = (fit_left(factor.name.lower(), room), "$muted")
    if not factor.value:
        return Content.assemble(name, ("needs an estimate", "$warning"))
    value = (fit_left(factor.value, VALUE), "bold $strong")
    if factor.share is None:
        return Content.assemble(name, value)
    style = "$accent" if factor.share >= 0 else "$warning"
    drawn = bar(abs(factor.share) / longest, BAR) if longest else ""
    return Content.assemble(
        name, value, (fit_left(drawn, BAR), style), (fit_right(times(math.exp(factor.share)), 8), style)
    )


def _swaps(why: Why, side: str, neighbour: tuple[int, str, float]) -> list[Content]:
    number, title, score = neighbour
    lines = [
        Content.assemble(
            (f"{side.capitalize()}: ", "$muted"),
            (str(problem_key(number)), "$accent"),
            " ",
            line_content(fit(title, 46)),
            (f" · {show_score(score)}", "$muted"),
        )
    ]
    if why.score == score:
        return [*lines, Content("  Tied: equal scores share a rank and stand in the order of their keys.")]
    for factor in why.factors:
        value = factor.swap_above if side == "above" else factor.swap_below
        lines.append(_swap(factor, value))
    return lines


def _swap(factor: Factor, value: float | None) -> Content:
    if value is None or factor.central is None:
        return Content.styled(f"  no {factor.name.lower()} {factor.scale} swaps them", "$muted")
    now = f"  (now {number_in_words(factor.central, factor.unit)})"
    return Content.assemble(("  swap if ", "$muted"), change_in_words(factor, value), (now, "$muted"))
