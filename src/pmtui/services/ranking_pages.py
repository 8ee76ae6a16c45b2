"""The ranking as a Markdown page to hand over, with all it rests on."""

from collections.abc import Iterator, Mapping, Sequence

from pmtui.domain.contest import ResearchValue, Uncertainty
from pmtui.domain.estimate import show_amount, show_rounded
from pmtui.domain.formula import formula_in_words
from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.lens import tau_in_words
from pmtui.domain.scorecard import show_score
from pmtui.domain.share import show_share
from pmtui.export import ranking as page
from pmtui.services.details import why
from pmtui.services.estimates import criteria_of_scorecard
from pmtui.services.lists import problem_rows
from pmtui.services.places import place_decided_for, places_decided
from pmtui.services.rank_order import RankOrder, rank_order
from pmtui.services.ranking import agreement
from pmtui.services.swaps import nearest_swaps
from pmtui.services.uncertainty import SEED, criterion_names, present_contest, rank_uncertainty, what_to_find_out
from pmtui.store.queries import problems
from pmtui.store.unit_of_work import UnitOfWork

MOST_ARGUED = 10  # places from the first; further down nobody argues about what would change them
MOST_WORTH = 5
MOST_ARGUMENTS = 10
BATCH = 500  # rows read at once: SQLite limits the numbers in one question


def ranking_markdown(uow: UnitOfWork, found: Uncertainty | None = None, worth: Sequence[ResearchValue] = ()) -> str:
    """The page. found, worth: how sure the ranks are and what to find out, where it is known already."""
    if found is None:
        contest = present_contest(uow)
        found = rank_uncertainty(contest, SEED)
        worth = what_to_find_out(contest, found)
    order = rank_order(uow)
    titles = problems.titles_of(uow.connection, list(order.ranks))
    criteria = criteria_of_scorecard(uow)
    names = {criterion.code: criterion.name for criterion in criteria}
    every_name = criterion_names(uow)
    agreed, arguments = _lenses(uow)
    certain = all(standing.first in (0, 1) and standing.low == standing.high for standing in found.standings.values())
    return page.ranking_markdown(
        page.RankingPage(
            workspace=uow.settings.name,
            on=uow.today.isoformat(),
            ranked_by=uow.scorecard.title,
            formula=formula_in_words(uow.scorecard.formula, names),
            criteria=tuple(names.values()),
            top=found.top,
            drawn=None if certain else page.Drawn(found.runs, found.seed, _left_out(found)),
            lines=tuple(_lines(uow, order, found, titles)),
            too_close=tuple(_too_close(found)),
            decided=tuple(_decided(uow, order, titles)),
            swaps=tuple(_swaps(uow, order)),
            worth=tuple(
                f"{every_name.get(value.code, 'an input').lower()} of {problem_key(value.number)}"
                f" {titles.get(value.number, '')}: knowing it exactly adds {show_score(value.gain)} to the score of the"
                f" first {found.top}, on average"
                for value in worth[:MOST_WORTH]
            ),
            agreement=agreed,
            arguments=arguments,
            unscored=tuple(_unscored(uow)),
        )
    )


def _lines(uow: UnitOfWork, order: RankOrder, found: Uncertainty, titles: dict[int, str]) -> Iterator[page.RankedLine]:
    scores, decided, inputs = dict(order.scores), places_decided(uow), _inputs(uow, list(order.ranks))
    for number, (rank, tied) in order.ranks.items():
        standing = found.standings.get(number)
        amounts, origins = inputs[number]
        yield page.RankedLine(
            rank=rank,
            tied=tied,
            by_score=order.by_score[number][0] if number in decided else None,
            key=str(problem_key(number)),
            title=titles[number],
            score=scores[number],
            first=standing.first if standing else None,
            top=standing.top if standing else None,
            low=standing.low if standing else None,
            high=standing.high if standing else None,
            ahead=standing.beats_next if standing else None,
            too_close=standing is not None and standing.too_close and number not in decided,
            inputs=amounts,
            origins=origins,
        )


