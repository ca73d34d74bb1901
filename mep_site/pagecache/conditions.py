"""Whether a reader has what it asks for already (RFC 9110, 13)."""

from collections.abc import Callable, Iterable

from django.utils.http import parse_etags, parse_http_date_safe

from .policy import Environ

IF_NONE_MATCH = "HTTP_IF_NONE_MATCH"
IF_MODIFIED_SINCE = "HTTP_IF_MODIFIED_SINCE"
# Django is asked for the whole. The layer answers for the first two; who only reads has no use for
# the others (RFC 9110, 13.1), and a refusal because of them must not stand for the page.
CONDITIONS = (IF_NONE_MATCH, IF_MODIFIED_SINCE, "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")


def known_tag(environ: Environ, tags: Callable[[], Iterable[str]], current: str) -> str | None:
    """The entity tag of the copy that the reader has and can go on using, if it has one.

    ``tags`` tells those of the answer in the ways that the reader takes; what it does not take must
    not be called unmodified. ``*`` stands for the ``current`` tag.
    """
    header = environ.get(IF_NONE_MATCH)
    if not header:
        return None
    known = set(tags())
    if header in known:
        return header
    strong = (current if tag == "*" else tag.removeprefix("W/") for tag in parse_etags(header))
    return next((tag for tag in strong if tag in known), None)


def is_unmodified_since(environ: Environ, last_modified: str) -> bool:
    """Whether a reader who names a date, and no tag, has an answer with this ``Last-Modified``."""
    since = environ.get(IF_MODIFIED_SINCE)
    if not (since and last_modified) or IF_NONE_MATCH in environ:
        return False
    asked, changed = parse_http_date_safe(since), parse_http_date_safe(last_modified)
    return asked is not None and changed is not None and changed <= asked
