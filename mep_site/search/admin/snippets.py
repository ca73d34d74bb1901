"""Search terms and editors' picks in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from mep_site.translations.languages import languages

from ..models import Pick, Term
from ..registry import viewsets


class UnchosenViewSet(SnippetViewSet):
    """Views of what no page refers to, without those to choose it, which everybody may open."""

    def register_chooser_viewset(self) -> None:
        """Leave the choosers out."""


class TermViewSet(UnchosenViewSet):
    """The names that mean the same, with a group of fields for each language."""

    model = Term
    icon = "tag"
    list_display = [language.column("name") for language in languages()]
    search_fields = [
        language.column(field)
        for field in ("name", "abbreviation", "synonyms")
        for language in languages()
    ]
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel(language.column("name")),
                        FieldPanel(language.column("abbreviation")),
                    ]
                ),
                FieldPanel(language.column("synonyms")),
            ],
            heading=language.name,
        )
        for language in languages()
    ]


class PickViewSet(UnchosenViewSet):
    """Pages that stand first for some searches."""

    model = Pick
    icon = "pick"
    list_display = ["__str__", "language", "page", "since", "until"]
    list_filter = ["language"]
    panels = [
        FieldPanel("page"),
        FieldPanel("language"),
        FieldPanel("queries"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]


class SearchViewSetGroup(SnippetViewSetGroup):
    """All that editors tell the search, under one entry of the menu."""

    menu_label = _("Site search")
    menu_icon = "search"
    menu_order = 800

    @property
    def items(self) -> list[type[SnippetViewSet]]:
        """The lists of the search, and those of other apps."""
        return [TermViewSet, PickViewSet, *viewsets()]
