"""Published articles in great numbers, made of the sentences of the demo in another order.

Every word of a query stands on thousands of them: a harder task than the ministry's own pages would
be. They are written past the publication, but as it would have left them: in the tree, with rows,
pins and editions. Only the index does not know them yet.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from itertools import count, islice
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from tqdm import tqdm

from departments.models import Department, PageDepartment
from mep_site.core.models import BasePage, PageTopic
from mep_site.demo.outline import pins_to_own_chinese
from mep_site.search.models import Entry
from mep_site.topics.models import Topic
from mep_site.translations.content.content import Content
from mep_site.translations.languages import languages
from mep_site.translations.models import Edition
from news.models import NewsArticle, NewsIndex

AT_ONCE = 500
SENTENCES = 8
LENGTHS_OF_SENTENCES = range(21, 500)
LONGEST_TITLE = 80
SLUG = "filled"

# By the code of their language.
Sentences = dict[str, list[str]]


def fill(number: int) -> None:
    """Publish articles until there are so many."""
    existing = BasePage.objects.filter(slug__startswith=f"{SLUG}-").count()
    index, sentences = NewsIndex.objects.order_by("path").first(), _sentences()
    numbers = tqdm(range(existing, number), unit="", disable=None, desc="filling")
    articles = (
        _article(each, index, path, sentences)
        for each, path in zip(numbers, _free_paths(index), strict=False)
    )
    while chunk := list(islice(articles, AT_ONCE)):
        _publish(index, chunk)


def _sentences() -> Sentences:
    """The sentences that stand in the index; those of filled articles are the same ones."""
    found = {}
    for language in languages():
        entries = Entry.objects.filter(language=language.code, is_public=True)
        texts = entries.values_list("text", flat=True).iterator()
        lines = {line for text in texts for line in text.splitlines()}
        found[language.code] = sorted(line for line in lines if len(line) in LENGTHS_OF_SENTENCES)
    return found


def _free_paths(index: NewsIndex) -> Iterator[str]:
    """The paths after those of the pages that stand below the index already."""
    numbers, width = NewsArticle.numconv_obj(), NewsArticle.steplen
    last = numbers.str2int(index.get_last_child().path[-width:])
    for position in count(last + 1):
        yield index.path + numbers.int2str(position).rjust(width, NewsArticle.alphabet[0])


def _article(number: int, index: NewsIndex, path: str, sentences: Sentences) -> NewsArticle:
    """An article that is not stored yet; the same texts for the same number every time."""
    choose = random.Random(number)  # noqa: S311 - nothing secret is made of it
    day = choose.randint(2000, 2024), choose.randint(1, 12), choose.randint(1, 28)
    published = datetime(*day, tzinfo=UTC)
    slug = f"{SLUG}-{number}"
    article = NewsArticle(
        path=path,
        depth=index.depth + 1,
        slug=slug,
        url_path=f"{index.url_path}{slug}/",
        content_type=ContentType.objects.get_for_model(NewsArticle),
        locale=index.locale,
        first_published_at=published,
        last_published_at=published,
        date=published.date(),
        **_texts(choose, sentences),
    )
    article.draft_title = article.title_zh_hans
    article.pins = pins_to_own_chinese(article, published)
    return article


def _texts(choose: random.Random, sentences: Sentences) -> dict[str, Any]:
    """Title, summary and text in every language, by column."""
    keys = [str(UUID(int=choose.getrandbits(128), version=4)) for _ in range(SENTENCES)]
    columns = {}
    for language in languages():
        title, summary, *body = choose.sample(sentences[language.code], SENTENCES + 2)
        blocks = [
            {"type": "paragraph", "value": f"<p>{escape(text)}</p>", "id": key}
            for key, text in zip(keys, body, strict=True)
        ]
        columns[language.column("title")] = title[:LONGEST_TITLE]
        columns[language.column("summary")] = summary
        columns[language.column("body")] = json.dumps(blocks)
    return columns


@transaction.atomic
def _publish(index: NewsIndex, articles: list[NewsArticle]) -> None:
    editions = [edition for article in articles for edition in _editions(article)]
    BasePage.objects.bulk_create(articles)
    for article in articles:
        article.basepage_ptr_id = article.id
        # Django has no bulk_create for tables that extend others.
        article.save_base(raw=True, force_insert=True)
    Edition.objects.bulk_create(editions)
    topics, departments = list(Topic.objects.all()), list(Department.objects.order_by("path"))
    PageTopic.objects.bulk_create(
        PageTopic(page=each, topic=topics[each.pk % len(topics)], sort_order=0) for each in articles
    )
    PageDepartment.objects.bulk_create(
        PageDepartment(page=each, department=departments[each.pk % len(departments)], sort_order=0)
        for each in articles
    )
    BasePage.objects.filter(pk=index.pk).update(numchild=F("numchild") + len(articles))


def _editions(article: NewsArticle) -> Iterator[Edition]:
    content = Content.of(article)
    for language in languages():
        edition = Edition(page=article, language=language.code)
        edition.refresh_from_page(article, content)
        yield edition
