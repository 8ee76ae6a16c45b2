"""Decisions as Markdown pages to hand over."""

from pmtui.domain.keys import decision_key, evidence_key, problem_key
from pmtui.export import decisions as page
from pmtui.services.decision_lists import decision_log, decision_sheet
from pmtui.services.decision_views import DecisionSheet, FrozenRanking
from pmtui.store.unit_of_work import UnitOfWork


def decisions_markdown(uow: UnitOfWork) -> str:
    """The decision log with its calibration, and every decision in the order of the log."""
    log = decision_log(uow)
    pages = tuple(_page(decision_sheet(uow, row.id)) for row in log.rows)
    return page.decisions_markdown(uow.settings.name, pages, log.calibration, log.mean_brier)


def decision_log_markdown(uow: UnitOfWork) -> str:
    """The decision log with its calibration, without the decisions themselves."""
    log = decision_log(uow)
    pages = tuple(_page(decision_sheet(uow, row.id)) for row in log.rows)
    return page.decision_log_markdown(uow.settings.name, pages, log.calibration, log.mean_brier)


def decision_markdown(uow: UnitOfWork, number: int) -> str:
    """Everything about one decision. Raises Refusal when it is gone."""
    return page.decision_markdown(_page(decision_sheet(uow, number)))


def _page(sheet: DecisionSheet) -> page.DecisionPage:
    row = sheet.row
    return page.DecisionPage(
        key=str(decision_key(row.id)),
        title=row.title,
        decided_on=row.decided_on,
        state=row.state,
        texts=sheet.texts,
        probability=row.probability,
        outcome=sheet.outcome,
        reviewed_on=sheet.reviewed_on,
        brier=row.brier,
        place=sheet.place,
        problems=tuple((str(problem_key(number)), title) for number, title in sheet.problems),
        evidence=tuple(
            page.PieceLine(
                str(evidence_key(view.id)), view.words, (view.author, view.company, view.kind, view.occurred_on[:10])
            )
            for view in sheet.evidence
        ),
        supersedes=_named(sheet.supersedes) if sheet.supersedes is not None else None,
        superseded_by=tuple(map(_named, sheet.superseded_by)),
        ranking=_ranking(sheet.ranking) if sheet.ranking is not None else None,
        custom=sheet.custom,
    )


def _named(other: tuple[int, str]) -> tuple[str, str]:
    number, title = other
    return str(decision_key(number)), title


def _ranking(frozen: FrozenRanking) -> page.RankingPart:
    lines = (page.RankLine(row.key, row.title, row.rank, row.score, row.p_top, row.estimates) for row in frozen.rows)
    return page.RankingPart(frozen.ranked_by, frozen.formula, frozen.at, frozen.top, tuple(lines))
