"""The edit form of a page: a tab for each language, then the facts that all languages share.

A tab holds the text columns of one language. Every field is bound to the right to edit its
language; facts belong to the authoritative one. Whoever lacks the right has a form without the
field, so a forged value is not accepted either (``django-permissionedforms``).
"""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
    get_form_for_model,
)

from mep_site.translations.languages import Language, authoritative, languages
from mep_site.translations.permissions import Right, permission

from .forms import PageForm

SLUG_HELP = _(
    "The last part of the page's address: small Latin letters, digits and hyphens. "
    "If it is left empty, it is made from the title."
)


def translated(*fields: str) -> list[Panel]:
    """Panels for translated fields of a row: a line for each field, a column for each language."""
    return [
        FieldRowPanel([text_panel(field, language) for language in languages()]) for field in fields
    ]


def text_panel(field: str, language: Language, **options: Any) -> FieldPanel:
    """The panel of a translated field in one language, for those who may edit that language."""
    return FieldPanel(
        language.column(field), permission=permission(Right.EDIT, language), **options
    )


def fact(field: str, **options: Any) -> FieldPanel:
    """The panel of what is the same in every language, for those who may edit the Chinese."""
    return FieldPanel(field, permission=permission(Right.EDIT, authoritative()), **options)


class RowsPanel(InlinePanel):
    """The rows of a page, each with the fields only that its user may edit.

    Wagtail's own panel hides a field whose permission is missing but leaves it in the form: a
    translator's save would then empty the Chinese words of every row.
    """

    def get_form_options(self) -> dict[str, Any]:
        """Pass the user and the permissions of the fields on to the forms of the rows."""
        options = super().get_form_options()
        row_options = self.child_edit_handler.get_form_options()
        options["formsets"][self.relation_name] |= {
            "inherit_kwargs": ["for_user"],
            "form": get_form_for_model(
                self.db_field.related_model,
                field_permissions=row_options.get("field_permissions"),
                defer_required_on_fields=row_options.get("defer_required_on_fields"),
            ),
        }
        return options


def page_tabs(texts: Sequence[str] = (), facts: Sequence[Panel | str] = ()) -> TabbedInterface:
    """The edit handler of a page type.

    ``texts`` are its translated fields after title and summary; ``facts`` are the panels of what
    is the same in every language.
    """
    tabs = [_language_tab(language, texts) for language in languages()]
    if facts:
        tabs.append(ObjectList(list(facts), heading=_("Facts")))
    tabs.append(_settings_tab())
    return TabbedInterface(tabs, base_form_class=PageForm)


def _language_tab(language: Language, texts: Sequence[str]) -> ObjectList:
    panels = [
        _title_panel(language),
        *(text_panel(field, language) for field in ("summary", *texts)),
    ]
    search_engines = MultiFieldPanel(
        [text_panel(field, language) for field in ("seo_title", "search_description")],
        heading=_("For search engines"),
        classname="collapsed",
    )
    return ObjectList([*panels, search_engines], heading=language.name)


def _title_panel(language: Language) -> FieldPanel:
    """The title; typing the English one proposes the slug."""
    column, needed = language.column("title"), permission(Right.EDIT, language)
    if language.code == "en":
        return TitleFieldPanel(column, permission=needed, placeholder=False)
    return FieldPanel(column, permission=needed, classname="title")


def _settings_tab() -> ObjectList:
    return ObjectList(
        [
            fact("slug", help_text=SLUG_HELP),
            fact("show_in_menus"),
            PublishingPanel(),
            CommentPanel(),
        ],
        heading=_("Settings"),
    )
