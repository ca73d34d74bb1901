"""The view that hands texts out: which pages, into which language, in which form."""

from collections.abc import Iterable
from typing import Any

import swapper
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.models import AbstractPage
from wagtail.permissions import policy_registry

from mep_site.translations.languages import Language, get_language
from mep_site.translations.models import Edition

from ..exporting import EXPORTS, NothingToExportError, export, in_section, may_export, record
from ..formats.archives import archive_of
from .rights import BelowOverview

# More take longer than somebody waits; a command knows no limit.
MOST_PAGES = 200


class ExportChoiceForm(forms.Form):
    """Into which language and in which form; ``below`` asks for the pages below, too."""

    language = forms.ChoiceField(label=gettext_lazy("Language"), widget=forms.RadioSelect)
    below = forms.BooleanField(label=gettext_lazy("Also the pages below them"), required=False)
    format = forms.ChoiceField(
        label=gettext_lazy("File"), widget=forms.RadioSelect, initial=next(iter(EXPORTS))
    )

    def __init__(self, *args: Any, languages: list[Language], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["format"].choices = [
            (each.name, f"{each.label}: {each.explanation}") for each in EXPORTS.values()
        ]
        if languages:
            self.fields["language"].choices = [(each.code, each.name) for each in languages]
            translated = [each for each in languages if not each.is_authoritative]
            self.fields["language"].initial = (translated or languages)[0].code
        else:
            del self.fields["language"], self.fields["below"]


class ExportView(BelowOverview, FormView):
    """Exports the editions ``?edition=…``, or the pages ``?page=…`` in a language to be chosen."""

    template_name = "exchange/export.html"
    page_title = gettext_lazy("Export texts")
    header_icon = "download"
    form_class = ExportChoiceForm

    @cached_property
    def editions(self) -> list[Edition]:
        """Those that the address names; ``PermissionDenied`` if one is in none of the languages."""
        found = Edition.objects.filter(
            pk__in=self._numbers("edition"), page__in=self._explored.order_by().values("pk")
        ).select_related("page")
        editions = list(found.order_by("page__path", "pk"))
        own = {each.code for each in self.languages}
        if any(each.language not in own for each in editions):
            raise PermissionDenied(_("You have no permission to edit texts in this language."))
        return editions

    @cached_property
    def pages(self) -> list[AbstractPage]:
        """The pages that the address names."""
        pages = self._explored.filter(depth__gt=1, pk__in=self._numbers("page"))
        return list(pages.order_by("path"))

    @property
    def _explored(self) -> QuerySet[AbstractPage]:
        """The pages that the user finds in the admin; of others no title is shown."""
        policy = policy_registry.get_by_type(swapper.load_model("wagtailcore", "Page"))
        return policy.explorable_instances(self.request.user)

    def _numbers(self, name: str) -> list[str]:
        sent = self.request.GET.getlist(name) + self.request.POST.getlist(name)
        return [each for each in sent if each.isdecimal() and len(each) < 10]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer the languages that the user may edit, where the address names none."""
        return super().get_form_kwargs() | {"languages": [] if self.editions else self.languages}

    def get_initial(self) -> dict[str, Any]:
        """The language that the address proposes."""
        return super().get_initial() | {
            name: self.request.GET[name]
            for name in ("language", "below")
            if name in self.request.GET
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is to be exported."""
        sent = self.request.GET.getlist("edition"), self.request.GET.getlist("page")
        return super().get_context_data(**kwargs) | {
            "editions": self.editions,
            "pages": self.pages,
            "sent": {"edition": sent[0], "page": sent[1]},
        }

    def form_valid(self, form: ExportChoiceForm) -> HttpResponse:
        """Hand out the file; say so if there is nothing in it or too much."""
        chosen = self._chosen(form)
        count = sum(len(pages) for pages in chosen.values())
        if count > MOST_PAGES:
            form.add_error(None, _too_many(count))
            return self.form_invalid(form)
        try:
            return self._answer(chosen, form.cleaned_data["format"])
        except NothingToExportError as reason:
            form.add_error(None, str(reason))
            return self.form_invalid(form)

    def _chosen(self, form: ExportChoiceForm) -> dict[Language, list[AbstractPage]]:
        """The pages by language, as far as the user may edit them."""
        if self.editions:
            pages = {
                language: [each.page for each in self.editions if each.language == language.code]
                for language in self.languages
            }
            return {each: self._allowed(found, each) for each, found in pages.items() if found}
        language = get_language(form.cleaned_data["language"])
        found = self.pages
        if form.cleaned_data["below"]:
            every = swapper.load_model("wagtailcore", "Page").objects.all()
            found = {page.pk: page for above in found for page in in_section(every, above)}.values()
        return {language: self._allowed(found, language)}

    def _allowed(self, pages: Iterable[AbstractPage], language: Language) -> list[AbstractPage]:
        return [each for each in pages if may_export(self.request.user, each, language)]

    def _answer(self, chosen: dict[Language, list[AbstractPage]], name: str) -> HttpResponse:
        made = {language: export(pages, language, name) for language, pages in chosen.items()}
        if not made:
            raise NothingToExportError(_("You have chosen no page."))
        for language, each in made.items():
            record(each, language, name, self.request.user)
        file = next(iter(made.values()))
        content, media_type, title = file.content, file.media_type, file.name
        if len(made) > 1:
            content = archive_of((each.name, each.content) for each in made.values())
            media_type, title = "application/zip", "texts.zip"
        disposition = {"Content-Disposition": f'attachment; filename="{title}"'}
        return HttpResponse(content, content_type=media_type, headers=disposition)


def _too_many(count: int) -> str:
    return ngettext(
        "That is %(count)d page, and %(most)d is the most. Choose one section after the other.",
        "That is %(count)d pages, and %(most)d is the most. Choose one section after the other.",
        count,
    ) % {"count": count, "most": MOST_PAGES}
