"""The programmes and mechanisms of cooperation with those that take part in them."""

from collections.abc import Iterator

from cooperation.models import Member, Programme
from mep_site.media.models import language_columns

from ..scope import SiteScope
from ..shapes import Row
from .public_pages import PublicPage, readable_pages, texts


def programmes(scope: SiteScope) -> Iterator[Row]:
    """A row for each participant in protocol order, and one for a programme that names none."""
    own = ("established", *language_columns("abbreviation"))
    for found in readable_pages(Programme, scope, own, with_rows=True):
        programme = {
            "id": found.id,
            **found.texts("name", field="title"),
            **found.texts("abbreviation"),
            "established": str(found.page.established or ""),
            **found.addresses(),
        }
        members = found.page.members.all()
        yield from (programme | _member(found, member) for member in members)
        if not members:
            yield programme


def _member(found: PublicPage, member: Member) -> Row:
    """A state by the approved table of names, or an organisation."""
    names = (
        texts(member.country, "short_name", "member", found.languages)
        if member.country
        else found.texts("member", member, "organisation")
    )
    return {"member_status": member.status, "member_code": member.country_id, **names}
