"""What can be done with decisions."""

from dataclasses import replace

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, decision_key
from pmtui.screens.asking import asks
from pmtui.screens.list_screen import DetailScreen
from pmtui.screens.page import Page

OUTCOMES = {"came true": "came true", "did not": "did not come true"}


class DecisionVerbs(DetailScreen):
    """The actions on the selected decisions, or on the one under the cursor."""

    @asks
    async def action_add_decision(self) -> None:
        """Record a decision."""
        from pmtui.screens.dialogs.decision_form import AddDecisionForm

        await self.answer_of(AddDecisionForm())

    @asks
    async def action_edit_decision(self) -> None:
        """Edit the decision under the cursor."""
        from pmtui.screens.dialogs.decision_form import EditDecisionForm
        from pmtui.services.decision_lists import decision_sheet

        if (number := self.current()) is not None:
            await self.answer_of(EditDecisionForm(await self.workspace.ask(decision_sheet, number)))

    def action_delete_decision(self) -> None:
        """Delete what is picked."""
        from pmtui.services.decisions import DeleteDecisions

        if numbers := self.picked():
            self.request(DeleteDecisions(numbers))

    @asks
    async def action_review_decision(self) -> None:
        """Say how the prediction of the decision under the cursor turned out."""
        from pmtui.screens.dialogs.decision_review import DecisionReviewForm
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered
        from pmtui.services.decision_lists import decision_sheet

        if (number := self.current()) is None:
            return
        sheet = await self.workspace.ask(decision_sheet, number)
        if not sheet.texts["prediction"]:
            raise Refusal(
                f"{decision_key(number)} predicts nothing that could be reviewed.", "e writes the prediction."
            )
        title = f"The prediction of {decision_key(number)}"
        choices = lettered(OUTCOMES)
        said = replace(choices[0], heading=f"“{' '.join(sheet.texts['prediction'].split())}”")
        outcome = await self.answer_of(LetterMenu(title, (said, *choices[1:]), sheet.outcome))
        if outcome is not None:
            await self.answer_of(DecisionReviewForm(sheet, outcome == "came true"))

    @asks
    async def action_connect_decision(self) -> None:
        """Connect problems and evidence to the decision under the cursor, or take them off."""
        from pmtui.screens.dialogs.decision_links import DecisionLinks
        from pmtui.services.decisions import LinkDecision
        from pmtui.services.together import Together

        if (number := self.current()) is None:
            return
        picked = await self.answer_of(DecisionLinks(number))
        if picked is not None:
            links = (
                LinkDecision(number, picked.numbers(Kind.PROBLEM, to), picked.numbers(Kind.EVIDENCE, to), to)
                for to in (True, False)
            )
            self.request(Together(tuple(link for link in links if link.problems or link.evidence)))

    # Handing over

    def pages(self) -> list[Page]:
        """The log, and the decision under the cursor."""
        from pmtui.services.decision_pages import decision_markdown, decisions_markdown

        log = Page("The decision log", "decisions.md", lambda: self.workspace.ask(decisions_markdown))
        number = self.current()
        if number is None:
            return [log]
        key = decision_key(number)
        return [log, Page(f"Decision {key}", f"{key}.md", lambda: self.workspace.ask(decision_markdown, number))]
