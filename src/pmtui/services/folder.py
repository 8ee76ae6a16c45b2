"""The whole workspace as a folder of pages that lead to one another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, company_key, evidence_key
from pmtui.export.folder import (
    CompanyLine,
    ContentsLine,
    companies_markdown,
    contents_markdown,
    evidence_contents_markdown,
)
from pmtui.export.linking import linked
from pmtui.export.pieces import PieceOfEvidence, pieces_page
from pmtui.services import (
    bias,
    decision_pages,
    pages,
    persona_pages,
    ranking_pages,
    roadmap_pages,
    strategy_pages,
    tree_pages,
)
from pmtui.services.companies import company_texts
from pmtui.services.views import ProblemFilter
from pmtui.store.queries import folder, personas
from pmtui.store.remembered import RememberingUnitOfWork
from pmtui.store.unit_of_work import UnitOfWork

PIECES_A_PAGE = 200
Progress = Callable[[float], bool]
FIRST_PAGE = "README.md"


@dataclass(frozen=True, slots=True)
class Folder:
    """The pages by their place in the folder, and what tells the workspace apart from others."""

    workspace: str
    pages: dict[str, str]


def workspace_folder(uow: UnitOfWork, progress: Progress = lambda _share: True) -> Folder:
    """Everything in the workspace as pages of Markdown, the same bytes for the same workspace.

    progress: is told the share that is done, and answers whether to go on. Raises Refusal when it is not to.
    """
    # By the day of the newest change, so that what depends on the day is the same on every day.
    changed_at = folder.newest_change_at(uow.connection) or uow.settings.created_at or uow.now
    uow = RememberingUnitOfWork(uow.connection, changed_at)
    places = _places(uow)
    made: dict[str, str] = {}
    total = len(set(places.values()))
    for place, text in _pages(uow, changed_at[:10]):
        made[place] = linked(text, place, places.get)
        # The first pages are about everything, and each takes as long as hundreds of the later ones.
        if (len(made) < 50 or not len(made) % 50) and not progress(len(made) / max(total, len(made))):
            raise Refusal("The export was stopped.", "Nothing was written.")
    return Folder(uow.settings.uuid, made)


def _places(uow: UnitOfWork) -> dict[str, str]:
    """The place of every record's page by key."""
    connection = uow.connection
    places = {f"P-{number}": f"problems/P-{number}.md" for number in folder.numbers_of(connection, Kind.PROBLEM)}
    for number in folder.numbers_of(connection, Kind.EVIDENCE):
        places[f"E-{number}"] = f"{_evidence_page(number)}#e-{number}"
    places |= {f"U-{number}": f"personas/U-{number}.md" for number in folder.numbers_of(connection, Kind.PERSONA)}
    places |= {f"D-{number}": f"decisions/D-{number}.md" for number in folder.numbers_of(connection, Kind.DECISION)}
    places |= {f"O-{number}": "strategy.md" for number in folder.numbers_of(connection, Kind.OBJECTIVE)}
    places |= {f"K-{number}": "strategy.md" for number in folder.numbers_of(connection, Kind.KEY_RESULT)}
    places |= {f"R-{number}": "roadmap.md" for number in folder.numbers_of(connection, Kind.RELEASE)}
    places |= {f"C-{number}": "companies.md" for number in folder.numbers_of(connection, Kind.COMPANY)}
    solutions = folder.owners_of(connection, Kind.SOLUTION, "problem_id")
    places |= {f"S-{number}": f"problems/P-{problem}.md" for number, problem in solutions.items()}
    for number, solution in folder.owners_of(connection, Kind.EXPERIMENT, "solution_id").items():
        places[f"X-{number}"] = f"problems/P-{solutions[solution]}.md"
    return places


