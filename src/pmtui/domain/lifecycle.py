"""What the life-cycle stage of a product changes: which lens to start with, and what to look after.

Which stage starts with which lens is the product's own choice; it is proposed, never made for the user.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StageAdvice:
    """lens: the one to start ranking with. advice: what matters in this stage, in one or two sentences."""

    lens: str
    advice: str


STAGES = {
    "introduction": StageAdvice(
        "customer",
        "Find the few customers who need it most and learn from each. Keep the price simple, and test before building.",
    ),
    "growth": StageAdvice(
        "customer",
        "More of the same customers come. Take away what makes them leave, and see that production keeps its quality.",
    ),
    "maturity": StageAdvice(
        "business",
        "Most who need it have it. Protect revenue, lower the cost of each sale, and look for the next group.",
    ),
    "decline": StageAdvice(
        "business",
        "Fewer need it each year. Serve those who stay at low cost, and decide what takes its place.",
    ),
}
