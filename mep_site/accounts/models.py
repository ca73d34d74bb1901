"""What is kept for some minutes so that nobody guesses passwords and codes, or uses one twice."""

from datetime import timedelta

from django.db import models

from mep_site.visitors.traces import Trace


class FailedAttempt(Trace):
    """That somebody tried to sign in and failed; from a network, or under a name."""

    window = timedelta(minutes=15)

    class Meta(Trace.Meta):
        indexes = [models.Index(fields=["sender", "at"], name="traces_of_guesses")]


class UsedCode(Trace):
    """That a code of an app was used, which stays valid for a minute and a half.

    django-allauth keeps this in the cache, which each process has for itself.
    """

    window = timedelta(minutes=5)

    class Meta(Trace.Meta):
        indexes = [models.Index(fields=["sender", "at"], name="traces_of_codes")]
