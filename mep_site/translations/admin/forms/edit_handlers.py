"""The edit forms of a page, one in the scope of each language.

:func:`page_tabs` describes the whole page: a tab for each language, then the facts that all share.
Two versions are compared by it. Nobody is shown a form of it: :func:`edition_handler` cuts out what
belongs to one language. Every field asks for the permission to edit its language all the same, so
that no other path can write what its user may not (``django-permissionedforms``).
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PanelGroup,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
    get_form_for_model,
)

from ...content.columns import text_fields
from ...languages import Language, authoritative, in_order_of_slugs, languages
from ...permissions import PermissionType, permission
from ...publishing.redirects import notice_on_addresses
from .forms import RowForm, SourceForm, TranslationForm
from .panels import ChangePanel, EditionTabs, StartPanel, UnitsPanel

SLUG_HELP = _(
    "The last part of the page’s address: small Latin letters, digits and hyphens. "
    "If it is left empty, it is made from the title."
)

TITLE = _("Title")


def translated(*fields: str) -> list[Panel]:
    """Panels for translated fields of a row: a line for each field, a column for each language."""
    return [
        FieldRowPanel([text_panel(field, language) for language in languages()]) for field in fields
    ]


def text_panel(field: str, language: Language, **options: Any) -> FieldPanel:
    """The panel of a translated field in one language, for those who may edit that language."""
    return FieldPanel(
        language.column(field), permission=permission(PermissionType.EDIT, language), **options
    )


def fact(field: str, panel: type[FieldPanel] = FieldPanel, **options: Any) -> FieldPanel:
    """The panel of what is the same in every language, for those who may edit the Chinese."""
    return panel(field, permission=permission(PermissionType.EDIT, authoritative()), **options)


class SlugPanel(FieldPanel):
    """The last part of the address; says what becomes of the public addresses if it changes."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.bound_field and self.instance.pk:
                notice = notice_on_addresses(self.instance)
                self.help_text = f"{self.help_text} {notice}".strip()


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
                form_class=RowForm,
                field_permissions=row_options.get("field_permissions"),
                # Wagtail's form takes an empty list for rows without a text, but not nothing.
                defer_required_on_fields=row_options.get("defer_required_on_fields", []),
            ),
        }
        return options


class PageTabs(TabbedInterface):
    """The panels of a whole page; remembers the parts from which those of an edition are made."""

    def __init__(
        self,
        *args: Any,
        texts: Sequence[str] = (),
        facts: Sequence[Panel] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.texts, self.facts = tuple(texts), tuple(facts)

    def clone_kwargs(self) -> dict[str, Any]:
        return super().clone_kwargs() | {"texts": self.texts, "facts": self.facts}

    def get_form_options(self) -> dict[str, Any]:
        """Leave out columns that are not there, at which Wagtail's own check would break off.

        A text that is not registered has none; the check of the page types says so.
        """
        options = super().get_form_options()
        columns = {language.column(text) for text in self.texts for language in languages()}
        absent = columns - {field.name for field in self.model._meta.get_fields()}
        options["fields"] = [name for name in options["fields"] if name not in absent]
        return options


def page_tabs(texts: Sequence[str] = (), facts: Sequence[Panel] = ()) -> PageTabs:
    """The edit handler of a page type.

    ``texts`` are its translated fields after title and summary; ``facts`` are the panels of what
    is the same in every language.
    """
    tabs = [_language_tab(language, texts) for language in languages()]
    if facts:
        tabs.append(ObjectList(list(facts), heading=_("Facts")))
    tabs.append(_settings_tab())
    return PageTabs(tabs, base_form_class=SourceForm, texts=texts, facts=facts)


@cache
def edition_handler(model: type[Model], language: Language, is_source_language: bool) -> Panel:
    """The panels of one edition of a page type.

    The source language has its texts, the facts, the structure and the settings; a translation has
    a field for each text beside its source. Whether the user may edit the language is the view's to
    check, so these panels ask for no permission.
    """
    tabs = _source_tabs(model, language) if is_source_language else _translation_tabs(language)
    form_class = SourceForm if is_source_language else TranslationForm
    return EditionTabs(tabs, base_form_class=form_class).bind_to_model(model)


class ScopedPanels:
    """For views that edit a page: the panels of one language in place of those of the whole page.

    The view knows ``page_class``, ``language`` and ``is_source_language``. Wagtail's views assign
    the panels of the page type to ``edit_handler`` and make their form from what they read back.
    """

    @property
    def edit_handler(self) -> Panel:
        return edition_handler(self.page_class, self.language, self.is_source_language)

    @edit_handler.setter
    def edit_handler(self, handler: Panel) -> None:
        pass


def _source_tabs(model: type[Model], language: Language) -> list[Panel]:
    parts: PageTabs = model.edit_handler
    first = _language_tab(language, parts.texts)
    first.children = [StartPanel(), *first.children]
    whole = [first]
    if parts.facts:
        whole.append(ObjectList(list(parts.facts), heading=_("Facts")))
    change = ObjectList([ChangePanel()], heading=_("Translations"))
    tabs = [_scoped(tab, language, model) for tab in [*whole, _settings_tab()]]
    return [*tabs, change]


def _translation_tabs(language: Language) -> list[Panel]:
    settings = ObjectList([PublishingPanel()], heading=_("Settings"))
    return [ObjectList([UnitsPanel()], heading=language.name), settings]


def _scoped(panel: Panel, language: Language, model: type[Model]) -> Panel:
    """A copy of a panel without what belongs to other languages, and without permissions."""
    options = panel.clone_kwargs()
    if isinstance(panel, RowsPanel):
        row_model = getattr(model, panel.relation_name).rel.related_model
        options["panels"] = _scoped_all(row_model.panels, language, row_model)
    elif isinstance(panel, PanelGroup):
        options["children"] = _scoped_all(panel.children, language, model)
    if "permission" in options:
        options["permission"] = None
    return type(panel)(**options)


def _scoped_all(panels: Sequence[Panel], language: Language, model: type[Model]) -> list[Panel]:
    foreign = {
        other.column(field.name)
        for field in text_fields(model)
        for other in languages()
        if other != language
    }
    scoped = [
        _scoped(panel, language, model)
        for panel in panels
        if getattr(panel, "field_name", None) not in foreign
    ]
    return [panel for panel in scoped if getattr(panel, "children", True)]


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
    """The title; typing the one that slugs are made from first, the English, proposes the slug."""
    column, needed = language.column("title"), permission(PermissionType.EDIT, language)
    if language == in_order_of_slugs()[0]:
        return TitleFieldPanel(column, permission=needed, placeholder=TITLE)
    # The field has no border: without a placeholder nobody would find it while it is empty.
    widget = forms.TextInput(attrs={"placeholder": TITLE})
    return FieldPanel(column, permission=needed, classname="title", widget=widget)


def _settings_tab() -> ObjectList:
    return ObjectList(
        [
            SlugPanel(
                "slug",
                permission=permission(PermissionType.EDIT, authoritative()),
                help_text=SLUG_HELP,
            ),
            fact("show_in_menus"),
            PublishingPanel(),
            CommentPanel(),
        ],
        heading=_("Settings"),
    )
