"""Everything about one problem, as lines of a given width."""

import math
from collections.abc import Iterator
from datetime import date

from textual.content import Content

from pmtui.domain.keys import decision_key, persona_key, problem_key
from pmtui.domain.statement import in_a_sentence, read_statement
from pmtui.screens.confidence_words import confidence_lines
from pmtui.screens.dates import day, days_ago, today
from pmtui.screens.persona_sheet import linked, reach_and_scale
from pmtui.screens.score_words import place_in_words, times
from pmtui.screens.sheet_parts import joined, quoted, titled
from pmtui.screens.solution_sheet import solution_lines
from pmtui.services.detail_views import EstimateView, Factor, ProblemDetail, Why
from pmtui.services.swaps import Swap, nearest_swaps, number_in_words
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right, line_content, lines_of, wrap_lines

NAME, BAR, TIMES = 11, 8, 7
LINES_SHOWN = 300
CHARACTERS_SHOWN = 30_000

Line = Content


def problem_sheet(detail: ProblemDetail, why: Why, width: int) -> Content:
    """The whole sheet of a problem, for a width in cells."""
    now = today()
    return joined(
        _head(detail, why, width),
        _statement(detail.statement, width),
        _estimates(detail, why, width, now),
        _personas(detail, width),
        _objectives(detail, width),
        _parts(detail, width),
        solution_lines(detail.solutions, width),
        _decisions(detail, width, now),
        _evidence(detail, width, now),
        [_title("Notes"), *_text(detail.notes, width)] if detail.notes else [],
        _origin(detail, width, now),
    )


def _head(detail: ProblemDetail, why: Why, width: int) -> Iterator[Line]:
    yield from titled(problem_key(detail.id), detail.title, width)
    horizon = detail.horizon and (f"{detail.horizon}: {detail.horizon_reason}".removesuffix(": "))
    kano = f"Kano {detail.kano}" if detail.kano else ""
    facts = [detail.lane, f"{detail.need} need" if detail.need else "", horizon, detail.moscow, kano]
    facts.append(" ".join(f"#{tag}" for tag in detail.tags))
    for line in wrap_lines(" · ".join(filter(None, facts)), width, 3):
        yield line_content(line, "$muted")
    yield Content("")
    yield place_in_words(why)
    for remark in why.remarks:
        for line in wrap_lines(remark, width, 3):
            yield line_content(line, "$warning")


def _estimates(detail: ProblemDetail, why: Why, width: int, now: date) -> Iterator[Line]:
    rival = problem_key(why.compared_with) if why.compared_with is not None else None
    against = f"against {rival}" if rival else ""
    yield Content.assemble(_title("Estimates"), (fit_right(against, max(0, width - 9)), "$muted"))
    shares = [abs(factor.share) for factor in why.factors if factor.share is not None]
    longest = max(shares, default=0.0)
    estimates = {estimate.code: estimate for estimate in detail.estimates}
    for factor in why.factors:
        yield _factor(factor, width, longest)
        estimate = estimates.get(factor.code)
        source = factor.source if estimate is None else _source(estimate, now)
        for line in wrap_lines(source, max(8, width - NAME), 2) if source else ():
            stale = estimate is not None and estimate.stale
            yield Content.assemble(" " * NAME, line_content(line, "$warning" if stale else "$muted"))
    if detail.personas.disagrees:
        now_said = f"the personas now say {detail.personas.reach_text or 'nothing'}"
        yield Content.assemble(("Reach ", "$warning"), line_content(now_said), ("  R ", "bold $accent"), "takes over")
    for swap in nearest_swaps(why):
        yield from _flip(swap, width)


def _factor(factor: Factor, width: int, longest: float) -> Line:
    value = factor.value
    if ".." in value and "~" not in value:
        value += f" → {number_in_words(factor.central, factor.unit)}"
    name = (fit_left(factor.name, NAME), "$muted")
    if not value:
        return Content.assemble(name, ("needs an estimate", "$warning"))
    if factor.share is None or not longest:
        return Content.assemble(name, (fit(value, width - NAME), "bold $strong"))
    style = "$accent" if factor.share >= 0 else "$warning"
    cells = BAR if width - NAME - BAR - TIMES > len(value) else 0  # a value is worth more than its bar
    room = max(4, width - NAME - cells - TIMES - 1)
    return Content.assemble(
        name,
        (fit_left(value, room), "bold $strong"),
        (" " + fit_left(bar(abs(factor.share) / longest, cells), cells), style),
        (fit_right(times(math.exp(factor.share)), TIMES), style),
    )


def _source(estimate: EstimateView, now: date) -> str:
    if not estimate.text:
        return estimate.derived
    made = f"{estimate.origin} {day(estimate.made_on, now)}"
    if estimate.stale:
        made = f"stale: {estimate.origin} {days_ago(estimate.made_on, now)}"
    unit = estimate.unit if estimate.unit != "%" else ""
    return " · ".join(filter(None, (unit, made, estimate.reason)))


