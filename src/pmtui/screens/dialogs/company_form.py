"""The forms for a new company and for changing one."""

from pmtui.domain.keys import company_key
from pmtui.screens.dialogs.field_form import FieldForm
from pmtui.services.companies import AddCompany, EditCompany
from pmtui.services.persona_views import CompanySheet
from pmtui.services.workspace import Command

FIELDS = (
    ("name", "Name", "the customer organisation or household"),
    ("tier", "Tier", "free, standard, enterprise, or a word of yours"),
    ("revenue", "Revenue", "money a year, such as 12000"),
    ("size", "Size", "people, such as 40"),
)


class CompanyForm(FieldForm):
    """The fields that both forms share."""

    FIELDS = FIELDS


class AddCompanyForm(CompanyForm):
    """Adds a company."""

    FORM = "add company"

    def __init__(self) -> None:
        super().__init__("Add a company", {name: "" for name, _, _ in FIELDS})

    def command(self) -> Command:
        """Add what is typed."""
        return AddCompany(**self.values())


class EditCompanyForm(CompanyForm):
    """Changes a company. What someone else changed meanwhile is not overwritten."""

    def __init__(self, sheet: CompanySheet) -> None:
        self._number = sheet.row.id
        super().__init__(f"Edit {company_key(self._number)}", sheet.texts)

    def form_name(self) -> str:
        """A draft for each company."""
        return f"edit {company_key(self._number)}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        changes = self.changes()
        return EditCompany(self._number, changes, self._before) if changes else None
