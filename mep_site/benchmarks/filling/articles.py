"""Articles that are published as editors do it, one language after the other."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser

from departments.models import Department, PageDepartment
from mep_site.core.models import BasePage, PageCountry, PageTopic
from mep_site.countries.models import Country
from mep_site.demo.outline import pins_to_own_chinese
from mep_site.topics.models import Topic
from mep_site.translations.languages import Language, languages
from news.models import NewsArticle, NewsIndex, PolicyArticle, PolicyIndex
from news.models.article import Article

from .texts import Texts

SLUG = "filled"
FIRST_DAY = datetime(2005, 1, 1, 8, tzinfo=UTC)
DAYS = 20 * 365
# Every so many are policies, have no text in the last language, or say the year only.
POLICY, INCOMPLETE, VAGUE = 4, 20, 50


@dataclass
class Author:
    """Publishes articles about anything in the name of the first user."""

    texts: Texts = field(default_factory=Texts)
    topics: list[Topic] = field(default_factory=lambda: list(Topic.objects.order_by("pk")))
    departments: list[Department] = field(
        default_factory=lambda: list(Department.objects.order_by("path"))
    )
    countries: list[Country] = field(default_factory=lambda: list(Country.objects.order_by("pk")))
    user: AbstractUser | None = field(
        default_factory=lambda: get_user_model().objects.order_by("pk").first()
    )

    def publish(self, number: int) -> None:
        """Publish the article of this number, which always says the same."""
        choose = random.Random(number)  # noqa: S311 - nothing secret is made of it
        present = languages_of(number)
        words = self.texts.choose(choose, present)
        moment = filled_moment(choose)
        article = self._begun(number, choose, moment)
        for language in present:
            for name, text in words[language].items():
                setattr(article, name, text)
            pins = pins_to_own_chinese(article, moment)
            article.pins = {**pins, **article.pins, language.code: pins.get(language.code, {})}
            article.edition_language = language
            article.save_revision(user=self.user).publish(user=self.user)
            article = type(article).objects.get(pk=article.pk)
        _antedate(article, moment)

    def _begun(self, number: int, choose: random.Random, moment: datetime) -> Article:
        """The article without its texts, in the list where it belongs."""
        index, model = (
            (PolicyIndex, PolicyArticle) if number % POLICY == 0 else (NewsIndex, NewsArticle)
        )
        article = model(
            slug=filled_slug(number),
            translation_key=_uuid(choose),
            date=filled_date(number, moment),
            owner=self.user,
            live=False,
        )
        self._file(article, choose)
        parent = index.objects.order_by("path").first()
        return parent.add_child(instance=article)

    def _file(self, article: Article, choose: random.Random) -> None:
        """Give an article one topic or two, a department and some countries."""
        topics = choose.sample(self.topics, choose.choice((1, 1, 2)))
        countries = choose.sample(self.countries, choose.choice((0, 0, 1, 1, 2, 5)))
        article.topics = [PageTopic(topic=each, key=_uuid(choose)) for each in topics]
        article.countries = [PageCountry(country=each, key=_uuid(choose)) for each in countries]
        department = choose.choice(self.departments)
        article.departments = [PageDepartment(department=department, key=_uuid(choose))]


def _antedate(article: Article, moment: datetime) -> None:
    """Let an article have been published at that moment."""
    times = {"first_published_at": moment, "last_published_at": moment}
    article.editions.live().update(**times)
    article.editions.filter(waits_since__isnull=False).update(waits_since=moment)
    article.authoritative_texts.update(published_at=moment)
    BasePage.objects.filter(pk=article.pk).update(**times)


def filled_slug(number: int) -> str:
    """The slug of the article of this number."""
    return f"{SLUG}-{number}"


def languages_of(number: int) -> tuple[Language, ...]:
    """The languages in which it is published."""
    return languages()[:-1] if number % INCOMPLETE == INCOMPLETE - 1 else languages()


def filled_moment(choose: random.Random) -> datetime:
    """A moment within twenty years, at an hour when offices are open."""
    return FIRST_DAY + timedelta(days=choose.randrange(DAYS), minutes=choose.randrange(600))


def filled_date(number: int, moment: datetime) -> str:
    """The date that the article says."""
    return str(moment.year) if number % VAGUE == 1 else str(moment.date())


def _uuid(choose: random.Random) -> UUID:
    return UUID(int=choose.getrandbits(128), version=4)
