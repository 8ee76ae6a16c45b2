from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from pmtui.bootstrap import set_pace
from pmtui.services.workspace import Workspace
from tests.builders import Clock

set_pace()  # what screens are driven at is what they run at

# The gate tries the same examples each time, so that a change is judged by what it changed; the search for new ones is
# part of the long tests.
settings.register_profile(
    "gate",
    deadline=None,  # shared machines are slow at times, and no test asserts a time
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("search", settings.get_profile("gate"), derandomize=False, max_examples=1000)
settings.load_profile("gate")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that nothing reaches the user's files."""
    folder = tmp_path_factory.mktemp("home")
    for name, part in (("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state"), ("XDG_CONFIG_HOME", "config")):
        monkeypatch.setenv(name, str(folder / part))
    for name in ("PMTUI_WORKSPACE", "PMTUI_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a workspace file may be made."""
    return tmp_path / "work.pmtui"


@pytest.fixture
def memory() -> Iterator[Workspace]:
    """A new workspace that is nowhere on disk."""
    workspace = Workspace.in_memory(Clock())
    yield workspace
    workspace.close()


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """A new workspace in a file."""
    made = Workspace.create(path, "Test", "test", Clock())
    yield made
    made.close()
