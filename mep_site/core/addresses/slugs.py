"""ASCII slugs for pages whose titles are in any of the site's languages."""

from anyascii import anyascii
from django.utils.text import slugify

MAX_WORDS = 8


def ascii_slug(*titles: str | None) -> str:
    """A slug of at most eight words from the first title that is not empty.

    Chinese becomes pinyin without tones, Russian is transliterated; ``page`` if nothing is left.
    """
    # Its tables take a third of a second to load: that is left to who names a page.
    from pypinyin import lazy_pinyin

    for title in titles:
        readable = " ".join(lazy_pinyin(title or ""))
        slug = slugify(anyascii(readable))
        if slug:
            return "-".join(slug.split("-")[:MAX_WORDS])
    return "page"
