"""The roadmap as a Markdown page to hand over."""

from collections.abc import Sequence

from pmtui.domain.keys import objective_key, persona_key, problem_key, release_key, solution_key
from pmtui.domain.problem import HORIZONS
from pmtui.domain.ranking import rank_scores
from pmtui.export import roadmap as roadmap_page
from pmtui.services.confidence import confidences_of
from pmtui.services.places import ranks_as_decided
from pmtui.services.roadmap_lists import loads_of, release_views, roadmap_rows
from pmtui.services.roadmap_views import HORIZON_NAMES, ReleaseView, RoadmapRow
from pmtui.store.queries import problems, roadmap
from pmtui.store.unit_of_work import UnitOfWork

BATCH = 500  # rows read at once: SQLite limits the numbers in one question


def roadmap_markdown(uow: UnitOfWork) -> str:
    """Now, next and later with why, for whom and how sure; what is declined, with its reason; the releases."""
    found = roadmap.items_by_horizon(uow.connection)
    loads = loads_of(uow)
    lines = _Lines(uow)
    sections = []
    for horizon in HORIZONS[:3]:
        load = loads.get(horizon)
        used, capacity, left_over = (0.0, None, 0.0) if load is None else (load.used, load.capacity, load.left_over)
        items = tuple(lines.of(found.get(horizon, ())))
        sections.append(roadmap_page.HorizonSection(HORIZON_NAMES[horizon], used, capacity, items, left_over))
    return roadmap_page.roadmap_markdown(
        roadmap_page.RoadmapPage(
            uow.settings.name,
            uow.scorecard.title,
            tuple(sections),
            tuple((line.key, line.title, line.reason) for line in lines.of(found.get("declined", ()))),
            tuple(map(_release, release_views(uow))),
        )
    )


class _Lines:
    """The lines of problems; what all of them need is read once."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._ranks = ranks_as_decided(uow, rank_scores(problems.ranked_scores(uow.connection)))
        names = {persona.id: persona.name for persona in uow.personas.all()}
        titles = {objective.id: objective.title for objective in uow.objectives.all()}
        self._personas: dict[int, list[tuple[str, str]]] = {}
        for link in uow.problem_personas.all(order="persona_id"):
            one = (str(persona_key(link.persona_id)), names.get(link.persona_id, ""))
            self._personas.setdefault(link.problem_id, []).append(one)
        self._objectives: dict[int, list[tuple[str, str]]] = {}
        for served in uow.problem_objectives.all(order="objective_id"):
            one = (str(objective_key(served.objective_id)), titles.get(served.objective_id, ""))
            self._objectives.setdefault(served.problem_id, []).append(one)

    def of(self, numbers: Sequence[int]) -> list[roadmap_page.ItemLine]:
        """The lines of some problems, in their order."""
        lines = []
        for start in range(0, len(numbers), BATCH):
            batch = numbers[start : start + BATCH]
            rows, earned = roadmap_rows(self._uow, batch), confidences_of(self._uow, batch)
            lines += [self._line(rows[number], earned.get(number, 0.0)) for number in batch]
        return lines

    def _line(self, row: RoadmapRow, earned: float) -> roadmap_page.ItemLine:
        return roadmap_page.ItemLine(
            key=str(problem_key(row.id)),
            title=row.title,
            reason=row.horizon_reason,
            value=row.value,
            months=row.effort_months,
            rank=self._ranks.get(row.id, (None, False))[0],
            evidence_count=row.evidence_count,
            confidence=earned,
            personas=tuple(self._personas.get(row.id, ())),
            objectives=tuple(self._objectives.get(row.id, ())),
            solution=None if row.solution is None else (str(solution_key(row.solution[0])), row.solution[1]),
            release=None if row.release is None else (str(release_key(row.release[0])), row.release[1]),
            pin_reason=row.pin_reason,
            needs=tuple(str(problem_key(number)) for number in row.needs),
        )


def _release(view: ReleaseView) -> roadmap_page.ReleaseSection:
    return roadmap_page.ReleaseSection(
        str(release_key(view.id)),
        view.name,
        view.release_on,
        view.launch_tier,
        view.notes,
        tuple(str(problem_key(number)) for number in view.items),
        tuple((line.area, line.title, line.done) for area in view.areas for line in view.lines_of(area)),
    )
