"""How much a persona is heard: its share of the evidence held against its share of the population."""

FAR = 1.5  # ours: half as much again, or a third less, is more than chance with few pieces


def heard_in_words(evidence_share: float | None, population_share: float | None) -> str:
    """Over-heard, under-heard, not heard or in proportion; "" where one of the shares (0 to 1) is unknown."""
    if evidence_share == 0:
        return "not heard"
    if evidence_share is None or not population_share:
        return ""
    ratio = evidence_share / population_share
    if ratio >= FAR:
        return "over-heard"
    return "under-heard" if ratio <= 1 / FAR else "in proportion"
