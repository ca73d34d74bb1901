"""The source pages of texts that go out in an offline kit, as pages to keep."""

from collections.abc import Iterator
from pathlib import Path

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import Site

from mep_site.core.models import BasePage
from mep_site.exchange.texts.documents import Document

from .paper import on_paper

HTTPS = 443


def source_pages(document: Document) -> Iterator[tuple[str, bytes]]:
    """Each page in the language that is translated, as far as visitors can read it."""
    language = document.source_language
    numbers = [page.page_id for page in document.pages]
    pages = BasePage.objects.filter(pk__in=numbers).published().in_language(language)
    with override(language.code):
        for page in pages.specific().order_by("path"):
            html = on_paper(_request(page), page).replace("</head>", f"{_style()}</head>", 1)
            yield f"pages/{page.pk}-{page.slug}.html", html.encode()


def _style() -> str:
    """The looks of paper, which a page that is kept by itself has with it."""
    return f"<style>{(Path(__file__).parent / 'paper.css').read_text('utf-8')}</style>"


def _request(page: BasePage) -> HttpRequest:
    """A visit of nobody to the page, at the address that it has on its site."""
    site: Site = page.get_site()
    request = RequestFactory().get(
        page.get_url() or "/", headers={"host": site.hostname}, secure=site.port == HTTPS
    )
    request.user = AnonymousUser()
    return request
