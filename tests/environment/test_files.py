import errno
import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.environment.files import write_text


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_holds_the_text_as_utf_8_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_text(tmp_path / "a.md", "é\n")
    assert (tmp_path / "a.md").read_bytes() == "é\n".encode()
    assert names_in(tmp_path) == ["a.md"]


def test_a_file_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    write_text(tmp_path / "a.md", "a longer old text\n")
    write_text(tmp_path / "a.md", "new\n")
    assert (tmp_path / "a.md").read_text() == "new\n"


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_a_file_is_for_its_owner_alone_whatever_the_mask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_text(tmp_path / "a.md", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o600


def test_a_lone_surrogate_is_written_as_its_escape(tmp_path: Path) -> None:
    write_text(tmp_path / "a.md", "a\ud800b")
    assert (tmp_path / "a.md").read_text() == "a\\ud800b"


def test_an_existing_file_is_kept_when_it_may_not_be_overwritten(tmp_path: Path) -> None:
    write_text(tmp_path / "a.md", "old", overwrite=False)
    with pytest.raises(Refusal, match="there already"):
        write_text(tmp_path / "a.md", "new", overwrite=False)
    assert (tmp_path / "a.md").read_text() == "old"


@pytest.mark.parametrize("target", ["real.md", "missing.md"])
def test_a_link_is_never_written_through(tmp_path: Path, target: str) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / target)
    with pytest.raises(Refusal, match="is a link"):
        write_text(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "old"
    assert names_in(tmp_path) == ["link.md", "real.md"]


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refusal, match="not a file"):
        write_text(tmp_path / "pipe", "x")
    with pytest.raises(Refusal, match="is a folder"):
        write_text(tmp_path, "x")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/a.md", "its folder is not there"),
        ("file/a.md", "its folder is not a folder"),
        ("x" * 300, "its name is too long"),
        ("a\0b", "not a file name"),
        ("a\ud800b", "not a file name"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_refused_in_plain_words(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refusal, match=reason):
        write_text(tmp_path / name, "x")
    assert names_in(tmp_path) == ["file"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    write_text(tmp_path / "a.md", "old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(Refusal, match="disk is full"):
            write_text(tmp_path / "a.md", "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (tmp_path / "a.md").read_text() == "old"
    assert names_in(tmp_path) == ["a.md"]


@pytest.mark.parametrize("call", ["open", "fsync"])
@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.EROFS, "can only be read"), (errno.EACCES, "may not write there"), (errno.EIO, "Input/output error")],
)
def test_a_call_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, reason: str
) -> None:
    def fail(*arguments: object) -> int:
        raise OSError(code, os.strerror(code))

    write_text(tmp_path / "a.md", "old")
    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail)
        with pytest.raises(Refusal, match=reason):
            write_text(tmp_path / "a.md", "new")
    assert (tmp_path / "a.md").read_text() == "old"
    assert names_in(tmp_path) == ["a.md"]


def test_a_refusal_shows_no_control_characters_of_a_path(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        write_text(tmp_path / "missing\x1b[31m" / "a.md", "x")
    assert "\x1b" not in str(refused.value)


def test_a_killed_writer_leaves_the_whole_old_file_or_the_whole_new_one(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from pmtui.environment.files import write_text
for number in range(1_000_000):
    write_text(Path(sys.argv[1]), str(number % 10) * 200_000)
    print(flush=True)
"""
    path = tmp_path / "a.md"
    for written_before in (1, 2, 5, 8):
        writer = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        for _ in range(written_before):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        text = path.read_text()
        assert len(text) == 200_000
        assert len(set(text)) == 1


def test_what_a_killed_program_left_is_removed_once_it_is_old(tmp_path: Path) -> None:
    names = (".pmtui-00000000000000aa.tmp", ".pmtui-00000000000000bb.tmp", "mine.tmp")
    old, young, of_others = (tmp_path / name for name in names)
    for left in (old, young, of_others):
        left.write_text("half")
    for left in (old, of_others):
        os.utime(left, (0, 0))
    write_text(tmp_path / "a.md", "whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".pmtui-00000000000000bb.tmp", "a.md", "mine.tmp"]
