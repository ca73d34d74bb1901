"""The sections of the home page as HTML: written once for each version of what is public.

They show other pages, as the frame does, and depend on nothing but the page and the language.
"""

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from mep_site.core.loading.references import load_body
from mep_site.core.models import BasePage
from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language

from .arrangement import arranged


def rendered_sections(page: BasePage, language: Language) -> SafeString:
    """The sections of a home page in a language, which is the active one."""
    return _rendered(page, language) if page.is_previewed else _remembered(page, language)


@by_version(maxsize=8)
def _remembered(page: BasePage, language: Language) -> SafeString:
    """Known by the key of the page: its texts belong to the version."""
    return _rendered(page, language)


def _rendered(page: BasePage, language: Language) -> SafeString:
    bodies = [
        getattr(page, each.column("sections")) for each in (page.get_source_language(), language)
    ]
    sections = arranged(*bodies)
    load_body(sections)
    pages = [each for child in sections for each in child.block.pages(child.value) if each]
    prefetch_related_objects(pages, "editions")
    return render_to_string("home/sections.html", {"sections": sections})
