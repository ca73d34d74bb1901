"""Where a page, a list, a topic or a translation is followed by e-mail."""

from django import template
from django.urls import reverse

from mep_site.core.models import BasePage
from mep_site.translations.languages import active_language
from mep_site.visitors.mail import can_send_mail

from ..models import Subscription
from ..subjects import kinds_for

register = template.Library()


@register.simple_tag
def follow_address(page: BasePage | None, kind: str, query: str = "") -> str:
    """The address of the form on which a page is followed as ``kind``; empty if it cannot be.

    ``query`` are the filters of a list, with their question mark.
    """
    if not (page and page.pk and can_send_mail()):
        return ""
    if Subscription.Kind(kind) not in kinds_for(page, active_language()):
        return ""
    return reverse("follow_page", args=[page.pk]) + query


@register.simple_tag
def follow_topic_address(slug: str) -> str:
    """The address of the form on which a topic is followed; empty if the site sends no mail."""
    return reverse("follow_topic", args=[slug]) if can_send_mail() else ""
