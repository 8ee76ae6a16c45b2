"""How sure a rank is, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from pmtui.domain.contest import ResearchValue, Standing, Uncertainty
from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import show_score
from pmtui.services.detail_views import Why


@dataclass(frozen=True, slots=True)
class Certainty:
    """What is known about how sure the rank of one problem is. worth: of its estimates, those worth finding out."""

    standing: Standing
    found: Uncertainty
    worth: Sequence[ResearchValue]


def certainty_lines(certainty: Certainty, why: Why) -> list[Content]:
    """How often it is first and among the top, its ranks, how close the next one is, and what to find out."""
    standing, found = certainty.standing, certainty.found
    ranks = f"#{standing.low}" if standing.low == standing.high else f"#{standing.low} to #{standing.high}"
    lines = [
        Content.assemble(
            ("How sure: ", "$muted"),
            (f"{standing.top:.0%}", "bold $strong"),
            f" among the first {found.top}, ",
            (f"{standing.first:.0%}", "bold $strong"),
            " first, ",
            (ranks, "bold $strong"),
            (f" in 9 of 10 of {found.runs:,} draws of the ranges", "$muted"),
        )
    ]
    if standing.too_close and why.below is not None and standing.beats_next is not None:
        words = f"≈ too close to call against {problem_key(why.below[0])}: ahead in {standing.beats_next:.0%}"
        lines.append(Content.styled(words, "$warning"))
    names = {factor.code: factor.name.lower() for factor in why.factors}
    for value in certainty.worth:
        words = f"worth finding out: its {names.get(value.code, value.code)}"
        gain = f" (knowing it adds {show_score(value.gain)} to the score of the first {found.top})"
        lines.append(Content.assemble((words, "$accent"), (gain, "$muted")))
    return lines
