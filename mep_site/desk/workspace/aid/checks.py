"""What the checks find in the text in focus as it is typed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mep_site.textchecks.pages import findings_of_texts
from mep_site.textchecks.publishing import findings_url
from mep_site.translations.languages.text import has_text

from ..aids import Aid
from ..focus import UnitInFocus


def gather_findings(unit: UnitInFocus) -> Mapping[str, Any] | None:
    """What is found; nothing before anything is typed, which would be found missing.

    As an administrator has set it, and without what was set aside.
    """
    if not (unit.has_chinese and has_text(unit.text)):
        return None
    chinese, text = {unit.id: unit.source_text}, {unit.id: unit.text}
    found = findings_of_texts(unit.page.pk, unit.language, chinese, text).open
    if not found:
        return None
    return {
        "findings": found,
        "language": unit.language,
        "source_language": unit.source.language,
        "url": findings_url(unit.page.pk, unit.language),
    }


def count_findings(found: Mapping[str, Any]) -> str:
    """How much was found, in words."""
    count = len(found["findings"])
    return ngettext("%(count)s warning", "%(count)s warnings", count) % {"count": count}


CHECKED = Aid("checks", _("Checks"), gather_findings, "textchecks/findings.html", count_findings)
