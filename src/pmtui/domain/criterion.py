"""A criterion: one input of scorecards, known to the whole workspace by its code."""

import keyword
import math
import re
from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal

SHAPES = ("positive", "limited")
LONGEST_CODE = 40
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_FUNCTIONS = ("min", "max", "sqrt", "log")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One input.

    shape: "positive" (no upper limit; a range is the 90 % interval of a log-normal) or "limited" (lowest and highest
    bound it; a range holds the smallest and largest possible values of a PERT). steps: offered values with their
    meaning, as "3 massive; 2 high". meaning: what the number counts, shown beside the field. direction: 1 when more
    raises a score, -1 when more lowers it.
    """

    id: int
    code: str
    name: str
    unit: str
    shape: str
    lowest: float
    highest: float | None
    direction: int
    steps: str
    meaning: str

    def __post_init__(self) -> None:
        one_of(self.shape, SHAPES, "shape")

    @property
    def is_share(self) -> bool:
        """Whether it is a share from 0 to 1, typed and shown in percent."""
        return self.unit == "%"


def check_criterion(criterion: Criterion) -> Criterion:
    """The criterion, if formulas can use it and its scale has room. Raises Refusal."""
    code, lowest, highest = criterion.code, criterion.lowest, criterion.highest
    is_taken = keyword.iskeyword(code) or code in _FUNCTIONS
    if is_taken or len(code) > LONGEST_CODE or not _CODE.fullmatch(code):
        raise Refusal(f"“{code}” can't name a criterion.", "Use small letters, digits and _, such as cost_of_delay.")
    ends = [lowest] if highest is None else [lowest, highest]
    has_room = highest is None or highest > lowest
    if (criterion.shape == "limited") != (highest is not None) or not has_room or not all(map(math.isfinite, ends)):
        raise Refusal(
            f"The scale of {criterion.name} has no room.", "A limited one has a lowest and a higher highest value."
        )
    if criterion.shape == "positive" and lowest != 0:
        raise Refusal(f"The scale of {criterion.name} begins at 0.", "A lowest value needs a highest one.")
    if criterion.is_share and (lowest < 0 or highest is None or highest > 1):
        raise Refusal(f"{criterion.name} is a share in percent, from 0 to 1.", "Use another unit for other numbers.")
    if criterion.direction not in (1, -1):
        raise Refusal(f"The direction of {criterion.name} is 1 where more is better, -1 where less is.")
    return criterion


def code_of(name: str) -> str:
    """The code of a criterion called so: Cost of delay gives cost_of_delay."""
    words = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    return words[:LONGEST_CODE].rstrip("_")


def from_one_to_ten(code: str) -> Criterion:
    """A criterion of which only the code is known."""
    words = code.replace("_", " ").capitalize()
    return Criterion(0, code, words, "", "limited", 1, 10, 1, "10 most; 7 much; 4 some; 1 least", "From 1 to 10.")


def scale_in_words(criterion: Criterion) -> str:
    """Its scale for people: 1 to 10, less is better."""
    ends = f"{criterion.lowest:g} up" if criterion.highest is None else f"{criterion.lowest:g} to {criterion.highest:g}"
    if criterion.is_share:
        ends = "0 to 100 %"
    return ends if criterion.direction > 0 else f"{ends}, less is better"


RICE_CRITERIA = (
    Criterion(1, "reach", "Reach", "people a quarter", "positive", 0, None, 1, "",
              "How many meet this problem: 800, or 200..800."),
    Criterion(2, "impact", "Impact", "", "limited", 0.25, 3, 1, "3 massive; 2 high; 1 medium; 0.5 low; 0.25 minimal",
              "How much solving it moves each of them."),
    Criterion(3, "rice_confidence", "Confidence", "%", "limited", 0, 1, 1, "100% sure; 80% some doubt; 50% a guess",
              "How much you trust the three other numbers."),
    Criterion(4, "effort", "Effort", "person-months", "positive", 0, None, -1, "",
              "Of the whole team. Below 0.5 it counts as 0.5."),
)  # fmt: skip
