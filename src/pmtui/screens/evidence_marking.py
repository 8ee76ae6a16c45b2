"""Reading a piece of evidence in its pane, and marking words of it."""

from textual.events import Key

from pmtui.screens.evidence_pane import EvidencePane
from pmtui.screens.evidence_verbs import EvidenceVerbs
from pmtui.screens.following import FollowingScreen


class EvidenceMarking(FollowingScreen, EvidenceVerbs):
    """The cursor keys move in the list; in the pane that has the whole screen they scroll; while marking, by words."""

    def the_pane(self) -> EvidencePane:
        """The text beside the list."""
        raise NotImplementedError

    # Marking

    def action_mark_quote(self) -> None:
        """Begin to mark words; mark those that are chosen, with keys or the mouse."""
        from pmtui.services.evidence_triage import MarkQuote

        pane = self.the_pane()
        if pane.sheet is None:
            return
        if words := pane.chosen_words:
            self.request(MarkQuote(pane.sheet.id, words))
            self.clear_selection()
            self.end_marking()
        else:
            self.action_into_text()

    def action_into_text(self) -> None:
        """Go into the text to mark words, or back to the list."""
        if self.the_pane().marking is not None:
            self.end_marking()
            return
        if not self.the_pane().display:
            self.show_only_detail(True)
        self.the_pane().begin_marking()

    def action_extend(self) -> None:
        """While marking: from here on take in what the cursor goes over, or no longer."""
        pane = self.the_pane()
        if pane.marking is not None:
            pane.mark(pane.marking.extending(not pane.marking.extends))

    def end_marking(self) -> None:
        """Mark nothing."""
        self.the_pane().mark(None)

    async def on_key(self, event: Key) -> None:
        """Shift with an arrow takes in what it goes over."""
        pane = self.the_pane()
        if pane.marking is not None and event.key.startswith("shift+"):
            pane.mark(pane.marking.extending(True))
            event.key = event.key.removeprefix("shift+")

    # The cursor

    def action_cursor_left(self) -> None:
        """While marking, the word before."""
        self._by_words(-1)

    def action_cursor_right(self) -> None:
        """While marking, the next word."""
        self._by_words(1)

    def action_cursor_down(self) -> None:
        """One down; while marking, the next sentence; in the pane, scroll."""
        if not self._by_sentence(True):
            if self.shows_only_detail:
                self.the_pane().scroll_down(animate=False)
            else:
                super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """One up; while marking, the sentence before; in the pane, scroll."""
        if not self._by_sentence(False):
            if self.shows_only_detail:
                self.the_pane().scroll_up(animate=False)
            else:
                super().action_cursor_up()

    def action_page_down(self) -> None:
        """One screen down, in the list or in the pane."""
        if self.shows_only_detail:
            self.the_pane().scroll_page_down(animate=False)
        else:
            super().action_page_down()

    def action_page_up(self) -> None:
        """One screen up, in the list or in the pane."""
        if self.shows_only_detail:
            self.the_pane().scroll_page_up(animate=False)
        else:
            super().action_page_up()

    def _by_words(self, words: int) -> None:
        pane = self.the_pane()
        if pane.marking is not None:
            pane.mark(pane.marking.by_words(words))
        elif self.shows_only_detail and (shown := self.the_list()) is not None:
            shown.move_cursor(words)

    def _by_sentence(self, onwards: bool) -> bool:
        pane = self.the_pane()
        if pane.marking is None:
            return False
        pane.mark(pane.marking.by_sentence(onwards))
        return True
