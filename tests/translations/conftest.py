"""An article in three languages, and translators who may publish."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import GroupPagePermission

from mep_site.core.models import BasePage
from mep_site.translations.permissions.groups import TRANSLATORS
from news.models import NewsArticle, NewsIndex

from .steps import paragraphs, pinned_page


@pytest.fixture
def publishing_translators(db):
    """Translators who may publish their language."""
    for code, role in TRANSLATORS.items():
        group = Group.objects.get(name=role.name)
        group.permissions.add(Permission.objects.get(codename=f"publish_{code}"))
        GroupPagePermission.objects.create(
            group=group, page=BasePage.get_first_root_node(), permission_type="publish"
        )


@pytest.fixture
def english(publishing_translators, english_translator):
    return english_translator


@pytest.fixture
def russian(publishing_translators, russian_translator):
    return russian_translator


@pytest.fixture
def page(db):
    """An article of three paragraphs, whose translations translate them."""
    index = NewsIndex.objects.first()
    article = NewsArticle(
        title_zh_hans="标题", title_en="Title", title_ru="Заголовок", slug="three"
    )
    for code, words in {"zh_hans": "第{}段", "en": "Paragraph {}", "ru": "Абзац {}"}.items():
        setattr(article, f"body_{code}", paragraphs(words))
    index.add_child(instance=article)
    return NewsArticle.objects.get(pk=pinned_page(article).pk)


class Clock:
    """Moves the time for the whole program, and lets the timer of the server run."""

    def __init__(self, monkeypatch):
        self.passed, real = timedelta(), timezone.now
        monkeypatch.setattr(timezone, "now", lambda: real() + self.passed)

    def let_pass(self, **duration):
        """Time passes, and then the timer runs."""
        self.passed += timedelta(**duration)
        call_command("publish_scheduled")


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)
