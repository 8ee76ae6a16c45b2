from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder where pmtui has never been started."""
    for variable, folder in (("DATA", "data"), ("STATE", "state"), ("CONFIG", "config")):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / folder))
    monkeypatch.delenv("PMTUI_WORKSPACE", raising=False)
    monkeypatch.delenv("PMTUI_CONFIG", raising=False)
    return tmp_path