def _inputs(uow: UnitOfWork, numbers: Sequence[int]) -> dict[int, tuple[tuple[str, ...], str]]:
    """The inputs of each problem as typed or worked out, and where they come from, by its number."""
    criteria = criteria_of_scorecard(uow)
    typed = {(estimate.problem_id, estimate.criterion_id): estimate for estimate in uow.estimates.all()}
    found = {}
    for start in range(0, len(numbers), BATCH):
        for number, values in problems.inputs_of(uow.connection, numbers[start : start + BATCH]).items():
            amounts, origins = [], dict[str, list[str]]()
            for criterion in criteria:
                estimate = typed.get((number, criterion.id))
                if estimate is None:
                    amounts.append(show_rounded(values[criterion.code], criterion))
                    origin = "worked out"
                else:
                    amounts.append(show_amount(estimate.amount, criterion))
                    origin = f"{estimate.origin} {estimate.made_on[:10]}"
                origins.setdefault(origin, []).append(criterion.name.lower())
            found[number] = tuple(amounts), _origins_in_words(origins)
    return found


def _origins_in_words(origins: Mapping[str, Sequence[str]]) -> str:
    """Where inputs come from: one origin alone, else each with its inputs. origins: the names of inputs by origin."""
    if len(origins) == 1:
        return next(iter(origins))
    return "; ".join(f"{', '.join(names)}: {origin}" for origin, names in origins.items())


def _left_out(found: Uncertainty) -> tuple[str, ...]:
    return tuple(f"{problem_key(number)}, because {reason}" for number, reason in found.left_out.items())


def _too_close(found: Uncertainty) -> Iterator[str]:
    close = [number for number, standing in found.standings.items() if standing.too_close]
    first = list(found.standings)[:MOST_ARGUED]
    told = [number for number in close if number in first]
    for number in told:
        other, share = found.neighbours(number)["below"]
        yield f"{problem_key(number)} and {problem_key(other)}: the first is ahead in {show_share(share)} of the draws"
    if further := len(close) - len(told):
        yield f"{further:,} more behind the first {MOST_ARGUED}, marked ≈ above"


def _decided(uow: UnitOfWork, order: RankOrder, titles: dict[int, str]) -> Iterator[str]:
    there = places_decided(uow)
    for number, (rank, _) in order.ranks.items():
        if number in there and (decided := place_decided_for(uow, number)) is not None:
            yield (
                f"#{rank} {problem_key(number)} {titles[number]}, by score #{order.by_score[number][0]}: "
                f"{decision_key(decided.decision)} decides it. {decided.reason}"
            )


def _swaps(uow: UnitOfWork, order: RankOrder) -> Iterator[str]:
    for number, _ in order.undecided[:MOST_ARGUED]:
        for swap in nearest_swaps(why(uow, number, order)):
            if swap.side == "below":
                yield f"{problem_key(number)} falls behind {swap.key} if its {swap.words}"


def _lenses(uow: UnitOfWork) -> tuple[str, tuple[page.Argument, ...]]:
    """How far the lenses agree, and the problems they rank apart."""
    found = agreement(uow)
    if not found.gaps:
        return "", ()
    tau = "" if found.tau is None else f": {tau_in_words(found.tau)} (Kendall's tau-b {found.tau:.2f}; 1 is one order)"
    words = f"By the customer lens and by the business lens, over the {len(found.gaps):,} problems that have both ranks"
    apart = [one for one in found.gaps[:MOST_ARGUMENTS] if one.customer != one.business]
    arguments = (page.Argument(str(problem_key(one.number)), one.title, one.customer, one.business) for one in apart)
    return f"{words}{tau}.", tuple(arguments)


def _unscored(uow: UnitOfWork) -> Iterator[str]:
    numbers = problems.unscored_problems(uow.connection)
    for start in range(0, len(numbers), BATCH):
        for row in problem_rows(uow, numbers[start : start + BATCH], {}).values():
            yield f"{problem_key(row.id)} {row.title}: needs {', '.join(row.needs)}"
