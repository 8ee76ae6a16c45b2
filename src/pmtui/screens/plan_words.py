"""A proposed plan and the prices of pins, in words."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from pmtui.domain.estimate import show_number
from pmtui.domain.keys import problem_key
from pmtui.domain.plan import Price
from pmtui.domain.scorecard import show_score
from pmtui.domain.share import show_share
from pmtui.screens.sheet_parts import joined
from pmtui.services.plans import PinPrice, Planning, Proposal
from pmtui.services.roadmap_plan import PlannedMove
from pmtui.widgets.text import fit, fit_left, line_content, wrap_lines

KEY, NAME = 7, 11
MOST_LEFT_OUT = 5

Line = Content


def price_in_words(price: Price) -> str:
    """What a pin costs, in a sentence or two."""
    if price.is_free:
        return "It costs nothing." if not price.leaves else f"It costs nothing; {_keys(price.leaves)} falls out."
    words = []
    if price.lost:
        words.append(f"It costs {show_score(price.lost)} of value.")
    if price.now_lost and not price.lost:
        words.append(f"Now is worth {show_score(price.now_lost)} less.")
    if price.leaves:
        words.append(f"{_keys(price.leaves)} {'falls' if len(price.leaves) == 1 else 'fall'} out.")
    if price.waits:
        words.append(f"{_keys(price.waits)} {'waits' if len(price.waits) == 1 else 'wait'} until next.")
    return " ".join(words)


def plan_content(found: Planning, proposed: Proposal, width: int) -> Content:
    """The plan beside the roadmap as it is, for a width in cells."""
    by_group: dict[str, list[PlannedMove]] = {}
    for move in proposed.moves:
        by_group.setdefault(_group(move), []).append(move)
    moves = [_moves(found, words, by_group.get(words, []), width) for words in _GROUPS]
    return joined(
        _head(found, proposed, width),
        *moves,
        _pins(found, proposed.pins, width),
        _left_out(found, width),
    )


_INTO_NOW, _INTO_NEXT, _SOONER, _WAITS, _OUT = (
    "Into now",
    "Into next",
    "From next to now",
    "From now to next",
    "Out, to later",
)
_GROUPS = (_INTO_NOW, _INTO_NEXT, _SOONER, _WAITS, _OUT)


def _group(move: PlannedMove) -> str:
    if move.after == "later":
        return _OUT
    if move.before == "next":
        return _SOONER
    if move.before == "now":
        return _WAITS
    return _INTO_NOW if move.after == "now" else _INTO_NEXT


def _head(found: Planning, proposed: Proposal, width: int) -> Iterator[Line]:
    plan, question = proposed.plan, found.question
    if not proposed.moves:
        yield Content.styled("The roadmap is the best plan already.", "bold $success")
    gap = "the best there is" if not plan.gap else f"at most {plan.gap:.1%} below the best"
    difference = plan.value - proposed.present_value
    now = f"now {show_score(proposed.present_value)}"
    value = Content.assemble((show_score(plan.value), "bold $strong"), f", {gap}")
    yield Content.assemble((fit_left("Value", NAME), "$muted"), value)
    if proposed.moves:
        sign = "+" if difference >= 0 else "−"
        words = f"on the roadmap {now.removeprefix('now ')}: {sign}{show_score(abs(difference))}"
        yield Content.assemble(" " * NAME, (fit(words, width - NAME), "$muted"))
    in_now, in_both = proposed.used
    both = question.now + question.next
    for name, used, capacity, place in (("Now", in_now, question.now, 0), ("With next", in_both, both, 1)):
        chance = "" if proposed.chances is None else f", fits {show_share(proposed.chances[place])}"
        words = f"{_months(used)} of {_months(capacity)} person-months{chance}"
        yield Content.assemble((fit_left(name, NAME), "$muted"), fit(words, width - NAME))
    over = sum(item.effort for item in question.items.values() if item.horizon in ("now", "next"))
    if over > both:
        words = f"The roadmap as it is takes {_months(over)} of {_months(both)} person-months."
        for line in wrap_lines(words, width, 2):
            yield line_content(line, "$warning")
    for line in wrap_lines(f"Valued by {found.valued_by}, before effort divides it.", width, 2):
        yield line_content(line, "$muted")


def _moves(found: Planning, words: str, moves: Sequence[PlannedMove], width: int) -> Iterator[Line]:
    if not moves:
        return
    yield Content.assemble((words, "bold $strong"), (f"  {len(moves):,}", "$muted"))
    for move in sorted(moves, key=lambda one: -found.question.items[one.number].value):
        item = found.question.items[move.number]
        figures = f"  {show_score(item.value)} for {_months(item.effort)} pm"
        title = fit_left(found.titles.get(move.number, ""), max(8, width - KEY - len(figures)))
        yield Content.assemble(
            (fit_left(str(problem_key(move.number)), KEY), "$accent"), line_content(title), (figures, "$muted")
        )


def _pins(found: Planning, pins: Sequence[PinPrice], width: int) -> Iterator[Line]:
    if not pins:
        return
    yield Content.styled("Pinned", "bold $strong")
    for pin in pins:
        title = f"{pin.horizon or 'nowhere'} · {found.titles.get(pin.number, '')}"
        yield Content.assemble(
            (fit_left(str(problem_key(pin.number)), KEY), "$accent"), line_content(fit(title, max(8, width - KEY)))
        )
        price = "Its price can't be told." if pin.price is None else price_in_words(pin.price)
        style = "$muted" if pin.price is not None and pin.price.is_free else "$warning"
        unknown = "" if pin.number in found.efforts else "Its effort is not estimated and counts as 0."
        for words, look in ((pin.reason, "italic"), (unknown, "$warning"), (price, style)):
            for line in wrap_lines(words, max(8, width - KEY), 2) if words else ():
                yield Content.assemble(" " * KEY, line_content(line, look))


def _left_out(found: Planning, width: int) -> Iterator[Line]:
    if not found.left_out:
        return
    count = len(found.left_out)
    yield Content.assemble(("Can't be planned", "bold $strong"), (f"  {count:,}", "$muted"))
    for number, why in list(found.left_out.items())[:MOST_LEFT_OUT]:
        title = f"{found.titles.get(number, '')}"
        room = max(8, width - KEY - len(why) - 2)
        yield Content.assemble(
            (fit_left(str(problem_key(number)), KEY), "$accent"),
            line_content(fit_left(title, room)),
            (f"  {fit(why, max(8, width - KEY - room - 2))}", "$muted"),
        )
    if count > MOST_LEFT_OUT:
        yield Content.styled(f"and {count - MOST_LEFT_OUT:,} more", "$muted")


def _months(months: float) -> str:
    return show_number(round(months, 1))


def _keys(numbers: Sequence[int]) -> str:
    shown = [str(problem_key(number)) for number in numbers[:4]]
    if len(numbers) > 4:
        shown.append(f"{len(numbers) - 4:,} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
