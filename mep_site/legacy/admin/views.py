"""Upload, progress, review and decisions."""

import time
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import IndexView, PermissionCheckedMixin, WagtailAdminTemplateMixin

from mep_site.legacy.importing.anomaly_decisions import accept, dismiss, may_accept
from mep_site.legacy.importing.captures import interpret, receive, refuse
from mep_site.legacy.importing.compose import Composer
from mep_site.legacy.importing.containment import contained
from mep_site.legacy.importing.page_making import check_length, make_pages
from mep_site.legacy.importing.proposals import (
    apply_proposal,
    changes_to,
    compare_with_earlier,
    earlier_reading,
)
from mep_site.legacy.models import LegacyAnomaly, LegacyCapture, LegacyImport, LegacyReading
from mep_site.legacy.reading.refusals import RefusedCaptureError
from mep_site.legacy.structure.segments import UNDOABLE
from mep_site.legacy.wording import REASONS
from mep_site.translations.languages import get_language

from .forms import TransformationsForm, UploadForm
from .permissions import check_approval, check_proposal
from .preview import place_for_preview
from .review import LINES_PER_PAGE, lines_of, pages_on_leaf

# Files that a message names.
NAMED_AT_MOST = 5
# How long one request may read captures; the next one goes on.
SECONDS_A_REQUEST = 2
REFUSED_PER_PAGE = 50


