"""The gate before a material change of the Chinese: who publishes it has just proved who they are.

A change is material unless the publisher calls it editorial. What is new in a Chinese text that the
public reads has consequences under the ministry's name; a session that was left open must not be
enough for it. The draft is saved before the gate is asked, so nothing that was typed is lost.
"""

from allauth.core import context
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.utils import set_query_params

from mep_site.translations.admin.scope import edit_url
from mep_site.translations.content.content import Content
from mep_site.translations.publishing.changes import kind_of_change
from mep_site.translations.publishing.gates import RefusedAtGateError, WantedPublication
from mep_site.translations.publishing.updates import is_update

from .adapters import way_to_confirm
from .sessions import confirmed_recently


def refuse_unless_confirmed(wanted: WantedPublication) -> None:
    """:class:`RefusedAtGateError` if a material change is wanted by who signed in some time ago.

    Programs, and the schedule that carries out what was approved before, have nobody to ask.
    """
    request: HttpRequest | None = context.request
    if request is None or wanted.user is None or not is_material(wanted):
        return
    if confirmed_recently(request, wanted.user):
        return
    back = _way_back(wanted, request)
    raise RefusedAtGateError(
        _(
            "This changes the content of a Chinese text that is public, and you signed in more "
            "than 30 minutes ago. Confirm that it is you, then publish it."
        ),
        set_query_params(way_to_confirm(wanted.user), {REDIRECT_FIELD_NAME: back}),
        _("Confirm that it is you"),
    )


def is_material(wanted: WantedPublication) -> bool:
    """Whether readers of the Chinese text find another one, and it is not called editorial."""
    stored = wanted.page
    return (
        wanted.language.is_authoritative
        and stored.live
        and is_update(
            Content.of(stored), wanted.content, wanted.language, kind_of_change(wanted.content)
        )
    )


def _way_back(wanted: WantedPublication, request: HttpRequest) -> str:
    """Where to go on: a bulk action asks again what it is to do, all else begins in the form."""
    if request.resolver_match.url_name == "wagtail_bulk_action":
        return request.get_full_path()
    return edit_url(wanted.page, wanted.language)
