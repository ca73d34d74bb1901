"""Views of Wagtail's that trust whoever may enter the admin, and what is asked before them here.

Wagtail takes everybody in the admin for a colleague who may know the titles of all pages and the
names of all rows, and what is sent for what its own forms send. A guard answers before the view is
asked, and stands here only where the view can't be replaced by one of ours.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

import swapper
from django.apps import apps
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.auth import require_admin_access
from wagtail.models import AbstractPage, Task
from wagtail.permissions import policy_registry

from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, languages_for

from .sending import View

Guard = Callable[..., bool]
# Django's ``redirect`` takes anything else for the name of a view.
ADDRESS = re.compile("[/.]")
# PostgreSQL's largest bigint, as SQLite's; a larger number is an error there.
LARGEST_KEY = 2**63
ANY = ("add", "change", "delete", "view")


def guarded(view: View) -> View:
    """Refuse, as Wagtail does, whom the guard of a view does not let pass."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        guard = GUARDS.get(request.resolver_match.view_name)
        if request.user.is_authenticated:
            _look_at_parameters(request)
            if guard and not guard(request, **kwargs):
                return _refused(request)
        return view(request, *args, **kwargs)

    return answer


def _look_at_parameters(request: HttpRequest) -> None:
    """``BadRequest`` for what no view can do anything with.

    That is NUL, which PostgreSQL can't look for, and a word that the answer is to lead to, as
    Django takes it for the name of a view.
    """
    if any("\0" in value for _name, values in request.GET.lists() for value in values):
        raise BadRequest
    for sent in (request.GET, request.POST):
        if not ADDRESS.search(sent.get("next") or "/"):
            raise BadRequest


