"""What a page is about: topics and countries. They are facts and the same in every language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from mep_site.translations.admin.forms.edit_handlers import fact

from .filed import FiledRow
from .row import Row


class PageTopic(FiledRow):
    """A topic that a page is filed under."""

    page = ParentalKey("core.BasePage", on_delete=models.CASCADE, related_name="topics")
    # Not protected: a draft that names a topic which is gone could not be opened any more.
    topic = models.ForeignKey(
        "topics.Topic",
        verbose_name=_("topic"),
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )

    panels = [fact("topic")]

    class Meta(FiledRow.Meta):
        verbose_name = _("topic of a page")
        verbose_name_plural = _("topics of pages")
        indexes = [models.Index(fields=["topic", "-date", "-page"], name="page_topic_newest")]


class PageCountry(Row):
    """A country that a page is about."""

    is_passage = False

    page = ParentalKey("core.BasePage", on_delete=models.CASCADE, related_name="countries")
    country = models.ForeignKey(
        "countries.Country",
        verbose_name=_("country"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("From the approved table of country names."),
    )

    panels = [fact("country")]

    class Meta(Row.Meta):
        verbose_name = _("country of a page")
        verbose_name_plural = _("countries of pages")
