"""Bringing a file in: upload, look at what it would add, then add or discard it; and export."""

from tempfile import TemporaryFile
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import (
    DeleteView,
    PermissionCheckedMixin,
    WagtailAdminTemplateMixin,
)

from mep_site.translations.languages import Language, get_language

from ..models import MemoryImport, MemoryPair
from ..permissions import languages_kept_by
from ..tmx import write_tmx
from ..tmx.importing import keep_file
from ..tmx.reading import LARGEST, RefusedTmxError
from .lists import MemoryIndexView

SHOWN = 50


class MemoryExportView(MemoryIndexView):
    """What the list shows with the same filters and the same search, as a TMX file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        """The file, which removes itself when it has been sent."""
        file = TemporaryFile()  # noqa: SIM115
        write_tmx(file, self.get_queryset().iterator(chunk_size=500))
        file.seek(0)
        name = f"memory-{timezone.localdate():%Y-%m-%d}.tmx"
        return FileResponse(file, as_attachment=True, filename=name, content_type="text/xml")


class MemoryUploadForm(forms.Form):
    """A file, and the language of the translations that are taken from it."""

    file = forms.FileField(
        label=gettext_lazy("TMX file"),
        help_text=gettext_lazy("TMX 1.4 with Chinese texts and translations of them."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the translations"))

    def __init__(self, *args: Any, user: AbstractBaseUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        own = languages_kept_by(user)
        self.fields["language"].choices = [(each.code, each.name) for each in own]

    def clean(self) -> dict[str, Any]:
        """Read the file; ``kept`` is what it would add."""
        cleaned = super().clean()
        if not self.errors:
            file, language = cleaned["file"], get_language(cleaned["language"])
            try:
                cleaned["kept"] = keep_file(file.name, self._bytes(), language, self.user)
            except RefusedTmxError as refusal:
                self.add_error("file", str(refusal))
        return cleaned

    def _bytes(self) -> bytes:
        """No more than is needed to see that the file is too large."""
        return self.cleaned_data["file"].read(LARGEST + 1)


class ImportPage(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A page about imported files."""

    model = MemoryImport
    header_icon = "download"
    permission_required = "add"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("memory:index"), "label": _("Translation memory")},
            {"url": reverse("memory_imports:index"), "label": _("Imported files")},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def languages(self) -> list[Language]:
        """The languages whose memory the user looks after."""
        return languages_kept_by(self.request.user)


class ImportUploadView(ImportPage, FormView):
    """Takes a file in; nothing of it is offered yet."""

    page_title = gettext_lazy("Import a TMX file")
    form_class = MemoryUploadForm
    template_name = "memory/upload.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form: MemoryUploadForm) -> HttpResponse:
        """Show what the file would add."""
        return redirect("memory_imports:look", form.cleaned_data["kept"].pk)


class ImportLookView(ImportPage, TemplateView):
    """What a file adds, what was known before, and what was refused and why."""

    permission_required = "view"
    page_title = gettext_lazy("Imported file")
    template_name = "memory/import.html"

    def get_page_subtitle(self) -> str:
        return self.file.file_name

    @cached_property
    def file(self) -> MemoryImport:
        """The file; as if it did not exist where it is in none of the user's languages."""
        own = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["view"]
        )
        return get_object_or_404(own.select_related("imported_by"), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """``pairs`` are the first ones of ``total``."""
        pairs = MemoryPair.objects.filter(sheet__batch=self.file, removed_at=None)
        return super().get_context_data(
            **kwargs,
            file=self.file,
            total=pairs.count(),
            pairs=pairs.order_by("pk")[:SHOWN],
            shown=SHOWN,
            may_keep=self.file.get_language() in self.languages,
        )


class ImportAddView(PermissionCheckedMixin, View):
    """Adds the pairs of a file to the memory."""

    model = MemoryImport
    permission_required = "add"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Offer them from now on; ``Http404`` where the user does not look after the language."""
        codes = [each.code for each in languages_kept_by(request.user)]
        file = MemoryImport.objects.filter(language__in=codes, pk=pk).first()
        if not file:
            raise Http404
        file.add()
        messages.success(request, _("The pairs of “%(file)s” are offered now.") % {"file": file})
        return redirect("memory_imports:look", file.pk)


class ImportDeleteView(DeleteView):
    """Removes a file with all its pairs."""

    page_title = gettext_lazy("Remove an imported file")
    template_name = "memory/confirm_import_removal.html"

    def get_object(self, queryset: QuerySet | None = None) -> MemoryImport:
        """The file; as if it did not exist where the user does not look after its language."""
        codes = [each.code for each in languages_kept_by(self.request.user)]
        return super().get_object(MemoryImport.objects.filter(language__in=codes))

    def get_success_message(self) -> str:
        return _("The file and its pairs have been removed.")