def _flip(swap: Swap, width: int) -> Iterator[Line]:
    words = f"with {swap.key} ({swap.side}) if {swap.words}"
    first, *more = wrap_lines(words, max(8, width - 6), 2)
    yield Content.assemble(("Flips ", "$warning"), line_content(first))
    for line in more:
        yield Content.assemble(" " * 6, line_content(line))


def _personas(detail: ProblemDetail, width: int) -> Iterator[Line]:
    found = detail.personas
    if not found.links:
        return
    reach = sum(link.reach for link in found.links if link.reach is not None) if found.reach else None
    figures, room = reach_and_scale(reach, found.scale), max(0, width - len("Personas "))
    yield Content.assemble(_title("Personas "), (fit_right(figures, room), "$muted"))
    for link in found.links:
        yield from linked(str(persona_key(link.id)), link, width)


def _objectives(detail: ProblemDetail, width: int) -> Iterator[Line]:
    if not detail.objectives:
        return
    yield Content.assemble(_title("Serves"), ("  O", "bold $accent"), (" goes there", "$muted"))
    for view in detail.objectives:
        words = fit(f"{view.title} · {view.how}", max(8, width - len(view.key) - 1))
        yield Content.assemble((view.key, "$accent"), " ", line_content(words))


def _decisions(detail: ProblemDetail, width: int, now: date) -> Iterator[Line]:
    if not detail.decisions:
        return
    yield Content.assemble(_title("Decided"), ("  8", "bold $accent"), (" goes there", "$muted"))
    for one in detail.decisions:
        key, when = str(decision_key(one.id)), f" {day(one.decided_on, now)}"
        when += ", superseded" if one.superseded else ""
        words = fit(one.title, max(8, width - len(key) - 1 - len(when)))
        yield Content.assemble((key, "$accent"), " ", line_content(words), line_content(when, "$muted"))


def _parts(detail: ProblemDetail, width: int) -> Iterator[Line]:
    for name, others in (("Part of", (detail.whole,) if detail.whole is not None else ()), ("Its parts", detail.parts)):
        for place, (number, title) in enumerate(others):
            key = str(problem_key(number))
            words = line_content(fit(title, max(8, width - NAME - len(key) - 1)))
            yield Content.assemble((fit_left("" if place else name, NAME), "$muted"), (key, "$accent"), " ", words)


def _evidence(detail: ProblemDetail, width: int, now: date) -> Iterator[Line]:
    if not detail.evidence_count:
        yield _title("Evidence")
        yield Content.assemble(
            ("None yet. ", "$warning"), ("c", "bold $accent"), (" connects what customers said.", "$muted")
        )
        return
    pieces = "1 piece" if detail.evidence_count == 1 else f"{detail.evidence_count:,} pieces"
    customers = "1 customer" if detail.customer_count == 1 else f"{detail.customer_count:,} customers"
    count, room = f"{pieces} from {customers}", max(0, width - len("Latest evidence "))
    if len(count) > room:
        count = pieces
    yield from confidence_lines(detail.confidence, width)
    yield Content("")
    yield Content.assemble(_title("Latest evidence "), (fit_right(count, room), "$muted"))
    for piece in detail.evidence:
        yield from quoted(piece, width, now)
    if detail.evidence_count > len(detail.evidence):
        yield Content.styled(f"… and {detail.evidence_count - len(detail.evidence):,} older pieces", "$muted")


def _origin(detail: ProblemDetail, width: int, now: date) -> Iterator[Line]:
    facts = [f"Added {day(detail.created_at, now)}, changed {day(detail.updated_at, now)}"]
    if detail.source:
        facts.append(f"From {detail.source} as {detail.external_id}")
    if detail.url:
        facts.append(detail.url)
    facts += [f"{name}: {value}" for name, value in detail.custom]
    for fact in facts:
        for line in wrap_lines(fact, width, 2):
            yield line_content(line, "$muted")


def _statement(text: str, width: int) -> Iterator[Line]:
    statement = read_statement(text)
    if sentence := in_a_sentence(statement):
        for line in lines_of(sentence[:CHARACTERS_SHOWN], width)[:LINES_SHOWN]:
            yield line_content(line, "$strong")
        if statement.rest:
            yield Content("")
    yield from _text(statement.rest, width)


def _text(text: str, width: int) -> Iterator[Line]:
    if not text:
        return
    lines = lines_of(text[:CHARACTERS_SHOWN], width)
    for line in lines[:LINES_SHOWN]:
        yield line_content(line)
    if len(lines) > LINES_SHOWN or len(text) > CHARACTERS_SHOWN:
        yield Content.styled("… the rest is in the editor: ctrl+e", "$muted")


def _title(words: str) -> Content:
    return Content.styled(words, "bold $strong")
