"""What people come to do, and where they do it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from mep_site.core.blocks.links import LoadedPageChooser, TelephoneBlock
from mep_site.core.models import BasePage
from mep_site.telephones import telephones_in

from .section import HomeSection, Value, can_be_read

WAYS = ("page", "url", "telephone")


class ServiceValue(blocks.StructValue):
    """A service with the address that it leads to."""

    @property
    def href(self) -> str:
        """The page, the other site or the telephone; empty if the page cannot be read here."""
        if number := self.get("telephone"):
            plain = f"tel:{number.replace(' ', '')}"
            return next((found.href for found in telephones_in(number)), plain)
        page = self.get("page")
        return self.get("url") or (page.get_url() if can_be_read(page) else "")


class ServiceBlock(blocks.StructBlock):
    """One thing that people come to do."""

    name = blocks.CharBlock(label=_("Name"), help_text=_("Such as “Report pollution”."))
    text = blocks.CharBlock(
        label=_("Explanation"), required=False, help_text=_("A few words about it.")
    )
    page = LoadedPageChooser(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Address on another site"), required=False)
    telephone = TelephoneBlock(
        label=_("Telephone"),
        required=False,
        help_text=_("A hotline, such as 12369; it is dialled at a touch."),
    )

    class Meta:
        value_class = ServiceValue

    def clean(self, value: Value) -> ServiceValue:
        """Refuse a service that leads nowhere, or to two places; a draft may."""
        value = super().clean(value)
        if not self.is_deferred_validation and sum(bool(value.get(way)) for way in WAYS) != 1:
            raise blocks.StructBlockValidationError(
                non_block_errors=ErrorList(
                    [ValidationError(_("Choose a page, or enter an address or a telephone."))]
                )
            )
        return value


class ServicesSection(HomeSection):
    """The services in the order of the editor."""

    usual_heading = _("Services")

    services = blocks.ListBlock(ServiceBlock(label=_("Service")), label=_("Services"))

    class Meta:
        icon = "tick-inverse"
        label = _("Services")
        description = _("What people come to do: reports, enquiries, permits, hotlines.")
        template = "home/sections/services.html"
        preview_value = {
            "services": [
                {"name": "Report pollution", "text": "By day and night", "telephone": "12369"}
            ]
        }

    def pages(self, value: Value) -> Iterable[BasePage | None]:
        return [service.get("page") for service in value["services"]]

    def entries(self, value: Value) -> Sequence[Any]:
        """The services that lead somewhere in the active language."""
        return [service for service in value["services"] if service.href]
