"""App configuration of mep_site.observability."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.backends.signals import connection_created
from django.utils.module_loading import autodiscover_modules


class ObservabilityConfig(AppConfig):
    """What operators see of the running site."""

    name = "mep_site.observability"

    def ready(self) -> None:
        """Switch on what the settings ask for; the rest is not even loaded."""
        from .statements import warn_of_slow_ones, watching

        if settings.SLOW_QUERY_MS:
            connection_created.connect(watching(warn_of_slow_ones), weak=False)
        if settings.SENTRY_DSN:
            from .sentry import start_sentry

            start_sentry(settings.SENTRY_DSN, settings.RELEASE)
        if settings.METRICS_TOKEN:
            _count()


def _count() -> None:
    from .metrics.meters import DATABASE_ERRORS, REFUSED_SIGN_INS
    from .statements import failure_counter, watching

    def count_sign_in(**kwargs: Any) -> None:
        REFUSED_SIGN_INS.inc()

    autodiscover_modules("metrics")
    user_login_failed.connect(count_sign_in, weak=False)
    failures = failure_counter(lambda kind: DATABASE_ERRORS.labels(kind).inc())
    connection_created.connect(watching(failures), weak=False)
