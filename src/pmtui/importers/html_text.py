"""HTML as Markdown: what people write in a comment or a note. Scripts and styles are left out."""

import html
import re

# html.parser takes minutes over a large cell of unclosed tags; this takes one pass over any text.
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^<>]*>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_ADDRESS = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_MANY_BREAKS = re.compile(r"\n{3,}")
_SPACES = re.compile(r"\s+")
_BLOCKS = {"p", "div", "ul", "ol", "table", "tr", "blockquote", "section", "article"}
_EMPHASIS = {"b": "**", "strong": "**", "i": "_", "em": "_", "code": "`", "s": "~~", "del": "~~"}
_SILENT = {"script", "style", "head", "title", "template"}
_HEADINGS = {f"h{level}": "\n\n" + "#" * level + " " for level in range(1, 7)}
_CLOSED = re.compile(r"</(?:p|div|li|ul|ol|a|b|strong|em|h[1-6]|span|table)>|<br\s?/?>", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether a text begins with a tag and closes one."""
    return text.lstrip().startswith("<") and _CLOSED.search(text) is not None


def html_to_markdown(text: str) -> str:
    """Markdown with the same paragraphs, headings, lists, links and emphasis."""
    parts: list[str] = []
    addresses: list[str] = []
    silent = ""
    # Text, slash, tag, attributes, text, ...
    pieces = _TAG.split(_COMMENT.sub(" ", text))
    for at in range(0, len(pieces), 4):
        if not silent:
            parts.append(_SPACES.sub(" ", html.unescape(pieces[at])))
        if at + 3 >= len(pieces):
            break
        slash, tag, attributes = pieces[at + 1], pieces[at + 2].lower(), pieces[at + 3]
        if silent or tag in _SILENT:
            silent = "" if slash and tag == silent else silent or ("" if slash else tag)
        elif tag == "a" and not slash:
            match = _ADDRESS.search(attributes)
            addresses.append(html.unescape(match[1]) if match else "")
            parts.append("[")
        elif tag == "a":
            parts.append(f"]({addresses.pop()})" if addresses else "")
        else:
            parts.append(_mark(tag, closing=bool(slash)))
    lines = "\n".join(line.strip() for line in "".join(parts).split("\n"))
    return _MANY_BREAKS.sub("\n\n", lines).strip()


def _mark(tag: str, *, closing: bool) -> str:
    if tag == "br":
        return "\n"
    if tag == "li":
        return "" if closing else "\n- "
    if tag in _HEADINGS:
        return "\n\n" if closing else _HEADINGS[tag]
    if tag in _BLOCKS:
        return "\n\n"
    return _EMPHASIS.get(tag, "")
