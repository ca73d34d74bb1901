"""Who follows what, which publications were promised to whom, and the mails that wait.

Nothing is kept of what a subscriber reads. All of it is private: see ``publicstate.private``.
"""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.mailing.outgoing import Outgoing
from mep_site.translations.languages import Language, get_language
from mep_site.translations.models import Edition, language_choices
from mep_site.visitors.traces import Trace

# How long a link can be confirmed, and an address kept that was not; the mail says so.
CONFIRM_WITHIN = timedelta(days=3)


class Subscriber(models.Model):
    """An address to which mails go. It is deleted with its last subscription."""

    email = models.EmailField(_("e-mail"))
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        default_permissions = ()
        constraints = [models.UniqueConstraint(Lower("email"), name="one_subscriber_per_address")]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def veiled_email(self) -> str:
        """The address as its owner recognises it and nobody else: ``r…@example.org``."""
        name, _at, domain = self.email.rpartition("@")
        return f"{name[:1]}…@{domain}"

    def lock(self) -> "Subscriber | None":
        """The row, locked until the transaction ends; ``None`` if it is gone.

        Whoever promises something to a subscriber, or ends what they follow, does so first.
        """
        return Subscriber.objects.select_for_update().filter(pk=self.pk).first()

    def forget(self) -> None:
        """Delete the address with all that is known of it."""
        with transaction.atomic():
            self.lock()
            Subscriber.objects.filter(pk=self.pk).delete()

    def forget_if_unused(self) -> None:
        """Delete the address if nothing is followed with it any more."""
        with transaction.atomic():
            self.lock()
            Subscriber.objects.filter(pk=self.pk, subscriptions=None).delete()


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self) -> Self:
        return self.filter(confirmed_at__isnull=False)

    def due(self, moment: datetime) -> Self:
        """Those of which the subscriber is to be told now what is new."""
        return self.confirmed().filter(due_at__lte=moment)

    def unconfirmed_for_long(self) -> Self:
        """Those of which the link has expired."""
        return self.filter(confirmed_at=None, asked_at__lt=timezone.now() - CONFIRM_WITHIN)


class Subscription(models.Model):
    """That a subscriber wants to be told what is new of a subject, in one language.

    ``filters`` are those of a list, as its address has them. Nothing is sent before
    ``confirmed_at``. What was published until ``told_until`` has been promised or is of no concern,
    what came later is looked at when ``due_at`` has come. A subscription to a translation that is
    to catch up ends with its only mail and has no ``due_at`` from there on.
    """

    class Kind(models.TextChoices):
        """What is followed."""

        LIST = "list", pgettext_lazy("what is followed", "List")
        TOPIC = "topic", pgettext_lazy("what is followed", "Topic")
        PAGE = "page", pgettext_lazy("what is followed", "Page")
        TRANSLATION = "translation", pgettext_lazy("what is followed", "Translation of a page")

    class Frequency(models.TextChoices):
        AT_ONCE = "at_once", _("At once")
        DAILY = "daily", _("Once a day")
        WEEKLY = "weekly", _("Once a week")

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="subscriptions", db_index=False
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        verbose_name=_("page"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    topic = models.ForeignKey(
        "topics.Topic",
        verbose_name=_("topic"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    filters = models.CharField(max_length=500, blank=True)
    frequency = models.CharField(_("how often"), max_length=10, choices=Frequency)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    told_until = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True, db_index=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "language", "kind", "page", "filters"],
                name="one_subscription_per_page",
            ),
            models.UniqueConstraint(
                fields=["subscriber", "language", "topic"], name="one_subscription_per_topic"
            ),
            models.CheckConstraint(
                condition=Q(kind="topic", topic__isnull=False, page=None)
                | Q(~Q(kind="topic"), topic=None, page__isnull=False),
                name="subscription_has_one_subject",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.page_id or self.topic_id} {self.language}"

    def get_language(self) -> Language:
        """The language in which the subscriber reads."""
        return get_language(self.language)

    def confirm(self, frequency: str, due_at: datetime) -> None:
        """Follow from now on, so often; who follows already is told no less for that."""
        now = timezone.now()
        self.frequency, self.due_at = frequency, due_at
        self.confirmed_at = self.confirmed_at or now
        self.told_until = self.told_until or now
        self.save(update_fields=["frequency", "due_at", "confirmed_at", "told_until"])

    def end(self) -> None:
        """Follow no more, nor send what waits; the last one takes the address along."""
        with transaction.atomic():
            self.subscriber.lock()
            Subscription.objects.filter(pk=self.pk).delete()
            self.subscriber.forget_if_unused()

    @property
    def ends_with_first_mail(self) -> bool:
        """Whether there is nothing more to tell after the first mail."""
        return self.kind == self.Kind.TRANSLATION


class OutgoingMail(Outgoing):
    """A mail to a subscriber, deleted when a mail server has taken it."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="mails")

    class Meta(Outgoing.Meta):
        pass

    def finish(self) -> None:
        """Forget the mail, and with it a subscription that has nothing more to tell."""
        if self.subscription.ends_with_first_mail:
            self.subscription.end()
        else:
            self.delete()


class PromisedPublicationQuerySet(models.QuerySet):
    def over(self) -> Self:
        """Those that no subscription will come back to."""
        oldest = Subscription.objects.confirmed().filter(subscriber=models.OuterRef("subscriber"))
        oldest = oldest.order_by("told_until").values("told_until")[:1]
        told = self.filter(mail=None).annotate(told_until=models.Subquery(oldest))
        return told.filter(published_at__lte=F("told_until"))


class PromisedPublication(models.Model):
    """That a subscriber is told of a publication: once, whatever else they follow.

    A publication is an edition at the moment at which it came to say what it says.
    """

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="promised", db_index=False
    )
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    published_at = models.DateTimeField()
    mail = models.ForeignKey(
        OutgoingMail, null=True, on_delete=models.SET_NULL, related_name="promised"
    )

    objects = PromisedPublicationQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "edition", "published_at"], name="each_publication_told_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.published_at:%Y-%m-%d %H:%M}"


class AskingTrace(Trace):
    """That a network or an address has asked for a mail."""

    window = timedelta(days=1)

    class Meta(Trace.Meta):
        indexes = [models.Index(fields=["sender", "at"], name="traces_of_askers")]