def _pages(uow: UnitOfWork, changed_on: str) -> Iterator[tuple[str, str]]:
    connection = uow.connection
    name = uow.settings.name
    evidence = _evidence_pages(uow)
    yield FIRST_PAGE, contents_markdown(name, changed_on, tuple(_contents(uow)))
    yield "evidence.md", evidence_contents_markdown(name, evidence)
    yield "problems.md", pages.problems_markdown(uow, ProblemFilter(state="all"))
    yield "board.md", pages.board_markdown(uow)
    yield "personas.md", persona_pages.persona_index_markdown(uow)
    yield "heard.md", bias.bias_markdown(uow)
    yield "companies.md", _companies(uow, name)
    yield "ranking.md", ranking_pages.ranking_markdown(uow)
    yield "roadmap.md", roadmap_pages.roadmap_markdown(uow)
    yield "strategy.md", strategy_pages.strategy_markdown(uow)
    yield "decisions.md", decision_pages.decision_log_markdown(uow)
    yield "tree.md", tree_pages.tree_markdown(uow)
    for number in folder.numbers_of(connection, Kind.PERSONA):
        yield f"personas/U-{number}.md", persona_pages.persona_markdown(uow, number)
    for number in folder.numbers_of(connection, Kind.DECISION):
        yield f"decisions/D-{number}.md", decision_pages.decision_markdown(uow, number)
    for number, text in pages.problem_pages(uow, folder.numbers_of(connection, Kind.PROBLEM)):
        yield f"problems/P-{number}.md", text
    for place, first in evidence.items():
        yield place, _evidence(uow, first)


def _contents(uow: UnitOfWork) -> Iterator[ContentsLine]:
    for name, place, kind in (
        ("Strategy", "strategy.md", None),
        ("Roadmap", "roadmap.md", None),
        ("Ranking", "ranking.md", None),
        ("Problems", "problems.md", Kind.PROBLEM),
        ("Opportunity tree", "tree.md", None),
        ("Board", "board.md", None),
        ("Decisions", "decisions.md", Kind.DECISION),
        ("Personas", "personas.md", Kind.PERSONA),
        ("Companies", "companies.md", Kind.COMPANY),
        ("Evidence", "evidence.md", Kind.EVIDENCE),
        ("Who is heard", "heard.md", None),
    ):
        count = "" if kind is None else f"{len(folder.numbers_of(uow.connection, kind)):,}"
        yield ContentsLine(name, place, count)


def _companies(uow: UnitOfWork, name: str) -> str:
    spoken = personas.evidence_by_company(uow.connection)
    lines = []
    for company in uow.companies.all():
        texts = company_texts(company)
        facts = (texts["tier"], texts["revenue"], texts["size"], spoken.get(company.id, 0))
        lines.append(CompanyLine(str(company_key(company.id)), company.name, *facts))
    return companies_markdown(name, lines)


def _evidence_pages(uow: UnitOfWork) -> dict[str, int]:
    """The pages of the evidence, each with the first number it may hold. They depend on numbers, never on how many."""
    found = {}
    for number in folder.numbers_of(uow.connection, Kind.EVIDENCE):
        found[_evidence_page(number)] = number - (number - 1) % PIECES_A_PAGE
    return found


def _evidence_page(number: int) -> str:
    first = number - (number - 1) % PIECES_A_PAGE
    return f"evidence/E-{first}-to-E-{first + PIECES_A_PAGE - 1}.md"


def _evidence(uow: UnitOfWork, first: int) -> str:
    last = first + PIECES_A_PAGE - 1
    problems = folder.problems_of_evidence_between(uow.connection, first, last)
    pieces = []
    for number, text, quote, kind, on, author, company, source, persona, dismissed, same in folder.evidence_between(
        uow.connection, first, last
    ):
        facts = (
            kind, on[:10], author, company, source, f"U-{persona}" if persona else "",
            f"dismissed: {dismissed}" if dismissed else "", f"says the same as E-{same}" if same else "",
        )  # fmt: skip
        key = str(evidence_key(number))
        pieces.append(PieceOfEvidence(key, text, quote, tuple(filter(None, facts)), problems.get(number, ())))
    return pieces_page(f"Evidence E-{first} to E-{last}", pieces)
