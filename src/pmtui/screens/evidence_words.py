"""What a list of evidence shows, in words."""

from dataclasses import replace

from textual.content import Content

from pmtui.services.evidence_views import EvidenceFilter
from pmtui.widgets.text import line_content

ORDER_WORDS = {"newest": "newest", "oldest": "oldest", "source": "source", "key": "key"}
GROUP_WORDS = {"": "no groups", "source": "source", "kind": "kind", "type": "type", "persona": "persona"}
STATE_WORDS = {
    "open": "to do: not connected, not dismissed",
    "connected": "connected to a problem",
    "dismissed": "dismissed",
    "duplicate": "merged into another piece",
    "all": "all",
}
_HEADS = {"open": "to do", "connected": "connected", "dismissed": "dismissed", "duplicate": "merged", "all": "shown"}

NO_EVIDENCE = (
    "No evidence yet. A piece of evidence is one thing a customer said or did. a adds one, I imports a file, "
    "and lines that are pasted here become one piece each."
)
ALL_DONE = "Nothing is left to do: every piece is connected, dismissed or merged. f shows them."
NOTHING_MATCHES = "No piece matches. esc shows what is to do, f changes the filter."


def is_filtered(shown: EvidenceFilter) -> bool:
    """Whether another part is shown than all that is to do."""
    return replace(shown, order="newest", group="") != EvidenceFilter()


def nothing_in_words(shown: EvidenceFilter, everything: int) -> str:
    """What stands in the place of an empty list. everything: how many pieces there are in all."""
    if not everything:
        return NO_EVIDENCE
    return NOTHING_MATCHES if is_filtered(shown) else ALL_DONE


def summary(shown: EvidenceFilter, counts: tuple[int, int] | None, selected: int) -> Content:
    """The line above the list: how many there are, which, in what order.

    counts: of what is listed, and of all; None until they are known.
    """
    listed, everything = ("…", "…") if counts is None else (f"{count:,}" for count in counts)
    parts = [Content.assemble((f"{listed} {_HEADS[shown.state]}", "bold $strong"), (f" of {everything}", "$muted"))]
    if selected:
        parts.append(Content.styled(f"{selected:,} selected", "bold $success"))
    parts += [line_content(words, "$accent") for words in _words(shown)]
    if selected or shown != EvidenceFilter():
        does = " selects none" if selected else " shows what is to do"
        parts.append(Content.assemble(("esc", "bold $accent"), (does, "$muted")))
    return Content.styled(" · ", "$muted").join(parts)


def _words(shown: EvidenceFilter) -> list[str]:
    words = [f"with “{shown.words}”"] if shown.words else []
    words += [
        f"{name} {value.replace('_', ' ')}"
        for name in ("source", "kind", "type", "persona", "company", "since")
        if (value := getattr(shown, name))
    ]
    if shown.tag:
        words.append(f"#{shown.tag}")
    if shown.order != "newest":
        words.append(f"by {ORDER_WORDS[shown.order]}")
    if shown.group:
        words.append(f"grouped by {GROUP_WORDS[shown.group]}")
    return words
