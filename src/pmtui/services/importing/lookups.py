"""Names in a file to numbers here: lanes, tags, companies, criteria."""

from collections.abc import Iterable

from pmtui.domain.board import PROBLEM_LANES, Lane
from pmtui.domain.company import Company
from pmtui.domain.errors import Refusal
from pmtui.domain.tag import Tag
from pmtui.importers.fields import DECLINED
from pmtui.store.unit_of_work import UnitOfWork


class Lookups:
    """Finds, and where need be makes, what an imported record names. Read once for a whole import."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self.lanes = uow.lanes.all(order="position")
        self._lane_of_name = {lane.name.casefold(): lane for lane in self.lanes}
        self.lane_of_number = {lane.id: lane for lane in self.lanes}
        self._tags = {tag.name.casefold(): tag.id for tag in uow.tags.all()}
        self._companies = {company.name.casefold(): company.id for company in uow.companies.all()}
        self.criteria = {criterion.code: criterion for criterion in uow.criteria.all()}

    @property
    def first_lane(self) -> Lane:
        """Where a card lands whose place is not known."""
        return self.lanes[0]

    def lane(self, name: str) -> Lane:
        """The lane of this name; one of the same phase where the user renamed it; else the first."""
        lane = self._lane_of_name.get(name.casefold())
        if lane is None:
            phase = next((phase for its_name, phase in PROBLEM_LANES if its_name == name), "")
            lane = next((lane for lane in self.lanes if lane.phase == phase), self.first_lane)
            self._lane_of_name[name.casefold()] = lane
        return lane

    def has_lane(self, name: str) -> bool:
        """Whether a name is a lane here, one that lanes have from the start, or declined."""
        known = {*self._lane_of_name, *(name.casefold() for name, _ in PROBLEM_LANES), DECLINED}
        return name.casefold() in known

    def check_lanes(self, names: Iterable[str]) -> None:
        """Raises Refusal for what no card can be put into."""
        for name in names:
            if not self.has_lane(name):
                lanes = ", ".join(lane.name for lane in self.lanes)
                raise Refusal(f"There is no lane “{name}”.", f"Use one of {lanes}, or {DECLINED}.")

    def active_lane(self) -> Lane | None:
        """The last lane where work is under way."""
        return next((lane for lane in reversed(self.lanes) if lane.phase == "active"), None)

    def tag(self, name: str) -> int:
        """The number of a tag, made when it is new."""
        number = self._tags.get(name.casefold())
        if number is None:
            number = self._tags[name.casefold()] = self._uow.tags.add(Tag(0, name))
        return number

    def company(self, name: str) -> int | None:
        """The number of a company, made when it is new; None for no name."""
        if not name:
            return None
        number = self._companies.get(name.casefold())
        if number is None:
            number = self._companies[name.casefold()] = self._uow.companies.add(Company(0, name, self._uow.now))
        return number
