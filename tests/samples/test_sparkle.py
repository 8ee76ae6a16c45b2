"""The example workspace is whole, keeps the product's rules, and reads like people, not like a template."""

import json
import re
from collections import Counter
from datetime import date
from importlib.resources import files
from itertools import pairwise
from typing import Any

from pmtui.domain.board import PROBLEM_LANES, Lane
from pmtui.domain.company import Company
from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.estimate import central_value, parse_amount
from pmtui.domain.evidence import TYPE_OF_KIND, Evidence
from pmtui.domain.opportunity_tree import without_loops
from pmtui.domain.problem import Problem
from pmtui.domain.scorecard import RICE, score_problem
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.example import LoadExample
from pmtui.services.ranking import agreement
from pmtui.services.workspace import Workspace

FOLDER = files("pmtui.samples") / "sparkle"
LANES = [name for name, _phase in PROBLEM_LANES]
DONE = {name for name, phase in PROBLEM_LANES if phase == "done"}
CRITERIA = {criterion.code: criterion for criterion in RICE_CRITERIA}


def read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


WORKSPACE: dict[str, Any] = read("workspace")
COMPANIES: list[dict[str, Any]] = read("companies")
PROBLEMS: list[dict[str, Any]] = read("problems")
EVIDENCE: list[dict[str, Any]] = read("evidence")
SOLUTIONS: dict[str, Any] = read("solutions")
TODAY = date.fromisoformat(WORKSPACE["today"])
SUPPORT = Counter(number for piece in EVIDENCE for number in piece["problems"])


def words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.casefold())


def ranked() -> list[tuple[float, str]]:
    """Scores and titles of the problems that take part in the rank, best first."""
    found = []
    for problem in PROBLEMS:
        values = {
            code: central_value(parse_amount(text, CRITERIA[code]), CRITERIA[code])
            for code, text in problem["estimates"].items()
        }
        score = score_problem(RICE, values).value
        if score is not None and problem["lane"] not in DONE and problem["horizon"] != "declined":
            found.append((score, problem["title"]))
    return sorted(found, reverse=True)


def test_there_is_enough_of_everything() -> None:
    assert len(PROBLEMS) >= 44
    assert len(EVIDENCE) >= 205
    assert len(COMPANIES) >= 45
    assert 20 <= sum(not piece["problems"] for piece in EVIDENCE) <= 35
    assert 6 <= sum(len(words(piece["text"])) > 120 for piece in EVIDENCE) <= 10
    assert {company["tier"] for company in COMPANIES} == {"household", "landlord", "office"}


def test_every_record_has_the_same_fields() -> None:
    for records in (COMPANIES, PROBLEMS, EVIDENCE):
        assert {tuple(record) for record in records} == {tuple(records[0])}


def test_every_record_is_one_the_domain_accepts() -> None:
    for number, name in enumerate(LANES):
        Lane(number, 1, name, number, wip_limit=WORKSPACE["lanes"].get(name))
    for company in COMPANIES:
        Company(1, created_at=WORKSPACE["today"], **company)
    for problem in PROBLEMS:
        shared = {name: problem[name] for name in ("title", "statement", "need", "horizon", "horizon_reason")}
        Problem(problem["id"], lane_id=1, position=0, created_at="", updated_at="", **shared)
        assert problem["need"]
    for piece in EVIDENCE:
        Evidence(1, piece["text"], piece["date"], kind=piece["kind"], evidence_type=TYPE_OF_KIND[piece["kind"]])


def test_every_text_is_clean_already() -> None:
    for problem in PROBLEMS:
        assert problem["statement"] == clean_block(problem["statement"]).strip()
        for line in [problem["title"], problem["horizon_reason"], *problem["tags"], *problem["reasons"].values()]:
            assert line == clean_line(line)
    for piece in EVIDENCE:
        assert piece["text"] == clean_block(piece["text"]).strip()
        for name in ("source", "author", "company", "quote"):
            assert piece[name] == clean_line(piece[name])


def test_every_reference_resolves() -> None:
    companies = {company["name"] for company in COMPANIES}
    problems = {problem["id"] for problem in PROBLEMS}
    assert len(companies) == len(COMPANIES)
    assert [problem["id"] for problem in PROBLEMS] == list(range(1, len(PROBLEMS) + 1))
    assert set(WORKSPACE["lanes"]) <= set(LANES)
    for piece in EVIDENCE:
        assert piece["company"] in companies | {""}
        assert set(piece["problems"]) <= problems
        assert len(piece["problems"]) == len(set(piece["problems"])) <= 2
    assert {piece["company"] for piece in EVIDENCE} >= companies


def test_every_quote_is_a_part_of_its_text_and_long_texts_have_one() -> None:
    for piece in EVIDENCE:
        assert piece["quote"] in piece["text"]
        assert piece["quote"] or len(words(piece["text"])) <= 120


def test_lane_histories_end_where_the_card_stands_and_go_forward_in_time() -> None:
    for problem in PROBLEMS:
        lanes = ["Inbox", *(lane for lane, _day in problem["history"])]
        days = [problem["created"], *(day for _lane, day in problem["history"]), WORKSPACE["today"]]
        assert lanes[-1] == problem["lane"]
        assert set(lanes) <= set(LANES)
        assert all(before != after for before, after in pairwise(lanes))
        assert [date.fromisoformat(day) for day in days] == sorted(date.fromisoformat(day) for day in days)


