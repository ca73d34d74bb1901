"""Atom (RFC 4287) as the site writes it: languages, topics with their names, plain summaries."""

from typing import Any

from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator


class LanguageFeed(Atom1Feed):
    """A feed in one language.

    Django's own links do not say in which language their target is, its summaries are HTML, its
    categories have no name beside the term, and an empty feed is always updated just now.
    """

    def latest_post_date(self) -> Any:
        """When an entry was last published, or, while there is none, the list itself."""
        return max((item["updateddate"] for item in self.items), default=self.feed["published"])

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        feed = self.feed
        handler.addQuickElement("id", feed["id"])
        handler.addQuickElement("title", feed["title"])
        if feed["subtitle"]:
            handler.addQuickElement("subtitle", feed["subtitle"])
        handler.addQuickElement("updated", rfc3339_date(self.latest_post_date()))
        self._add_link(handler, "alternate", "text/html", feed["link"])
        self._add_link(handler, "self", "application/atom+xml", feed["feed_url"])
        handler.startElement("author", {})
        handler.addQuickElement("name", feed["author_name"])
        handler.endElement("author")
        if feed["feed_copyright"]:
            handler.addQuickElement("rights", feed["feed_copyright"])

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        handler.addQuickElement("id", item["unique_id"])
        handler.addQuickElement("title", item["title"])
        self._add_link(handler, "alternate", "text/html", item["link"])
        handler.addQuickElement("published", rfc3339_date(item["pubdate"]))
        handler.addQuickElement("updated", rfc3339_date(item["updateddate"]))
        if item["description"]:
            handler.addQuickElement("summary", item["description"])
        for term, label in item["topics"].items():
            handler.addQuickElement("category", "", {"term": term, "label": label})

    def _add_link(self, handler: SimplerXMLGenerator, rel: str, kind: str, href: str) -> None:
        language = self.feed["language"]
        handler.addQuickElement(
            "link", "", {"rel": rel, "type": kind, "hreflang": language, "href": href}
        )
