"""The pages below which imported pages go: found by their type, made where there are none."""

from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Site

from cooperation.models import CooperationIndex
from departments.models import DepartmentIndex, InstitutionIndex, Leader, LeaderIndex
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.legacy.documents import Texts
from mep_site.legacy.languages import LANGUAGES
from mep_site.legacy.refusals import Reason, RefusedCaptureError
from mep_site.translations.rows import row_relations
from news.models import ActivityIndex, PolicyIndex

TITLES: dict[type[BasePage], Texts] = {
    DepartmentIndex: Texts("机构设置", "Departments", "Департаменты"),
    InstitutionIndex: Texts("直属单位", "Subordinate Institutions", "Подведомственные учреждения"),
    LeaderIndex: Texts("部领导", "Leaders", "Руководство"),
    ActivityIndex: Texts("活动", "Activities", "Деятельность"),
    PolicyIndex: Texts("政策", "Policies", "Политика"),
    CooperationIndex: Texts(
        "国际合作", "International Cooperation", "Международное сотрудничество"
    ),
}


@dataclass
class Parents:
    """Finds parents, and makes what is missing; ``created`` lists what it made.

    A page that exists is taken as it is, whether it is published or not.
    """

    created: list[BasePage] = field(default_factory=list)

    def index(self, model: type[BasePage], above: BasePage | None = None) -> BasePage:
        """The first index of this type below ``above``, or below the home page."""
        above = above or home_page()
        existing = self.find(model, above)
        return existing or self.add(model(**columns("title", TITLES[model])), above)

    def find(self, model: type[BasePage], above: BasePage) -> BasePage | None:
        """The first page of this type below ``above``, if there is one."""
        return model.objects.descendant_of(above).order_by("path").first()

    def leader(self, name: Texts) -> BasePage:
        """The leader who bears this name in one of its languages."""
        index = self.index(LeaderIndex)
        names = Q()
        for language in name.languages:
            names |= Q(**{f"title_{language}__iexact": name.in_language(language)})
        existing = Leader.objects.child_of(index).filter(names).order_by("path").first()
        return existing or self.add(Leader(**columns("title", name)), index)

    def add(self, page: BasePage, parent: BasePage) -> BasePage:
        """Put a new page below its parent as a draft."""
        check_rows(page)
        page.live = False
        parent.add_child(instance=page)
        self.created.append(page)
        return page


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


def columns(name: str, texts: Texts) -> dict[str, str]:
    """A text in each language, by column."""
    return {f"{name}_{language}": texts.in_language(language) for language in LANGUAGES}
