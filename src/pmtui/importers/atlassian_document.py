"""The Atlassian document format (a tree of nodes) as Markdown."""

from typing import Any

_MARKS = {"strong": "**", "em": "_", "code": "`", "strike": "~~"}
_BLOCK_END = {"paragraph", "heading", "codeBlock", "blockquote", "bulletList", "orderedList", "table", "panel", "rule"}


def document_to_markdown(node: Any) -> str:
    """The text of a document with its headings, lists, code, links and emphasis."""
    return _block(node).strip()


def _block(node: Any) -> str:
    if not isinstance(node, dict):
        return ""
    kind = node.get("type")
    if kind == "text":
        return _marked(node)
    inside = "".join(_block(child) for child in _children(node))
    if kind == "heading":
        level = _attribute(node, "level")
        inside = "#" * (int(level) if level in tuple("123456") else 2) + " " + inside
    elif kind in ("bulletList", "orderedList"):
        inside = _list(node, ordered=kind == "orderedList")
    elif kind == "codeBlock":
        inside = f"```\n{inside}\n```"
    elif kind == "blockquote":
        inside = "\n".join(f"> {line}" for line in inside.strip().split("\n"))
    elif kind == "rule":
        inside = "---"
    elif kind == "hardBreak":
        return "\n"
    elif kind in ("mention", "emoji"):
        return _attribute(node, "text") or _attribute(node, "shortName")
    elif kind == "inlineCard":
        return _attribute(node, "url")
    elif kind == "tableRow":
        cells = (_block(cell).strip().replace("\n", " ") for cell in _children(node))
        return "| " + " | ".join(cells) + " |\n"
    return f"{inside.rstrip()}\n\n" if kind in _BLOCK_END else inside


def _children(node: dict[str, Any]) -> list[Any]:
    content = node.get("content")
    return content if isinstance(content, list) else []


def _attribute(node: dict[str, Any], name: str) -> str:
    attributes = node.get("attrs")
    return str(attributes.get(name) or "") if isinstance(attributes, dict) else ""


def _list(node: dict[str, Any], ordered: bool) -> str:
    lines = []
    for number, item in enumerate(_children(node), 1):
        first, *rest = _block(item).strip().replace("\n\n", "\n").split("\n")
        lines.append(f"{number}. {first}" if ordered else f"- {first}")
        lines.extend(f"  {line}" for line in rest)
    return "\n".join(lines)


def _marked(node: dict[str, Any]) -> str:
    text = str(node.get("text") or "")
    marks = node.get("marks")
    for mark in marks if isinstance(marks, list) else []:
        kind = mark.get("type") if isinstance(mark, dict) else None
        if kind == "link":
            text = f"[{text}]({_attribute(mark, 'href')})"
        elif kind in _MARKS:
            text = f"{_MARKS[kind]}{text}{_MARKS[kind]}"
    return text
