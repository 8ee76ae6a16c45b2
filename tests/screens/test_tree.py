"""The opportunity tree, and what is done in it."""

from pmtui.services.assumptions import AddAssumption
from pmtui.services.experiments import AddExperiment
from pmtui.services.objectives import AddObjective, LinkObjective
from pmtui.services.personas import AddPersona, LinkPersonas
from pmtui.services.problems import AddProblem
from pmtui.services.solution_lists import experiment_sheet, solutions_of
from pmtui.services.solutions import AddSolution
from pmtui.services.sub_problems import MakeSubProblems
from pmtui.services.workspace import Command
from tests.screens.conftest import RunApp

PROBLEMS = (AddProblem("Keys get lost"), AddProblem("No log of keys"), AddProblem("Late invoices"))
FILLED: tuple[Command, ...] = (
    *PROBLEMS,
    AddObjective("Customers stay"),
    LinkObjective((1,), 1),
    MakeSubProblems((2,), 1),
    AddSolution(2, "A key log", "Who has it", "1..2"),
    AddSolution(2, "Key safes"),
    AddAssumption(1, "Cleaners write it down", importance="5"),
    AddExperiment(1, "Paper log", 1, {"success_limit": "Nine of ten days"}),
)


async def test_an_empty_tree_says_what_belongs_here_and_how_to_start(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("V", "t")
        assert "Under each problem stand the solutions that may solve it" in running.text
        await running.press("a", *"Keys", "ctrl+s")
        assert "P-1 Keys" in running.text


async def test_everything_stands_under_what_it_is_for(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(160, 45)) as running:
        await running.press("V", "t", "Z", "g", "g")
        lines = [line for line in running.lines if any(sign in line for sign in ("▾", "▸", "┊ "))]
        places = [
            next(place for place, line in enumerate(lines) if words in line)
            for words in (
                "Customers stay",
                "Keys get lost",
                "No log of keys",
                "A key log",
                "Cleaners write",
                "Paper log",
            )
        ]
        assert places == sorted(places)
        assert lines[places[-1]].index("X-1") > lines[places[1]].index("P-1")


async def test_h_folds_and_goes_up_and_l_unfolds_and_goes_down(run_app: RunApp) -> None:
    async with run_app(*FILLED) as running:
        await running.press("V", "t", "g", "g", "j")
        assert "┊ ┊ ▸ P-2 No log of keys" not in running.text
        await running.press("l")
        assert "┊ ┊ ▸ P-2 No log of keys" in running.text
        await running.press("l", "l", "l", "l", "l")
        assert "▌┊ ┊ ┊ ┊ ▸ ? Cleaners write" in running.text
        await running.press("h", "h", "h", "h")
        assert "▸ S-1 A key log" not in running.text
        assert "▾ S-1 A key log" not in running.text
        await running.press("h", "h", "h", "h")
        assert "┊ ▾ P-1 Keys get lost" not in running.text
        assert "▌▸ O-1 Customers stay" in running.text


async def test_one_key_opens_the_solutions_of_a_problem_and_escape_comes_back(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(80, 24)) as running:
        await running.press("G", "k", "A")
        assert "O-1 › P-1 › P-2" in running.text
        assert "S-2 Key safes" in running.text
        assert "X-1 Paper log" in running.text
        assert "Late invoices" not in running.text
        assert "A third solution for P-2?" in running.text
        assert "Analogy" in running.text
        await running.press("escape")
        assert "ranked by RICE" in running.text


async def test_from_the_board_it_comes_back_to_the_board(run_app: RunApp) -> None:
    async with run_app(*FILLED) as running:
        await running.press("4", "A", "q")
        assert "Discovering" in running.text


async def test_a_solution_is_added_below_its_problem_with_questions_that_help(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, size=(80, 24)) as running:
        await running.press("A", "a", "s")
        assert "Inversion" in running.text
        await running.press(*"A key log", "tab", *"1..4")
        assert "middle 2, 90 % between 1 and 4" in running.text
        await running.press("ctrl+s")
        assert "▌┊   S-1 A key log" in running.text
        assert "1..4 pm" in running.text
        await running.press("u")
        assert "▌┊   S-1" not in running.text


async def test_assumptions_and_experiments_are_added_below_a_solution(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, AddSolution(1, "A key log")) as running:
        await running.press("A", "j", "a", "m", *"They write it", "tab", "tab", "backspace", "5", "ctrl+s")
        assert "? They write it" in running.text
        assert "desirable 5/1" in running.text
        await running.press("a", *"Paper log", "ctrl+s")
        assert "X-1 Paper log" in running.text
        (solution,) = await running.ask(lambda uow: solutions_of(uow, 1))
        assert [each.id for each in solution.assumptions[0].experiments] == [1]
        assert "Checks whether" not in running.text


async def test_a_result_is_written_down_and_becomes_evidence_with_one_key(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(160, 45)) as running:
        await running.press("V", "t", "Z", "G", "k", "k", "k")
        await running.press("r")
        assert "What X-1 showed" in running.text
        assert "Success is: " in running.text
        await running.press(*"Nine of ten", "ctrl+s", "E", "t")
        assert "X-1" in running.text
        assert "planned" not in running.text
        assert "E-1" in running.text
        assert (await running.ask(lambda uow: uow.evidence.get(1))).evidence_type == "test"
        await running.press("E")
        assert "is E-1 already" in running.text


async def test_what_is_under_the_cursor_is_edited_and_deleted(run_app: RunApp) -> None:
    async with run_app(*FILLED) as running:
        await running.press("G", "k", "A", "j", "e", "end", *" book", "ctrl+s")
        assert "S-1 A key log book" in running.text
        await running.press("d")
        assert "A key log book" not in running.text
        assert "X-1" not in running.text
        await running.press("u")
        assert "X-1 Paper log" in running.text


async def test_solutions_are_ordered_with_keys_and_problems_are_not(run_app: RunApp) -> None:
    async with run_app(*FILLED) as running:
        await running.press("G", "k", "A", "j", "J")
        assert running.text.index("S-2 Key safes") < running.text.index("▌┊ ▸ S-1 A key log".replace("▸", "▾"))
        await running.press("g", "g", "J")
        assert "Problems stand in the order of their rank" in running.text


async def test_a_problem_becomes_part_of_the_one_above_it_and_stands_for_itself_again(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("V", "t", "G", "L")
        assert (await running.ask(lambda uow: uow.sub_problems.all()))[0].parent_id == 2
        assert "┊ ┊   P-3 Late invoices" in running.text
        await running.press("H")
        assert await running.ask(lambda uow: uow.sub_problems.all()) == []
        await running.press("H")
        assert "P-3 is part of no other problem" in running.text
        await running.press("M", *"Keys", "enter")
        assert (await running.ask(lambda uow: uow.sub_problems.all()))[0].parent_id == 1


async def test_what_is_no_problem_is_part_of_none(run_app: RunApp) -> None:
    async with run_app(*FILLED) as running:
        await running.press("G", "k", "A", "j", "L")
        assert "Only problems are part of problems" in running.text


async def test_a_loop_of_parts_is_refused_in_words(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, MakeSubProblems((2,), 1)) as running:
        await running.press("V", "t", "g", "g", "j", "M", *"log", "enter")
        assert "P-1 can't be part of P-2" in running.text


async def test_a_branch_alone_and_the_whole_tree_again(run_app: RunApp) -> None:
    async with run_app(*FILLED) as running:
        await running.press("V", "t", "g", "g", "b")
        assert "O-1" in running.text
        assert "Late invoices" not in running.text
        await running.press("escape")
        assert "Late invoices" in running.text
        assert "▌▾ O-1" in running.text


async def test_leaving_a_branch_keeps_the_cursor(run_app: RunApp) -> None:
    async with run_app(*FILLED) as running:
        await running.press("V", "t", "g", "g", "b", "Z", "G")
        (under_cursor,) = [line for line in running.lines if line.startswith("▌")]
        await running.press("escape")
        assert "Late invoices" in running.text
        assert [line[:60].strip(" ▌┊") for line in running.lines if line.startswith("▌")] == [
            under_cursor[:60].strip(" ▌┊")
        ]


async def test_the_problems_of_one_persona(run_app: RunApp) -> None:
    commands = (*FILLED, AddPersona("Parents"), LinkPersonas((3,), (1,)))
    async with run_app(*commands) as running:
        await running.press("V", "t", "f", *"Par", "enter")
        assert "of Parents" in running.text
        assert "Late invoices" in running.text
        assert "Keys get lost" not in running.text
        await running.press("escape")
        assert "Keys get lost" in running.text


async def test_two_keys_lead_from_an_experiment_to_the_problem_its_evidence_and_its_objective(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(100, 40)) as running:
        await running.press("/", *"X-1", "enter")
        assert any("▌" in line and "X-1 Paper log" in line for line in running.lines)
        await running.press("w")
        assert "P-2 No log of keys" in running.text
        assert "Part of" in running.text
        assert "Evidence" in running.text


async def test_a_problem_is_connected_to_an_objective_and_an_experiment_to_an_assumption(run_app: RunApp) -> None:
    async with run_app(*FILLED, AddAssumption(1, "It stays cheap", "viable")) as running:
        await running.press("V", "t", "G", "c", "enter", "s")
        assert [link.problem_id for link in await running.ask(lambda uow: uow.problem_objectives.all())] == [1, 3]
        await running.press("/", *"X-1", "enter", "c", *"cheap", "enter")
        assert (await running.ask(lambda uow: experiment_sheet(uow, 1))).experiment.assumption_id == 2


async def test_a_sheet_is_read_with_the_whole_screen(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(80, 24)) as running:
        await running.press("G", "k", "A", "j", "enter")
        assert "What must be true" in running.text
        assert "check first" in running.text
        assert "no objective yet" in running.text
        await running.press("l")
        assert "matters" in running.text
        await running.press("escape")
        assert "O-1 › P-1 › P-2" in running.text


async def test_the_tree_is_copied_as_markdown(run_app: RunApp) -> None:
    async with run_app(*FILLED) as running:
        await running.press("V", "t", "y")
        assert "Copied the opportunity tree" in running.text


async def test_an_objective_is_read_edited_ordered_and_connected_in_the_tree(run_app: RunApp) -> None:
    async with run_app(*FILLED, AddObjective("Cleaners stay"), size=(160, 45)) as running:
        await running.press("V", "t", "g", "g", "J")
        titles = [each.title for each in await running.ask(lambda uow: uow.objectives.all(order="position"))]
        assert titles == ["Cleaners stay", "Customers stay"]
        await running.press("g", "g", "e", "end", *" on", "ctrl+s")
        assert "O-2 Cleaners stay on" in running.text
        await running.press("g", "g", "c", *"invoices", "enter", "p")
        assert "P-3 Late invoices" in running.text
        links = await running.ask(lambda uow: uow.problem_objectives.all(objective_id=2))
        assert [(link.problem_id, link.fit) for link in links] == [(3, 1.0)]


async def test_the_sheet_of_an_objective_names_some_of_its_problems_and_counts_the_rest(run_app: RunApp) -> None:
    many = [AddProblem(f"Problem {number}") for number in range(1, 16)]
    links = LinkObjective(tuple(range(1, 16)), 1)
    async with run_app(AddObjective("Trust"), *many, links, size=(160, 45)) as running:
        await running.press("V", "t", "g", "g")
        assert "and 3 more problems below it" in running.text


async def test_n_adds_a_key_result_to_the_objective_under_the_cursor_and_to_nothing_else(run_app: RunApp) -> None:
    async with run_app(*FILLED, size=(160, 45)) as running:
        await running.press("V", "t", "g", "g", "n", *"Visits", "ctrl+s")
        assert "K-1 Visits" in running.text
        await running.press("j", "n")
        assert "Only objectives have key results" in running.text
