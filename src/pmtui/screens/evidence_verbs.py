"""What can be done with evidence."""

from collections.abc import Collection

from textual.events import Paste

from pmtui.screens.asking import asks
from pmtui.screens.viewed import ViewedScreen


class EvidenceVerbs(ViewedScreen):
    """The actions on the selected pieces, or on the one under the cursor."""

    _pasted = ""

    def leave_out(self, numbers: Collection[int], from_any: bool = False) -> None:
        """Show a list of what is to do without these at once, with from_any every list: they are about to be gone."""

    # The piece under the cursor

    @asks
    async def action_add_evidence(self) -> None:
        """Add a piece."""
        from pmtui.screens.dialogs.evidence_form import EvidenceForm

        await self.answer_of(EvidenceForm(()))

    def on_paste(self, event: Paste) -> None:
        """What is pasted becomes evidence, once it has been looked at."""
        event.stop()
        self._pasted = event.text
        self._add_pasted()

    @asks
    async def _add_pasted(self) -> None:
        from pmtui.screens.dialogs.paste import PasteForm

        await self.answer_of(PasteForm(self._pasted))

    @asks
    async def action_edit_evidence(self) -> None:
        """Edit the piece under the cursor."""
        from pmtui.screens.dialogs.evidence_edit import EditEvidenceForm
        from pmtui.services.evidence_list import evidence_sheet

        if (number := self.current()) is not None:
            await self.answer_of(EditEvidenceForm(await self.workspace.ask(evidence_sheet, number)))

    @asks
    async def action_edit_text(self) -> None:
        """Edit the text of the piece under the cursor in the user's editor."""
        from pmtui.domain.keys import evidence_key
        from pmtui.screens.editing import edit_kept
        from pmtui.services.evidence import EditEvidence
        from pmtui.services.evidence_list import evidence_sheet

        if (number := self.current()) is not None:
            text = (await self.workspace.ask(evidence_sheet, number)).text
            name = f"{evidence_key(number)}.md"
            await edit_kept(self, text, name, lambda new: EditEvidence(number, {"text": new}, {"text": text}))

    @asks
    async def action_merge(self) -> None:
        """Merge pieces that say the same: the selected ones, else those likely the same as the one under the cursor.

        Where there are none, any that are likely the same are offered.
        """
        from pmtui.domain.keys import evidence_key
        from pmtui.screens.dialogs.choose import Choice, Choose
        from pmtui.services.duplicates import MergeEvidence, likely_duplicates
        from pmtui.services.evidence import pieces_in_words
        from pmtui.services.evidence_list import evidence_rows

        picked, number = self.picked(), self.current()
        if number is None:
            return
        if len(picked) == 1:
            alike = await self.workspace.ask(likely_duplicates, number)
            picked = (number, *(piece.evidence for piece in alike)) if alike else await self._likely_pair()
        if not picked:
            return
        rows = await self.workspace.ask(evidence_rows, picked)
        choices = [Choice(one, f"{evidence_key(one)} {rows[one].words}") for one in picked if one in rows]
        keep = await self.answer_of(Choose(f"Merge {pieces_in_words(picked)}: which one stays?", choices))
        if keep is not None:
            merged = tuple(sorted(other for other in picked if other != keep))
            self.leave_out(merged)
            self.request(MergeEvidence(keep, merged))

    async def _likely_pair(self) -> tuple[int, ...]:
        """Two pieces of all that are likely the same, as the user picks them; none when there are none."""
        from pmtui.domain.keys import evidence_key
        from pmtui.screens.dialogs.choose import Choice, Choose
        from pmtui.services.duplicates import duplicate_pairs
        from pmtui.services.evidence_list import evidence_rows

        pairs = await self.workspace.ask(duplicate_pairs)
        if not pairs:
            self.host.show_status("Nothing is likely the same; space selects pieces to merge")
            return ()
        rows = await self.workspace.ask(evidence_rows, [pair.first for pair in pairs])
        choices = [
            Choice(
                (pair.first, pair.second),
                f"{pair.sameness:.0%} {evidence_key(pair.first)} {evidence_key(pair.second)}",
                rows[pair.first].words,
            )
            for pair in pairs
        ]
        return await self.answer_of(Choose("Nothing is like this piece, but these are alike", choices)) or ()

    # The selection

    @asks
    async def action_connect_problems(self) -> None:
        """Connect what is picked to problems, the likeliest first."""
        from pmtui.screens.dialogs.problem_picker import ProblemPicker
        from pmtui.services.evidence import ConnectEvidence
        from pmtui.services.together import Together

        if not (numbers := self.picked()):
            return
        picked = await self.answer_of(ProblemPicker(numbers))
        if picked is None:
            return
        if picked.new is not None:
            await self._new_problem(numbers, picked.new)
            return
        if picked.connect:
            self.leave_out(numbers)
        wanted = ((picked.connect, True), (picked.disconnect, False))
        self.request(Together(tuple(ConnectEvidence(problems, numbers, to) for problems, to in wanted if problems)))

    @asks
    async def action_new_problem(self) -> None:
        """Make a problem of what is picked."""
        if numbers := self.picked():
            await self._new_problem(numbers, "")

    async def _new_problem(self, numbers: tuple[int, ...], title: str) -> None:
        from pmtui.domain.fragments import proposed_title
        from pmtui.screens.dialogs.text_input import TextInput
        from pmtui.services.evidence import pieces_in_words
        from pmtui.services.evidence_list import evidence_sheet
        from pmtui.services.problems import AddProblem

        if not title:
            sheet = await self.workspace.ask(evidence_sheet, numbers[0])
            title = proposed_title(sheet.quote or sheet.text)
        hint = "What can customers not do, or what do they suffer from? It is never a solution."
        typed = await self.answer_of(TextInput(f"New problem from {pieces_in_words(numbers)}", title, hint, True))
        if typed is not None:
            self.leave_out(numbers)
            self.request(AddProblem(typed, evidence=numbers))

    @asks
    async def action_dismiss_evidence(self) -> None:
        """Dismiss what is picked with a reason; take up again what was dismissed."""
        from pmtui.screens.dialogs.text_input import TextInput
        from pmtui.services.evidence import pieces_in_words
        from pmtui.services.evidence_list import evidence_sheet
        from pmtui.services.evidence_triage import DismissEvidence

        if not (numbers := self.picked()):
            return
        if (await self.workspace.ask(evidence_sheet, numbers[0])).dismissed_reason:
            self.request(DismissEvidence(numbers, ""))
            return
        title = f"Dismiss {pieces_in_words(numbers)}"
        reason = await self.answer_of(TextInput(title, hint="Why is it of no use?", required=True))
        if reason is not None:
            self.leave_out(numbers)
            self.request(DismissEvidence(numbers, reason))

    def action_delete_evidence(self) -> None:
        """Delete what is picked."""
        from pmtui.services.evidence import DeleteEvidence

        if numbers := self.picked():
            self.leave_out(numbers, from_any=True)
            self.request(DeleteEvidence(numbers))

    @asks
    async def action_set_evidence(self) -> None:
        """Set a field of what is picked."""
        from pmtui.screens.dialogs.evidence_fields import ask_field
        from pmtui.services.evidence_triage import SetEvidenceField

        if numbers := self.picked():
            wanted = await ask_field(self, numbers)
            if wanted is not None:
                self.request(SetEvidenceField(numbers, *wanted))

    @asks
    async def action_tags(self) -> None:
        """Set the tags of what is picked; a tag that only some have is left as it is unless it is ticked."""
        from pmtui.screens.dialogs.choose import ChooseMany
        from pmtui.services.evidence import pieces_in_words
        from pmtui.services.evidence_list import evidence_rows
        from pmtui.services.evidence_triage import TagEvidence
        from pmtui.services.lists import used_tags

        if not (numbers := self.picked()):
            return
        names = [name for name, _ in await self.workspace.ask(used_tags)]
        rows = await self.workspace.ask(evidence_rows, numbers)
        ticked = set.intersection(*(set(row.tags) for row in rows.values())) if rows else set()
        dialog = ChooseMany(f"Tags of {pieces_in_words(numbers)}", names, sorted(ticked), new_allowed=True)
        chosen = await self.answer_of(dialog)
        if chosen is not None and set(chosen) != ticked:
            added = tuple(name for name in chosen if name not in ticked)
            self.request(TagEvidence(numbers, added, tuple(sorted(ticked.difference(chosen)))))
