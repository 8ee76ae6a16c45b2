"""Who is heard and who is not."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from pmtui.domain.bias import RECENT_DAYS, Hearing
from pmtui.domain.keys import persona_key, problem_key
from pmtui.screens.dialogs.sheet_dialog import SheetDialog
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.bias import BiasView, SingleSource
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right, line_content

KEY, BAR, PERCENT, WORDS, PIECES, CUSTOMER = 7, 14, 5, 13, 7, 24
STYLES = {"over-heard": "$warning", "under-heard": "$warning", "not heard": "$warning", "in proportion": "$muted"}
SINGLE_SHOWN = 200


class BiasDialog(SheetDialog):
    """Each persona's share of the people against its share of the evidence, and what rests on too little."""

    DEFAULT_CSS = "BiasDialog > Vertical { width: 100; }"

    def __init__(self, view: BiasView) -> None:
        super().__init__("Who is heard")
        self._view = view

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(SheetPane).show("bias", partial(bias_text, self._view))


def bias_text(view: BiasView, width: int) -> Content:
    """The whole view, for a width in cells."""
    return Content("\n").join(
        [*_evidence(view), Content(""), *_personas(view, width), Content(""), *_single(view, width)]
    )


def _evidence(view: BiasView) -> Iterator[Content]:
    if view.recent_share is None:
        yield Content.styled("There is no evidence yet: nobody is heard.", "$warning")
        return
    style = "bold $strong" if view.recent else "bold $warning"
    yield Content.assemble(
        (f"{view.recent_share:.0%}", style), f" of {view.evidence:,} pieces are from the last {RECENT_DAYS} days"
    )
    if view.undated:
        yield Content.styled(f"{view.undated:,} have no date and count from the day they were recorded.", "$muted")
    if view.unspoken:
        yield Content.styled(f"{view.unspoken:,} speak for no persona: i on the Evidence screen sets it.", "$muted")


def _personas(view: BiasView, width: int) -> Iterator[Content]:
    yield Content.styled("Personas", "bold $strong")
    if not view.hearings:
        yield Content.styled("There is none yet: 5 goes to them, a adds one.", "$muted")
        return
    name = max(8, width - KEY - 2 * PERCENT - BAR - WORDS - 3)
    for hearing in view.hearings:
        yield from _hearing(hearing, view.names[hearing.persona], name)


def _hearing(hearing: Hearing, name: str, room: int) -> Iterator[Content]:
    words = hearing.in_words or ("population unknown" if hearing.population_share is None else "")
    yield Content.assemble(
        (fit_left(str(persona_key(hearing.persona)), KEY), "$accent"),
        line_content(fit_left(fit(name, room), room + 1)),
        (fit_left("people", KEY), "$muted"),
        *_share(hearing.population_share, "$muted"),
    )
    yield Content.assemble(
        " " * KEY,
        (fit_left(words, room + 1), STYLES.get(words, "$muted")),
        (fit_left("heard", KEY), "$muted"),
        *_share(hearing.evidence_share, "$accent"),
        (fit_right(f" {hearing.evidence:,}", PIECES), "$muted"),
    )


def _share(share: float | None, style: str) -> tuple[tuple[str, str], tuple[str, str]]:
    drawn = "" if share is None else bar(share, BAR)
    percent = "?" if share is None else f"{share:.0%}"
    return (fit_left(drawn, BAR), style), (fit_right(percent, PERCENT), "bold $strong")


def _single(view: BiasView, width: int) -> Iterator[Content]:
    yield Content.styled(f"Open problems that one customer alone speaks of: {len(view.single):,}", "bold $strong")
    for problem in view.single[:SINGLE_SHOWN]:
        yield _problem(problem, width)
    if len(view.single) > SINGLE_SHOWN:
        yield Content.styled(f"… and {len(view.single) - SINGLE_SHOWN:,} more: pmtui bias lists all", "$muted")


def _problem(problem: SingleSource, width: int) -> Content:
    room = max(8, width - KEY - CUSTOMER - 1)
    times = f"{problem.pieces}× " if problem.pieces > 1 else ""
    return Content.assemble(
        (fit_left(str(problem_key(problem.id)), KEY), "$accent"),
        line_content(fit_left(fit(problem.title, room), room + 1)),
        line_content(fit(times + problem.customer, CUSTOMER), "$muted"),
    )
