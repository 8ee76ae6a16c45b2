"""Texts that have broken programs like this one, each of which must show as plain words and do nothing."""

MARKER = "d9f1"
ESCAPES = (
    f"\x1b[31m{MARKER} red",
    f"\x1b[2J{MARKER} cleared",
    f"\x1b]0;{MARKER} title\x07",
    f"\x1b]8;;https://example.org/{MARKER}\x1b\\link\x1b]8;;\x1b\\",
    f"\x1b]52;c;{MARKER}\x07",
    f"\x1bP{MARKER}\x1b\\",
    f"\x1b_{MARKER}\x1b\\",
    f"\x1b[?1049l{MARKER} out",
    f"\x9b31m{MARKER} red too",
    f"\x9d0;{MARKER}\x9c",
    f"bell\x07{MARKER}",
    f"back\x08\x08\x08{MARKER}\r over",
)
WORDS = (
    "[/]",
    "[ABC-123] fix",
    "[x] done",
    "[@click=app.quit]q[/]",
    "[link=https://x]y[/]",
    "abc \u202ecba\u202c",
    "e" + "\u0301" * 1000,
    "family 👩‍👩‍👧‍👦 and a flag 🇨🇭",
    "漢字かな混じり文 wide",
    "العربية من اليمين",
    "ภาษาไทยไม่มีช่องว่าง",
    "x" * 100_000,
    "two\nlines\tand a tab",
    "=1+1",
    "| pipe | table",
    "# heading",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "---",
    "../../x",
    "\u200b\u200b",
    "a\u2028b\u2029c\x85d",
)
TEXTS = WORDS + ESCAPES
