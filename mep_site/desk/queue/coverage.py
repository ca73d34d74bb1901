"""How much of what is public in Chinese is public in other languages, section by section."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, Sum
from django.db.models.functions import Concat, Substr
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from mep_site.charts import Point, drawn
from mep_site.publicstate.version import by_version
from mep_site.translations.freshness.comparison import Freshness
from mep_site.translations.languages import Language, active_language, authoritative, languages
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, languages_for

from .sections import SiteSection, sections


@dataclass(frozen=True)
class SectionCoverage:
    """Of the pages of a section that are public in Chinese: how many are so in a language.

    ``current`` translate the Chinese that is public, ``characters`` are left to do.
    """

    pages: int = 0
    public: int = 0
    current: int = 0
    characters: int = 0

    @property
    def percent(self) -> int:
        """How many in a hundred are public, rounded down."""
        return 100 * self.public // self.pages if self.pages else 0

    @property
    def percent_current(self) -> int:
        """How many in a hundred are up to date, rounded down."""
        return 100 * self.current // self.pages if self.pages else 0

    def __add__(self, other: "SectionCoverage") -> "SectionCoverage":
        return SectionCoverage(
            *(one + two for one, two in zip(vars(self).values(), vars(other).values(), strict=True))
        )


@dataclass(frozen=True)
class CoverageRow:
    """A section, or all of them, in one language."""

    section: SiteSection | None
    coverage: SectionCoverage
    url: str

    @property
    def heading(self) -> str:
        return self.section.title if self.section else pgettext("sections", "All")


@dataclass(frozen=True)
class LanguageCoverage:
    """The sections in one language: a table, and its drawing."""

    language: Language
    rows: list[CoverageRow]

    @property
    def name(self) -> str:
        """What the drawing is called."""
        return _("Pages of each section that are public (%(language)s), per cent") % {
            "language": self.language
        }

    @property
    def drawing(self) -> SafeString | str:
        """The chart as SVG, of the sections in which there is something to translate."""
        points = tuple(
            Point(row.heading, row.coverage.percent) for row in self.rows if row.coverage.pages
        )
        return drawn("bars", self.name, points, active_language()) if len(points) > 1 else ""


@by_version()
def coverage_by_section() -> dict[tuple[str, str], SectionCoverage]:
    """The coverage by the path of the section and the code of the language; two queries."""
    length = max((len(each.path) for each in sections()), default=0)
    editions = Edition.objects.order_by().exclude(parent_path="")
    found = (
        editions.annotate(head=Substr(Concat("parent_path", "path_end"), 1, length))
        .values("head", "language")
        .annotate(
            public=Count("pk", filter=Q(state=Edition.State.LIVE)),
            current=Count("pk", filter=Q(state=Edition.State.LIVE, freshness=Freshness.CURRENT)),
            characters=Sum("open_characters"),
        )
    )
    rows = {(row["head"], row["language"]): row for row in found}
    chinese = authoritative().code
    return {
        (head, code): SectionCoverage(
            rows.get((head, chinese), row)["public"],
            row["public"],
            row["current"],
            row["characters"],
        )
        for (head, code), row in rows.items()
        if code != chinese
    }


def coverage_in(language: Language) -> LanguageCoverage:
    """The coverage of all sections in a language, and of all together."""
    found = defaultdict(SectionCoverage, coverage_by_section())
    rows = [
        CoverageRow(each, found[each.path, language.code], _queue_url(language, each))
        for each in sections()
    ]
    total = sum((row.coverage for row in rows), SectionCoverage())
    return LanguageCoverage(language, [*rows, CoverageRow(None, total, _queue_url(language))])


def _queue_url(language: Language, section: SiteSection | None = None) -> str:
    query = f"language={language.code}" + (f"&section={section.path}" if section else "")
    return f"{reverse('desk:queue')}?{query}"


class CoverageView(WagtailAdminTemplateMixin, TemplateView):
    """The coverage in each language that the user may edit."""

    page_title = gettext_lazy("Coverage by language and section")
    header_icon = "globe"
    template_name = "desk/queue/coverage.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For those only who may edit texts in some language."""
        if not self.languages:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def languages(self) -> list[Language]:
        """The languages that the user may edit; an editor of the Chinese sees all."""
        own = languages_for(self.request.user, PermissionType.EDIT)
        shown = languages() if authoritative() in own else own
        return [each for each in shown if each != authoritative()]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk:queue"), "label": _("Translations")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"coverages": [coverage_in(each) for each in self.languages]}
