"""The form for errors, and the thanks for it."""

from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import csrf
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mep_site.core.addresses.public_links import public_url
from mep_site.core.errors import admin_error, is_in_admin
from mep_site.translations.languages import active_language
from mep_site.visitors.traces import network_of

from .forms import ReportForm
from .models import ErrorReport, SenderTrace
from .reported_place import ReportedPlace, find_place

FORM = "report"
REPORTS_PER_WINDOW = 10


@non_atomic_requests
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, page_id: int | None = None) -> HttpResponse:
    """Take a report about a page, about ``?paragraph=`` of it, or about the site as a whole.

    ``?kind=`` chooses what is wrong beforehand.
    """
    if request.method != "POST":
        place = find_place(request, page_id, request.GET.get("paragraph", ""))
        initial = {"kind": request.GET.get("kind")}
        return _form(request, place, ReportForm(active_language(), initial=initial))
    place, form = _sent(request, page_id)
    if not form.is_valid():
        return _form(request, place, form)
    if not SenderTrace.admit(network_of(request), REPORTS_PER_WINDOW):
        return _refused(request, place, form, _too_many(), status=429)
    stored = _store(form, place)
    return HttpResponseRedirect(reverse("report_thanks", args=[stored.reference]))


@non_atomic_requests
@never_cache
@require_safe
def thanks(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that the report has arrived, and under which number."""
    stored = get_object_or_404(ErrorReport.objects.select_related("page"), reference=reference)
    is_public = stored.page and active_language() in stored.page.live_languages
    back = public_url(stored.page, request) if is_public else ""
    return render(request, "feedback/thanks.html", {"report": stored, "back": back})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Where the cookie that protects a form is missing: show the form again as it was filled in.

    Other forms get Django's own answer, or the admin's. See ``CSRF_FAILURE_VIEW``.
    """
    if is_in_admin(request):
        return admin_error(request, 403, name="csrf")
    match = request.resolver_match
    if not match or match.view_name != FORM:
        return csrf.csrf_failure(request, reason)
    place, form = _sent(request, **match.kwargs)
    why = _(
        "Your browser did not send the cookie that protects this form. "
        "Allow cookies for this site and send the form once more."
    )
    return _refused(request, place, form, why, status=403)


def _sent(request: HttpRequest, page_id: int | None = None) -> tuple[ReportedPlace, ReportForm]:
    place = find_place(request, page_id, request.POST.get("paragraph", ""))
    return place, ReportForm(active_language(), request.POST)


def _refused(
    request: HttpRequest, place: ReportedPlace, form: ReportForm, why: str, status: int
) -> HttpResponse:
    form.add_error(None, why)
    return _form(request, place, form, status)


def _form(
    request: HttpRequest, place: ReportedPlace, form: ReportForm, status: int = 200
) -> HttpResponse:
    context = {"page": place.page, "place": place, "form": form}
    return render(request, "feedback/report.html", context, status=status)


def _too_many() -> str:
    minutes = int(SenderTrace.window.total_seconds() // 60)
    return _(
        "Many reports have come from your network. Please send this one in %(minutes)s minutes; "
        "what you have written stays here as long as you keep this page open."
    ) % {"minutes": minutes}


def _store(form: ReportForm, place: ReportedPlace) -> ErrorReport:
    """Keep the report with the text that it is about."""
    stored: ErrorReport = form.save(commit=False)
    stored.page, stored.address = place.page, place.address
    stored.language = active_language().code
    stored.paragraph, stored.paragraph_text = place.paragraph, place.text
    stored.save()
    return stored
