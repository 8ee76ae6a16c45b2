"""The Personas screen, and personas on a problem."""

from pmtui.services.companies import AddCompany
from pmtui.services.evidence import AddEvidence
from pmtui.services.persona_lists import persona_sheet
from pmtui.services.personas import AddPersona, EditPersona, LinkPersonas, TakeReach
from pmtui.services.problem_personas import problem_personas
from pmtui.services.problems import AddProblem
from tests.screens.conftest import RunApp

PARENTS = AddPersona("Busy parents", {"population": "3000", "quote": "Just be on time.", "pains": "Keys"})
OFFICES = AddPersona("Office managers", {"population": "1000"})
KEYS = AddProblem("Keys get lost")


async def test_an_empty_screen_says_what_belongs_here_and_how_to_start(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("5")
        assert "A persona stands for a group of real users" in running.text
        await running.press("V")
        assert "A company is a customer organisation" in running.text


async def test_the_list_and_beside_it_the_sheet(run_app: RunApp) -> None:
    async with run_app(PARENTS, OFFICES, KEYS, LinkPersonas((1,), (1,), "50%", "4", "2"), size=(160, 45)) as running:
        await running.press("5")
        assert "2 personas · 2 without evidence" in running.text
        assert "“Just be on time.”" in running.text
        assert "50% affected · 4 a month · severity 2" in running.text
        assert "reach 1,500 · scale 12,000 a month" in running.text
        await running.press("j")
        assert "U-2 Office managers" in running.text
        assert "“Just be on time.”" not in running.text


async def test_a_narrow_screen_shows_one_at_a_time(run_app: RunApp) -> None:
    async with run_app(PARENTS, size=(80, 24)) as running:
        await running.press("5")
        assert "Just be on time" not in running.text
        await running.press("enter")
        assert "Just be on time" in running.text
        await running.press("q")
        assert "1 persona" in running.text


async def test_a_persona_is_added_edited_and_deleted_with_keys(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("5", "a")
        await running.press(*"Parents", "tab", "tab", "tab", "tab", *"40..90")
        assert "middle 60, 90 % between 40 and 90" in running.text
        await running.press("ctrl+s")
        assert "U-1" in running.text
        await running.press("e", "end", *"!", "ctrl+s")
        persona = (await running.ask(lambda uow: persona_sheet(uow, 1))).row
        assert (persona.name, persona.population) == ("Parents!", "40..90")
        await running.press("d")
        assert "A persona stands for" in running.text
        await running.press("u")
        assert "Parents!" in running.text


async def test_companies_are_the_second_list(run_app: RunApp) -> None:
    async with run_app(PARENTS, AddCompany("Acme", "gold"), AddEvidence("Late again", company="acme")) as running:
        await running.press("5", "V")
        assert "1 company" in running.text
        assert "Late again" in running.text
        await running.press("e", "tab", "end", *"en", "ctrl+s")
        assert (await running.ask(lambda uow: uow.companies.get(1))).tier == "golden"
        await running.press("d")
        assert await running.ask(lambda uow: uow.companies.all()) == []


async def test_a_persona_is_linked_to_a_problem_and_taken_off_again(run_app: RunApp) -> None:
    async with run_app(PARENTS, KEYS) as running:
        await running.press("5", "c", *"keys", "enter")
        await running.press(*"30%", "tab", *"4", "tab", *"3", "ctrl+s")
        (link,) = (await running.ask(lambda uow: problem_personas(uow, 1))).links
        assert (link.affected, link.frequency, link.severity, link.reach) == ("30%", "4", "3", 900)
        await running.press("c", *"take", "enter")
        assert (await running.ask(lambda uow: problem_personas(uow, 1))).links == ()


async def test_a_problem_is_linked_to_a_persona_by_tab_while_connecting(run_app: RunApp) -> None:
    async with run_app(PARENTS, KEYS, size=(160, 45)) as running:
        await running.press("c", "tab", "enter", *"50%", "ctrl+s")
        assert "50% affected" in running.text
        await running.press("R")
        assert "1,500" in running.text
        assert "population × affected of U-1" in running.text


async def test_a_reach_that_no_longer_agrees_is_flagged(run_app: RunApp) -> None:
    linked = (PARENTS, KEYS, LinkPersonas((1,), (1,), "50%"), TakeReach((1,)), EditPersona(1, {"population": "4000"}))
    async with run_app(*linked, size=(160, 45)) as running:
        assert "the personas now say 2,000" in running.text
        await running.press("R")
        assert "the personas now say" not in running.text


async def test_reach_without_personas_is_refused_in_words(run_app: RunApp) -> None:
    async with run_app(KEYS) as running:
        await running.press("R")
        assert "No persona says how many people P-1 reaches" in running.text


async def test_search_goes_to_a_persona_and_to_a_company_in_their_lists(run_app: RunApp) -> None:
    async with run_app(PARENTS, OFFICES, AddCompany("Acme"), size=(160, 45)) as running:
        await running.press("/", *"office")
        await running.press("enter")
        await running.settle()
        assert "2 personas" in running.text
        assert "1,000 people" in running.text
        await running.press("/", *"acme")
        await running.press("enter")
        await running.settle()
        assert "1 company" in running.text


async def test_the_last_column_of_companies_is_seen_beside_a_scrollbar(run_app: RunApp) -> None:
    said = (AddEvidence("Keys", company=f"Company {number:02}") for number in range(40))
    async with run_app(*said, size=(80, 24)) as running:
        await running.press("5", "V")
        shown = [line for line in running.lines if "Company " in line]
        assert shown
        assert all("1" in line[-8:] for line in shown)
