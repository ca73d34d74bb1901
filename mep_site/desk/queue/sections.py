"""The sections of the site: the pages right below its home page."""

from typing import NamedTuple

from wagtail.models import Site

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import authoritative
from mep_site.translations.models import Edition, TranslatedPage


class SiteSection(NamedTuple):
    """The path of the page at the head of a section, and the page."""

    path: str
    page: TranslatedPage

    @property
    def title(self) -> str:
        """The title in the language of who asks."""
        return str(self.page.display_title or self.page.slug)


@by_version()
def sections() -> tuple[SiteSection, ...]:
    """All sections, in the order of the site."""
    homes = Site.objects.values_list("root_page__path", flat=True).distinct()
    heads = Edition.objects.filter(language=authoritative().code, parent_path__in=list(homes))
    return tuple(
        SiteSection(each.page.path, each.page)
        for each in heads.select_related("page").order_by("parent_path", "path_end")
    )


def section_choices() -> list[tuple[str, str]]:
    """They for a field."""
    return [(each.path, each.title) for each in sections()]
