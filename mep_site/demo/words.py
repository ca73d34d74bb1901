"""A text of the demo content in the languages of the site."""

from dataclasses import dataclass

from mep_site.translations.languages import Language, languages


@dataclass(frozen=True)
class Words:
    """The same text in each language; empty where it does not exist in one."""

    zh: str
    en: str = ""
    ru: str = ""

    def in_language(self, language: Language) -> str:
        """The text in this language, empty if there is none."""
        return getattr(self, language.code.partition("-")[0], "")

    def columns(self, field: str) -> dict[str, str]:
        """The texts by column of a translated field; languages without a text are left out."""
        return {
            language.column(field): self.in_language(language)
            for language in languages()
            if self.in_language(language)
        }
