"""How the admin is told about languages: permissions, views, buttons, log entries."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.permissions import policy_registry

from .admin.actions.bulk import PublishEditionsBulkAction, UnpublishEditionsBulkAction
from .admin.actions.deleting import EditionDeleteBulkAction
from .admin.editing.menus import ReturnTranslationMenuItem, SubmitTranslationMenuItem, scope_menu
from .admin.editing.sessions import ping
from .admin.forms.page_links import register_known_page_links
from .admin.listing.publications import PublicationFormatter
from .languages import languages
from .permissions import APP_LABEL, PermissionType, codename
from .publishing.credits import PUBLISHED
from .publishing.source_language import ACTION as SOURCE_LANGUAGE

hooks.register("construct_page_action_menu", scope_menu)
# After Wagtail's own rule, of which one part is replaced.
hooks.register("register_rich_text_features", register_known_page_links, order=1)


@hooks.register("register_permissions")
def register_language_permissions() -> QuerySet[Permission]:
    """The permissions to edit, submit and publish the texts of each language."""
    codenames = [
        codename(permission, language) for permission in PermissionType for language in languages()
    ]
    return Permission.objects.filter(content_type__app_label=APP_LABEL, codename__in=codenames)


@hooks.register("register_admin_viewset")
def register_page_views() -> PageViewSet:
    """The views of pages in the scope of a language."""
    from .admin.viewset import page_viewset

    return page_viewset


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """What the edit view asks and reports, and a change of the source language."""
    from .admin.actions.changing_source import MakeChineseTheSourceView
    from .admin.editing.questions import OpenUnitsView

    patterns = [
        path("<int:page_id>/<str:code>/sessions/<int:session_id>/", ping, name="ping"),
        path("<int:page_id>/source/", MakeChineseTheSourceView.as_view(), name="make_source"),
        path("<int:page_id>/open/<str:step>/", OpenUnitsView.as_view(), name="open_units"),
    ]
    return [path("editions/", include((patterns, "editions")))]


@hooks.register("construct_page_chooser_queryset")
def choosable_pages(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """Only pages to which the user may link; Wagtail shows the drafts and private pages of all."""
    policy = policy_registry.get_by_type(pages.model)
    return pages.filter(pk__in=policy.choosable_instances(request.user).order_by().values("pk"))


@hooks.register("construct_admin_api")
def register_api(router: Any) -> None:
    """Actions of the admin's API that know languages."""
    from .admin.actions.api import EditionsAPIViewSet

    router.register_endpoint("pages", EditionsAPIViewSet)


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("register_page_action_menu_item")
def register_submit() -> ActionMenuItem:
    """The button that hands a translation to the publishers."""
    return SubmitTranslationMenuItem(order=60)


@hooks.register("register_page_action_menu_item")
def register_return() -> ActionMenuItem:
    """The button that hands a translation back."""
    return ReturnTranslationMenuItem(order=70)


@hooks.register("register_log_actions", order=1)
def register_publication(actions: LogActionRegistry) -> None:
    """The publication of a translation, with its making; after Wagtail has registered its own."""
    actions.register_action(PUBLISHED)(PublicationFormatter)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """The steps of translations, and the hand-over of a page to its Chinese text."""
    actions.register_action(
        "translations.set_aside",
        _("Set a version aside"),
        _("Not saved over a newer version, but kept here"),
    )
    actions.register_action(
        "translations.submit", _("Submit a translation"), _("Translation submitted")
    )

    actions.register_action(
        SOURCE_LANGUAGE,
        _("Make Chinese the source language"),
        _("Chinese is the source language from now on"),
    )

    @actions.register_action("translations.return")
    class ReturnFormatter(LogFormatter):
        """Shows what is to be done."""

        label = _("Return a translation")
        message = _("Translation returned")

        def format_comment(self, log_entry: Any) -> str:
            return log_entry.data.get("comment", "")


for bulk_action in (
    EditionDeleteBulkAction,
    PublishEditionsBulkAction,
    UnpublishEditionsBulkAction,
):
    # After Wagtail's own: the one that is registered last does what goes by its name.
    hooks.register("register_bulk_action", bulk_action, order=1)
