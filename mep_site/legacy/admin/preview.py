"""Gives a page that does not exist yet the place that it will have, so that it can be shown."""

from mep_site.core.addresses.slugs import ascii_slug
from mep_site.core.lists.querysets import paths_of_children
from mep_site.core.models import BasePage
from mep_site.legacy.importing.parents import Parents, home_page
from mep_site.legacy.structure.sketch import PageSketch
from mep_site.translations.content.rows import row_relations


def place_for_preview(page: BasePage, sketch: PageSketch) -> BasePage:
    """The page as a child of the page that it will stand below, or of the nearest one there is."""
    parent = Parents().existing(sketch) or home_page()
    page.path = paths_of_children(parent)[1]
    page.depth = parent.depth + 1
    page.slug = ascii_slug(page.title_en, page.title_zh_hans, page.title_ru)
    page.set_url_path(parent)
    page.content_type = page.cached_content_type
    for relation in row_relations(type(page)):
        # Rows in memory, none included, are not asked of the database.
        name = relation.get_accessor_name()
        setattr(page, name, list(getattr(page, name).all()))
    return page
