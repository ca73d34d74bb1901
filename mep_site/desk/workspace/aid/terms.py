"""The terms of the text in focus, and what the translation has for each."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mep_site.terms.base import term_index
from mep_site.terms.matching import judge_terms

from ..aids import Aid
from ..focus import UnitInFocus


def gather_terms(unit: UnitInFocus) -> Mapping[str, Any] | None:
    """The terms in their order with a verdict on each; nothing if there is none."""
    if not unit.has_chinese:
        return None
    found = judge_terms(term_index(unit.language), unit.source_text, unit.text)
    return {"terms": found} if found else None


def count_terms(found: Mapping[str, Any]) -> str:
    """How many terms there are, in words."""
    count = len(found["terms"])
    return ngettext("%(count)s term", "%(count)s terms", count) % {"count": count}


TERMS = Aid("terms", _("Terms"), gather_terms, "desk/workspace/terms.html", count_terms)
