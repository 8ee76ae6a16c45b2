"""A brief as a page, every claim with the keys it rests on."""

from collections.abc import Iterator

from pmtui.domain.brief import Brief, Claim, Section
from pmtui.domain.text import counted
from pmtui.export.markdown import bullets, escape_inline, heading, page, quote
from pmtui.export.user_markdown import escape_block


def brief_markdown(brief: Brief) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(brief))


def _parts(brief: Brief) -> Iterator[str]:
    yield heading(1, f"{brief.problem} {brief.title}: brief for {brief.audience}")
    for section in brief.sections:
        if not section.is_empty:
            yield from _section(section)
    yield heading(2, "Claims without support")
    if brief.unsupported:
        yield f"{counted(len(brief.unsupported), 'claim')} that neither evidence nor a decision supports yet:"
        yield bullets(_claim(claim) for claim in brief.unsupported)
    else:
        yield "None: evidence or a decision supports every claim."


def _section(section: Section) -> Iterator[str]:
    yield heading(2, section.heading)
    yield bullets(map(_claim, section.claims))
    if section.text.strip():
        yield escape_block(section.text, below=2)
    for quotation in section.quotations:
        facts = " · ".join(filter(None, (f"**{quotation.key}**", escape_inline(quotation.who))))
        yield quote(quotation.words, facts)


def _claim(claim: Claim) -> str:
    keys = ", ".join(map(str, claim.keys))
    words = claim.words.strip()
    end = "" if words.endswith((".", "!", "?", "…")) else "."
    return escape_inline(words) + end + (f" ({keys})" if keys else "")
