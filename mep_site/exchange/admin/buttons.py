"""The buttons of a page that lead to its export, and to the import."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button
from wagtail.models import AbstractPage

from mep_site.translations.permissions import PermissionType, languages_for


def exchange_buttons(
    page: AbstractPage, user: AbstractBaseUser, *args: str, **options: str
) -> Iterator[Button]:
    """Export and import, for whoever may edit some language of the page."""
    languages = languages_for(user, PermissionType.EDIT)
    if page.is_root() or not languages or not page.permissions_for_user(user).can_edit():
        return
    query = {"page": page.pk}
    if page.edition_language in languages:
        query["language"] = page.edition_language.code
    url = f"{reverse('exchange:export')}?{urlencode(query)}"
    yield Button(_("Export for translation"), url, icon_name="download", priority=80)
    yield Button(
        _("Import a translation"), reverse("exchange:index"), icon_name="upload", priority=81
    )
