"""The example workspace: Sparkle Home Cleaning, as it would look if its last day were today."""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

from pmtui.domain.base import evolve
from pmtui.domain.board import LaneChange
from pmtui.domain.changes import Outcome
from pmtui.domain.company import Company
from pmtui.domain.decision import Decision
from pmtui.domain.evidence import Evidence, default_type
from pmtui.domain.links import DecisionProblem, Highlight, ProblemEvidence
from pmtui.domain.ordering import spread
from pmtui.domain.persona import Persona
from pmtui.domain.problem import Problem
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence_triage import DismissEvidence
from pmtui.services.example_classes import add_classes
from pmtui.services.example_history import PastStep, take_back
from pmtui.services.example_roadmap import add_roadmap
from pmtui.services.example_solutions import add_solutions
from pmtui.services.example_strategy import add_strategy
from pmtui.services.personas import LinkPersonas, TakeReach
from pmtui.services.problems import add_tags, lane_named
from pmtui.services.workspace import now
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

_FOLDER = files("pmtui.samples") / "sparkle"
_TIME = "T09:00:00Z"  # the sample knows days only

Record = dict[str, Any]


def create_example(path: Path, clock: Callable[[], str] = now) -> None:
    """Make a new workspace file that holds the example, with its last weeks as steps of its history. Raises Refusal."""
    workspace, at = _read("workspace"), clock()
    shift = _shift(at, workspace)
    steps: list[PastStep] = []

    def fill(uow: UnitOfWork) -> None:
        LoadExample().run(uow)
        history_begins = _moved(workspace["history_begins"], shift)
        steps.extend(take_back(uow, _read("history"), lambda day: _moved(day, shift), history_begins))

    session = Session.create(path, workspace["name"], lambda: at, fill=fill)
    for step in steps:
        at = step.day + _TIME
        session.write("app", step.run)
    session.close()


@dataclass(frozen=True, slots=True)
class LoadExample:
    """Put the example into an empty workspace, all its dates moved so that its last day is today."""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put it in."""
        workspace = _read("workspace")
        shift = _shift(uow.now, workspace)
        for name, limit in workspace["lanes"].items():
            lane = uow.lanes.get(lane_named(uow, name))
            uow.lanes.save(evolve(lane, wip_limit=limit))
        companies = {
            company["name"]: uow.companies.add(Company(0, created_at=uow.now, **company))
            for company in _read("companies")
        }
        _add_problems(uow, _read("problems"), shift)
        personas = _add_personas(uow, _read("personas"))
        triage = _read("triage")
        for piece in (*_read("evidence"), triage["sent_twice"]):
            _add_evidence(uow, piece, companies, personas, shift)
        _triage(uow, triage)
        for lens in _read("lenses"):
            SetEstimates(lens["problem"], lens["estimates"], origin="example", made_on=uow.now[:10]).run(uow)
        add_solutions(uow, _read("solutions"), lambda day: _moved(day, shift))
        add_classes(uow, _read("classes"))
        _add_decisions(uow, _read("decisions"), shift)
        add_strategy(uow, _read("strategy"))
        add_roadmap(uow, _read("roadmap"), lambda day: _moved(day, shift))
        return Outcome("Loaded the example")


def _add_problems(uow: UnitOfWork, problems: list[Record], shift: timedelta) -> None:
    lanes = {lane.name: lane.id for lane in uow.lanes.all()}
    places = _places(problems)
    for problem in problems:
        entered = [("Inbox", problem["created"]), *problem["history"]]
        last_day = _moved(entered[-1][1], shift)
        number = uow.problems.add(
            Problem(
                id=0,
                title=problem["title"],
                lane_id=lanes[problem["lane"]],
                position=places[problem["id"]],
                created_at=_moved(problem["created"], shift) + _TIME,
                updated_at=last_day + _TIME,
                statement=problem["statement"],
                need=problem["need"],
                horizon=problem["horizon"],
                horizon_reason=problem["horizon_reason"],
            )
        )
        left = None
        for name, day in entered:
            uow.lane_changes.add(LaneChange(0, number, left, lanes[name], _moved(day, shift) + _TIME))
            left = lanes[name]
        add_tags(uow, (number,), tuple(problem["tags"]))
        SetEstimates(number, problem["estimates"], problem["reasons"], origin="example", made_on=last_day).run(uow)


def _add_decisions(uow: UnitOfWork, decisions: list[Record], shift: timedelta) -> None:
    for decision in decisions:
        texts = {name: value for name, value in decision.items() if name not in ("date", "problems")}
        for name in ("review_on", "reviewed_on"):
            if name in texts:
                texts[name] = _moved(texts[name], shift)
        made = _moved(decision["date"], shift) + _TIME
        if "ranking" in texts:
            texts["ranking"] = json.dumps({**texts["ranking"], "at": made})
        number = uow.decisions.add(Decision(id=0, created_at=made, updated_at=made, **texts))
        for problem in decision["problems"]:
            uow.decision_problems.add(DecisionProblem(0, number, problem))


def _places(problems: list[Record]) -> dict[int, int]:
    """The place of each problem in its lane by its number: the last to enter stands at the top."""
    lanes = defaultdict[str, list[Record]](list)
    for problem in sorted(problems, key=_last_entry, reverse=True):
        lanes[problem["lane"]].append(problem)
    return {
        problem["id"]: place
        for cards in lanes.values()
        for problem, place in zip(cards, spread(len(cards)), strict=True)
    }


def _last_entry(problem: Record) -> str:
    history: list[tuple[str, str]] = problem["history"]
    return history[-1][1] if history else str(problem["created"])


def _add_personas(uow: UnitOfWork, personas: list[Record]) -> dict[str, int]:
    """The numbers they get, by name."""
    numbers = {}
    for persona in personas:
        links = persona.pop("problems")
        number = uow.personas.add(Persona(0, created_at=uow.now, updated_at=uow.now, **persona))
        for link in links:
            LinkPersonas((link["problem"],), (number,), link["affected"], link["frequency"], link["severity"]).run(uow)
        numbers[persona["name"]] = number
    return numbers


def _triage(uow: UnitOfWork, triage: Record) -> None:
    for dismissed in triage["dismissed"]:
        DismissEvidence((dismissed["evidence"],), dismissed["reason"]).run(uow)
    for marked in triage["highlights"]:
        uow.highlights.add(Highlight(0, marked["evidence"], marked["fragment"]))
    TakeReach(tuple(triage["reach_from_personas"])).run(uow)


def _add_evidence(
    uow: UnitOfWork, piece: Record, companies: dict[str, int], personas: dict[str, int], shift: timedelta
) -> None:
    day = _moved(piece["date"], shift)
    number = uow.evidence.add(
        Evidence(
            id=0,
            text=piece["text"],
            created_at=day + _TIME,
            kind=piece["kind"],
            evidence_type=default_type(piece["kind"]),
            quote=piece["quote"],
            source=piece["source"],
            author=piece["author"],
            occurred_on=day,
            company_id=companies[piece["company"]] if piece["company"] else None,
            persona_id=personas[piece["persona"]] if piece["persona"] else None,
        )
    )
    for problem in piece["problems"]:
        uow.problem_evidence.add(ProblemEvidence(0, problem, number))


def _shift(now: str, workspace: Record) -> timedelta:
    return date.fromisoformat(now[:10]) - date.fromisoformat(workspace["today"])


def _moved(day: str, shift: timedelta) -> str:
    return (date.fromisoformat(day) + shift).isoformat()


def _read(name: str) -> Any:
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
