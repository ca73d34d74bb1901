"""The report of what was done, newest first; what is exported holds each record word for word."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import registry
from wagtail.permission_policies import ModelPermissionPolicy

from mep_site.translations.languages import get_language
from mep_site.translations.models import language_choices

from .actions import LABELS
from .models import AuditedPerson, AuditRecord

PERMISSION = "auditlog.view_auditrecord"
CHANGES = {
    "fields": gettext_lazy("changed: %(what)s"),
    "added": gettext_lazy("added: %(what)s"),
    "removed": gettext_lazy("removed: %(what)s"),
    "cleared": gettext_lazy("all removed"),
    "factor": gettext_lazy("method: %(what)s"),
    "format": gettext_lazy("format: %(what)s"),
}


def _actions() -> list[tuple[str, Any]]:
    """All that may be recorded, by what it is called."""
    return [*registry.get_choices(), *LABELS.items()]


class AuditFilterSet(WagtailFilterSet):
    """Narrows the report to a period, a deed, a language, a person or an object."""

    at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Date"), widget=DateRangePickerWidget
    )
    action = django_filters.ChoiceFilter(label=gettext_lazy("Action"), choices=_actions)
    language = django_filters.ChoiceFilter(label=gettext_lazy("Language"), choices=language_choices)
    person = django_filters.CharFilter(
        "person__name", lookup_expr="icontains", label=gettext_lazy("Name of the person")
    )
    content = django_filters.CharFilter(
        lookup_expr="icontains", label=gettext_lazy("Words in the record")
    )

    class Meta:
        model = AuditRecord
        fields = ["at", "action", "language", "person", "content"]


class AuditReportView(ReportView):
    """Who did what, when, in which language."""

    index_url_name = "audit_report"
    index_results_url_name = "audit_report_results"
    page_title = gettext_lazy("Audit log")
    header_icon = "history"
    permission_policy = ModelPermissionPolicy(AuditRecord)
    permission_required = "view"
    filterset_class = AuditFilterSet
    is_searchable = False
    default_ordering = "-pk"
    columns = [
        Column("when", label=gettext_lazy("Date"), classname="audit__when"),
        Column("who", label=gettext_lazy("Who")),
        Column("what", label=gettext_lazy("Action")),
        Column("subject", label=gettext_lazy("Of what")),
        Column("in_language", label=gettext_lazy("Language")),
        Column("details", label=gettext_lazy("Details")),
        Column("number", label=gettext_lazy("No.")),
    ]
    export_headings = {
        "number": gettext_lazy("No."),
        "moment": gettext_lazy("Date (UTC)"),
        "who": gettext_lazy("Who"),
        "what": gettext_lazy("Action"),
        "subject": gettext_lazy("Of what"),
        "in_language": gettext_lazy("Language"),
        "details": gettext_lazy("Details"),
        "content": gettext_lazy("Record"),
        "digest": gettext_lazy("SHA-256 of the chain"),
    }
    list_export = [*export_headings]

    def get_queryset(self) -> QuerySet:
        return AuditRecord.objects.select_related("person", "link")

    def decorate_paginated_queryset(
        self, object_list: Iterable[AuditRecord]
    ) -> Iterable[AuditRecord]:
        """Say each record in the language of its reader, on a page and in what is exported.

        In place, as the table of the page has been made of these objects already.
        """
        said = [json.loads(record.content) for record in object_list]
        people = AuditedPerson.objects.in_bulk({each for one in said for each in _named(one)})
        deeds = dict(_actions())
        for record, one in zip(object_list, said, strict=True):
            vars(record).update(_shown(record, one, people, deeds))
        return object_list


def _named(said: dict[str, Any]) -> Iterator[str]:
    """The digests of the people that a record names beside the one who acted."""
    for part in ("object", "translation"):
        for role in ("person", "translator"):
            if digest := said.get(part, {}).get(role):
                yield digest


def _shown(
    record: AuditRecord,
    said: dict[str, Any],
    people: dict[str, AuditedPerson],
    deeds: dict[str, Any],
) -> dict[str, Any]:
    """What the columns show beside what the record has itself; ``deeds`` has words for actions."""
    link = getattr(record, "link", None)
    return {
        "when": _local(record.at, "%Y-%m-%d %H:%M:%S"),
        "moment": said["at"],
        "who": _name(record.person) if record.person else _("system"),
        "what": deeds.get(record.action, record.action),
        "subject": _subject(said.get("object", {}), people),
        "in_language": ", ".join(get_language(each).name for each in said.get("languages", ())),
        "details": "; ".join([*_making(said.get("translation"), people), *_changes(said)]),
        "number": link.number if link else "",
        "digest": link.digest if link else "",
    }


def _local(moment: datetime, form: str) -> str:
    """In the time zone of the reader."""
    return timezone.localtime(moment).strftime(form)


def _name(person: AuditedPerson) -> str:
    if person.is_erased:
        return _("name erased (%(digest)s)") % {"digest": person.digest[:8]}
    return str(person)


def _subject(subject: dict[str, Any], people: dict[str, AuditedPerson]) -> str:
    if "person" in subject:
        return _name(people[subject["person"]])
    return subject.get("title", "")


def _making(translation: dict[str, Any] | None, people: dict[str, AuditedPerson]) -> Iterator[str]:
    if translation and translation.get("translator"):
        yield _("translated by %(name)s") % {"name": _name(people[translation["translator"]])}
    if translation and translation.get("renders"):
        moment = datetime.fromisoformat(translation["renders"])
        yield _("renders the Chinese text of %(date)s") % {"date": _local(moment, "%Y-%m-%d %H:%M")}


def _changes(said: dict[str, Any]) -> Iterator[str]:
    """What is known of the deed, in so far as there are words for it."""
    details = said.get("details", {})
    for name, sentence in CHANGES.items():
        if name in details:
            what = details[name]
            listed = ", ".join(map(str, what)) if isinstance(what, list) else what
            yield sentence % {"what": listed}
    if said.get("late"):
        yield _("recorded late")
