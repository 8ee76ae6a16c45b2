"""What belongs into each box of the strategy page: a sentence an empty one teaches with."""

from pmtui.domain.strategy import LIFECYCLE

HINTS = {
    "vision": "The change in people's lives that the product is for, in one sentence that stays true for years.",
    "positioning_sentence": (
        "For (whom) who (need), the (product) is a (kind of thing) that (benefit). Unlike (the alternative), it (why)."
    ),
    "target_group": "Who buys it and who uses it: the few groups it is made for, and who it is not for.",
    "needs": "What they need most and lack today, in their words.",
    "product": "The three to five things that make it worth choosing, and whether they can be done.",
    "business_goals": "What it does for the business: revenue, cost, a market, a name.",
    "product_design": "What it has to be like, what is decided about its design, and what it leaves out on purpose.",
    "production": "How it is made and delivered at the promised quality: people, partners, suppliers, capacity.",
    "funding": "What it costs until it carries itself, who pays for that, and when it has to carry itself.",
    "segments": "The groups it is sold to, which one comes first, and why.",
    "positioning": "What it is compared with, and what it is better at.",
    "price": "What is paid for, how much, and what it is worth to the one who pays.",
    "channels": "Where people hear of it, try it and buy it.",
    "launch_tier": "How much is made of a launch: large for all markets, medium for some, small for a note.",
    "launch_checklist": "What has to be there before: development, marketing, sales, each with who does it.",
    LIFECYCLE: "Introduction, growth, maturity or decline: it decides what to look after and which lens to start with.",
    "north_star": "The one measure that rises when customers get what they came for.",
    "north_star_inputs": "The three to five measures that move it, and that a team can move itself.",
}
NO_OBJECTIVES = (
    "An objective says what is to be reached in the next months; its key results say how one would know. "
    "Problems that serve it count for more through the business lens."
)
