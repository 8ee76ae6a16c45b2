"""How sure a rank is, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from pmtui.domain.contest import ResearchValue, Standing, Uncertainty, is_too_close
from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import show_score
from pmtui.domain.share import show_share
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
            (show_share(standing.top), "bold $strong"),
            f" among the first {found.top}, ",
            (show_share(standing.first), "bold $strong"),
            " first, ",
            (ranks, "bold $strong"),
            (f" in 9 of 10 of {found.runs:,} draws of the ranges", "$muted"),
        )
    ]
    lines += _neighbours(standing, found)
    names = {factor.code: factor.name.lower() for factor in why.factors}
    for value in certainty.worth:
        words = f"worth finding out: its {names.get(value.code, 'estimates')}"
        gain = f" (knowing it adds {show_score(value.gain)} to the score of the first {found.top}, on average)"
        lines.append(Content.assemble((words, "$accent"), (gain, "$muted")))
    return lines


def _neighbours(standing: Standing, found: Uncertainty) -> list[Content]:
    """In how many draws it is ahead of the one above and of the one below by score."""
    lines = []
    for side, (other, ahead) in found.neighbours(standing.number).items():
        words = f"ahead of {problem_key(other)} {side} it in {show_share(ahead)} of the draws"
        close = is_too_close(ahead)
        lines.append(Content.styled(f"≈ {words}: too close to call" if close else words, "$warning" if close else ""))
    return lines
