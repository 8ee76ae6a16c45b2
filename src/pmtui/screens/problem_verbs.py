"""What can be done with problems on every screen that shows them."""

from functools import partial

from textual.events import Paste

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, keys_in_words, problem_key
from pmtui.screens.asking import asks
from pmtui.screens.page import Page
from pmtui.screens.viewed import ViewedScreen
from pmtui.services.board_lists import board_view
from pmtui.services.lists import problem_rows, used_tags


class ProblemVerbs(ViewedScreen):
    """The actions on the selected problems, or on the one under the cursor."""

    _pasted = ""

    # The problem under the cursor

    @asks
    async def action_add(self) -> None:
        """Add a problem."""
        from pmtui.screens.dialogs.problem_form import AddForm

        board = await self.workspace.ask(board_view)
        await self.answer_of(AddForm([lane.name for lane in board.lanes]))

    def on_paste(self, event: Paste) -> None:
        """Each line that is pasted becomes a problem, once it has been looked at."""
        event.stop()
        self._pasted = event.text
        self._add_pasted()

    @asks
    async def _add_pasted(self) -> None:
        from pmtui.screens.dialogs.paste_problems import PasteProblems

        board = await self.workspace.ask(board_view)
        await self.answer_of(PasteProblems(self._pasted, [lane.name for lane in board.lanes]))

    @asks
    async def action_edit(self) -> None:
        """Edit the problem under the cursor."""
        from pmtui.screens.dialogs.problem_form import EditForm
        from pmtui.services.details import problem_detail

        if (number := self.current()) is not None:
            await self.answer_of(EditForm(await self.workspace.ask(problem_detail, number)))

    @asks
    async def action_estimates(self) -> None:
        """Type the estimates of the problem under the cursor."""
        from pmtui.screens.dialogs.estimates import EstimatesForm
        from pmtui.services.details import problem_detail

        if (number := self.current()) is not None:
            await self.answer_of(EstimatesForm(await self.workspace.ask(problem_detail, number)))

    @asks
    async def action_why(self) -> None:
        """Show why the problem under the cursor stands where it stands."""
        from pmtui.screens.dialogs.why import WhyDialog
        from pmtui.services.details import why

        if (number := self.current()) is not None:
            await self.answer_of(WhyDialog(await self.workspace.ask(why, number)))

    def action_solutions(self) -> None:
        """Go to the solutions of the problem under the cursor, with what must be true and what was tried."""
        if (number := self.current()) is not None:
            self.host.show_in_tree(Kind.PROBLEM, number, branch=True)

    @asks
    async def action_edit_text(self) -> None:
        """Edit the statement of the problem under the cursor in the user's editor."""
        from pmtui.screens.editing import edit_statement
        from pmtui.services.details import problem_detail

        if (number := self.current()) is not None:
            await edit_statement(self, await self.workspace.ask(problem_detail, number))

    # Handing over

    def pages(self) -> list[Page]:
        """What can be handed over, the most fitting first."""
        from pmtui.domain.brief import AUDIENCES
        from pmtui.services.briefs import brief_markdown
        from pmtui.services.evidence_pages import evidence_markdown
        from pmtui.services.pages import problem_markdown

        number = self.current()
        if number is None:
            return []
        key = problem_key(number)
        return [
            Page(f"Problem {key}", f"{key}.md", lambda: self.workspace.ask(problem_markdown, number)),
            Page(f"The evidence of {key}", f"{key}-evidence.md", lambda: self.workspace.ask(evidence_markdown, number)),
            *(
                Page(
                    f"Brief of {key} for {audience}",
                    f"{key}-brief-{audience}.md",
                    partial(self.workspace.ask, brief_markdown, number, audience),
                )
                for audience in AUDIENCES
            ),
        ]

    # The selection

    def action_delete(self) -> None:
        """Delete what is picked."""
        from pmtui.services.problems import DeleteProblems

        if numbers := self.picked():
            self.request(DeleteProblems(numbers))

    @asks
    async def action_tags(self) -> None:
        """Set the tags of what is picked; a tag that only some have is left as it is unless it is ticked."""
        from pmtui.screens.dialogs.choose import ChooseMany
        from pmtui.services.problems import TagProblems

        if not (numbers := self.picked()):
            return
        names = [name for name, _ in await self.workspace.ask(used_tags)]
        rows = await self.workspace.ask(problem_rows, numbers, {})
        ticked = set.intersection(*(set(row.tags) for row in rows.values())) if rows else set()
        dialog = ChooseMany(f"Tags of {keys_in_words(numbers)}", names, sorted(ticked), new_allowed=True)
        chosen = await self.answer_of(dialog)
        if chosen is not None and set(chosen) != ticked:
            added = tuple(name for name in chosen if name not in ticked)
            self.request(TagProblems(numbers, added, tuple(sorted(ticked.difference(chosen)))))

    @asks
    async def action_move_to_lane(self) -> None:
        """Move what is picked to a lane."""
        from pmtui.screens.dialogs.choose import Choice, Choose
        from pmtui.services.board import MoveCards

        if not (numbers := self.picked()):
            return
        board = await self.workspace.ask(board_view)
        choices = [Choice(lane.id, lane.name, f"{len(lane.card_ids):,} cards, {lane.phase}") for lane in board.lanes]
        lane = await self.answer_of(Choose(f"Move {keys_in_words(numbers)} to", choices))
        if lane is not None:
            self.request(MoveCards(numbers, lane))

    @asks
    async def action_set_field(self) -> None:
        """Set need, horizon or MoSCoW of what is picked, or add a Kano answer to it."""
        from pmtui.screens.dialogs.letter_menu import FIELDS, LetterMenu
        from pmtui.services.problems import SetField

        if not (numbers := self.picked()):
            return
        chosen = await self.answer_of(LetterMenu(f"Set on {keys_in_words(numbers)}", FIELDS))
        if chosen == ("horizon", "declined"):
            await self._decline(numbers)
        elif chosen == ("kano", ""):
            await self._add_kano_answer(numbers[0])
        elif chosen is not None:
            self.request(SetField(numbers, *chosen))

    async def _add_kano_answer(self, number: int) -> None:
        from pmtui.domain.kano import ANSWERS
        from pmtui.screens.dialogs.letter_menu import Lettered, LetterMenu
        from pmtui.services.classifications import AddKanoAnswer

        choices = [Lettered(str(place), words, place) for place, words in enumerate(ANSWERS, start=1)]
        key = problem_key(number)
        solved = await self.answer_of(LetterMenu(f"How does a customer feel if {key} is solved?", choices))
        if solved is None:
            return
        unsolved = await self.answer_of(LetterMenu(f"And how if {key} is not solved?", choices))
        if unsolved is not None:
            self.request(AddKanoAnswer(number, solved, unsolved))

    @asks
    async def action_decline(self) -> None:
        """Decline what is picked, with a reason."""
        if numbers := self.picked():
            await self._decline(numbers)

    async def _decline(self, numbers: tuple[int, ...]) -> None:
        from pmtui.screens.dialogs.text_input import TextInput
        from pmtui.services.problems import SetField

        reason = await self.answer_of(
            TextInput(f"Decline {keys_in_words(numbers)}", hint="Why will this not be done?", required=True)
        )
        if reason is not None:
            self.request(SetField(numbers, "horizon", "declined", reason))

    @asks
    async def action_connect(self) -> None:
        """Connect evidence to what is picked, or write a new piece for it."""
        from pmtui.screens.dialogs.evidence_form import EvidenceForm
        from pmtui.screens.dialogs.evidence_picker import EvidencePicker
        from pmtui.services.evidence import ConnectEvidence
        from pmtui.services.together import Together

        if not (numbers := self.picked()):
            return
        picked = await self.answer_of(EvidencePicker(numbers))
        if picked is None:
            return
        if picked.personas:
            await self._link_personas(numbers)
            return
        if picked.new is not None:
            await self.answer_of(EvidenceForm(numbers, picked.new))
            return
        wanted = ((picked.connect, True), (picked.disconnect, False))
        self.request(Together(tuple(ConnectEvidence(numbers, pieces, to) for pieces, to in wanted if pieces)))

    async def _link_personas(self, numbers: tuple[int, ...]) -> None:
        from pmtui.screens.dialogs.persona_link import ChooseLink, PersonaLinkForm, link_choices
        from pmtui.services.persona_lists import persona_list
        from pmtui.services.personas import UnlinkPersonas
        from pmtui.services.problem_personas import problem_personas

        everyone = [(row.id, row.name) for row in await self.workspace.ask(persona_list)]
        if not everyone:
            raise Refusal("There is no persona yet.", "5 shows the personas; a adds one there.")
        links = (await self.workspace.ask(problem_personas, numbers[0])).links if len(numbers) == 1 else ()
        choices = link_choices(Kind.PERSONA, everyone, links, links)
        chosen = await self.answer_of(ChooseLink(f"Link personas to {keys_in_words(numbers)}", choices))
        if chosen is None:
            return
        if chosen.off:
            self.request(UnlinkPersonas(numbers, (chosen.number,)))
        else:
            await self.answer_of(PersonaLinkForm(numbers, (chosen.number,), chosen.link))

    @asks
    async def action_go_to_objective(self) -> None:
        """Go to the objective that what is picked serves, or name one."""
        from pmtui.screens.serving import go_to_objective

        if numbers := self.picked():
            await go_to_objective(self, numbers)

    def action_take_reach(self) -> None:
        """Take the reach of what is picked over from its personas."""
        from pmtui.services.personas import TakeReach

        if numbers := self.picked():
            self.request(TakeReach(numbers))
