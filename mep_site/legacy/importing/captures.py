"""Brings a file over: all of it in one transaction, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction

from cooperation.models import CooperationIndex
from departments.models import DepartmentIndex, InstitutionIndex
from mep_site.core.models import BasePage
from mep_site.legacy import documents
from mep_site.legacy.documents import Anomaly, AnomalyCode
from mep_site.legacy.models import LegacyCapture
from mep_site.legacy.parsing import ParsedCapture, parse
from mep_site.legacy.reading import fingerprint
from mep_site.legacy.recognition import Kind
from mep_site.legacy.refusals import Reason, RefusedCaptureError
from news.models import ActivityIndex, PolicyIndex

from .pages import (
    activity_page,
    contact_points,
    cooperation_index,
    department_page,
    institution_page,
    policy_page,
    programme_page,
)
from .parents import Parents, home_page
from .states import StateRegister


@dataclass
class Outcome:
    """What became of a file."""

    kind: Kind
    pages: list[BasePage] = field(default_factory=list)
    created_parents: list[BasePage] = field(default_factory=list)
    anomalies: list[Anomaly] = field(default_factory=list)
    unchanged: bool = False


def import_capture(file_name: str, content: bytes, *, publish: bool = False) -> Outcome:
    """Bring a file over, unless the same bytes were brought over before."""
    known = LegacyCapture.objects.filter(sha256=fingerprint(content)).first()
    if known:
        pages = [page.specific for page in known.pages.order_by("path")]
        return Outcome(Kind(known.kind), pages, unchanged=True)
    parsed = parse(content)
    try:
        with transaction.atomic():
            return _import(file_name, parsed, publish=publish)
    except ValidationError as error:
        raise RefusedCaptureError(Reason.INVALID, _details(error)) from error


def _import(file_name: str, parsed: ParsedCapture, *, publish: bool) -> Outcome:
    tree = Parents()
    outcome = Outcome(parsed.kind, anomalies=list(parsed.document.anomalies))
    outcome.pages = PLANTERS[parsed.kind](tree, parsed.document, outcome.anomalies)
    outcome.created_parents = [page for page in tree.created if page not in outcome.pages]
    for page in tree.created:
        revision = page.save_revision()
        if publish:
            revision.publish()
            page.refresh_from_db(fields=["live"])
    capture = LegacyCapture.objects.create(
        file_name=file_name[-255:], sha256=parsed.sha256, kind=parsed.kind
    )
    capture.pages.set(outcome.pages)
    return outcome


def _plant_department(
    tree: Parents, document: documents.DepartmentDocument, anomalies: list[Anomaly]
) -> list[BasePage]:
    return [tree.add(department_page(document), tree.index(DepartmentIndex))]


def _plant_institution(
    tree: Parents, document: documents.InstitutionDocument, anomalies: list[Anomaly]
) -> list[BasePage]:
    return [tree.add(institution_page(document), tree.index(InstitutionIndex))]


def _plant_activity(
    tree: Parents, document: documents.ActivityDocument, anomalies: list[Anomaly]
) -> list[BasePage]:
    index = tree.index(ActivityIndex, above=tree.leader(document.leader))
    return [tree.add(activity_page(document), index)]


def _plant_policy(
    tree: Parents, document: documents.PolicyDocument, anomalies: list[Anomaly]
) -> list[BasePage]:
    return [tree.add(policy_page(document), tree.index(PolicyIndex))]


def _plant_brochure(
    tree: Parents, document: documents.BrochureDocument, anomalies: list[Anomaly]
) -> list[BasePage]:
    """All programmes under one index.

    Title and contact details of the brochure belong on the index. One that exists is not ours to
    change, so they go with the first programme then.
    """
    states = StateRegister()
    drafts = [programme_page(programme, states) for programme in document.programmes]
    anomalies += [anomaly for _, doubts in drafts for anomaly in doubts]
    pages = [page for page, _ in drafts]
    index = tree.find(CooperationIndex, home_page())
    if index:
        anomalies.append(Anomaly(AnomalyCode.INDEX_EXISTS, str(document.title)))
        for page in pages[:1]:
            page.contact_points = contact_points(document.contacts)
    else:
        index = tree.add(cooperation_index(document), home_page())
    return [tree.add(page, index) for page in pages]


PLANTERS: dict[Kind, Callable[..., list[BasePage]]] = {
    Kind.DEPARTMENT: _plant_department,
    Kind.INSTITUTION: _plant_institution,
    Kind.ACTIVITY: _plant_activity,
    Kind.POLICY: _plant_policy,
    Kind.BROCHURE: _plant_brochure,
}


def _details(error: ValidationError) -> str:
    """Which fields were refused, and why."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
    )
