"""One box to search everything: answers come while one types, enter goes to a record."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from pmtui.domain.keys import Kind
from pmtui.domain.search_excerpt import Excerpt
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.search import Found, Match, add_parts, search
from pmtui.widgets.text import fit_left, line_content

SHOWN_OF_SEVERAL = 8
"""So many matches of a kind are shown where there are several kinds."""

KEY = 8
HINT = """Words, "phrases", beginnings (invoi*), -not, keys (P-12) and fields:
  type: kind: source: company: persona: problem: tag:interviews
  since:2026-01 until:2026-03
  is:open  done  declined  connected  unconnected  dismissed  duplicate
  is:problem  evidence  solution  experiment  objective  release  decision  persona  company  tag"""


class SearchDialog(Dialog[Match]):
    """Returns the record to go to. A tag is searched for instead.

    One question is asked at a time: what is typed meanwhile waits, and only the last of it is asked.
    """

    KEY_LINE = "↑ ↓ move   enter go there   esc close"
    DEFAULT_CSS = """
    SearchDialog > Vertical { width: 110; }
    SearchDialog OptionList {
        min-height: 60vh; max-height: 60vh; margin-top: 1; display: none;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    SearchDialog #hint { height: auto; margin-top: 1; color: $muted; }
    SearchDialog.-asked OptionList { display: block; }
    SearchDialog.-asked #hint { display: none; }
    SearchDialog.-told OptionList { min-height: 36vh; max-height: 36vh; }
    """

    def __init__(self) -> None:
        super().__init__("Search")
        self._wanted = ""
        self._answered = ""
        self._is_asking = False
        self._goes_on_answer = False
        self._lines: list[Match | None] = []

    def compose_fields(self) -> ComposeResult:
        """The line, the list, and how to ask."""
        yield Input(placeholder="Search everything", id="words")
        yield (shown := OptionList())
        shown.can_focus = False
        yield Static(Content(HINT), id="hint")

    # Asking

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed now."""
        self._wanted = event.value
        self._goes_on_answer = False
        if not self._is_asking:
            self._is_asking = True
            self.run_worker(self._ask())

    async def _ask(self) -> None:
        try:
            while (words := self._wanted) != self._answered:
                found = await self.host.workspace.ask(search, words, is_typing=True)
                if words != self._wanted:  # too late: something else is sought by now
                    continue
                if self not in self.app.screen_stack:
                    return
                self._answered = words
                self._show(found)
                if found.matches and self._goes_on_answer:
                    await self._take()
                    continue
                whole = await self.host.workspace.ask(add_parts, words, found, is_typing=True)
                if words == self._wanted and self in self.app.screen_stack:  # else it was left meanwhile
                    self._show(whole, anew=False)
                    if self._goes_on_answer:
                        await self._take()
        finally:
            self._is_asking = False

    def _show(self, found: Found, anew: bool = True) -> None:
        """Show an answer. anew: with the cursor on its first match, else where it is."""
        options = self.query_one(OptionList)
        before = None if anew else self._under_cursor()
        several = len(found.groups) > 1
        most = SHOWN_OF_SEVERAL if several else None
        self._lines, shown = [], list[Option]()
        if found.keyed is not None:
            self._lines.append(found.keyed)
            shown.append(Option(_line(found.keyed)))
        for group in found.groups:
            matches = group.matches[:most]
            self._lines += [None, *matches]
            hint = f"is:{group.kind.value} shows more" if several and len(matches) < group.count else ""
            heading = Content.assemble((group.heading_of(len(matches)), "bold $strong"), (f"  {hint}", "$muted"))
            shown += [Option(heading, disabled=True), *map(Option, map(_line, matches))]
        if not shown and self._wanted.strip():
            shown.append(Option(Content.styled("Nothing holds this", "$muted"), disabled=True))
        options.set_options(shown)
        places = [place for place, match in enumerate(self._lines) if match is not None]
        kept = [place for place in places if before is not None and _same(self._lines[place], before)]
        options.highlighted = next(iter(kept or places), None)
        if anew:
            options.scroll_home(animate=False)
        self.set_class(bool(self._wanted.strip()), "-asked")
        self.set_class(bool(found.remarks), "-told")
        self.say(*found.remarks)

    # Going there

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to what is under the cursor, once what was typed last has been answered."""
        if self._answered == event.value and (self._under_cursor() is not None or not self._is_asking):
            await self._take()
        else:
            self._goes_on_answer = True

    async def on_option_list_option_selected(self) -> None:
        """A click goes there too."""
        await self._take()

    async def _take(self) -> None:
        self._goes_on_answer = False
        match = self._under_cursor()
        if match is None:
            return
        if match.kind is Kind.TAG:
            typed = self.query_one(Input)
            typed.value = f'tag:"{match.key}" '
            typed.action_end()
        else:
            self.dismiss(match)

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()

    def _under_cursor(self) -> Match | None:
        place = self.query_one(OptionList).highlighted
        return self._lines[place] if place is not None and place < len(self._lines) else None


def _same(match: Match | None, other: Match) -> bool:
    return match is not None and (match.kind, match.number) == (other.kind, other.number)


def _line(match: Match) -> Content:
    if match.kind is Kind.TAG:
        return Content.assemble("  #", _marked(match.title))
    key = (fit_left(match.key, KEY), "$accent")
    if match.title.marks and match.kind is not Kind.EVIDENCE:
        return Content.assemble("  ", key, _marked(match.title))
    if match.kind is Kind.EVIDENCE:
        return Content.assemble("  ", key, _marked(match.excerpt))
    more = _marked(match.excerpt, "$muted") if match.excerpt != match.title else Content("")
    return Content.assemble("  ", key, line_content(match.title.text), "  ", more)


def _marked(excerpt: Excerpt, style: str = "") -> Content:
    parts: list[Content] = []
    end = 0
    for start, stop in excerpt.marks:
        parts += [line_content(excerpt.text[end:start], style), line_content(excerpt.text[start:stop], "bold $warning")]
        end = stop
    return Content.assemble(*parts, line_content(excerpt.text[end:], style))
