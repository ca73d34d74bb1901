"""Links to pages of this site: only to those that every visitor may see."""

from django.http import HttpRequest
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.rich_text.pages import PageLinkHandler


def public_url(page: AbstractPage | None, request: HttpRequest) -> str:
    """The address of a page in the active language; empty if it is a draft, expired or private.

    For pages that are at hand already; lists ask for :meth:`BasePageQuerySet.published` instead.
    """
    if not page or not page.live:
        return ""
    if any(page.path.startswith(path) for path in _restricted_paths(request)):
        return ""
    return page.get_url(request) or ""


def _restricted_paths(request: HttpRequest) -> list[str]:
    if not hasattr(request, "restricted_paths"):
        restrictions = PageViewRestriction.objects.order_by()
        request.restricted_paths = list(restrictions.values_list("page__path", flat=True))
    return request.restricted_paths


class PublicPageLinkHandler(PageLinkHandler):
    """Links in rich text. Those to pages that are not public stay as plain words."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[AbstractPage | None]:
        """All linked pages with one query; Wagtail's own takes one more for each page type."""
        ids = [attrs["id"] for attrs in attrs_list]
        pages = {
            str(page.pk): page for page in cls.get_model().objects.published().filter(pk__in=ids)
        }
        return [pages.get(pk) for pk in ids]
