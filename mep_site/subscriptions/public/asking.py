"""Where visitors leave an address, for a subscription or for the link to those they have.

What is answered is the same whether the site knows the address or not, and a mail goes out in
either case, so that not even the time tells.
"""

import logging
from collections.abc import Callable
from itertools import chain
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from mep_site.core.gathering import topics_in
from mep_site.core.models import BasePage
from mep_site.topics.models import Topic
from mep_site.translations.languages import active_language, languages
from mep_site.visitors.forms import OpenToAll
from mep_site.visitors.mail import can_send_mail
from mep_site.visitors.traces import network_of

from ..letters.asking import access_letter, confirmation_letter
from ..limits import may_ask, may_be_asked
from ..models import Subscriber, Subscription
from ..subjects import filters_in, kinds_for, subject_context
from .forms import AccessForm, FollowForm

logger = logging.getLogger(__name__)

Kind = Subscription.Kind


def open_to_all(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A form for anybody: without cookie, kept by no cache, in no transaction of a request.

    A forged request could do no more than anybody can do without one.
    """
    methods = require_http_methods(["GET", "HEAD", "POST"])
    return non_atomic_requests(csrf_exempt(never_cache(methods(view))))


@open_to_all
def subscribe_to_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Subscribe to a page or a list, with the filters of the address; to all news by the home."""
    site = Site.find_for_request(request)
    if not site:
        raise Http404
    pages = BasePage.objects.descendant_of(site.root_page, inclusive=True).published()
    page = get_object_or_404(pages, pk=page_id).specific
    kinds = kinds_for(page, active_language())
    if not kinds:
        raise Http404
    filters = filters_in(page, request.META["QUERY_STRING"])
    if any(facet.label_of(value) is None for facet, value in filters.chosen_values):
        raise Http404
    return _follow(request, Subscription(page=page, filters=filters.query.lstrip("?")), kinds)


@open_to_all
def subscribe_to_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Subscribe to whatever is filed under a topic, if there is anything yet, in any language."""
    topic = get_object_or_404(Topic, slug=slug)
    site = Site.find_for_request(request)
    known = [topics_in(each, site.root_page_id) for each in languages()] if site else []
    if not any(topic.pk == each.pk for each in chain.from_iterable(known)):
        raise Http404
    return _follow(request, Subscription(topic=topic), [Kind.TOPIC])


def _follow(request: HttpRequest, subject: Subscription, kinds: list[str]) -> HttpResponse:
    if not can_send_mail():
        raise Http404
    subject.language, subject.kind = active_language().code, kinds[0]
    form = FollowForm(kinds, request.POST or None, initial={"kind": request.GET.get("for")})

    def letter_to(email: str) -> EmailMessage:
        subject.kind = form.wanted_kind
        stored = _stored(subject, email, form.wanted_frequency)
        return confirmation_letter(stored, form.wanted_frequency)

    return _answer(request, form, "subscriptions/email.html", subject_context(subject), letter_to)


@open_to_all
def ask_for_access(request: HttpRequest) -> HttpResponse:
    """Send a link to the subscriptions of an address to that address."""
    if not can_send_mail():
        raise Http404

    def letter_to(email: str) -> EmailMessage:
        known = Subscriber.objects.filter(
            email__iexact=email, subscriptions__confirmed_at__isnull=False
        )
        return access_letter(email, known.first(), active_language().code)

    form = AccessForm(request.POST or None)
    return _answer(request, form, "subscriptions/access.html", {}, letter_to)


@non_atomic_requests
@never_cache
@require_safe
def tell_of_mail(request: HttpRequest) -> HttpResponse:
    """Say what to do next; nothing about the address."""
    return render(request, "subscriptions/sent.html")


def _answer(
    request: HttpRequest,
    form: OpenToAll,
    template: str,
    context: dict[str, object],
    letter_to: Callable[[str], EmailMessage],
) -> HttpResponse:
    """Show the form, or send the letter that was asked for in it, within the limits."""
    status = 200
    if form.is_valid():
        status, why = _post(request, form.cleaned_data["email"], letter_to)
        if not why:
            return HttpResponseRedirect(reverse("follow_sent"))
        form.add_error(None, why)
    return render(request, template, {**context, "form": form}, status=status)


def _post(
    request: HttpRequest, email: str, letter_to: Callable[[str], EmailMessage]
) -> tuple[int, str]:
    """Send the letter; returns a status and, where it is not sent, why, for the visitor.

    An address that has had enough gets no more today, and nobody is told so.
    """
    if not may_ask(network_of(request)):
        return 429, _("Many requests have come from your network. Please try again tomorrow.")
    if may_be_asked(email):
        try:
            letter_to(email).send()
        except (SMTPException, OSError) as error:
            # The error itself may hold the address.
            logger.error("A letter was not sent: %s", type(error).__name__)
            return 503, _("The message could not be sent. Please try again later.")
    return 200, ""


def _stored(subject: Subscription, email: str, frequency: str) -> Subscription:
    """The subscription as it waits for its confirmation, or as it is followed already."""
    with transaction.atomic():
        subscriber, _is_new = Subscriber.objects.select_for_update().get_or_create(
            email__iexact=email, defaults={"email": email}
        )
        stored, _is_new = Subscription.objects.get_or_create(
            subscriber=subscriber,
            language=subject.language,
            kind=subject.kind,
            page=subject.page,
            topic=subject.topic,
            filters=subject.filters,
            defaults={"frequency": frequency},
        )
        Subscription.objects.filter(pk=stored.pk).update(asked_at=timezone.now())
    return stored
