"""What stands at the end of a page: since when it is public, and how it changed."""

from django import template
from django.template.context import Context
from wagtail.models import AbstractPage, Site

from mep_site.proposals.labels import MachineLabel, machine_label
from mep_site.translations.languages import active_language
from mep_site.translations.models import AuthoritativeChange, Edition
from mep_site.translations.reading.freshness_notice import (
    FreshnessNotice,
    material_changes,
    with_note,
)

register = template.Library()


@register.simple_tag
def live_edition(page: AbstractPage | None) -> Edition | None:
    """The edition of a page that the public reads in the active language."""
    edition = page.edition_in(active_language()) if page and page.pk else None
    return edition if edition and edition.is_live else None


@register.simple_tag(takes_context=True)
def public_changes(context: Context, edition: Edition) -> list[AuthoritativeChange]:
    """The changes of the Chinese text that an edition has gone through, as far as they have a note.

    Newest first. What a translation does not follow yet is said at the top of its page.
    """
    if not edition.updated_at:
        return []
    freshness_notice: FreshnessNotice | None = context.get("freshness_notice")
    ahead = {change.pk for change in freshness_notice.changes} if freshness_notice else set()
    changes = material_changes(context["page"]).filter(published_at__gt=edition.first_published_at)
    return [change for change in with_note(changes) if change.pk not in ahead]


@register.simple_tag(takes_context=True)
def label_of_machine(context: Context) -> MachineLabel | None:
    """How many texts of the page in the active language a machine has proposed, if that is said."""
    site = Site.find_for_request(context["request"])
    return machine_label(context["page"], active_language(), site.pk) if site else None
