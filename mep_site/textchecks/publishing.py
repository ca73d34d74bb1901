"""Keeps a translation with faults from going live, whoever asks for it and however."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import Language
from mep_site.translations.publishing.gates import RefusedAtGateError, WantedPublication

from .pages import UnitFinding, findings_of_content

NAMED_AT_MOST = 5


def refuse_faults(wanted: WantedPublication) -> None:
    """:class:`RefusedAtGateError` if what would go live has a blocking finding.

    A text that is public already and stays as it is does not count: to refuse the correction of
    one paragraph because of another one would only keep both faults public. Programs, which load
    the demo or import the old site, are not asked.
    """
    if not wanted.is_asked_for:
        return
    faults = blocking_faults(wanted.page.pk, _live(wanted), wanted.content, wanted.language)
    if faults:
        url = findings_url(wanted.page.pk, wanted.language)
        raise RefusedAtGateError(_refusal(faults, wanted.content, wanted.language), url)


def _live(wanted: WantedPublication) -> Content:
    stored = wanted.page
    return Content.of(stored) if stored.live else Content(type(stored))


def blocking_faults(
    page_id: int, live: Content, content: Content, language: Language
) -> list[UnitFinding]:
    """The blocking findings in texts that are not public in the same words."""
    found = findings_of_content(page_id, content, language).blocking
    if not found:
        return []
    public, wanted = live.texts(language), content.texts(language)
    return [
        each
        for each in found
        if fingerprint(public.get(each.unit, "")) != fingerprint(wanted.get(each.unit, ""))
    ]


def _refusal(faults: list[UnitFinding], content: Content, language: Language) -> str:
    labels = {unit.id: unit.label for unit in content.units(language)}
    named = dict.fromkeys(
        f"“{capfirst(labels.get(each.unit, each.unit))}” ({each.check.label})" for each in faults
    )
    shown = "; ".join(list(named)[:NAMED_AT_MOST])
    more = len(named) - NAMED_AT_MOST
    if more > 0:
        words = ngettext("%(places)s and %(count)s more", "%(places)s and %(count)s more", more)
        shown = words % {"places": shown, "count": more}
    return _(
        "The text (%(language)s) can’t go live: the checks found faults in %(places)s. "
        "Correct them, or set them aside with a reason."
    ) % {"language": language, "places": shown}


def findings_url(page_id: int, language: Language) -> str:
    """Where the findings of a page are listed and set aside."""
    address = reverse("textchecks:findings", args=[page_id])
    return f"{address}?language={language.code}"
