"""One key shows who is heard and who is not."""

from pmtui.services.evidence import AddEvidence
from pmtui.services.personas import AddPersona
from tests.screens.conftest import RunApp


async def test_the_dialog_shows_shares_and_who_is_silent(run_app: RunApp) -> None:
    people = AddPersona("Parents", {"population": "900"}), AddPersona("Owners", {"population": "100"})
    async with run_app(*people, AddEvidence("Slow", persona=2), size=(80, 24)) as running:
        await running.press("5", "B")
        assert "Who is heard" in running.text
        assert "not heard" in running.text
        assert "90%" in running.text
        await running.press("q")
        assert "Who is heard" not in running.text
