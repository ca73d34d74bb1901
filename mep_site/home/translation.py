"""Registers the home page with modeltranslation."""

from modeltranslation.translator import register

from mep_site.core.translation import NoTextsOfItsOwn

from .models import HomePage

register(HomePage)(NoTextsOfItsOwn)
