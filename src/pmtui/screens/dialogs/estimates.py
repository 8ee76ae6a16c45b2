"""The form that estimates are typed in. It shows how they are read and what they would do while one types."""

from collections.abc import Mapping

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import show_score
from pmtui.screens.dates import days_ago, today
from pmtui.screens.dialogs.field_by_field import FieldByField
from pmtui.services.detail_views import EstimateView, ProblemDetail
from pmtui.services.estimates import EstimatePreview, SetEstimates, preview_estimates
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

REASON = "reason-"


class EstimatesForm(FieldByField):
    """One value and one reason for each criterion of the scorecard. Takes 400, 200..800 and 200..800 ~350."""

    STOPS = ".estimate-value"
    KEY_LINE = "ctrl+s save   enter next value   tab why this value   esc close"
    DEFAULT_CSS = """
    EstimatesForm {
        & > Vertical { width: 90; }
        VerticalScroll { height: auto; max-height: 52vh; scrollbar-size-vertical: 1; }
        Horizontal { height: 1; }
        .estimate-value { width: 24; margin-right: 1; }
        .estimate-reason { width: 1fr; }
        .estimate-head, .estimate-reading { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        #outcome { height: auto; margin-top: 1; }
    }
    """

    def __init__(self, detail: ProblemDetail) -> None:
        super().__init__(f"Score {problem_key(detail.id)} {detail.title}")
        self._number = detail.id
        self._estimates = {estimate.code: estimate for estimate in detail.estimates}

    def compose_fields(self) -> ComposeResult:
        """For each criterion its meaning, value, reason and how the value is read."""
        with VerticalScroll(can_focus=False):
            for code, estimate in self._estimates.items():
                yield Static(_head(estimate), classes="estimate-head")
                with Horizontal():
                    yield Input(estimate.text, placeholder=_sample(estimate), id=code, classes="estimate-value")
                    yield Input(
                        estimate.reason, placeholder="why this value", id=REASON + code, classes="estimate-reason"
                    )
                yield Static(id=f"reading-{code}", classes="estimate-reading")
        yield Static(id="outcome")

    def form_name(self) -> str:
        """A draft for each problem."""
        return f"estimates {problem_key(self._number)}"

    def on_mount(self) -> None:
        """Show what the kept estimates mean."""
        self._preview()

    def command(self) -> Command | None:
        """Set the estimates whose value or reason differs from what was shown."""
        texts, reasons = self._texts(), self._reasons()
        changed = [
            code
            for code, kept in self._estimates.items()
            if (texts[code].strip(), reasons[code].strip()) != (kept.text, kept.reason)
        ]
        if not changed:
            return None
        seen = {code: estimate.text for code, estimate in self._estimates.items()}
        return SetEstimates(
            self._number,
            {code: texts[code] for code in changed},
            {code: reasons[code] for code in changed},
            seen,
        )

    # While typing

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read what is typed."""
        if event.input.id in self._estimates:
            self._preview()

    @work(exclusive=True, group="preview")
    async def _preview(self) -> None:
        preview = await self.host.workspace.ask(preview_estimates, self._number, self._texts())
        for code, estimate in self._estimates.items():
            self.query_one(f"#reading-{code}", Static).update(_reading(estimate, preview))
        self.query_one("#outcome", Static).update(_outcome(preview, self._estimates))

    def _texts(self) -> dict[str, str]:
        return {code: self.query_one(f"#{code}", Input).value for code in self._estimates}

    def _reasons(self) -> dict[str, str]:
        return {code: self.query_one(f"#{REASON}{code}", Input).value for code in self._estimates}


def _head(estimate: EstimateView) -> Content:
    unit = f" {estimate.unit}" if estimate.unit else ""
    return Content.assemble((estimate.name, "bold $strong"), (unit, "$accent"), (f"  {estimate.meaning}", "$muted"))


def _sample(estimate: EstimateView) -> str:
    if estimate.unit == "%":
        return "80% or 50%..90%"
    if estimate.unit.endswith("months"):
        return "3 or 2..6 ~4"
    return "2 or 1..3" if estimate.steps or not estimate.unit else "400 or 200..800 ~350"


def _reading(estimate: EstimateView, preview: EstimatePreview) -> Content:
    code = estimate.code
    if code in preview.complaints:
        return line_content(f"✗ {preview.complaints[code]}", "$error")
    words = preview.readings.get(code)
    steps = Content.styled(estimate.steps, "$muted")
    if words is None and estimate.derived:
        return Content.assemble((f"→ {estimate.derived}  ", "$success"), steps)
    if words is None:
        return Content.assemble(("? empty  ", "$warning"), steps)
    stale = f"  stale: {days_ago(estimate.made_on, today())}" if estimate.stale else ""
    return Content.assemble((f"✓ {words}", "$success"), (stale, "$warning"), "  ", steps)


def _outcome(preview: EstimatePreview, estimates: Mapping[str, EstimateView]) -> Content:
    """The score and the rank these estimates give, and those of before: 1,240 · #3 of 38, was #7 with 655."""
    if preview.score is None or preview.rank is None:
        needs = ", ".join(estimates[code].name.lower() for code in preview.missing if code in estimates)
        return Content.styled(f"No score yet: needs {needs or 'other values'}", "bold $warning")
    outcome = Content.assemble(
        ("Score ", "$muted"),
        (show_score(preview.score), "bold $strong"),
        ("" if preview.interval is None else " ({} to {})".format(*map(show_score, preview.interval)), "$muted"),
        (f" · #{preview.rank:,} of {preview.ranked_count:,}", "bold $accent"),
    )
    if preview.rank_now is None or preview.score_now is None:
        return Content.assemble(outcome, (", was not ranked", "$muted"))
    if (preview.rank_now, preview.score_now) == (preview.rank, preview.score):
        return Content.assemble(outcome, (", as now", "$muted"))
    return Content.assemble(outcome, (f", was #{preview.rank_now:,} with {show_score(preview.score_now)}", "$muted"))
