"""Which of our languages a file means: tools name the same one in several ways (BCP 47)."""

from mep_site.translations.languages import Language, languages

OTHER_CHINESE = frozenset({"hant", "tw", "hk", "mo"})


def language_named(tag: str) -> Language | None:
    """The language of the site that a tag names; region and script may be given or lack.

    Traditional characters are another text than ours.
    """
    primary, *more = tag.strip().replace("_", "-").lower().split("-")
    for language in languages():
        if language.tag.split("-")[0].lower() == primary:
            return None if language.is_chinese and OTHER_CHINESE.intersection(more) else language
    return None
