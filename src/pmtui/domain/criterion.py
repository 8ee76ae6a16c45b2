"""A criterion: one input of scorecards, known to the whole workspace by its code."""

from dataclasses import dataclass

from pmtui.domain.base import one_of

SHAPES = ("positive", "limited")


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


RICE_CRITERIA = (
    Criterion(1, "reach", "Reach", "people a quarter", "positive", 0, None, 1, "",
              "How many people meet this problem in a quarter. A count or a range, such as 200..800."),
    Criterion(2, "impact", "Impact", "", "limited", 0.25, 3, 1, "3 massive; 2 high; 1 medium; 0.5 low; 0.25 minimal",
              "How much solving it moves each of them."),
    Criterion(3, "rice_confidence", "Confidence", "%", "limited", 0, 1, 1, "100% sure; 80% some doubt; 50% a guess",
              "How much you trust the three other numbers."),
    Criterion(4, "effort", "Effort", "person-months", "positive", 0, None, -1, "",
              "The work of the whole team. Below 0.5 it counts as 0.5."),
)  # fmt: skip
