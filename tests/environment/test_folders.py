"""Folders of pages: whole or known to be half, and never anything that is not ours."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.environment.folders import MANIFEST, write_pages

PAGES = {"README.md": "# A\n", "problems/P-1.md": "# P-1\n", "problems/P-2.md": "# P-2\n"}


def files(folder: Path) -> dict[str, str]:
    """Every file of a folder with its text."""
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_pages_and_a_manifest_are_written_for_the_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pages"
    write_pages(folder, "w", PAGES)
    made = files(folder)
    manifest = json.loads(made.pop(MANIFEST))
    assert made == PAGES
    assert manifest == {"workspace": "w", "whole": True, "pages": sorted(PAGES)}
    for path in folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_writing_again_changes_only_what_differs(tmp_path: Path) -> None:
    write_pages(tmp_path, "w", PAGES)
    before = {name: (tmp_path / name).stat().st_ino for name in PAGES}
    write_pages(tmp_path, "w", PAGES | {"README.md": "# B\n"})
    changed = {name for name in PAGES if (tmp_path / name).stat().st_ino != before[name]}
    assert changed == {"README.md"}


def test_pages_of_records_that_are_gone_are_removed_and_other_files_stay(tmp_path: Path) -> None:
    write_pages(tmp_path, "w", PAGES)
    (tmp_path / "problems" / "mine.txt").write_text("mine", encoding="utf-8")
    write_pages(tmp_path, "w", {"README.md": "# A\n"})
    assert set(files(tmp_path)) == {MANIFEST, "README.md", "problems/mine.txt"}


def test_a_hidden_folder_such_as_that_of_git_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write_pages(tmp_path, "w", PAGES)
    assert (tmp_path / ".git").is_dir()


def test_a_folder_with_other_files_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal, match="holds other files"):
        write_pages(tmp_path, "w", PAGES)
    assert files(tmp_path) == {"letter.txt": "mine"}


def test_the_export_of_another_workspace_is_not_overwritten(tmp_path: Path) -> None:
    write_pages(tmp_path, "w", PAGES)
    before = files(tmp_path)
    with pytest.raises(Refusal, match="another workspace"):
        write_pages(tmp_path, "other", {"README.md": "# Other\n"})
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"workspace": "w"}', '{"workspace": "w", "pages": 3}', "\x00", "[" * 100_000]
)
def test_a_manifest_of_another_program_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match=MANIFEST):
        write_pages(tmp_path, "w", PAGES)


def test_a_manifest_that_names_files_elsewhere_removes_none_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    outside = tmp_path / "outside.md"
    outside.write_text("mine", encoding="utf-8")
    named = ["../outside.md", str(outside), "a/../../outside.md", ".git/config.md"]
    (folder / MANIFEST).write_text(json.dumps({"workspace": "w", "pages": named}), encoding="utf-8")
    write_pages(folder, "w", PAGES)
    assert outside.read_text(encoding="utf-8") == "mine"


def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "pages", tmp_path / "elsewhere"
    write_pages(folder, "w", {"README.md": "# A\n", "problems/P-1.md": "# P-1\n"})
    (folder / "problems").rename(elsewhere)
    (folder / "problems").symlink_to(elsewhere)
    write_pages(folder, "w", {"README.md": "# A\n"})
    assert files(elsewhere) == {"P-1.md": "# P-1\n"}


def test_what_is_left_of_an_export_that_ended_before_its_first_page_can_be_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def full(folder: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        if folder.name == "solutions":
            raise OSError(28, "No space left on device")
        make(folder, mode, parents, exist_ok)

    pages = PAGES | {"solutions/S-1.md": "# S-1\n"}
    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", full)
        with pytest.raises(Refusal, match="not written whole: No space left"):
            write_pages(tmp_path / "pages", "w", pages)
    assert json.loads((tmp_path / "pages" / MANIFEST).read_text(encoding="utf-8"))["whole"] is False
    write_pages(tmp_path / "pages", "w", pages)
    assert files(tmp_path / "pages").keys() == {MANIFEST, *pages}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "pages"
    write_pages(folder, "w", {"README.md": "# A\n"})
    (folder / "problems").symlink_to(elsewhere)
    with pytest.raises(Refusal, match="is a link"):
        write_pages(folder, "w", PAGES)
    (folder / "problems").unlink()
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    (folder / "README.md").unlink()
    (folder / "README.md").symlink_to(victim)
    write_pages(folder, "w", PAGES)
    assert victim.read_text(encoding="utf-8") == "mine"
    assert (folder / "README.md").read_text(encoding="utf-8") == "# A\n"


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_in_the_place_of_a_page_is_named_and_stays(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    folder = tmp_path / "pages"
    write_pages(folder, "w", PAGES)
    (folder / "README.md").unlink()
    make(folder / "README.md")
    with pytest.raises(Refusal, match=r"README\.md is no file"):
        write_pages(folder, "w", PAGES)
    assert (folder / "README.md").exists()
    assert not (folder / "README.md").is_file()
    assert not json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["whole"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Refusal, match="was not written"):
        write_pages(tmp_path / "pages", "w", PAGES)


def test_a_half_written_export_says_so_and_can_be_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(tmp_path, "w", PAGES)

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("pmtui.environment.folders._write_page", full)
        with pytest.raises(Refusal, match="not written whole: No space left"):
            write_pages(tmp_path, "w", PAGES | {"problems/P-3.md": "# P-3\n"})
    assert json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))["whole"] is False
    write_pages(tmp_path, "w", {"README.md": "# A\n"})
    assert set(files(tmp_path)) == {MANIFEST, "README.md"}


def test_a_file_of_a_user_that_looks_like_an_unfinished_page_stays(tmp_path: Path) -> None:
    write_pages(tmp_path, "w", {"README.md": "# A\n"})
    mine = tmp_path / ".README.md.tmp"
    mine.write_text("mine", encoding="utf-8")
    write_pages(tmp_path, "w", {"README.md": "# B\n"})
    assert mine.read_text(encoding="utf-8") == "mine"


def test_what_a_killed_export_left_unfinished_is_removed_by_a_later_one(tmp_path: Path) -> None:
    write_pages(tmp_path, "w", PAGES)
    left = tmp_path / "problems" / f".pmtui-{'0f' * 8}.tmp"
    mine = tmp_path / "problems" / ".pmtui-notes.tmp"
    for each in (left, mine):
        each.write_text("half", encoding="utf-8")
        os.utime(each, (0, 0))
    write_pages(tmp_path, "w", PAGES)
    assert (left.exists(), mine.exists()) == (False, True)


def test_a_page_that_can_not_be_written_leaves_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(tmp_path, "w", {"README.md": "# A\n"})
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name == "README.md":
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refusal, match="No space left"):
        write_pages(tmp_path, "w", {"README.md": "# B\n"})
    assert files(tmp_path).keys() == {MANIFEST, "README.md"}


def test_a_folder_that_can_not_be_made_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal, match="can't be") as told:
        write_pages(tmp_path / "letter" / "pages", "w", PAGES)
    assert "manifest" not in str(told.value)


def test_an_export_that_is_stopped_says_so_in_its_manifest_and_is_made_whole_by_the_next(tmp_path: Path) -> None:
    told: list[float] = []
    pages = {f"problems/P-{number}.md": f"# P-{number}\n" for number in range(120)}

    def stops_half_way(share: float) -> bool:
        told.append(share)
        return share < 0.5

    with pytest.raises(Refusal, match="stopped"):
        write_pages(tmp_path, "w", pages, stops_half_way)
    assert told == [0, 50 / 120, 100 / 120]
    assert json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))["whole"] is False
    write_pages(tmp_path, "w", pages)
    assert json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))["whole"] is True
    assert files(tmp_path).keys() == {MANIFEST, *pages}
