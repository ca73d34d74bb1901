"""The pages below which imported pages go: found by their type, made where there are none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Site

from cooperation.models import CooperationIndex
from departments.models import DepartmentIndex, InstitutionIndex, Leader, LeaderIndex
from mep_site.core.addresses.slugs import ascii_slug
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.legacy.reading.languages import LANGUAGES, language_of_text
from mep_site.legacy.reading.refusals import Reason, RefusedCaptureError
from mep_site.legacy.structure.sketch import PageSketch
from mep_site.pages.models import SectionPage
from mep_site.translations.content.rows import row_relations
from news.models import ActivityIndex, NewsIndex, PolicyIndex

Titles = tuple[str, str, str]
TITLES: dict[type[BasePage], Titles] = {
    DepartmentIndex: ("机构设置", "Departments", "Департаменты"),
    InstitutionIndex: ("直属单位", "Subordinate Institutions", "Подведомственные учреждения"),
    LeaderIndex: ("部领导", "Leaders", "Руководство"),
    ActivityIndex: ("活动", "Activities", "Деятельность"),
    NewsIndex: ("新闻", "News", "Новости"),
    PolicyIndex: ("政策", "Policies", "Политика"),
    CooperationIndex: ("国际合作", "International Cooperation", "Международное сотрудничество"),
}
INDEXES: dict[str, type[BasePage]] = {
    "department": DepartmentIndex,
    "institution": InstitutionIndex,
    "news": NewsIndex,
    "policy": PolicyIndex,
    "programme": CooperationIndex,
}
REPORTS: Titles = ("报告", "Reports", "Доклады")
OLD_SITE: Titles = ("旧网站页面", "Pages of the old site", "Страницы прежнего сайта")
SECTIONS = {"report": REPORTS, "standard": OLD_SITE}


@dataclass
class Parents:
    """Finds parents, and makes what is missing; ``created`` lists what it made.

    A page that exists is taken as it is, whether it is published or not.
    """

    created: list[BasePage] = field(default_factory=list)

    def above(self, sketch: PageSketch) -> BasePage:
        """The page below which a page of this sort belongs."""
        if sketch.model == "activity":
            return self.index(ActivityIndex, above=self.leader(sketch.leader))
        if sketch.model in SECTIONS:
            return self.section(SECTIONS[sketch.model])
        if sketch.model == "cooperation_index":
            return home_page()
        return self.index(INDEXES[sketch.model])

    def existing(self, sketch: PageSketch) -> BasePage | None:
        """That page, or the nearest one above it, if it is there already."""
        home = home_page()
        if sketch.model == "activity":
            return self.find(LeaderIndex, home)
        if sketch.model in SECTIONS:
            return self.find_section(SECTIONS[sketch.model])
        return self.find(INDEXES.get(sketch.model, CooperationIndex), home)

    def index(self, model: type[BasePage], above: BasePage | None = None) -> BasePage:
        """The first index of this type below ``above``, or below the home page."""
        above = above or home_page()
        existing = self.find(model, above)
        return existing or self.add(model(**title_columns(TITLES[model])), above)

    def find(self, model: type[BasePage], above: BasePage) -> BasePage | None:
        """The first page of this type below ``above``, if there is one."""
        return model.objects.descendant_of(above).order_by("path").first()

    def section(self, titles: Titles) -> BasePage:
        """The section with this title below the home page."""
        return self.find_section(titles) or self.add(
            SectionPage(**title_columns(titles)), home_page()
        )

    def find_section(self, titles: Titles) -> SectionPage | None:
        """The section with this Chinese title, if it is there already."""
        sections = SectionPage.objects.child_of(home_page())
        return sections.filter(title_zh_hans=titles[0]).order_by("path").first()

    def leader(self, name: str) -> BasePage:
        """The leader who bears this name in one of the languages."""
        index = self.index(LeaderIndex)
        names = Q()
        for language in LANGUAGES:
            names |= Q(**{f"title_{language}__iexact": name})
        existing = Leader.objects.child_of(index).filter(names).order_by("path").first()
        column = f"title_{language_of_text(name) or 'en'}"
        return existing or self.add(Leader(**{column: name}), index)

    def add(self, page: BasePage, parent: BasePage, mark: str = "") -> BasePage:
        """Put a new page below its parent as a draft; ``mark`` tells its slug from a taken one."""
        check_rows(page)
        page.live = False
        if mark:
            page.slug = free_slug(page, parent, mark)
        parent.add_child(instance=page)
        self.created.append(page)
        return page


def free_slug(page: BasePage, parent: BasePage, mark: str) -> str:
    """A slug from the English title or another one, made distinct with one query."""
    slug = ascii_slug(page.title_en, page.title_zh_hans, page.title_ru)
    taken = BasePage.objects.child_of(parent).filter(slug=slug).exists()
    return f"{slug}-{mark}" if taken else slug


def check_rows(page: BasePage) -> None:
    """Validate the rows of a page, which saving it does not."""
    for relation in row_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            row.full_clean(exclude=[relation.field.name])


def home_page() -> HomePage:
    """The home page of the default site."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    home = HomePage.objects.filter(pk=site.root_page_id).first() if site else None
    if not home:
        raise RefusedCaptureError(Reason.NO_HOME_PAGE)
    return home


def title_columns(titles: Titles) -> Mapping[str, str]:
    """A title in each language, by column."""
    return {f"title_{name}": title for name, title in zip(LANGUAGES, titles, strict=True)}
