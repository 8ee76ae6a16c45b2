"""What can be done with personas and companies."""

from pmtui.domain.keys import Kind, persona_key
from pmtui.screens.asking import asks
from pmtui.screens.list_screen import DetailScreen
from pmtui.screens.page import Page


class PersonaVerbs(DetailScreen):
    """The actions on the selected personas or companies, or on the one under the cursor."""

    @property
    def shows_companies(self) -> bool:
        """Whether they are companies."""
        raise NotImplementedError

    @asks
    async def action_edit_persona(self) -> None:
        """Edit what is under the cursor."""
        from pmtui.screens.dialogs.company_form import EditCompanyForm
        from pmtui.screens.dialogs.persona_form import EditPersonaForm
        from pmtui.services.persona_lists import company_sheet, persona_sheet

        number = self.current()
        if number is not None and self.shows_companies:
            await self.answer_of(EditCompanyForm(await self.workspace.ask(company_sheet, number)))
        elif number is not None:
            await self.answer_of(EditPersonaForm(await self.workspace.ask(persona_sheet, number)))

    def action_delete_persona(self) -> None:
        """Delete what is picked."""
        from pmtui.services.companies import DeleteCompanies
        from pmtui.services.personas import DeletePersonas

        if numbers := self.picked():
            self.request(DeleteCompanies(numbers) if self.shows_companies else DeletePersonas(numbers))

    @asks
    async def action_connect_persona(self) -> None:
        """Link the picked personas to a problem, change what a link says, or take it off."""
        from pmtui.screens.dialogs.choose import Choice
        from pmtui.screens.dialogs.persona_link import ChooseLink, PersonaLinkForm, Wanted, link_choices
        from pmtui.services.persona_lists import persona_sheet, problems_to_link
        from pmtui.services.personas import UnlinkPersonas, personas_in_words

        numbers, current = self.picked(), self.current()
        if self.shows_companies or current is None:
            return
        links = (await self.workspace.ask(persona_sheet, current)).problems if numbers == (current,) else ()

        async def find(words: str) -> list[Choice[Wanted]]:
            found = await self.workspace.ask(problems_to_link, words)
            wanted = words.casefold().split()
            off = [link for link in links if all(word in f"take {link.title} off".casefold() for word in wanted)]
            return link_choices(Kind.PROBLEM, found, links, off)

        chosen = await self.answer_of(
            ChooseLink(f"Link {personas_in_words(numbers)} to", find, "Type words of a problem")
        )
        if chosen is None:
            return
        if chosen.off:
            self.request(UnlinkPersonas((chosen.number,), numbers))
        else:
            await self.answer_of(PersonaLinkForm((chosen.number,), numbers, chosen.link))

    def pages(self) -> list[Page]:
        """The sheet of the persona under the cursor."""
        from pmtui.services.persona_pages import persona_markdown

        number = self.current()
        if number is None or self.shows_companies:
            return []
        key = persona_key(number)
        return [Page(f"Persona {key}", f"{key}.md", lambda: self.workspace.ask(persona_markdown, number))]
