"""What happened to some pages of the demo after they were published.

All of it takes the way that editors, translators and publishers take.
"""

from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from mep_site.core.models import BasePage
from mep_site.translations.languages import Language, authoritative, get_language
from mep_site.translations.models import AuthoritativeChange

from .content.histories import CHANGED_PARAGRAPH, CHANGED_TEXT, NOTE
from .library import Library
from .outline import pins_to_own_chinese


def let_time_pass(library: Library, author: AbstractUser) -> None:
    """Change the Chinese of one article, follow in Russian only; withdraw the Russian of a page."""
    article = library.pages["news/open-days-on-world-environment-day"]
    chinese, russian = authoritative(), get_language("ru")
    draft = _draft(article, chinese)
    draft.change = {
        "kind": AuthoritativeChange.Kind.MATERIAL,
        "note": {language.code: NOTE.in_language(language) for language in article.live_languages},
    }
    _rewrite(draft, chinese)
    draft.save_revision(user=author).publish(user=author)
    draft = _draft(article, russian)
    _rewrite(draft, russian)
    draft.pins[russian.code] = pins_to_own_chinese(draft, timezone.now())[russian.code]
    draft.save_revision(user=author).publish(user=author)
    page = library.pages["services/visiting-wetlands"]
    BasePage.objects.get(pk=page.pk).specific.unpublish(user=author, languages=[russian])


def _draft(page: BasePage, language: Language) -> BasePage:
    """The newest draft, opened for writing in one language."""
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.enter(language)
    return draft


def _rewrite(draft: BasePage, language: Language) -> None:
    column = language.column("body")
    body = getattr(draft, column).get_prep_value()
    body[CHANGED_PARAGRAPH]["value"] = f"<p>{CHANGED_TEXT.in_language(language)}</p>"
    setattr(draft, column, body)
