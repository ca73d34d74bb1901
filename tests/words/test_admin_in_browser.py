"""What scripts show in the admin is named, and said in the language of who works in it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page
from wagtail.users.models import UserProfile

from cooperation.models import Programme
from mep_site.media.models import SiteDocument, SiteImage
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url
from ..measuring.places import in_every_language
from ..measuring.tools import axe_findings
from ..people import Person
from .content import NAMES, Content
from .judging import FOREIGN

pytestmark = pytest.mark.browser

# All that is shown or read aloud, a line for each piece.
SAID = """() => {
  const UNSEEN = "script, style, template, noscript, iframe, option, kbd, " +
    "[style*='display: none'], " +
    ".public-DraftEditor-content";
  const said = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element.closest(UNSEEN))
      said.add(walker.currentNode.textContent);
  }
  for (const element of document.querySelectorAll("*"))
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"])
      said.add(element.getAttribute(name) ?? "");
  return [...said];
}"""


@pytest.fixture
def desk(site: str, chromium: object) -> Iterator[Person]:
    """The administrator at a desk where axe may look."""
    context = chromium.new_context()
    yield Person.is_signed_in(context, site, "admin")
    context.close()


def add_every_block(tab: Page) -> None:
    """Put a block of each kind at the end of the body."""
    at, kinds = 0, 1
    while at < kinds:
        tab.locator("button.c-sf-add-button:visible").last.click()
        options = tab.locator(".w-combobox__option")
        options.first.wait_for()
        kinds = options.count()
        options.nth(at).click()
        options.first.wait_for(state="hidden")
        at += 1


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """The administrator has chosen this language for the admin."""
    profile = UserProfile.get_for_user(User.objects.get(username="admin"))
    usual, profile.preferred_language = profile.preferred_language, code
    profile.save()
    yield
    profile.preferred_language = usual
    profile.save()


def addresses() -> dict[str, str]:
    """The pages on which axe looks, by what they are."""
    article, programme = in_every_language(NewsArticle), in_every_language(Programme)
    index = NewsIndex.objects.first()
    action = reverse("wagtail_bulk_action", args=["translations", "edition", "assign"])
    assignment = f"{action}?next=/admin/&id={article.editions.get(language='en').pk}"
    return {
        "dashboard": reverse("wagtailadmin_home"),
        "explorer": reverse("wagtailadmin_explore", args=[index.pk]),
        "article": edit_url(article, "zh-hans"),
        "programme": edit_url(programme, "zh-hans"),
        "translation of an article": edit_url(article, "en"),
        "translation of a programme": edit_url(programme, "ru"),
        "new article": reverse("wagtailadmin_pages:add", args=["news", "newsarticle", index.pk]),
        "picture": reverse("wagtailimages:edit", args=[SiteImage.objects.first().pk]),
        "upload of pictures": reverse("wagtailimages:add_multiple"),
        "document": reverse("wagtaildocs:edit", args=[SiteDocument.objects.first().pk]),
        "translations": reverse("desk:queue"),
        "coverage of translations": reverse("desk:coverage"),
        "assignment of a translation": assignment,
    }


def test_axe_finds_nothing_in_the_admin(axe, desk):
    found = {}
    for name, address in addresses().items():
        desk.tab.goto(f"{desk.site}{address}", wait_until="networkidle")
        if name == "new article":
            add_every_block(desk.tab)
        found[name] = axe_findings(desk.tab)
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize("code", list(FOREIGN))
def test_what_scripts_show_is_in_the_language_of_the_reader(code, desk):
    content = Content()
    with speaking(code):
        said = said_at(desk, reverse("wagtailusers_groups:add"))
        said += said_at(desk, reverse("wagtailadmin_home"))
        said_at(desk, addresses()["new article"])
        add_every_block(desk.tab)
        said += desk.tab.evaluate(SAID)
    assert len(said) > 200
    unwanted = [text for text in said if not is_said_in(code, " ".join(text.split()), content)]
    assert not unwanted, "\n".join(unwanted)


def said_at(desk: Person, address: str) -> list[str]:
    """What a page says once its scripts have run."""
    desk.tab.goto(f"{desk.site}{address}", wait_until="networkidle")
    return desk.tab.evaluate(SAID)


def is_said_in(code: str, text: str, content: Content) -> bool:
    """Whether a text has no words of another language but names and what people have written."""
    foreign = FOREIGN[code].findall(NAMES.sub(" ", text))
    return content.is_only_content(text) or all(map(content.is_only_content, foreign))
