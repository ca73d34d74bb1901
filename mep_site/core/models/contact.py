"""How to reach an office."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel

from mep_site.translations.admin.forms.edit_handlers import fact, translated
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in

from ..facts.reaching import FACTS, office_line
from .row import Row


class ContactPoint(Row):
    """An address, with the numbers under which it can be reached.

    Numbers are kept as they are written: an old number without an area code is not completed.
    """

    page = ParentalKey("core.BasePage", on_delete=models.CASCADE, related_name="contact_points")
    office = models.CharField(
        _("office"),
        max_length=255,
        blank=True,
        help_text=_("Whom one reaches here; empty if it is the body that the page describes."),
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    postcode = models.CharField(_("postcode"), max_length=20, blank=True)
    telephone = models.CharField(
        _("telephone"),
        max_length=100,
        blank=True,
        help_text=_("With country and area code where they are known, such as +86-10-82268232."),
    )
    fax = models.CharField(_("fax"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)

    panels = [
        *translated("office", "address"),
        FieldRowPanel([fact("postcode"), fact("telephone"), fact("fax")]),
        FieldRowPanel([fact("email"), fact("website")]),
    ]

    class Meta(Row.Meta):
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")

    def __str__(self) -> str:
        return self.telephone or self.email or self.postcode

    def search_line(self, language: Language) -> str:
        """What the search reads of it, in the active language."""
        facts = {name: getattr(self, name, "") for name in FACTS}
        texts = {name: text_in(self, name, language) for name in ("office", "address")}
        return office_line(texts.pop("office") or "", facts | texts)
