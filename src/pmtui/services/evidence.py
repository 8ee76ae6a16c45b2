"""What a user does with evidence."""

from dataclasses import dataclass

from pmtui.domain.changes import Outcome
from pmtui.domain.company import Company
from pmtui.domain.evidence import Evidence, default_type
from pmtui.domain.keys import evidence_key
from pmtui.domain.links import ProblemEvidence
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.problems import keys_in_words
from pmtui.store.queries import details
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Add one piece of evidence and connect it to problems. company: a name, made when it is new."""

    text: str
    kind: str = "quote"
    source: str = ""
    author: str = ""
    occurred_on: str = ""
    company: str = ""
    problems: tuple[int, ...] = ()

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty text or an unknown problem."""
        kind = clean_line(self.kind) or "quote"
        number = uow.evidence.add(
            Evidence(
                id=0,
                text=clean_block(self.text).strip(),
                created_at=uow.now,
                kind=kind,
                evidence_type=default_type(kind),
                source=clean_line(self.source),
                author=clean_line(self.author),
                occurred_on=clean_line(self.occurred_on),
                company_id=company_named(uow, self.company) if self.company.strip() else None,
            )
        )
        for problem in dict.fromkeys(self.problems):
            uow.problem_evidence.add(ProblemEvidence(0, uow.problems.get(problem).id, number))
        return Outcome(f"Added {evidence_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class ConnectEvidence:
    """Connect pieces of evidence to problems, or take the connection off."""

    problems: tuple[int, ...]
    evidence: tuple[int, ...]
    connected: bool = True

    def run(self, uow: UnitOfWork) -> Outcome:
        """Connect or disconnect them. Raises Refusal when one of them is gone."""
        for problem in self.problems:
            uow.problems.get(problem)
            for piece in self.evidence:
                uow.evidence.get(piece)
                there = uow.problem_evidence.all(problem_id=problem, evidence_id=piece)
                if self.connected and not there:
                    uow.problem_evidence.add(ProblemEvidence(0, problem, piece))
                elif not self.connected:
                    uow.problem_evidence.delete([link.id for link in there])
        pieces = str(evidence_key(self.evidence[0])) if len(self.evidence) == 1 else f"{len(self.evidence):,} pieces"
        word = "Connected {} to {}" if self.connected else "Disconnected {} from {}"
        return Outcome(word.format(pieces, keys_in_words(self.problems)))


def company_named(uow: UnitOfWork, name: str) -> int:
    """The number of the company of this name in any case, made when it is new."""
    cleaned = clean_line(name)
    found = details.company_number(uow.connection, cleaned)
    return found if found is not None else uow.companies.add(Company(0, cleaned, uow.now))
