"""What evidence is worth is changed in a form, version by version."""

import re

from pmtui.services.confidence import newest_ladder
from pmtui.services.evidence import AddEvidence, ConnectEvidence
from pmtui.services.problems import AddProblem
from tests.screens.conftest import RunApp

SAID = (AddProblem("Keys get lost"), AddEvidence("Gone", "interview note"), ConnectEvidence((1,), (1,)))


async def test_a_new_version_counts_at_once_and_undo_takes_it_back(run_app: RunApp) -> None:
    async with run_app(*SAID, size=(160, 45)) as running:
        assert "Confidence 0.35" in running.text
        await running.press("5", "L")
        assert "What evidence is worth: ladder v1" in running.text
        await running.press(*["tab"] * 12, "end", *["backspace"] * 4, *"0.5", "ctrl+s")
        ladder = await running.ask(newest_ladder)
        assert (ladder.version, ladder.by_type["interview"]) == (2, (0.5, 3))
        await running.press("3")
        assert "Confidence 0.50" in running.text
        assert re.search("P-1 .* 0.5 ", running.text)
        await running.press("u")
        assert "Confidence 0.35" in running.text


async def test_a_step_that_can_not_be_is_refused_in_the_form(run_app: RunApp) -> None:
    async with run_app(size=(80, 24)) as running:
        await running.press("2", "L", "end", *"9", "ctrl+s")
        assert "stand in the order" in running.text
        assert "ctrl+s save" in running.text
        await running.press("backspace", "ctrl+s")
        assert "What evidence is worth" not in running.text
        assert (await running.ask(newest_ladder)).version == 1
