"""Take the pictures of README from the real app on the example workspace: SVG files beside this one.

Run it from the project's folder: `.venv/bin/python docs/take_pictures.py`. Turning them into PNG is left to any
program that reads SVG, such as rsvg-convert.
"""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from pmtui.app import PmtuiApp
from pmtui.environment.config import Settings
from pmtui.services.example import create_example
from pmtui.services.workspace import Workspace
from pmtui.services.workspace_thread import WorkspaceThread

PICTURES = Path(__file__).parent / "pictures"
SIZE = (132, 38)
SHOTS: dict[str, list[str]] = {
    "problems": [],
    "board": ["4", "l", "j"],
    "why": ["j", "w"],
    "intervals": ["V", "r"],
    "value": ["V", "v"],
    "tree": ["V", "t"],
    "evidence": ["2", "j"],
    "personas": ["5", "j"],
    "search": ["slash", "k", "e", "y"],
    "decisions": ["8"],
    "strategy": ["6", "G"],
    "roadmap": ["7"],
    "plan": ["7", "P"],
}


async def take(path: Path, name: str, keys: list[str], theme: str) -> None:
    """Open the app, press keys, and keep the picture."""
    workspace = WorkspaceThread(lambda: Workspace.open(path, "app"))
    app = PmtuiApp(workspace, Settings(theme=theme))
    async with app.run_test(size=SIZE) as pilot:
        for key in ["", *keys]:
            if key:
                await pilot.press(key)
            await workspace.check()
            await pilot.pause(0.8)
        # Without the fonts Textual would fetch from elsewhere: a reader's own monospaced font does.
        picture = re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(title="pmtui"), flags=re.DOTALL)
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")
    workspace.close()


async def take_all() -> None:
    """Take every picture on one example workspace."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder  # so that the header shows a path as a reader would have it
        path = Path(folder) / "sparkle.pmtui"
        create_example(path)
        for name, keys in SHOTS.items():
            await take(path, name, keys, "pmtui-dark")
        await take(path, "board-light", SHOTS["board"], "pmtui-light")


if __name__ == "__main__":
    asyncio.run(take_all())
