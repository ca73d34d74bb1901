"""The languages of the site: one entry for each, from which everything else reads.

``README.md`` says what else a language needs; ``manage.py check`` names what is missing of it.
"""

from dataclasses import dataclass
from functools import cached_property

from babel import Locale
from django.utils.translation import to_locale

# What messages are written in before they are translated.
LANGUAGE_OF_MESSAGES = "en"
# ISO 15924.
CHINESE_SCRIPTS = frozenset({"Hans", "Hant"})


@dataclass(frozen=True, eq=False)
class Language:
    """A language of the site.

    ``code`` is Django's (``zh-hans``), as it stands in URLs; ``name`` is the language's own name,
    and ``short_name`` what it is called where there is little room.

    ``locale`` names it in the `CLDR <https://cldr.unicode.org/>`_ together with the territory whose
    usage is followed; dates, numbers, plurals and the direction of writing come from there.
    ``script`` is by ISO 15924. ``stemmer`` is one of `Snowball's <https://snowballstem.org/>`_
    algorithms, which takes the endings off words in the search; empty to search for words as they
    stand.

    ``day_format``, ``month_format`` and ``year_format`` are patterns in the syntax of the CLDR for
    dates that are known to the day, the month or the year, where the ministry writes them in
    another way than the CLDR does.
    """

    code: str
    name: str
    short_name: str
    locale: str
    script: str
    stemmer: str
    day_format: str = ""
    month_format: str = ""
    year_format: str = ""

    @cached_property
    def tag(self) -> str:
        """The BCP 47 tag for ``lang`` and ``hreflang``: ``zh-Hans``, ``en``, ``pt-BR``."""
        primary, *others = self.code.split("-")
        return "-".join([primary, *(p.title() if len(p) == 4 else p.upper() for p in others)])

    @cached_property
    def suffix(self) -> str:
        """The ending of this language's columns: ``zh_hans`` in ``title_zh_hans``."""
        return self.code.replace("-", "_")

    @property
    def catalogue(self) -> str:
        """The folder of its messages below ``locale``: ``zh_Hans``, ``en``, ``pt_BR``."""
        return to_locale(self.code)

    @cached_property
    def direction(self) -> str:
        """The direction of writing, as HTML's ``dir`` has it."""
        return Locale.parse(self.locale).text_direction

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese characters, without spaces between words."""
        return self.script in CHINESE_SCRIPTS

    @property
    def is_authoritative(self) -> bool:
        """Whether this language's text prevails."""
        return self == LANGUAGES[0]

    def column(self, field: str) -> str:
        """The name of the column that holds ``field`` in this language."""
        return f"{field}_{self.suffix}"

    def __str__(self) -> str:
        return self.name


# In the order in which they are always listed; the text of the first prevails over the others.
LANGUAGES = (
    Language(
        code="zh-hans",
        name="简体中文",
        short_name="中",
        locale="zh_Hans_CN",
        script="Hans",
        # Chinese words have no endings.
        stemmer="",
    ),
    Language(
        code="en",
        name="English",
        short_name="EN",
        # British dates: an American one, 06/05, can be mistaken.
        locale="en_GB",
        script="Latn",
        stemmer="english",
    ),
    Language(
        code="ru",
        name="Русский",
        short_name="RU",
        locale="ru_RU",
        script="Cyrl",
        stemmer="russian",
        # The CLDR leaves out the word for year only where the year stands alone.
        year_format="y 'г'.",
    ),
)
