"""The page in the menu: a file is sent here, and what went to and fro is listed."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, UserColumn
from wagtail.admin.views.generic import IndexView

from mep_site.translations.permissions import PermissionType, languages_for

from ..exporting import EXPORTS
from ..formats.intake import read_file
from ..importing.planning import refuse_foreign
from ..models import Transfer
from ..texts.returned import ReturnedDocument, UnreadableError
from .rights import ForWritersOnly


class SendFileForm(forms.Form):
    """A file with texts."""

    file = forms.FileField(
        label=gettext_lazy("File with translations"),
        help_text=gettext_lazy(
            "XLIFF 1.2 or 2.0, PO, a Word table that was exported here, or a ZIP of these. You see "
            "what would change before anything is saved, and nothing is published."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff,.po,.docx,.zip"}),
    )


class OutcomeColumn(Column):
    """What became of an import, and the way to one that waits."""

    cell_template_name = "exchange/outcome_cell.html"


class ExchangeView(ForWritersOnly, IndexView):
    """Takes files in, and lists what was exported and imported in the user's languages."""

    model = Transfer
    page_title = gettext_lazy("Exchange of texts")
    header_icon = "rotate"
    template_name = "exchange/index.html"
    index_url_name = "exchange:index"
    index_results_url_name = "exchange:index_results"
    any_permission_required = None
    default_ordering = "-made_at"
    paginate_by = 30
    columns = [
        DateColumn("made_at", label=gettext_lazy("Date"), sort_key="made_at"),
        Column("get_direction_display", label=pgettext_lazy("of texts", "Direction")),
        OutcomeColumn("file_name", label=gettext_lazy("File")),
        Column("get_language_display", label=gettext_lazy("Language"), sort_key="language"),
        Column("pages", label=gettext_lazy("Pages")),
        Column("texts", label=pgettext_lazy("how many", "Texts")),
        UserColumn("user", label=gettext_lazy("By")),
    ]

    def get_base_queryset(self) -> QuerySet[Transfer]:
        """Those in the user's languages."""
        return Transfer.objects.for_user(self.request.user).defer("content").select_related("user")

    @cached_property
    def send_form(self) -> SendFileForm:
        return SendFileForm(self.request.POST or None, self.request.FILES or None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form."""
        formats = [(each.label, each.explanation) for each in EXPORTS.values()]
        return super().get_context_data(**kwargs) | {"form": self.send_form, "formats": formats}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look at the file, keep it, and show what it would change."""
        if self.send_form.is_valid():
            try:
                return self._took(self.send_form.cleaned_data["file"])
            except UnreadableError as reason:
                self.send_form.add_error("file", str(reason))
        return self.get(request, *args, **kwargs)

    def _took(self, file: UploadedFile) -> HttpResponse:
        content = file.read()
        documents = read_file(content)
        for document in documents:
            refuse_foreign(document, self.request.user)
        Transfer.objects.forget_old_files()
        kept = [
            self._keep(
                file.name, content, [each for each in documents if each.language == language]
            )
            for language in {each.language: None for each in documents}
        ]
        if len(kept) > 1:
            text = _("The file holds several languages. Look at each of them in the list below.")
            messages.info(self.request, text)
            return redirect("exchange:index")
        return redirect("exchange:import", kept[0].pk)

    def _keep(self, name: str, content: bytes, documents: list[ReturnedDocument]) -> Transfer:
        return Transfer.objects.create(
            direction=Transfer.Direction.IMPORT,
            language=documents[0].language.code,
            format=documents[0].format,
            file_name=name[:255],
            pages=sum(len(each.pages) for each in documents),
            texts=sum(len(page.units) for each in documents for page in each.pages),
            user=self.request.user,
            content=content,
        )


class ExchangeMenuItem(MenuItem):
    """The entry in the menu, for whoever edits texts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(languages_for(request.user, PermissionType.EDIT))


def exchange_menu_item() -> MenuItem:
    """The entry in the menu of the admin."""
    return ExchangeMenuItem(
        pgettext_lazy("menu", "Exchange"),
        reverse("exchange:index"),
        name="exchange",
        icon_name="rotate",
        order=240,
    )
