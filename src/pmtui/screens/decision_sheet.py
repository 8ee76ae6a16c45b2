"""Everything about one decision, and how well predictions were calibrated, as lines of a given width."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.scorecard import show_score
from pmtui.domain.share import show_share
from pmtui.screens.dates import day, today
from pmtui.screens.sheet_parts import CHARACTERS_SHOWN, LINES_SHOWN, block, joined, quoted, titled
from pmtui.services.decision_views import REVIEW_DUE, DecisionLog, DecisionSheet, FrozenRanking
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right, line_content, lines_of, wrap_lines

NAME, BAR, RANK, KEY, SCORE, TOP = 13, 20, 4, 7, 9, 7
RANKS_SHOWN = 30

Line = Content


def decision_sheet_content(sheet: DecisionSheet, width: int) -> Content:
    """The whole sheet of a decision, for a width in cells."""
    now = today()
    origin = [f"Recorded {day(sheet.created_at, now)}, changed {day(sheet.updated_at, now)}"]
    if sheet.source:
        origin.append(f"From {sheet.source}")
    origin += [f"{name}: {value}" for name, value in sheet.custom]
    return joined(
        _head(sheet, width),
        *(block(name, sheet.texts[name], width) for name in ("context", "options", "choice", "reason")),
        _prediction(sheet, width, now),
        _links(sheet, width, now),
        _ranking(sheet.ranking, width, now) if sheet.ranking is not None else (),
        (line_content(line, "$muted") for fact in origin for line in wrap_lines(fact, width, 2)),
    )


def calibration_content(log: DecisionLog, width: int) -> Content:
    """How often what was said to be so likely came true, for a width in cells."""
    return Content("\n").join(_calibration(log, width))


def _calibration(log: DecisionLog, width: int) -> Iterator[Line]:
    if log.mean_brier is None:
        words = "No prediction has been reviewed yet. In the log, r holds one against what happened: then this says how"
        for line in wrap_lines(f"{words} often what you called 80 % likely came true.", width, 4):
            yield line_content(line, "$muted")
        return
    count = sum(group.count for group in log.calibration)
    reviewed = "1 prediction reviewed" if count == 1 else f"{count:,} predictions reviewed"
    yield Content.assemble((reviewed, "bold $strong"), (f", mean Brier score {log.mean_brier:.2f}", ""))
    for line in wrap_lines("0 is best; always saying 50 % gives 0.25. Well calibrated: both bars alike.", width, 2):
        yield line_content(line, "$muted")
    plot = max(8, min(40, width - 26))
    for group in log.calibration:
        yield Content("")
        words = f"{group.low:.0%} to {group.high:.0%} likely"
        extent = "1 prediction" if group.count == 1 else f"{group.count:,} predictions"
        yield Content.assemble((words, "bold $strong"), (f"  {extent}", "$muted"))
        for name, share, style in (("said", group.stated, "$accent"), ("came true", group.happened, "$success")):
            drawn = (fit_left(bar(share, plot), plot), style)
            yield Content.assemble((fit_left(name, NAME), "$muted"), drawn, fit_right(f"{share:.0%}", 6))


def _head(sheet: DecisionSheet, width: int) -> Iterator[Line]:
    yield from titled(decision_key(sheet.row.id), sheet.row.title, width)
    earlier = (f"{decision_key(sheet.supersedes[0])} {sheet.supersedes[1]}",) if sheet.supersedes is not None else ()
    facts = [
        *((name.capitalize(), sheet.texts[name]) for name in ("driver", "approver", "contributors", "informed")),
        ("Place", "" if sheet.place is None else f"#{sheet.place}, whatever the score says"),
        *(("Supersedes", words) for words in earlier),
        *(("Superseded by", f"{decision_key(number)} {title}") for number, title in sheet.superseded_by),
    ]
    for name, words in facts:
        if words:
            yield Content.assemble(
                (fit_left(name, NAME) + " ", "$muted"), line_content(fit(words, max(8, width - NAME - 1)))
            )
    if not sheet.texts["approver"]:
        yield Content.assemble((fit_left("Approver", NAME) + " ", "$muted"), ("nobody yet", "$warning"))


def _prediction(sheet: DecisionSheet, width: int, now: date) -> Iterator[Line]:
    row, text = sheet.row, sheet.texts["prediction"]
    said = "" if row.probability is None else f"{row.probability:.0%} likely"
    yield Content.assemble(("Prediction ", "bold $strong"), (fit_right(said, max(0, width - 11)), "$muted"))
    if not text:
        yield Content.assemble(
            ("None yet. ", "$warning"), ("e", "bold $accent"), (" writes what will be true, and by when.", "$muted")
        )
    for line in lines_of(text[:CHARACTERS_SHOWN], width)[:LINES_SHOWN] if text else ():
        yield line_content(line, "italic")
    if sheet.outcome:
        miss = "" if row.brier is None else f" · Brier score {row.brier:.2f}"
        mark, style = ("✓", "$success") if sheet.outcome == "came true" else ("✗", "$error")
        yield Content.assemble((f"{mark} {sheet.outcome}", f"bold {style}"), f" on {day(sheet.reviewed_on, now)}{miss}")
    elif row.state == REVIEW_DUE:
        yield Content.assemble(
            (f"! Review due since {day(row.review_on, now)}. ", "$warning"), ("r", "bold $accent"), (" reviews it.", "")
        )
    elif row.review_on:
        yield line_content(f"To be reviewed on {day(row.review_on, now)}", "$muted")
    yield from block("learned", sheet.texts["learned"], width)


def _links(sheet: DecisionSheet, width: int, now: date) -> Iterator[Line]:
    yield Content.styled("Problems and evidence", "bold $strong")
    if not sheet.problems and not sheet.evidence:
        yield Content.assemble(
            ("None yet. ", "$warning"), ("c", "bold $accent"), (" connects problems and evidence.", "$muted")
        )
    for number, title in sheet.problems:
        key = str(problem_key(number))
        yield Content.assemble((key, "$accent"), " ", line_content(fit(title, max(8, width - len(key) - 1))))
    for piece in sheet.evidence:
        yield from quoted(piece, width, now)


def _ranking(ranking: FrozenRanking, width: int, now: date) -> Iterator[Line]:
    about = f"by {ranking.ranked_by}, {day(ranking.at, now)}"
    yield Content.assemble(("Ranking then ", "bold $strong"), (fit_right(about, max(0, width - 13)), "$muted"))
    title = max(8, width - RANK - 1 - KEY - SCORE - TOP)
    head = fit_right("#", RANK) + " " + fit_left("key", KEY) + fit_left("problem", title)
    yield Content.styled(head + fit_right("score", SCORE) + fit_right(f"top {ranking.top}", TOP), "$muted")
    for row in ranking.rows[:RANKS_SHOWN]:
        yield Content.assemble(
            (fit_right(str(row.rank), RANK) + " ", "$muted"),
            (fit_left(row.key, KEY), "$accent"),
            line_content(fit_left(row.title, title)),
            fit_right(show_score(row.score), SCORE),
            (fit_right(show_share(row.p_top), TOP), "$muted"),
        )
        inputs = " · ".join(f"{code.replace('_', ' ')} {value}" for code, value in row.estimates.items())
        yield Content.assemble(" " * (RANK + 1), line_content(fit(inputs, max(8, width - RANK - 1)), "$muted"))
    if (more := len(ranking.rows) - RANKS_SHOWN) > 0:
        yield line_content(f"and {more:,} more; x writes all of them", "$muted")
