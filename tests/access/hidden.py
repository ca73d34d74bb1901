"""Content in every hidden state, each with a word that stands nowhere else.

A word is in each text that a page has: its titles, summaries and bodies, in every language that is
hidden. Beside it stands ``LURE``, which public texts have, too: by it a search finds both.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Comment,
    PageViewRestriction,
)

from mep_site.core.models import BasePage
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.topics.models import Topic
from mep_site.translations.languages import get_language, languages
from mep_site.translations.models import Edition
from news.models import Activity, ActivityIndex, NewsArticle, NewsIndex

from ..test_security import picture
from ..translations.steps import live, newest_draft

LURE = "kestrels"
HIDDEN = "hidden"
LOGIN = PageViewRestriction.LOGIN
TEXTS = ("title", "summary")


@dataclass
class HiddenContent:
    """What is hidden, by the word in it: ``pages`` nobody may read, ``files`` nobody may have.

    ``revised`` are public, and have another text that is not.
    """

    pages: dict[str, BasePage] = field(default_factory=dict)
    revised: dict[str, BasePage] = field(default_factory=dict)
    files: dict[str, Model] = field(default_factory=dict)

    @property
    def words(self) -> set[str]:
        return {*self.pages, *self.revised, *self.files}


def word_for(state: str) -> str:
    """The word that stands in what is hidden in this way, and nowhere else."""
    return f"{HIDDEN}{state}"


def slug_for(word: str) -> str:
    """The slug of the page with this word; whoever asks for an address may be told it again."""
    return f"page-{word.removeprefix(HIDDEN)}"


def hide_everything() -> HiddenContent:
    """Make content in every state in which the public may not read it."""
    hidden = HiddenContent()
    for state, make in PAGES.items():
        hidden.pages[word_for(state)] = make(word_for(state))
    for state, revise in REVISED.items():
        hidden.revised[word_for(state)] = revise(word_for(state))
    _hide_files(hidden)
    return hidden


def article(word: str, *, parent: BasePage | None = None, **values: object) -> NewsArticle:
    """An article, or an activity, that is public in every language."""
    index = parent or NewsIndex.objects.get()
    model = Activity if isinstance(index, ActivityIndex) else NewsArticle
    page = model(slug=slug_for(word), date="2019-11-30", **values)
    write(page, word)
    index.add_child(instance=page)
    page.topics.create(topic=Topic.objects.first())
    page.save_revision().publish()
    return live(page)


def write(page: BasePage, word: str, *codes: str) -> None:
    """Put a word in all texts of a page, in these languages or in all."""
    for language in languages():
        if not codes or language.code in codes:
            for text in TEXTS:
                setattr(page, language.column(text), f"{word} {LURE}")
            block = {"type": "paragraph", "value": f"<p>{word} {LURE}</p>"}
            setattr(page, language.column("body"), [block])


def _private(word: str) -> BasePage:
    page = article(word)
    PageViewRestriction.objects.create(page=page, restriction_type=LOGIN)
    return page


def _below_private(word: str) -> BasePage:
    section = ActivityIndex.objects.last()
    PageViewRestriction.objects.create(page=section, restriction_type=LOGIN)
    return article(word, parent=section)


def _for_a_group(word: str) -> BasePage:
    page = article(word)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    return page


def _draft(word: str) -> BasePage:
    page = NewsArticle(slug=slug_for(word), date="2019-11-30", live=False)
    write(page, word)
    NewsIndex.objects.get().add_child(instance=page)
    page.save_revision()
    return page


def _scheduled(word: str) -> BasePage:
    page = NewsArticle(slug=slug_for(word), date="2019-11-30", live=False)
    write(page, word)
    NewsIndex.objects.get().add_child(instance=page)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    return page


def _withdrawn(word: str) -> BasePage:
    page = article(word)
    page.unpublish()
    return live(page)


def _expired(word: str) -> BasePage:
    page = article(word)
    Edition.objects.filter(page=page).update(expire_at=timezone.now())
    page.unpublish(set_expired=True)
    return live(page)


def _redrafted(word: str) -> BasePage:
    page = article("plain-redrafted")
    draft = newest_draft(page)
    write(draft, word)
    draft.save_revision()
    return live(page)


def _redrafted_for_tomorrow(word: str) -> BasePage:
    page = article("plain-rescheduled")
    draft = newest_draft(page)
    write(draft, word)
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision().publish()
    return live(page)


def _half_withdrawn(word: str) -> BasePage:
    page = article("plain-half-withdrawn")
    write(page, word, "en")
    page.save_revision().publish()
    live(page).unpublish(languages=[get_language("en")])
    return live(page)


def _commented(word: str) -> BasePage:
    page = article("plain-commented")
    Comment.objects.create(page_id=page.pk, user_id=1, text=word, contentpath="title_en")
    return page


def _hide_files(hidden: HiddenContent) -> None:
    closed = Collection.get_first_root_node().add_child(name=word_for("collection"))
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=LOGIN)
    below = closed.add_child(name="below")
    for state, collection in {"file": closed, "filebelow": below}.items():
        word = word_for(state)
        hidden.files[word] = SiteDocument.objects.create(
            title=word,
            name_en=word,
            file=ContentFile(word.encode(), f"{slug_for(word)}.txt"),
            collection=collection,
        )
        image = SiteImage.objects.create(
            title=f"{word}image",
            description_zh_hans=f"{word}image",
            file=ContentFile(picture(40, 30), f"{slug_for(word)}.png"),
            collection=collection,
        )
        image.get_rendition("width-20")
        hidden.files[f"{word}image"] = image


PAGES = {
    "private": _private,
    "below": _below_private,
    "group": _for_a_group,
    "draft": _draft,
    "scheduled": _scheduled,
    "withdrawn": _withdrawn,
    "expired": _expired,
}
REVISED = {
    "redrafted": _redrafted,
    "rescheduled": _redrafted_for_tomorrow,
    "half": _half_withdrawn,
    "comment": _commented,
}
