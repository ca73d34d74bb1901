"""Queries that nobody would type, and some that somebody might try on purpose."""

import random
from collections.abc import Iterator
from time import perf_counter

from django.test import Client

from mep_site.translations.languages import languages

PIECES = (
    *("环境", "水", "監測", "生态环境部", "воды", "заседание", "water", "SCO", "PM2.5", "the"),
    *('"', "'", "-", "--", "*", "(", ")", ":", "^", "+", "|", "&", "!", "<->", "\\", "/", "%", "_"),
    *("AND", "OR", "NOT", "NEAR(", "title_terms:", "rowid", "{", "}", "=", "public=ru", "∅"),
    *(
        "\0",
        "\t",
        "\n",
        "\u200b",
        "\u202e",
        "\ufeff",
        "😀",
        "👩‍👩‍👧",
        "שלום",
        "مياه",
        "e\u0301",
        "ﬁ",
        "㎡",
    ),
    *("'; DROP TABLE search_entry; --", "<img>", "{{ 7*7 }}", "../", "9" * 40, "x" * 300),
)
PARAMETERS = ("in", "type", "section", "leader", "country", "year", "sort", "page")
VALUES = ("zh-hans", "newsarticle", "1", "-1", "kz", "2016", "date", "9" * 30, "\0", "'", "")
EXPECTED = {200, 400}


def queries(number: int) -> Iterator[dict[str, str]]:
    """The parameters of so many searches, the same every time."""
    choose = random.Random(number)  # noqa: S311 - nothing is kept secret
    for _ in range(number):
        separator = choose.choice(["", " "])
        text = separator.join(choose.choices(PIECES, k=choose.randint(1, 12)))
        chosen = choose.sample(PARAMETERS, choose.choice([0, 0, 0, 1, 2]))
        yield {"q": text, **{name: choose.choice(VALUES) for name in chosen}}


def fuzz(number: int) -> tuple[list[str], float]:
    """The queries that were not answered properly, and the seconds of the slowest answer."""
    client = Client(raise_request_exception=False)
    codes = [language.code for language in languages()]
    failed: list[str] = []
    worst = 0.0
    for at, parameters in enumerate(queries(number)):
        begin = perf_counter()
        response = client.get(f"/{codes[at % len(codes)]}/search/", parameters)
        worst = max(worst, perf_counter() - begin)
        if response.status_code not in EXPECTED:
            failed.append(f"{response.status_code} {parameters!r}")
    return failed, worst
