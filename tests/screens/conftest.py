import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from pmtui.app import PmtuiApp
from pmtui.environment.config import Settings
from pmtui.services.workspace import Command, Workspace
from pmtui.services.workspace_thread import WorkspaceThread
from tests.screens.quiet_loop import QuietLoop
from tests.screens.running import Running


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Screens are waited for by what is under way."""
    return {"quiet": QuietLoop}


RunApp = Callable[..., AbstractAsyncContextManager[Running]]


@pytest.fixture
def run_app() -> RunApp:
    """Run the app on an in-memory workspace, or on a file, in which the given commands were carried out."""

    @asynccontextmanager
    async def run(
        *commands: Command,
        size: tuple[int, int] = (120, 36),
        settings: Settings | None = None,
        file: Path | None = None,
    ) -> AsyncIterator[Running]:
        def opened() -> Workspace:
            workspace = Workspace.open(file) if file else Workspace.in_memory()
            for command in commands:
                workspace.run(command)
            return workspace

        workspace = WorkspaceThread(opened)
        try:
            app = PmtuiApp(workspace, settings or Settings())
            async with app.run_test(size=size, notifications=True) as pilot:
                running = Running(app, pilot, workspace)
                await running.settle()
                yield running
        finally:
            workspace.close()

    return run
