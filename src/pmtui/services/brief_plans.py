"""The parts of briefs about what is to be done, in claims with the records they rest on."""

from pmtui.domain.brief import Claim, Section
from pmtui.domain.keys import (
    decision_key,
    evidence_key,
    experiment_key,
    key_result_key,
    objective_key,
    problem_key,
    release_key,
    solution_key,
)
from pmtui.domain.objective import KeyResult, show_figure
from pmtui.domain.strategy import BOXES
from pmtui.services.brief_sections import SectionMaker
from pmtui.services.brief_support import chosen_solution, decisions_naming, in_one_line, results, solutions
from pmtui.store.queries import briefs
from pmtui.store.unit_of_work import UnitOfWork


def the_solution(uow: UnitOfWork, number: int) -> Section:
    """The chosen solution, or those there are."""
    found = solutions(uow, number)
    is_chosen = chosen_solution(uow, number) is not None
    claims = []
    for solution in found:
        key = solution_key(solution.id)
        decided = decisions_naming(uow, number, str(key), solution.title) if is_chosen else ()
        words = f"{solution.title}{f', {solution.effort} person-months' if solution.effort else ''}"
        claims.append(Claim(words, (key, *decided, *results(uow, solution))))
    heading = "The chosen solution" if is_chosen else "Solutions under discussion"
    return Section(heading, tuple(claims), text=found[0].description if is_chosen else "")


def assumptions(*kinds: str) -> SectionMaker:
    """What must be true, the most important with the least evidence first. kinds: of these alone."""

    def section(uow: UnitOfWork, number: int) -> Section:
        claims = []
        for solution in solutions(uow, number):
            found = [each for each in uow.assumptions.all(solution_id=solution.id) if each.kind in kinds]
            for assumption in sorted(found, key=lambda each: (each.support - each.importance, each.id)):
                checks = [each for each in uow.experiments.all(assumption_id=assumption.id) if each.evidence_id]
                keys = tuple(evidence_key(each.evidence_id) for each in checks if each.evidence_id)
                words = f"{assumption.title} ({assumption.kind}; importance {assumption.importance} of 5)"
                claims.append(Claim(words, (solution_key(solution.id), *keys)))
        return Section("What must be true", tuple(claims))

    return section


def experiments(uow: UnitOfWork, number: int) -> Section:
    """What was tried, and what came of it."""
    claims = []
    for solution in solutions(uow, number):
        for experiment in uow.experiments.all(solution_id=solution.id):
            limit = f"Success is: {experiment.success_limit}" if experiment.success_limit else ""
            end = f"{experiment.outcome.capitalize()}: {experiment.result}" if experiment.outcome else "Still open"
            keys = (evidence_key(experiment.evidence_id),) if experiment.evidence_id else ()
            words = in_one_line(f"{experiment.title}\n{limit}\n{end}")
            claims.append(Claim(words, (experiment_key(experiment.id), *keys), is_task=not experiment.outcome))
    return Section("What was tried", tuple(claims))


def needs_first(uow: UnitOfWork, number: int) -> Section:
    """The problems that have to be solved before this one."""
    claims = []
    for dependency in uow.dependencies.all(problem_id=number):
        if (needed := uow.problems.find(dependency.needs_id)) is not None:
            key = problem_key(needed.id)
            claims.append(Claim(needed.title, (key, *decisions_naming(uow, number, str(key), needed.title))))
    return Section("What has to come first", tuple(claims))


def objectives(uow: UnitOfWork, number: int) -> Section:
    """The objectives it serves and how their key results stand."""
    claims = []
    for link in uow.problem_objectives.all(problem_id=number):
        objective = uow.objectives.get(link.objective_id)
        fit = "strongly" if link.fit >= 2 else "partly"
        key = objective_key(objective.id)
        decided = decisions_naming(uow, number, str(key), objective.title)
        claims.append(Claim(f"It {fit} serves: {objective.title}", (key, *decided)))
        measured = uow.key_results.all(objective_id=objective.id)
        claims += [Claim(f"{each.title}: {_way(each)}", (key_result_key(each.id),)) for each in measured]
    return Section("What it serves", tuple(claims))


def when(uow: UnitOfWork, number: int) -> Section:
    """The horizon and the release, as far as they are decided."""
    problem = uow.problems.get(number)
    claims = []
    if problem.horizon:
        reason = f": {problem.horizon_reason}" if problem.horizon_reason else ""
        claims.append(
            Claim(
                f"On the roadmap it stands under {problem.horizon}{reason}",
                decisions_naming(uow, number, problem.horizon),
            )
        )
    for item in uow.roadmap_items.all(problem_id=number):
        release = uow.releases.find(item.release_id) if item.release_id is not None else None
        if release is not None:
            on = f" on {release.release_on}" if release.release_on else ", no date yet"
            claims.append(Claim(f"It comes with {release.name}{on}", (release_key(release.id),), is_task=True))
    return Section("When", tuple(claims))


def launch(area: str) -> SectionMaker:
    """What one area has to do for the release."""

    def section(uow: UnitOfWork, number: int) -> Section:
        claims = []
        for item in uow.roadmap_items.all(problem_id=number):
            for line in uow.launch_items.all(order="position", release_id=item.release_id, area=area):
                state = "done" if line.done else "to do"
                claims.append(Claim(f"{line.title}: {state}", (release_key(line.release_id),), is_task=True))
        return Section(f"Launch: {area}", tuple(claims))

    return section


def strategy(*boxes: str) -> SectionMaker:
    """What some boxes of the strategy page say."""

    def section(uow: UnitOfWork, _number: int) -> Section:
        kept = {box.code: box.text for box in uow.strategy_boxes.all()}
        claims = (Claim(f"{BOXES[code]}: {in_one_line(kept[code])}") for code in boxes if kept.get(code))
        return Section("The strategy says", tuple(claims))

    return section


def decisions(uow: UnitOfWork, number: int) -> Section:
    """What was decided about it, and what is expected of that."""
    claims = []
    for decision, title, choice, prediction, probability, reason in briefs.decisions_of(uow.connection, number):
        words = f"{title}: {in_one_line(choice)}" if choice else title
        because = f". The reason: {in_one_line(reason)}" if reason else ""
        claims.append(Claim(words + because, (decision_key(decision),)))
        if prediction:
            chance = f" ({probability:.0%} sure)" if probability is not None else ""
            claims.append(Claim(f"Expected{chance}: {prediction}", (decision_key(decision),)))
    return Section("What was decided", tuple(claims))


def _way(result: KeyResult) -> str:
    """How far it is to go and how far it got: from 19 to 4 a week, now 9."""
    ends = (("from", result.baseline), ("to", result.target))
    way = " ".join(f"{name} {show_figure(value)}" for name, value in ends if value is not None)
    now = f"now {show_figure(result.current)}" if result.current is not None else ""
    return ", ".join(filter(None, (f"{way} {result.unit}".rstrip() if way else "", now))) or "no figures yet"
