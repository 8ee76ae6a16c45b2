"""Numbers and bars as they are shown everywhere."""

_EIGHTHS = " ▏▎▍▌▋▊▉█"


def format_score(score: float) -> str:
    """A score with three significant digits, all digits before the point, and separators: 1,240; 41.3; 0.133."""
    if score == 0:
        return "0"
    if abs(score) >= 99.95:
        return f"{score:,.0f}"
    if abs(score) >= 9.995:
        return f"{score:.1f}"
    if abs(score) >= 1:
        return f"{score:.2f}"
    return f"{score:.3g}"


def bar(part: float, width: int) -> str:
    """A bar of a part (0 to 1) of a width in cells, drawn to an eighth of a cell; anything above zero is seen."""
    eighths = round(max(0.0, min(1.0, part)) * width * 8)
    if part > 0:
        eighths = max(1, eighths)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")