def test_problems_stand_in_every_lane_and_are_numbered_in_the_order_they_were_written_down() -> None:
    assert {problem["lane"] for problem in PROBLEMS} == set(LANES)
    created = [problem["created"] for problem in PROBLEMS]
    assert created == sorted(created)


def test_declined_problems_have_not_been_worked_on() -> None:
    declined = [problem for problem in PROBLEMS if problem["horizon"] == "declined"]
    assert 2 <= len(declined) <= 3
    assert {problem["lane"] for problem in declined} <= {"Inbox", "Discovering"}


def test_evidence_stands_in_the_order_of_its_dates_and_none_is_from_the_future() -> None:
    dates = [date.fromisoformat(piece["date"]) for piece in EVIDENCE]
    assert dates == sorted(dates)
    assert date(2025, 10, 1) <= dates[0]
    assert dates[-1] < TODAY
    assert sum((TODAY - day).days < 90 for day in dates) > len(dates) / 3


def test_estimates_can_be_typed_as_they_are_written_and_some_are_missing() -> None:
    for problem in PROBLEMS:
        assert set(problem["reasons"]) <= set(problem["estimates"]) <= set(CRITERIA)
        for code, text in problem["estimates"].items():
            assert re.fullmatch(r"[\d.]+?(\.\.[\d.]+( ~[\d.]+)?)?%?", text)
            parse_amount(text, CRITERIA[code])
    given = Counter(len(problem["estimates"]) for problem in PROBLEMS)
    assert given[4] >= 36
    assert given[2] + given[3] >= 5
    assert given[0] == 3


def test_lost_keys_come_first_and_some_neighbours_are_nearly_tied() -> None:
    order = ranked()
    assert order[0][1] == "Keys get lost between cleaners"
    assert sum(above / below < 1.04 for (above, _), (below, _) in pairwise(order)) >= 2


def test_problems_differ_widely_in_how_much_speaks_for_them() -> None:
    counts = sorted(SUPPORT[problem["id"]] for problem in PROBLEMS)
    assert counts[0] == 0
    assert counts[-4] >= 12
    assert counts[len(counts) // 2] <= 6


def test_no_two_titles_and_no_two_texts_are_the_same() -> None:
    assert len({tuple(words(problem["title"])) for problem in PROBLEMS}) == len(PROBLEMS)
    assert len({tuple(words(piece["text"])) for piece in EVIDENCE}) == len(EVIDENCE)


def test_titles_are_short_and_start_differently() -> None:
    assert all(len(problem["title"]) <= 60 for problem in PROBLEMS)
    assert len({tuple(words(problem["title"])[:2]) for problem in PROBLEMS}) >= 0.85 * len(PROBLEMS)


def test_texts_do_not_open_alike() -> None:
    openings = [words(piece["text"]) for piece in EVIDENCE]
    assert len({tuple(opening[:2]) for opening in openings}) >= 0.95 * len(EVIDENCE)
    assert Counter(opening[0] for opening in openings).most_common(1)[0][1] <= 0.1 * len(EVIDENCE)


def test_no_two_texts_share_six_words_in_a_row() -> None:
    first_seen: dict[tuple[str, ...], int] = {}
    for index, piece in enumerate(EVIDENCE):
        text = words(piece["text"])
        for start in range(len(text) - 5):
            run = tuple(text[start : start + 6])
            assert first_seen.setdefault(run, index) == index, " ".join(run)


def test_three_decisions_are_recorded_of_which_one_is_up_for_review(memory: Workspace) -> None:
    memory.run(LoadExample())
    decisions = memory.ask(lambda uow: uow.decisions.all())
    today = memory.ask(lambda uow: uow.now)
    assert [decision.title for decision in decisions if decision.is_due(today)] == ["Keys before everything else"]
    assert [decision.brier is not None for decision in decisions] == [True, False, False]


def test_the_lenses_disagree_about_some_problems_and_agree_about_others(memory: Workspace) -> None:
    memory.run(LoadExample())
    found = memory.ask(agreement)
    assert found.tau is not None
    assert -1 < found.tau < 1
    assert found.gaps[-1].customer == found.gaps[-1].business
    assert abs(found.gaps[0].customer - found.gaps[0].business) >= 4


def test_the_chosen_problems_have_several_solutions_whose_riskiest_assumptions_are_checked() -> None:
    solutions = SOLUTIONS["solutions"]
    counts = Counter(solution["problem"] for solution in solutions)
    assert 6 <= sum(count >= 2 for count in counts.values()) <= 8
    assert max(counts.values()) >= 3
    experiments = [each for solution in solutions for each in solution["experiments"]]
    assert {each["outcome"] for each in experiments} == {"passed", "failed", "unclear", ""}
    assert {each["evidence"] for each in experiments} == {"test", "launch_data", ""}
    for each in experiments:
        assert each["success_limit"]
        assert bool(each["outcome"]) == bool(each["result"]) == bool(each["ended_on"])
        assert each["started_on"] < (each["ended_on"] or WORKSPACE["today"])


def test_the_first_problems_have_solutions_and_parts_make_no_loop() -> None:
    solved = {solution["problem"] for solution in SOLUTIONS["solutions"]}
    assert {title for _, title in ranked()[:4]} <= {each["title"] for each in PROBLEMS if each["id"] in solved}
    parts = {part: held["whole"] for held in SOLUTIONS["parts"] for part in held["problems"]}
    assert without_loops(parts) == parts
