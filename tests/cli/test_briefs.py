from pathlib import Path

from tests.cli.conftest import Run


def test_a_brief_is_exported_for_one_audience(pmtui: Run, workspace_file: Path) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("add", "evidence", "My key is gone", "--problem", "P-1", "--company", "Meyer")
    out = pmtui("export", "brief", "P-1", "--for", "sales").out
    assert out.startswith("# P-1 Keys get lost: brief for sales\n")
    assert "- Meyer spoke of it. (C-1, E-1)\n" in out


def test_a_brief_needs_an_audience_and_nothing_else_has_one(pmtui: Run, workspace_file: Path) -> None:
    pmtui("add", "problem", "Keys get lost")
    assert pmtui("export", "brief", "P-1").status == 2
    assert pmtui("export", "problem", "P-1", "--for", "sales").status == 2
    assert "sales" in pmtui("export", "brief", "P-1").err
