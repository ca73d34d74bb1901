"""Findings where a translator meets them: after saving, and before handing a translation on."""

from typing import Any

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import AbstractPage

from mep_site.translations.admin.editing.further_questions import FurtherQuestion
from mep_site.translations.admin.forms.sources import Source
from mep_site.translations.admin.forms.unit_rows import anchor
from mep_site.translations.admin.scope import edit_url
from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import authoritative

from ..pages import PageFindings, UnitFinding, findings_of_content, findings_of_draft
from ..publishing import findings_url

SHOWN_AT_MOST = 30


class FindingsQuestion(FurtherQuestion):
    """The open findings in texts that would go out now."""

    template_name = "textchecks/question.html"

    def __init__(self, page: AbstractPage, found: list[UnitFinding]) -> None:
        self.page, self.found = page, found
        self.forbids = any(each.is_blocking for each in found)

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        language = self.page.edition_language
        labels = {unit.id: unit.label for unit in Content.of(self.page).units(language)}
        by_unit: dict[str, list[UnitFinding]] = {}
        for each in self.found[:SHOWN_AT_MOST]:
            by_unit.setdefault(each.unit, []).append(each)
        form = edit_url(self.page, language)
        return {
            "rows": [
                (capfirst(labels.get(unit, unit)), f"{form}#{anchor(unit)}", findings)
                for unit, findings in by_unit.items()
            ],
            "count": len(self.found),
            "more": max(0, len(self.found) - SHOWN_AT_MOST),
            "forbids": self.forbids,
            "language": language,
            "source_language": authoritative(),
            "url": findings_url(self.page.pk, language),
        }


def ask_about_findings(
    page: AbstractPage, source: Source, request: HttpRequest
) -> FindingsQuestion | None:
    """What the checks found in texts that are not public in the same words."""
    found = findings_of_draft(page, source)
    news = [each for each in found.open if _is_news(each, page, source)]
    return FindingsQuestion(page, news) if news else None


def _is_news(found: UnitFinding, page: AbstractPage, source: Source) -> bool:
    public = source.live.texts(page.edition_language).get(found.unit, "")
    own = Content.of(page).texts(page.edition_language).get(found.unit, "")
    return fingerprint(public) != fingerprint(own) or not source.live.has(page.edition_language)


def tell_of_findings(request: HttpRequest, page: AbstractPage) -> None:
    """Say after a translation was saved what the checks found.

    What saves by itself is silent, and whoever submits or publishes was asked before.
    """
    language = getattr(page, "edition_language", None)
    if language is None or not request.accepts("text/html") or _is_handed_on(request):
        return
    # Without another look at what is published: the list of findings takes one.
    found = findings_of_content(page.pk, Content.of(page), language)
    if found.open:
        messages.warning(
            request,
            summary_of(found),
            buttons=[messages.button(findings_url(page.pk, language), _("Show findings"))],
        )


def _is_handed_on(request: HttpRequest) -> bool:
    return "answer" in request.POST or any(name.startswith("action-") for name in request.POST)


def summary_of(found: PageFindings) -> str:
    """How many findings are open, and how many of these keep the text from going live."""
    counts = [
        ngettext(
            "The checks found %(count)s place in this text to look at.",
            "The checks found %(count)s places in this text to look at.",
            len(found.open),
        )
        % {"count": len(found.open)}
    ]
    blocking = len(found.blocking)
    if blocking:
        counts.append(
            ngettext(
                "%(count)s of them keeps it from being published.",
                "%(count)s of them keep it from being published.",
                blocking,
            )
            % {"count": blocking}
        )
    return " ".join(counts)
