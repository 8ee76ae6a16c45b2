"""Scores, ranks and what would change them, in words."""

import math

from textual.content import Content

from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.scorecard import show_score
from pmtui.services.detail_views import Why


def place_in_words(why: Why) -> Content:
    """A score and its rank in one line, or why there is none."""
    if why.score is None:
        return Content.styled(f"Can't be scored: {missing_in_words(why)}.", "$warning")
    score = Content.styled(show_score(why.score), "bold $strong")
    if why.rank is None:
        return Content.assemble(score, (" · out of the ranking: declined or done", "$muted"))
    if why.decided is not None:
        place = f" · #{why.rank:,} of {why.ranked_count:,}, decided by {decision_key(why.decided.decision)}"
        by_score = f" · #{why.rank_by_score:,} by {why.scorecard}"
        return Content.assemble(score, (place, "$warning"), (by_score, "$muted"))
    words = f" · #{why.rank:,} of {why.ranked_count:,} by {why.scorecard}"
    tied = [problem_key(other[0]) for other in (why.above, why.below) if other and other[2] == why.score]
    if tied:
        words += f" · tied with {' and '.join(map(str, tied))}"
    return Content.assemble(score, (words, "$muted"))


def missing_in_words(why: Why) -> str:
    """What a problem without a score is missing."""
    if why.missing == ("undefined",):
        return "the formula has no value for these estimates"
    names = {factor.code: factor.name.lower() for factor in why.factors}
    return "needs " + ", ".join(names.get(code, code) for code in why.missing)


def times(ratio: float) -> str:
    """A factor of a comparison: ×1.8; never ×0 and never ×1 when it is not."""
    if ratio < 0.005:
        return "×<0.01"
    text = f"{ratio:.2f}" if ratio < 10 else f"{ratio:,.0f}"
    if text == "1.00" and not math.isclose(ratio, 1):
        return "×≈1"
    return f"×{text.rstrip('0').rstrip('.') if '.' in text else text}"
