"""What was searched for, counted by day: nothing about who searched."""

import re
from datetime import timedelta

from django.db import DatabaseError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mep_site.translations.models.edition import language_choices

from ..analysis.folding import fold

# What may name a person or be a number of one is not kept at all.
PERSONAL = re.compile(r"@|\d[\d ()+-]{5,}\d")
LONGEST = 80
KEPT_FOR = timedelta(days=400)


class SearchCount(models.Model):
    """How often something was searched for in a language on a day, and how often in vain."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    query = models.CharField(_("search"), max_length=LONGEST)
    searches = models.PositiveIntegerField(_("searches"), default=0)
    in_vain = models.PositiveIntegerField(_("without a result"), default=0)

    class Meta:
        verbose_name = _("count of searches")
        verbose_name_plural = _("counts of searches")
        constraints = [
            models.UniqueConstraint(fields=["day", "language", "query"], name="one_count_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.language} {self.query}"


def count_search(query: str, language: str, found_something: bool) -> None:
    """Count a search of today.

    Long texts, addresses and numbers are not counted: they could say something about a person. A
    search that cannot be counted, because the database is busy, is answered all the same.
    """
    text = " ".join(fold(query).split())
    if not text or len(text) > LONGEST or PERSONAL.search(text):
        return
    today = timezone.localdate()
    more = {"searches": F("searches") + 1}
    if not found_something:
        more["in_vain"] = F("in_vain") + 1
    place = {"day": today, "language": language, "query": text}
    try:
        with transaction.atomic():
            if not SearchCount.objects.filter(**place).update(**more):
                SearchCount.objects.create(**place, searches=1, in_vain=0 if found_something else 1)
                SearchCount.objects.filter(day__lt=today - KEPT_FOR).delete()
    except DatabaseError:
        return
