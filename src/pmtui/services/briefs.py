"""Briefs: what each audience needs to know about one problem."""

from pmtui.domain.brief import Brief
from pmtui.domain.keys import problem_key
from pmtui.export import brief as page
from pmtui.services import brief_plans as plans
from pmtui.services import brief_sections as sections
from pmtui.services.brief_sections import SectionMaker
from pmtui.store.unit_of_work import UnitOfWork

_ANY_KIND = ("desirable", "viable", "feasible")
# What each audience asks first stands first.
_SECTIONS: dict[str, tuple[SectionMaker, ...]] = {
    "developers": (
        sections.the_problem,
        plans.the_solution,
        plans.needs_first,
        plans.assumptions("feasible"),
        plans.experiments,
        sections.who_has_it,
        sections.in_their_words(3),
        plans.objectives,
        plans.when,
        plans.decisions,
        plans.launch("development"),
    ),
    "designers": (
        sections.the_problem,
        sections.who_they_are,
        sections.in_their_words(8),
        sections.who_has_it,
        plans.the_solution,
        plans.assumptions("desirable"),
        plans.experiments,
        plans.decisions,
    ),
    "marketing": (
        sections.the_problem,
        sections.who_has_it,
        sections.in_their_words(5),
        plans.strategy("positioning_sentence", "segments", "positioning", "price", "channels"),
        plans.the_solution,
        plans.when,
        plans.launch("marketing"),
        plans.decisions,
    ),
    "sales": (
        sections.the_problem,
        sections.who_asked,
        sections.in_their_words(5),
        plans.when,
        plans.the_solution,
        plans.strategy("positioning_sentence", "price"),
        plans.launch("sales"),
        plans.decisions,
    ),
    "executives": (
        sections.the_problem,
        sections.how_big,
        plans.objectives,
        plans.decisions,
        plans.the_solution,
        plans.assumptions(*_ANY_KIND),
        sections.who_has_it,
        plans.when,
        sections.in_their_words(2),
    ),
}


def brief(uow: UnitOfWork, number: int, audience: str) -> Brief:
    """The brief of a problem for one of the AUDIENCES. Raises Refusal when there is no such problem."""
    title = uow.problems.get(number).title
    return Brief(audience, problem_key(number), title, tuple(make(uow, number) for make in _SECTIONS[audience]))


def brief_markdown(uow: UnitOfWork, number: int, audience: str) -> str:
    """The brief as Markdown. Raises Refusal as brief does."""
    return page.brief_markdown(brief(uow, number, audience))
