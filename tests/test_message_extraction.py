"""Every way of marking a text for translation in a template reaches the catalogues."""

from io import BytesIO

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS
from babel.messages.extract import extract as babel_extract

Message = tuple[str | tuple[str, ...], str | None]


def messages(template: str) -> list[Message]:
    """Return the messages of a template, each with its context."""
    found = babel_extract(
        "mep_site.translations.languages.extraction:extract",
        BytesIO(template.encode("utf-8")),
        keywords=DEFAULT_KEYWORDS,
        comment_tags=("Translators:",),
    )
    return [(message, context) for _, message, _, context in found]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ('{% translate "Search" %}', "Search"),
        ("{% translate 'Search' as label %}", "Search"),
        ("{% translate 'Искать' %}", "Искать"),
        ('{{ _("Search") }}', "Search"),
        ('{% include "button.html" with label=_("Search") %}', "Search"),
        ("{% if label == _('Search') %}{% endif %}", "Search"),
        ("{% blocktranslate %}Search{% endblocktranslate %}", "Search"),
        (
            "{% blocktranslate with site=name %}Search {{ site }} 100%{% endblocktranslate %}",
            "Search %(site)s 100%%",
        ),
        (
            "{% blocktranslate trimmed %}\n    Search\n    here\n{% endblocktranslate %}",
            "Search here",
        ),
    ],
)
def test_a_message_is_found(template: str, message: str) -> None:
    assert messages(template) == [(message, None)]


@pytest.mark.parametrize(
    "template",
    [
        '{% translate "May" context "month" %}',
        '{% translate "May" context "month" as label %}',
        '{% blocktranslate context "month" %}May{% endblocktranslate %}',
    ],
)
def test_a_context_is_found(template: str) -> None:
    assert messages(template) == [("May", "month")]


@pytest.mark.parametrize("context", [None, "results"])
def test_both_numbers_are_found(context: str | None) -> None:
    argument = f' context "{context}"' if context else ""
    template = (
        f"{{% blocktranslate count n=pages|length{argument} trimmed %}}\n"
        "    One page\n"
        "{% plural %}\n"
        "    {{ n }} pages\n"
        "{% endblocktranslate %}"
    )
    assert messages(template) == [(("One page", "%(n)s pages"), context)]


def test_what_stands_around_a_message_does_not_hide_it() -> None:
    template = (
        "<p title=\"it's (\n"
        "        '''{% translate \"First\" %}\n"
        '   # {% translate "Second" %} """ [ {\n'
        "{% translate 'Third' %}"
    )
    assert [message for message, _ in messages(template)] == ["First", "Second", "Third"]


def test_a_note_to_translators_comes_along() -> None:
    template = "{# Translators: the button #}\n{% translate 'Search' %}"
    found = babel_extract(
        "mep_site.translations.languages.extraction:extract",
        BytesIO(template.encode("utf-8")),
        comment_tags=("Translators:",),
    )
    assert [comments for _, _, comments, _ in found] == [["Translators: the button"]]


def test_what_is_not_marked_is_not_a_message() -> None:
    assert messages('<p>{{ page.title }} {% url "search" %} Search</p>') == []
