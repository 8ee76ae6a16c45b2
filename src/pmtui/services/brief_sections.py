"""The parts of briefs about the problem and the people who have it, in claims with the records they rest on."""

from collections.abc import Callable

from pmtui.domain.brief import Claim, Quotation, Section
from pmtui.domain.keys import company_key, evidence_key
from pmtui.domain.scorecard import show_score
from pmtui.domain.statement import in_a_sentence, read_statement
from pmtui.domain.text import with_thousands
from pmtui.services.brief_support import SUPPORTING, lines, named_in, newest_evidence, spoken_by
from pmtui.services.detail_views import LinkView
from pmtui.services.details import estimate_views, evidence_views, problem_detail
from pmtui.services.problem_personas import problem_personas
from pmtui.store.queries import briefs
from pmtui.store.unit_of_work import UnitOfWork

SectionMaker = Callable[[UnitOfWork, int], Section]


def the_problem(uow: UnitOfWork, number: int) -> Section:
    """What the problem is, with the newest evidence behind it."""
    problem = uow.problems.get(number)
    statement = read_statement(problem.statement)
    support = newest_evidence(uow, number)
    claims = [Claim(in_a_sentence(statement) or problem.title, support)]
    if problem.need:
        claims.append(Claim(f"The need is {problem.need}", support))
    return Section("The problem", tuple(claims), text=statement.rest)


def who_has_it(uow: UnitOfWork, number: int) -> Section:
    """The personas that have the problem, how many they are and how hard it hits them."""
    links = problem_personas(uow, number)
    claims = [_hit(uow, number, link) for link in links.links]
    if links.reach_text and len(links.links) > 1:
        keys = tuple(key for claim in claims for key in claim.keys)
        claims.append(Claim(f"Together they are {links.reach_text} people", tuple(dict.fromkeys(keys))))
    return Section("Who has it", tuple(claims))


def who_they_are(uow: UnitOfWork, number: int) -> Section:
    """The personas as people: what they try to get done, what gets in the way, what they wish for."""
    claims = []
    for link in problem_personas(uow, number).links:
        persona = uow.personas.get(link.id)
        keys = spoken_by(uow, number, link.id)
        claims += [Claim(f"{persona.name}: {words}", keys) for words in (persona.picture, persona.role) if words]
        for name, text in (("job", persona.jobs), ("pain", persona.pains), ("gain", persona.gains)):
            claims += [Claim(f"{persona.name}, a {name}: {line}", keys) for line in lines(text)]
    return Section("Who they are", tuple(claims))


def in_their_words(count: int) -> SectionMaker:
    """The newest evidence, word for word."""

    def section(uow: UnitOfWork, number: int) -> Section:
        pieces = evidence_views(uow, number, count)
        return Section(
            "In their words",
            quotations=tuple(
                Quotation(
                    evidence_key(piece.id),
                    piece.words,
                    " · ".join(filter(None, (piece.author, piece.company, piece.kind, piece.occurred_on[:10]))),
                )
                for piece in pieces
            ),
        )

    return section


def how_big(uow: UnitOfWork, number: int) -> Section:
    """The score, the rank and the estimates behind them."""
    detail = problem_detail(uow, number)
    claims = []
    if detail.score is not None:
        place = f", rank {detail.rank:,} of {detail.ranked_count:,}" if detail.rank is not None else ""
        support = tuple(evidence_key(piece) for part in detail.confidence.parts for piece in part.pieces)
        words = f"It scores {show_score(detail.score)}{place}, by {uow.scorecard.title}"
        earned = f"; its evidence earns a confidence of {detail.confidence.value:.1f} of 10"
        claims.append(Claim(words + earned, support[:SUPPORTING]))
    for view in estimate_views(uow, number):
        if view.text:
            unit = f" {view.unit}" if view.unit and view.unit not in view.text else ""
            why = f": {view.reason}" if view.reason else f", {view.origin}" if view.origin else ""
            claims.append(Claim(f"{view.name} {view.text}{unit}{why}", named_in(uow, view.reason)))
    return Section("How big it is", tuple(claims))


def who_asked(uow: UnitOfWork, number: int) -> Section:
    """The companies that spoke of it, those of most revenue first."""
    claims = []
    for company, name, tier, revenue, pieces in briefs.companies_of(uow.connection, number):
        facts = ", ".join(filter(None, (tier, f"{revenue:,.0f} a year" if revenue else "")))
        keys = (company_key(company), *map(evidence_key, pieces[:SUPPORTING]))
        claims.append(Claim(f"{name}{f' ({facts})' if facts else ''} spoke of it", keys))
    return Section("Who asked for it", tuple(claims))


def _hit(uow: UnitOfWork, problem: int, link: LinkView) -> Claim:
    persona = uow.personas.get(link.id)
    people = (
        f"{link.affected} of {with_thousands(persona.population)} people"
        if link.affected and persona.population
        else ""
    )
    often = f"{link.frequency} times a month" if link.frequency else ""
    hard = f"severity {link.severity} of 4" if link.severity else ""
    facts = ", ".join(filter(None, (people or link.affected, often, hard)))
    return Claim(f"{persona.name}{f': {facts}' if facts else ' has it'}", spoken_by(uow, problem, link.id))
