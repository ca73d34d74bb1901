"""Lets Wagtail's editor make links to pages that are known already without asking for them."""

from collections.abc import Mapping

from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from .linked_pages import LinkData, known_link


class KnownPageLinks(PageLinkElementHandler):
    """A link to a page, as the editor holds it."""

    def get_attribute_data(self, attrs: Mapping[str, str]) -> LinkData:
        return known_link(attrs["id"]) or super().get_attribute_data(attrs)


def register_known_page_links(features: FeatureRegistry) -> None:
    """Put it in the place of Wagtail's own."""
    # Its method to get a rule would begin this registration anew.
    rule = features.converter_rules_by_converter["contentstate"]["link"]
    rule["from_database_format"]['a[linktype="page"]'] = KnownPageLinks("LINK")
