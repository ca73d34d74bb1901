"""What the checks find in the text in focus as it is typed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mep_site.terms.base import term_index
from mep_site.textchecks.asking import check_pair
from mep_site.textchecks.findings import TextPair
from mep_site.translations.languages.text import has_text

from ..aids import Aid
from ..focus import UnitInFocus


def gather_findings(unit: UnitInFocus) -> Mapping[str, Any] | None:
    """What is found; nothing before anything is typed, which would be found missing."""
    if not (unit.has_chinese and has_text(unit.text)):
        return None
    terms = term_index(unit.language)
    findings = check_pair(TextPair(unit.source_text, unit.text, unit.language, terms))
    return {"findings": findings} if findings else None


def count_findings(found: Mapping[str, Any]) -> str:
    """How much was found, in words."""
    count = len(found["findings"])
    return ngettext("%(count)s warning", "%(count)s warnings", count) % {"count": count}


CHECKED = Aid("checks", _("Checks"), gather_findings, "desk/workspace/checks.html", count_findings)
