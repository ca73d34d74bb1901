"""A page with as many texts as one wants, translated into one language."""

from uuid import uuid4

from django.utils import timezone

from mep_site.demo.outline import pins_to_own_chinese
from mep_site.translations.languages import Language, authoritative
from news.models import NewsArticle, NewsIndex

SLUG = "a-long-page"
# Of as many paragraphs one has a link to a page, for which Wagtail's editor asks the database.
LINKED = 8
CHINESE = "<p>第{0}段：会议研究部署<b>污染防治</b>工作，要求打好蓝天、碧水、净土保卫战{1}。</p>"
TRANSLATED = (
    "<p>Paragraph {0}: the meeting planned the work of <b>preventing pollution</b> and called for "
    "blue skies, clear waters and clean soil{1}.</p>"
)


def long_page(units: int, language: Language) -> NewsArticle:
    """A published article with so many texts, of which the title and the summary are two."""
    index = NewsIndex.objects.order_by("path").first()
    keys = [str(uuid4()) for _ in range(units - 2)]
    page = NewsArticle(slug=SLUG)
    for each, words in ((authoritative(), CHINESE), (language, TRANSLATED)):
        setattr(page, each.column("title"), "长页")
        setattr(page, each.column("summary"), "长页")
        setattr(page, each.column("body"), _paragraphs(words, keys, index.pk))
    index.add_child(instance=page)
    for each in (authoritative(), language):
        page.pins = pins_to_own_chinese(page, timezone.now())
        page.edition_language = each
        page.save_revision().publish()
        page = NewsArticle.objects.get(pk=page.pk)
    return page


def _paragraphs(words: str, keys: list[str], linked: int) -> list[dict[str, str]]:
    link = f' (<a linktype="page" id="{linked}">→</a>)'
    return [
        {
            "type": "paragraph",
            "id": key,
            "value": words.format(number, "" if number % LINKED else link),
        }
        for number, key in enumerate(keys)
    ]
