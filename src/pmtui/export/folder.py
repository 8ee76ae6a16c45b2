"""The first page of a folder that holds a whole workspace, and the pages that only such a folder has."""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pmtui.export.markdown import bullets, escape_inline, heading, page, table


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One page that the first one leads to. place: of the page in the folder; about: what it holds, in a few words."""

    name: str
    place: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """A company. revenue: money a year, size: people, as shown."""

    key: str
    name: str
    tier: str
    revenue: str
    size: str
    evidence: int


def contents_markdown(workspace: str, changed_on: str, pages: Sequence[ContentsLine]) -> str:
    """The first page, which leads to the others. changed_on: the ISO date of the newest change."""
    about = f"All of it as of {changed_on}, the day of the newest change, written by pmtui."
    return page([heading(1, workspace), about, bullets(map(_contents, pages))])


def evidence_contents_markdown(workspace: str, places: Iterable[str]) -> str:
    """The page that leads to the pages of the evidence, each of which is named by the keys it may hold."""
    named = (f"[{posixpath.basename(place).removesuffix('.md').replace('-to-', ' to ')}]({place})" for place in places)
    return page([heading(1, f"{workspace}: evidence"), bullets(named) or "None yet."])


def companies_markdown(workspace: str, companies: Sequence[CompanyLine]) -> str:
    """All companies as a table."""
    header = ("Key", "Company", "Tier", "Revenue a year", "People", "Evidence")
    rows = (
        (each.key, *map(escape_inline, (each.name, each.tier, each.revenue, each.size)), f"{each.evidence:,}")
        for each in companies
    )
    return page([heading(1, f"{workspace}: companies"), table(header, rows, "lllrrr") if companies else "None yet."])


def _contents(line: ContentsLine) -> str:
    about = f": {escape_inline(line.about)}" if line.about else ""
    return f"[{line.name}]({line.place}){about}"
