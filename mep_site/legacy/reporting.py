"""What the command says, in whole sentences of the user's language."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.translator import translator
from wagtail.fields import StreamField

from mep_site.core.models import BasePage
from mep_site.translations.rows import row_relations
from mep_site.translations.text import localized, text_in

from .documents import Anomaly, AnomalyCode
from .importing.captures import Outcome
from .recognition import Kind
from .refusals import Reason, RefusedCaptureError

KINDS: dict[Kind, str | Promise] = {
    Kind.DEPARTMENT: gettext_lazy("department"),
    Kind.INSTITUTION: gettext_lazy("subordinate institution"),
    Kind.ACTIVITY: gettext_lazy("leader’s activity"),
    Kind.POLICY: gettext_lazy("policy article"),
    Kind.BROCHURE: gettext_lazy("cooperation brochure"),
}

REASONS: dict[Reason, str | Promise] = {
    Reason.NOT_READABLE: gettext_lazy("%(file)s was not imported: it cannot be read. %(details)s"),
    Reason.EMPTY: gettext_lazy("%(file)s was not imported: it is empty."),
    Reason.BINARY: gettext_lazy("%(file)s was not imported: it is no text file."),
    Reason.NOT_UTF8: gettext_lazy("%(file)s was not imported: its text is not in UTF-8."),
    Reason.UNKNOWN_KIND: gettext_lazy("%(file)s was not imported: kind not recognised."),
    Reason.NO_TITLE: gettext_lazy("%(file)s was not imported: it has no title."),
    Reason.NO_LEADER: gettext_lazy("%(file)s was not imported: its breadcrumb names no leader."),
    Reason.NO_HOME_PAGE: gettext_lazy("%(file)s was not imported: the site has no home page."),
    Reason.INVALID: gettext_lazy(
        "%(file)s was not imported: a text does not fit into its field. %(details)s"
    ),
}

ANOMALIES: dict[AnomalyCode, str | Promise] = {
    AnomalyCode.NUMBERING_IRREGULAR: gettext_lazy(
        "  Look at this: a list is numbered %(subject)s; its order was kept."
    ),
    AnomalyCode.NUMBER_DIFFERS: gettext_lazy(
        "  Look at this: a number differs between languages in “%(subject)s”; "
        "the first language was followed."
    ),
    AnomalyCode.DATE_DIFFERS: gettext_lazy(
        "  Look at this: the dates of a quotation differ between languages (%(subject)s); "
        "the first language was followed."
    ),
    AnomalyCode.COUNT_DIFFERS: gettext_lazy(
        "  Look at this: the number stated differs from the number of names in “%(subject)s”."
    ),
    AnomalyCode.NO_FIELD: gettext_lazy(
        "  Look at this: there is no field for “%(subject)s”; it was left out."
    ),
    AnomalyCode.UNKNOWN_STATE: gettext_lazy(
        "  Look at this: “%(subject)s” is not in the table of country names; "
        "it was entered as an organisation."
    ),
    AnomalyCode.STATES_DIFFER: gettext_lazy(
        "  Look at this: “%(subject)s” means different states in different languages; "
        "it was entered as an organisation."
    ),
    AnomalyCode.INDEX_EXISTS: gettext_lazy(
        "  Look at this: an index page exists already, so the title “%(subject)s” was left out "
        "and the contact points were added to the first programme."
    ),
}


def refusal_line(file: str, refusal: RefusedCaptureError) -> str:
    """Why a file was not imported."""
    return str(REASONS[refusal.reason]) % {"file": file, "details": refusal.details}


def anomaly_line(anomaly: Anomaly) -> str:
    """What needs a human eye."""
    return str(ANOMALIES[anomaly.code]) % {"subject": anomaly.subject}


def outcome_lines(file: str, outcome: Outcome) -> Iterator[str]:
    """The summary of a file that was imported, now or before."""
    values = {"file": file, "kind": KINDS[outcome.kind]}
    if outcome.unchanged:
        yield _("%(file)s (%(kind)s): imported before, nothing was changed.") % values
    else:
        yield _("%(file)s (%(kind)s): imported.") % values
    for page in outcome.created_parents:
        yield _("  Created above it: %(page)s") % {"page": described(page)}
    for page in outcome.pages:
        yield from page_lines(page)


def page_lines(page: BasePage) -> Iterator[str]:
    """Where a page stands, in which languages, and how much is in it."""
    parent = page.get_parent().specific
    yield _("  Page: %(page)s") % {"page": described(page)}
    yield _("    Below: %(page)s") % {"page": described(parent)}
    yield _("    Languages: %(languages)s") % {
        "languages": ", ".join(str(language) for language in page.available_languages)
    }
    counts = ", ".join(f"{name} {count}" for name, count in counts_of(page).items() if count)
    if counts:
        yield _("    Contents: %(counts)s") % {"counts": counts}


def described(page: BasePage) -> str:
    """A page by its titles, and whether the public sees it."""
    titles = (text_in(page, "title", language) for language in page.available_languages)
    values = {"titles": " | ".join(titles)}
    if page.live:
        return _("%(titles)s (published)") % values
    return _("%(titles)s (draft)") % values


def counts_of(page: BasePage) -> dict[str, int]:
    """How many blocks each body has, and how many rows there are of each sort."""
    counts: dict[str, int] = {}
    translated = set(translator.get_options_for_model(type(page)).get_field_names())
    for model_field in type(page)._meta.fields:
        if model_field.name in translated and isinstance(model_field, StreamField):
            body = localized(page, model_field.name)
            counts[str(model_field.verbose_name)] = len(body.value) if body else 0
    for relation in row_relations(type(page)):
        rows = getattr(page, relation.get_accessor_name())
        counts[str(relation.related_model._meta.verbose_name_plural)] = rows.count()
    return counts