@require_admin_access
def _refused(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def may_look_for_pages(request: HttpRequest) -> bool:
    """Whoever is in the admin may look for a page to link to; ``BadRequest`` for no numbers."""
    keys_in(request, "target_pages[]", _pages(), other="")
    return True


def may_choose_below(request: HttpRequest, parent_page_id: int) -> bool:
    """Whether the page in which somebody looks for one to link to is one they may choose."""
    return may_look_for_pages(request) and _are_choosable(request, [parent_page_id])


def may_choose_all(request: HttpRequest) -> bool:
    """Whether the pages that were chosen are such as the user may choose."""
    return _are_choosable(request, keys_in(request, "id", _pages()))


def _are_choosable(request: HttpRequest, keys: list[Any]) -> bool:
    pages = _pages()
    choosable = policy_registry.get_by_type(pages).choosable_instances(request.user)
    chosen = pages.objects.filter(pk__in=keys)
    return not chosen.exclude(pk__in=choosable.order_by().values("pk")).exists()


def _pages() -> type[AbstractPage]:
    return swapper.load_model("wagtailcore", "Page")


def keys_in(
    request: HttpRequest, name: str, model: type[Model], other: str | None = None
) -> list[Any]:
    """The keys of rows that a parameter names; ``BadRequest`` if one can't be a key.

    ``other`` is what the view takes in the place of a key.
    """
    sent = [each for each in request.GET.getlist(name) if each != other]
    try:
        keys = [model._meta.pk.to_python(each) for each in sent]
    except ValidationError as none:
        raise BadRequest from none
    if any(isinstance(key, int) and not 0 <= key < LARGEST_KEY for key in keys):
        raise BadRequest
    return keys


def names_rows(label: str) -> Guard:
    """What is chosen of this model is named by keys."""

    def guard(request: HttpRequest, **kwargs: Any) -> bool:
        keys_in(request, "id", apps.get_model(label))
        return True

    return guard


def may_edit_page(request: HttpRequest, page_id: int) -> bool:
    """Whether the user may edit the page, or publish it, in some language."""
    page = get_object_or_404(_pages(), pk=page_id)
    permissions = page.permissions_for_user(request.user)
    return permissions.can_edit() or permissions.can_publish()


def may_tend_tasks(request: HttpRequest, **kwargs: Any) -> bool:
    """Whether the user may do something with the tasks of workflows."""
    return policy_registry.get_by_type(Task).user_has_any_permission(request.user, ANY)


def may_act_on_some(request: HttpRequest, app_label: str, model_name: str, action: str) -> bool:
    """Whether the user may do something with some rows of what an action is about."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as unknown:
        raise Http404 from unknown
    keys_in(request, "id", model, other="all")
    # The page or the collection in which all are meant; both have numbers.
    for key in keys_in(request, "childOf", _pages()):
        if model is _pages():
            get_object_or_404(model, pk=key)
    if model is Edition:
        return bool(languages_for(request.user, PermissionType.EDIT))
    return policy_registry.get_by_type(model).user_has_any_permission(request.user, ANY)


def may_test_errors(request: HttpRequest) -> bool:
    """Whether the user may let the server fail, to see whether anybody is told."""
    return request.user.is_superuser


def may_preview_setting(request: HttpRequest, **kwargs: Any) -> bool:
    """Nobody: no setting has a preview, and Wagtail makes a row of it before it finds that out."""
    return False


def is_not_offered(request: HttpRequest, **kwargs: Any) -> bool:
    """Nobody: to the site the address does not exist.

    A chooser has no form to make a country or a topic with. A picture is shown in any size to try
    out its address, and the site has no such addresses.
    """
    raise Http404


def may_give_address(request: HttpRequest) -> bool:
    """Whoever is in the admin may; ``BadRequest`` for a form without an address."""
    if request.method == "POST" and "external-link-chooser-url" not in request.POST:
        raise BadRequest
    return may_give_link(request)


def may_give_link(request: HttpRequest) -> bool:
    """Whoever is in the admin may; ``BadRequest`` where the way back leads to no page."""
    keys_in(request, "parent_page_id", _pages(), other="")
    return True


def may_import_redirects(request: HttpRequest) -> bool:
    """Whether the user may, and sends what was signed here; Wagtail fails where it was not."""
    if not request.user.has_perm("wagtailredirects.add_redirect"):
        return False
    for name in ("import_file_name", "input_format"):
        try:
            Signer().unsign(request.POST.get(name, ""))
        except BadSignature as forged:
            raise BadRequest from forged
    return True


# By the name of the view.
GUARDS: dict[str, Guard] = {
    "wagtailadmin_choose_page": may_look_for_pages,
    "wagtaildocs_chooser:chosen_multiple": names_rows("media.SiteDocument"),
    "wagtailimages_chooser:chosen_multiple": names_rows("media.SiteImage"),
    "wagtailsnippetchoosers_countries_country:chosen_multiple": names_rows("countries.Country"),
    "wagtailsnippetchoosers_topics_topic:chosen_multiple": names_rows("topics.Topic"),
    "wagtailadmin_choose_page_child": may_choose_below,
    "wagtailadmin_choose_page_chosen_multiple": may_choose_all,
    "wagtailadmin_pages:confirm_workflow_cancellation": may_edit_page,
    "wagtailadmin_workflows:task_chooser": may_tend_tasks,
    "wagtailadmin_workflows:task_chooser_results": may_tend_tasks,
    "wagtailadmin_workflows:task_chooser_create": may_tend_tasks,
    "wagtailadmin_workflows:task_chosen": may_tend_tasks,
    "wagtail_bulk_action": may_act_on_some,
    "wagtailadmin_error_test": may_test_errors,
    "wagtailsettings:preview_on_edit": may_preview_setting,
    "wagtailsnippetchoosers_countries_country:create": is_not_offered,
    "wagtailsnippetchoosers_topics_topic:create": is_not_offered,
    "wagtailimages:preview": is_not_offered,
    "wagtailadmin_choose_page_external_link": may_give_address,
    "wagtailadmin_choose_page_email_link": may_give_link,
    "wagtailadmin_choose_page_phone_link": may_give_link,
    "wagtailadmin_choose_page_anchor_link": may_give_link,
    "wagtailredirects:process_import": may_import_redirects,
}
