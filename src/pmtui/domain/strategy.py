"""The strategy of the product: boxes of Markdown, each with its place on the page."""

from dataclasses import dataclass

from pmtui.domain.base import one_of

LIFECYCLE_STAGES = ("introduction", "growth", "maturity", "decline")
LIFECYCLE = "lifecycle_stage"
# The boxes of the page by code: the vision, the product vision board, the four pillars, what success is measured by.
BOXES = {
    "vision": "Vision",
    "positioning_sentence": "Positioning sentence",
    "target_group": "Target group",
    "needs": "Needs",
    "product": "Product",
    "business_goals": "Business goals",
    "product_design": "Product design",
    "production": "Production",
    "segments": "Segments",
    "positioning": "Positioning",
    "price": "Price",
    "channels": "Channels",
    "launch_tier": "Launch tier",
    "launch_checklist": "Launch checklist",
    "funding": "Funding",
    LIFECYCLE: "Life-cycle stage",
    "north_star": "North star",
    "north_star_inputs": "North-star inputs",
}
CODES = tuple(BOXES)

# The page from its top: each part under its heading with the boxes in it. The objectives stand below.
PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Vision and positioning", ("vision", "positioning_sentence")),
    ("Product vision board", ("target_group", "needs", "product", "business_goals")),
    ("Pillars: product design, production, funding", ("product_design", "production", "funding")),
    ("Pillar: go-to-market", ("segments", "positioning", "price", "channels", "launch_tier", "launch_checklist")),
    ("Where it stands", (LIFECYCLE, "north_star", "north_star_inputs")),
)


def box_number(code: str) -> int:
    """The number of a box, which has no key: its place among BOXES, from 1."""
    return CODES.index(code) + 1


@dataclass(frozen=True, slots=True)
class StrategyBox:
    """One box of the strategy page. code: one of BOXES; text: Markdown. updated_at: ISO 8601 moment, UTC."""

    id: int
    code: str
    text: str
    updated_at: str

    def __post_init__(self) -> None:
        one_of(self.code, tuple(BOXES), "box of the strategy page")
        if self.code == LIFECYCLE:
            one_of(self.text, LIFECYCLE_STAGES, "life-cycle stage")
