"""The words that occur in public titles and terms, to guess what a misspelt one was meant to be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Word(models.Model):
    """A folded word; ``sound`` is how a Chinese one is spelt in pinyin, without tones."""

    text = models.CharField(max_length=40, unique=True)
    sound = models.CharField(max_length=200, blank=True, db_index=True)

    class Meta:
        verbose_name = _("word of the site")
        verbose_name_plural = _("words of the site")

    def __str__(self) -> str:
        return self.text
