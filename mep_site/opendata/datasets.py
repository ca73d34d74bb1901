"""The data sets of the site, each with its columns and its source.

The vocabularies are Dublin Core (``dct``), FOAF, W3C's ORG (``org``), schema.org and SKOS. To add a
data set, write a source that reads its rows, an entry here and a test of its facts.
"""

from django.utils.translation import gettext_lazy as _

from cooperation.models import Programme
from departments.models import Department, Institution, Leader
from news.models import PolicyArticle

from .shapes import DataColumn, DataSet, SubjectPart, addresses, in_each_language
from .sources.bodies import bodies
from .sources.leaders import leaders
from .sources.policies import policies
from .sources.programmes import programmes
from .sources.terms import terms

ID = DataColumn("id", "@id", _("Permanent identifier"), is_address=True)

BODIES = DataSet(
    name="bodies",
    title=_("Bodies of the ministry"),
    description=_("Departments with their divisions, and subordinate institutions."),
    type="org:Organization",
    columns=(
        ID,
        DataColumn("kind", "dct:type", _("department, division or institution")),
        DataColumn(
            "parent",
            "org:subOrganizationOf",
            _("Identifier of the body that it is a part of"),
            is_address=True,
        ),
        *in_each_language("name", "skos:prefLabel", _("Name")),
        *in_each_language("second_name", "skos:altLabel", _("Second name or abbreviation")),
        *in_each_language(
            "supervisor", "skos:prefLabel", _("Supervising authority"), "supervising"
        ),
        *addresses(),
    ),
    parts={"supervising": SubjectPart("org:subOrganizationOf", "org:Organization")},
    rows=bodies,
    models=(Department, Institution),
)

LEADERS = DataSet(
    name="leaders",
    title=_("Leaders of the ministry"),
    description=_("The leaders and the posts that they hold or held, a row for each post."),
    type="schema:Person",
    columns=(
        ID,
        *in_each_language("name", "schema:name", _("Name")),
        *in_each_language("post", "skos:prefLabel", _("Post"), "role"),
        DataColumn("since", "schema:startDate", _("Since when, as far as known"), "membership"),
        DataColumn("until", "schema:endDate", _("Until when; empty while held"), "membership"),
        *addresses(),
    ),
    parts={
        "membership": SubjectPart("org:hasMembership", "org:Membership"),
        "role": SubjectPart("org:role", "org:Role", "membership"),
    },
    rows=leaders,
    models=(Leader,),
)

PROGRAMMES = DataSet(
    name="programmes",
    title=_("Programmes of cooperation and their members"),
    description=_(
        "Programmes and mechanisms of international cooperation, a row for each state or "
        "organisation that takes part, in protocol order."
    ),
    type="org:OrganizationalCollaboration",
    columns=(
        ID,
        *in_each_language("name", "skos:prefLabel", _("Name")),
        *in_each_language("abbreviation", "skos:altLabel", _("Abbreviation")),
        DataColumn("established", "schema:foundingDate", _("Since when, as far as known")),
        DataColumn(
            "member_status",
            "schema:roleName",
            _("member, observer or dialogue_partner"),
            "participation",
        ),
        DataColumn("member_code", "dct:identifier", _("State by ISO 3166-1"), "member"),
        *in_each_language("member", "skos:prefLabel", _("State or organisation"), "member"),
        *addresses(),
    ),
    parts={
        "participation": SubjectPart("org:hasMembership", "org:Membership"),
        "member": SubjectPart("org:member", "foaf:Agent", "participation"),
    },
    rows=programmes,
    models=(Programme,),
)

TERMS = DataSet(
    name="terms",
    title=_("Glossary"),
    description=_("Names of bodies, treaties and things as the ministry uses them."),
    type="skos:Concept",
    columns=(
        ID,
        *in_each_language("name", "skos:prefLabel", _("Name")),
        *in_each_language("abbreviation", "skos:altLabel", _("Abbreviation")),
        *in_each_language("synonyms", "skos:altLabel", _("Other names")),
    ),
    rows=terms,
)

POLICIES = DataSet(
    name="policies",
    title=_("Policies"),
    description=_("Policy documents, and texts that explain them."),
    type="schema:Article",
    columns=(
        ID,
        *in_each_language("title", "schema:headline", _("Title")),
        DataColumn("document_number", "dct:identifier", _("Document number")),
        DataColumn("date", "dct:date", _("Date of the text, as far as known")),
        DataColumn("effective_from", "dct:valid", _("Effective from")),
        DataColumn("comments_until", "schema:expires", _("Comments are taken until")),
        *in_each_language("issuing_body", "skos:prefLabel", _("Issuing body"), "issuer"),
        DataColumn("topics", "schema:keywords", _("Topics by their names in addresses")),
        *addresses(),
    ),
    parts={"issuer": SubjectPart("schema:sourceOrganization", "org:Organization")},
    rows=policies,
    models=(PolicyArticle,),
    is_long=True,
)

DATA_SETS = {each.name: each for each in (BODIES, LEADERS, PROGRAMMES, TERMS, POLICIES)}
