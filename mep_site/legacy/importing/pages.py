"""Pages from documents, one function for each kind; nothing is saved here."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from cooperation.models import (
    CooperationIndex,
    Member,
    Milestone,
    Programme,
    Quotation,
    WorkingGroup,
)
from departments.models import (
    Department,
    Division,
    Institution,
    InstitutionTask,
    InstitutionUnit,
)
from mep_site.core.dates import PartialDate
from mep_site.core.models import ContactPoint, Row
from mep_site.legacy import documents
from mep_site.legacy.documents import Anomaly, AnomalyCode
from news.models import Activity, PolicyArticle

from .parents import TITLES, columns
from .states import StateRegister, looks_like_organisation
from .streams import achievement_columns, stream_columns

RowType = TypeVar("RowType", bound=Row)


def department_page(document: documents.DepartmentDocument) -> Department:
    """A department."""
    page = Department(
        **columns("title", document.title), **stream_columns("functions", document.functions)
    )
    page.divisions = ordered(
        Division(
            **columns("name", division.name),
            **columns("alternative_name", division.alternative_name),
        )
        for division in document.divisions
    )
    page.contact_points = contact_points(document.contacts)
    return page


def institution_page(document: documents.InstitutionDocument) -> Institution:
    """A subordinate institution."""
    page = Institution(
        **columns("title", document.title),
        **columns("abbreviation", document.abbreviation),
        **columns("supervisor", document.supervisor),
        **stream_columns("duties", document.duties),
    )
    page.tasks = ordered(InstitutionTask(**columns("text", task)) for task in document.tasks)
    page.units = ordered(
        InstitutionUnit(**columns("name", unit.name), **columns("duties", unit.duties))
        for unit in document.units
    )
    page.contact_points = contact_points(document.contacts)
    return page


def activity_page(document: documents.ActivityDocument) -> Activity:
    """An activity of a leader."""
    return Activity(
        **columns("title", document.title),
        **columns("place", document.place),
        **columns("byline", document.byline),
        **stream_columns("body", document.body),
    )


def policy_page(document: documents.PolicyDocument) -> PolicyArticle:
    """A text on policy."""
    return PolicyArticle(
        **columns("title", document.title), **stream_columns("body", document.body)
    )


def cooperation_index(document: documents.BrochureDocument) -> CooperationIndex:
    """An index for the programmes of a brochure, introduced by the brochure's title."""
    page = CooperationIndex(
        **columns("title", TITLES[CooperationIndex]),
        **stream_columns("body", [documents.Heading(document.title)]),
    )
    page.contact_points = contact_points(document.contacts)
    return page


def programme_page(
    document: documents.ProgrammeDocument, states: StateRegister
) -> tuple[Programme, list[Anomaly]]:
    """A programme of cooperation, and what is doubtful about its members."""
    page = Programme(
        **columns("title", document.title),
        **columns("abbreviation", document.abbreviation),
        **stream_columns("background", document.background),
        **stream_columns("responsibilities", document.responsibilities),
        **achievement_columns("achievements", document.achievements),
        **stream_columns("next_steps", document.next_steps),
    )
    page.quotations = ordered(map(quotation_row, document.quotations))
    page.milestones = ordered(
        Milestone(**columns("text", milestone.text), date=PartialDate.parse(milestone.date))
        for milestone in document.milestones
    )
    page.working_groups = ordered(
        WorkingGroup(
            **columns("name", group.name),
            launched=PartialDate.parse(group.launched),
            sessions_held=group.sessions_held,
        )
        for group in document.working_groups
    )
    members = [member_row(member, states) for member in document.members]
    page.members = ordered(row for row, _ in members)
    return page, [anomaly for _, anomaly in members if anomaly]


def quotation_row(quotation: documents.Quotation) -> Quotation:
    """A quotation; what is not known stays empty."""
    return Quotation(
        **columns("text", quotation.text),
        **columns("speaker", quotation.speaker),
        **columns("occasion", quotation.occasion),
        **columns("place", quotation.place),
        date=PartialDate.parse(quotation.date) if quotation.date else None,
    )


def member_row(member: documents.Member, states: StateRegister) -> tuple[Member, Anomaly | None]:
    """A member: a state of the approved table, else the name as it stands in the text."""
    found = states.find(member.name)
    if len(found) == 1:
        return Member(country=found.pop(), status=member.status.value), None
    row = Member(**columns("organisation", member.name), status=member.status.value)
    if found:
        return row, Anomaly(AnomalyCode.STATES_DIFFER, str(member.name))
    if looks_like_organisation(member.name):
        return row, None
    return row, Anomaly(AnomalyCode.UNKNOWN_STATE, str(member.name))


def contact_points(contacts: Sequence[documents.Contact]) -> list[ContactPoint]:
    """Rows for contact details."""
    return ordered(
        ContactPoint(
            **columns("office", contact.office),
            **columns("address", contact.address),
            postcode=contact.postcode,
            telephone=contact.telephone,
            fax=contact.fax,
            email=contact.email,
            website=contact.website,
        )
        for contact in contacts
    )


def ordered(rows: Iterable[RowType]) -> list[RowType]:
    """The rows with their places in the order given."""
    numbered = list(rows)
    for place, row in enumerate(numbered):
        row.sort_order = place
    return numbered
