"""The ministry's list of topics."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from mep_site.translations.languages.text import localized


class Topic(models.Model):
    """A subject that pages are filed under, such as water; named in every language."""

    slug = models.CharField(
        _("name in addresses"),
        max_length=50,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9]+(-[a-z0-9]+)*$",
                _("Use small Latin letters, digits and hyphens, such as climate-change."),
            )
        ],
        help_text=_(
            "Small Latin letters, digits and hyphens, such as climate-change. "
            "Links to lists of this topic break when it is changed."
        ),
    )
    name = models.CharField(_("name"), max_length=100, help_text=_("Such as “Water”."))
    sort_order = models.PositiveIntegerField(_("order"), default=0, editable=False, db_index=True)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["sort_order", "slug"]

    def __str__(self) -> str:
        name = localized(self, "name")
        return str(name) if name else self.slug