class SectionMixin(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A page of the section."""

    model = LegacyReading
    header_icon = "download"
    permission_required = "change"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("legacy_readings:index"), "label": _("Legacy imports")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]


class ReadingIndexView(IndexView):
    """The captures that were read, with how many doubts are open."""

    page_title = gettext_lazy("Legacy imports")
    add_item_label = gettext_lazy("Upload captures")

    def get_base_queryset(self) -> QuerySet[LegacyReading]:
        """Leave out what the list does not show: the texts themselves."""
        is_open = Q(anomalies__state=LegacyAnomaly.State.OPEN)
        return (
            super()
            .get_base_queryset()
            .select_related("capture")
            .defer("segments", "facts", "plan", "capture__content", "capture__lines")
            .annotate(open_anomalies=Count("anomalies", filter=is_open))
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """``refused`` says how many files were not imported."""
        refused = LegacyCapture.objects.exclude(refusal="").count()
        return super().get_context_data(**kwargs, refused=refused)


class UploadView(SectionMixin, FormView):
    """Takes files in; they are read on the page that follows."""

    permission_required = "add"
    page_title = gettext_lazy("Upload captures")
    form_class = UploadForm
    template_name = "legacy/upload.html"

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Store the bytes of each file; say which of them were read before."""
        batch = LegacyImport.objects.create(user=self.request.user)
        known = []
        for name, content in form.cleaned_data["files"]:
            capture = receive(name, content, batch)
            if capture.readings.exists():
                known.append(name)
            else:
                LegacyCapture.objects.filter(pk=capture.pk).update(
                    batch=batch, refusal="", refusal_details=""
                )
        if known:
            self._tell_of(known)
        if not batch.captures.exists():
            batch.delete()
            return redirect("legacy_readings:index")
        return redirect("legacy_readings:progress", batch.pk)

    def _tell_of(self, known: list[str]) -> None:
        text = ngettext(
            "%(count)s file was read before and is not read again: %(names)s",
            "%(count)s files were read before and are not read again: %(names)s",
            len(known),
        )
        names = ", ".join(known[:NAMED_AT_MOST]) + ("…" if len(known) > NAMED_AT_MOST else "")
        messages.info(self.request, text % {"count": len(known), "names": names})


class ProgressView(SectionMixin, TemplateView):
    """How far an upload has been read. A POST reads on; it resumes wherever it was left."""

    permission_required = "add"
    page_title = gettext_lazy("Reading captures")
    template_name = "legacy/progress.html"

    @method_decorator(transaction.non_atomic_requests)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Each file is a transaction of its own."""
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read captures for a while."""
        batch = get_object_or_404(LegacyImport, pk=pk)
        started = time.monotonic()
        for capture in batch.waiting.iterator(chunk_size=20):
            read_capture(capture)
            if time.monotonic() - started > SECONDS_A_REQUEST:
                break
        if request.headers.get("Accept") == "application/json":
            return JsonResponse({"waiting": batch.waiting.count()})
        return redirect("legacy_readings:progress", pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """``captures`` with what became of them; ``waiting``, ``done`` and ``total`` are counts."""
        batch = get_object_or_404(LegacyImport, pk=self.kwargs["pk"])
        captures = batch.captures.order_by("pk").prefetch_related("readings")
        captures = captures.defer("content", "lines")
        total, waiting = captures.count(), batch.waiting.count()
        return super().get_context_data(
            **kwargs,
            captures=[(capture, REASONS.get(capture.refusal)) for capture in captures],
            total=total,
            waiting=waiting,
            done=total - waiting,
        )


def read_capture(capture: LegacyCapture) -> None:
    """Read one capture; a refusal is kept with it."""
    try:
        with contained(capture.file_name):
            compare_with_earlier(interpret(capture))
    except RefusedCaptureError as error:
        refuse(capture, error)


class RefusedView(SectionMixin, TemplateView):
    """The files that were not imported, each with the reason."""

    any_permission_required = ["add", "change", "view"]
    permission_required = None
    page_title = gettext_lazy("Files that were not imported")
    template_name = "legacy/refused.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The newest come first, some to a page."""
        captures = LegacyCapture.objects.exclude(refusal="").defer("content", "lines")
        pages = Paginator(captures.prefetch_related(readings_to_link()), REFUSED_PER_PAGE)
        leaf = pages.get_page(self.request.GET.get("p"))
        leaf.object_list = [(each, REASONS.get(each.refusal)) for each in leaf.object_list]
        may_read = self.user_has_permission("add")
        return super().get_context_data(**kwargs, leaf=leaf, may_read=may_read)


def readings_to_link() -> Prefetch:
    """The readings of captures, without what a link does not need."""
    return Prefetch("readings", LegacyReading.objects.defer("segments", "facts", "plan"))


class ReadAgainView(SectionMixin, View):
    """Reads a capture that was not imported once more; only a POST does."""

    permission_required = "add"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read it, and say whether that went well."""
        with transaction.atomic():
            capture = get_object_or_404(LegacyCapture.objects.select_for_update(), pk=pk)
            read_capture(capture)
        if capture.refusal:
            reason = REASONS.get(capture.refusal)
            messages.error(request, f"{capture.file_name}: {reason} {capture.refusal_details}")
        else:
            messages.success(
                request, _("%(file)s was read and can be reviewed.") % {"file": capture.file_name}
            )
        return redirect("legacy_readings:refused")


class ReviewView(SectionMixin, TemplateView):
    """The capture and the page as it will be, side by side."""

    any_permission_required = ["change", "view"]
    permission_required = None
    page_title = gettext_lazy("Review")
    template_name = "legacy/review.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.reading = (
            LegacyReading.objects.select_related("capture__tail").filter(pk=kwargs["pk"]).first()
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it; 404 if there is no such reading."""
        if not self.reading:
            return redirect("legacy_readings:index")
        return super().get(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """The name of the file."""
        return str(self.reading)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reading, user = self.reading, self.request.user
        leaf = lines_of(reading, self.request.GET.get("p", 1))
        for line in leaf.object_list:
            for anomaly in line.anomalies:
                anomaly.may_be_accepted = may_accept(anomaly, user)
        applied = [each.value for each in UNDOABLE if each not in reading.undone]
        return super().get_context_data(
            **kwargs,
            reading=reading,
            capture=reading.capture,
            leaf=leaf,
            pages=pages_on_leaf(reading, leaf),
            imported=[each.page.specific for each in reading.pages.select_related("page")],
            changes=proposed_changes(reading),
            form=TransformationsForm(initial={"applied": applied}),
            may_decide=self.user_has_permission("change"),
            is_waiting=reading.state == LegacyReading.State.WAITING,
            is_proposed=reading.state == LegacyReading.State.PROPOSED,
        )


def proposed_changes(reading: LegacyReading) -> list[Any]:
    """What a proposed reading would change."""
    earlier = earlier_reading(reading)
    if reading.state != LegacyReading.State.PROPOSED or not earlier:
        return []
    return [change for page in reading.pages.all() for change in changes_to(page, earlier)]


class DecisionView(SectionMixin, View):
    """Something that is decided about one reading; only a POST does."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Decide, and go back to the review."""
        with transaction.atomic():
            reading = get_object_or_404(LegacyReading.objects.select_for_update(), pk=pk)
            self.decide(reading)
        return redirect("legacy_readings:edit", pk)

    def decide(self, reading: LegacyReading) -> None:
        """What the kind of decision does."""
        raise NotImplementedError


class ApproveView(DecisionView):
    """Makes the pages, or applies a proposed change."""

    def decide(self, reading: LegacyReading) -> None:
        """Create drafts or publish, as the button says."""
        public = self.request.POST.get("how") == "publish"
        if reading.state == LegacyReading.State.PROPOSED:
            self.apply(reading)
        elif reading.state == LegacyReading.State.WAITING:
            check_approval(reading, self.request.user, public=public)
            try:
                planted = make_pages(reading, self.request.user, public=public)
            except RefusedCaptureError as error:
                refuse(reading.capture, error)
                messages.error(self.request, f"{REASONS[error.reason]} {error.details}")
            else:
                self.say_made(len(planted.pages))

    def apply(self, reading: LegacyReading) -> None:
        """Save the proposed changes as drafts."""
        check_proposal(reading, self.request.user)
        _revisions, kept = apply_proposal(reading, self.request.user)
        messages.success(self.request, _("The proposed changes were saved as drafts."))
        if kept:
            names = ", ".join(change.name for change in kept)
            messages.warning(
                self.request,
                _("Left as an editor wrote them: %(fields)s.") % {"fields": names},
            )

    def say_made(self, count: int) -> None:
        """Say how many pages there are now."""
        message = ngettext("%(count)d page was made.", "%(count)d pages were made.", count)
        messages.success(self.request, message % {"count": count})


class TransformationsView(DecisionView):
    """Leaves transformations out, or applies them again."""

    def decide(self, reading: LegacyReading) -> None:
        """Keep which ones are left out; pages that exist are not touched."""
        form = TransformationsForm(self.request.POST)
        if reading.state == LegacyReading.State.WAITING and form.is_valid():
            applied = form.cleaned_data["applied"]
            reading.undone = [each.value for each in UNDOABLE if each.value not in applied]
            reading.save(update_fields=["undone"])


class AnomalyView(SectionMixin, View):
    """Accepts a suggestion, or leaves the place as it is."""

    model = LegacyAnomaly
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Decide about one anomaly, and go back to its line."""
        with transaction.atomic():
            anomaly = get_object_or_404(LegacyAnomaly.objects.select_for_update(), pk=pk)
            if anomaly.is_open:
                self.decide(anomaly)
        review = reverse("legacy_readings:edit", args=[anomaly.reading_id])
        return redirect(f"{review}?p={leaf_of(anomaly)}#line-{max(1, anomaly.line)}")

    def decide(self, anomaly: LegacyAnomaly) -> None:
        """Accept or dismiss, as the button says."""
        if self.request.POST.get("how") != "accept":
            dismiss(anomaly, self.request.user)
            return
        try:
            accept(anomaly, self.request.user)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
        else:
            messages.success(self.request, _("The suggestion was saved as a draft in your name."))


def leaf_of(anomaly: LegacyAnomaly) -> int:
    """The leaf of the review on which an anomaly stands."""
    return (max(1, anomaly.line) - 1) // LINES_PER_PAGE + 1


@method_decorator(xframe_options_sameorigin, name="dispatch")
class PreviewView(SectionMixin, View):
    """A page as visitors will see it, before it is made."""

    permission_required = None
    any_permission_required = ["change", "view"]

    def get(self, request: HttpRequest, pk: int, number: int, language: str) -> HttpResponse:
        reading = get_object_or_404(LegacyReading, pk=pk)
        sketches = reading.page_sketches
        try:
            code = get_language(language).code
            check_length(reading)
            sketch = sketches[number]
        except (LookupError, RefusedCaptureError) as error:
            raise PermissionDenied from error
        composer = Composer(reading.capture.sha256, reading.derivation)
        page = place_for_preview(composer.page(number, sketch), sketch)
        return page.make_preview_request(request, code)
