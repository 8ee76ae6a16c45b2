"""What the sections of strategy pages are usually called, and which box of the page that is."""

import re

from pmtui.domain.strategy import BOXES, LIFECYCLE

_NAMES: dict[str, tuple[str, ...]] = {
    "vision": ("product vision", "vision statement", "mission", "mission statement", "purpose", "why"),
    "positioning_sentence": ("positioning statement", "elevator pitch", "pitch", "value proposition"),
    "target_group": (
        "target audience",
        "target users",
        "audience",
        "users",
        "customers",
        "stakeholders",
        "who it is for",
    ),
    "needs": ("user needs", "customer needs", "problem", "problems", "pain points", "jobs to be done"),
    "product": ("solution", "features", "key features", "differentiators", "what we offer"),
    "business_goals": ("goals", "strategic goals", "business case", "business value"),
    "product_design": (
        *("design", "strategy", "product strategy", "principles", "themes", "approach", "non-goals"),
        *("what we are not doing", "what we're not doing", "what we are not working on", "what we're not working on"),
    ),
    "production": ("operations", "delivery", "team", "staffing", "engineering"),
    "segments": ("customer segments", "market segments", "target market", "markets"),
    "positioning": ("competition", "competitors", "competitive landscape", "differentiation", "alternatives"),
    "price": ("pricing", "price model", "pricing model", "packaging", "business model", "revenue model"),
    "channels": ("distribution", "marketing", "sales channels", "go-to-market", "go to market"),
    "launch_tier": ("launch level", "tier"),
    "launch_checklist": ("launch plan", "checklist", "launch"),
    "funding": ("budget", "investment", "costs", "cost", "financing", "finances"),
    LIFECYCLE: ("lifecycle stage", "life cycle stage", "life cycle", "lifecycle", "product life cycle", "stage"),
    "north_star": ("north star metric", "north-star metric", "success metric", "key metric"),
    "north_star_inputs": ("north star inputs", "input metrics", "inputs", "metrics", "success metrics", "measures"),
}
_CODE_OF = {name: code for code, names in _NAMES.items() for name in names}
_CODE_OF |= {title.casefold(): code for code, title in BOXES.items()}
_OBJECTIVES = (
    "objectives",
    "okrs",
    "okr",
    "objectives and key results",
    "objectives & key results",
    "goals and key results",
)
_NUMBERED = re.compile(r"\A(?:\d+(?:\.\d+)*[.):]?|[a-z][.)])\s+")
_BESIDE = re.compile(r"\([^()]*\)|[*_`:#]|&\s*why\b|\band why\b")
_MOST_WORDS = 5


def box_named(heading: str) -> str:
    """The code of the box that a heading names, "" for none. Numbers, signs and words before the name don't count."""
    words = _plain(heading).split()
    if len(words) > _MOST_WORDS and " ".join(words) not in _CODE_OF:
        return ""
    # A whole name goes before its end: "target market" before "market".
    return next((code for start in range(len(words)) if (code := _CODE_OF.get(" ".join(words[start:]), ""))), "")


def names_objectives(heading: str) -> bool:
    """Whether the objectives stand below a heading."""
    words = _plain(heading)
    return words in _OBJECTIVES or words.rpartition(" ")[2] in ("okrs", "objectives")


def _plain(heading: str) -> str:
    return " ".join(_NUMBERED.sub("", _BESIDE.sub(" ", heading.strip().casefold()).strip()).split())
