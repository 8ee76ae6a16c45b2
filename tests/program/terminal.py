"""A program run in a pseudo-terminal: what it shows, what it is sent, how it ends."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "ctrl+p": "\x10",
    "ctrl+r": "\x12",
    "ctrl+s": "\x13",
}
# What pyte would show as text or take for something else: private modes asked for, keyboard protocols, strings.
UNKNOWN = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*[$]p|\x1b\[\?u|\x1b\[[0-9;]*t|\x1b[P^_][^\x1b]*\x1b\\"
)
UNFINISHED = re.compile(rb"\x1b(\[[0-9;?<>=$]*|[P^_\]][^\x1b\x07]*)?$")
SYNCHRONISED_OUTPUT = (b"\x1b[?2026$p", b"\x1b[?2026;2$y")


class Terminal:
    """A program in a terminal of its own.

    chunks: everything it has written, each piece with the time.perf_counter() at which it was read.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.chunks: list[tuple[float, bytes]] = []
        self._drawn = 0
        self._rest = b""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._outer, inner = pty.openpty()
        self._set_size(columns, rows)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [str(word) for word in command],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color", **(environment or {})},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(inner)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def raw(self) -> bytes:
        """Every byte the program has written."""
        return b"".join(data for _, data in self.chunks)

    @property
    def text(self) -> str:
        """The screen as it stands, one line a row."""
        self._draw(len(self.chunks))
        return "\n".join(self._screen.display)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen without the blanks at their ends."""
        return [line.rstrip() for line in self.text.splitlines()]

    @property
    def colours(self) -> set[str]:
        """Every foreground and background colour on the screen: a name, or six hex digits."""
        self._draw(len(self.chunks))
        cells = [cell for row in self._screen.buffer.values() for cell in row.values()]
        return {cell.fg for cell in cells} | {cell.bg for cell in cells}

    def read(self, seconds: float) -> bool:
        """Take what the program writes next, waiting at most so long. Returns whether there was anything."""
        if not select.select([self._outer], [], [], max(seconds, 0))[0]:
            return False
        try:
            data = os.read(self._outer, 1 << 16)
        except OSError:  # the program has closed its side
            return False
        self.chunks.append((time.perf_counter(), data))
        question, answer = SYNCHRONISED_OUTPUT
        if question in data:
            os.write(self._outer, answer)
        return bool(data)

    def wait_until(self, holds: Callable[[], bool], what: str, seconds: float = 15) -> None:
        """Read until something holds. Raises AssertionError with the screen when it does not in time."""
        deadline = time.monotonic() + seconds
        while not holds():
            left = deadline - time.monotonic()
            if left <= 0 or (not self.read(left) and self.process.poll() is not None and not holds()):
                raise AssertionError(f"waited in vain for {what}; the screen was:\n{self.text}")

    def wait_for(self, text: str, seconds: float = 15) -> None:
        """Read until the screen shows a text."""
        self.wait_until(lambda: text in self.text, repr(text), seconds)

    def wait_quiet(self, seconds: float = 0.2) -> None:
        """Read until the program has written nothing for so long."""
        while self.read(seconds):
            pass

    def first_time(self, holds: Callable[[str], bool]) -> float | None:
        """When the screen first showed what is asked for, among the chunks not drawn yet; draws them."""
        for place in range(self._drawn, len(self.chunks)):
            self._draw(place + 1)
            if holds("\n".join(self._screen.display)):
                return self.chunks[place][0]
        return None

    def press(self, *keys: str) -> None:
        """Send keys: a name from KEYS, or text as it is typed."""
        for key in keys:
            os.write(self._outer, KEYS.get(key, key).encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size and tell the program."""
        self._draw(len(self.chunks))
        self._set_size(columns, rows)
        self._screen.resize(rows, columns)
        self.process.send_signal(signal.SIGWINCH)

    def wait_for_exit(self, seconds: float = 15) -> int:
        """Read until the program has ended. Returns its status as a shell would: 128 + n after signal n."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"did not end; the screen was:\n{self.text}")
            self.read(0.02)
        while self.read(0):
            pass
        return self.process.returncode if self.process.returncode >= 0 else 128 - self.process.returncode

    def close(self) -> None:
        """End the program if it is still there."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._outer)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._outer, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _draw(self, until: int) -> None:
        for _, data in self.chunks[self._drawn : until]:
            data = self._rest + data
            cut = UNFINISHED.search(data)
            self._rest = data[cut.start() :] if cut else b""
            data = data[: cut.start()] if cut else data
            self._stream.feed(self._decoder.decode(UNKNOWN.sub(b"", data)))
        self._drawn = max(self._drawn, until)


def pmtui(*arguments: str | Path) -> list[str | Path]:
    """The command that runs the program under test with these arguments."""
    return [sys.executable, "-m", "pmtui", *arguments]


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
