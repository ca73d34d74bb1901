"""The description of a page in the vocabulary of https://schema.org, for JSON-LD.

A graph of the page itself, its breadcrumb and, where it has one, its main subject: an article, a
person, an organisation. The home page describes the site and the ministry instead. Sites are not
asked for a search action any more: Google's search box below a result was withdrawn in 2024.
"""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext as _

from mep_site.core.facts.schema_org import THE_MINISTRY, compact
from mep_site.core.facts.telephones import certain_number
from mep_site.translations.languages import Language, authoritative
from mep_site.translations.languages.text import text_in

from .described_view import DescribedView, Step
from .machine_made import digital_source_type
from .metadata_page import MetadataPage
from .times import iso_8601

Node = dict[str, Any]


@singledispatch
def graph(subject: MetadataPage) -> Node:
    """The whole description of a page or a view, ready for JSON."""
    main = _main_entity(subject)
    nodes = [
        _web_page(subject, main),
        _breadcrumb(subject),
        main,
        _web_site(subject),
        _ministry(subject),
    ]
    return _in_context(node for node in nodes if node)


@graph.register
def _graph_of_view(view: DescribedView) -> Node:
    """A view that gathers pages has no subject of its own."""
    page = compact(
        type="CollectionPage",
        id=view.canonical,
        url=view.canonical,
        name=view.title,
        inLanguage=view.language.tag,
        isPartOf={"@id": f"{view.home_url}#site"},
        breadcrumb={"@id": f"{view.canonical}#breadcrumb"},
    )
    above = [(name, view.absolute(address)) for name, address in view.above]
    steps = [(_("Home"), view.home_url), *above, (view.title, view.canonical)]
    return _in_context([page, _breadcrumb_list(view.canonical, steps), _site(view)])


def _in_context(nodes: Iterable[Node]) -> Node:
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def _web_page(subject: MetadataPage, main: Node) -> Node:
    return compact(
        type=subject.page.web_page_type,
        id=subject.url,
        url=subject.url,
        name=subject.title,
        description=subject.description,
        inLanguage=subject.language.tag,
        isPartOf={"@id": f"{subject.home_url}#site"},
        breadcrumb={} if subject.is_home else {"@id": f"{subject.url}#breadcrumb"},
        mainEntity=_main_reference(subject, main),
        dateModified=iso_8601(subject.edition.changed_at),
        publisher=_ministry_reference(subject),
        digitalSourceType=digital_source_type(subject),
        **({} if _is_creative_work(subject) else _other_languages(subject, "")),
    )


def _breadcrumb(subject: MetadataPage) -> Node:
    """The way from the home page; without pages that have no text in the language."""
    if subject.is_home:
        return {}
    above = [page for page in subject.tree.ancestors if subject.language in page.live_languages]
    steps = [
        (
            _("Home") if page == subject.tree.home else text_in(page, "title", subject.language),
            subject.address(page),
        )
        for page in above
    ]
    return _breadcrumb_list(subject.url, [*steps, (subject.title, subject.url)])


def _breadcrumb_list(url: str, steps: Iterable[Step]) -> Node:
    """The way to what is at ``url``, which is the last step."""
    return {
        "@type": "BreadcrumbList",
        "@id": f"{url}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }


def _main_entity(subject: MetadataPage) -> Node:
    described = subject.page.structured_data(subject.language)
    if not described:
        return {}
    described = {
        name: _ministry_reference(subject) if _is_ministry(value, subject) else value
        for name, value in described.items()
    }
    common = compact(id=f"{subject.url}#main", url=subject.url, image=_picture(subject)) | compact(
        description=subject.description
    )
    work = _work(subject) if _is_creative_work(subject) else {}
    return described | common | work


def _is_creative_work(subject: MetadataPage) -> bool:
    return subject.page.open_graph_type == "article"


def _work(subject: MetadataPage) -> Node:
    """What an article says besides what its page type knows."""
    return compact(
        inLanguage=subject.language.tag,
        datePublished=iso_8601(subject.public_since),
        dateModified=iso_8601(subject.edition.changed_at),
        publisher=_ministry_reference(subject),
        mainEntityOfPage={"@id": subject.url},
        **_other_languages(subject, "#main"),
    )


def _other_languages(subject: MetadataPage, fragment: str) -> Node:
    """What a translation is a translation of, or the translations of the Chinese text."""
    if subject.language.is_authoritative:
        others = [language for language in subject.languages if language != subject.language]
        return compact(workTranslation=[_work_in(subject, other, fragment) for other in others])
    if authoritative() in subject.languages:
        return {"translationOfWork": _work_in(subject, authoritative(), fragment)}
    return {}


def _work_in(subject: MetadataPage, language: Language, fragment: str) -> Node:
    kind = subject.page.structured_data(language).get("@type") if fragment else None
    url = subject.addresses[language]
    return {
        "@type": kind or subject.page.web_page_type,
        "@id": f"{url}{fragment}",
        "url": url,
        "inLanguage": language.tag,
    }


def _picture(subject: MetadataPage) -> Node:
    if not subject.picture:
        return {}
    return compact(
        type="ImageObject",
        url=subject.picture.url,
        width=subject.picture.width,
        height=subject.picture.height,
        caption=subject.picture.alt,
    )


def _web_site(subject: MetadataPage) -> Node:
    """The site; in full on the home page, elsewhere what it is called."""
    if not subject.is_home:
        return _site(subject)
    return _site(subject) | compact(
        inLanguage=subject.language.tag, publisher=_ministry_reference(subject)
    )


def _site(subject: MetadataPage | DescribedView) -> Node:
    home_url = subject.home_url
    return compact(type="WebSite", id=f"{home_url}#site", url=home_url, name=subject.site_name)


def _ministry(subject: MetadataPage) -> Node:
    """The ministry, whose name the site bears; in full on the home page."""
    return (
        compact(
            type="GovernmentOrganization",
            name=subject.site_name,
            url=subject.home_url,
        )
        | (_identity(subject) if subject.is_home else {})
        | _ministry_reference(subject)
    )


def _identity(subject: MetadataPage) -> Node:
    """Mark, full name and contact, as the settings of the site have them."""
    texts = subject.settings.texts
    logo = subject.absolute(static("icons/icon-512.png"))
    return compact(
        logo=compact(type="ImageObject", url=logo, width=512, height=512),
        legalName=text_in(texts, "full_name", subject.language) or "",
        address=text_in(texts, "contact_address", subject.language) or "",
        telephone=certain_number(texts.contact_telephone),
        email=texts.contact_email,
    )


def _ministry_reference(subject: MetadataPage) -> Node:
    return {"@id": f"{subject.home_url}#ministry"}


def _is_ministry(value: Any, subject: MetadataPage) -> bool:
    """Whether a property of a page means the ministry, be it by its name."""
    names_it = isinstance(value, dict) and bool(value.get("name"))
    return value is THE_MINISTRY or (names_it and value["name"] == subject.site_name)


def _main_reference(subject: MetadataPage, main: Node) -> Node:
    if subject.is_home:
        return _ministry_reference(subject)
    return {"@id": main["@id"]} if main else {}
