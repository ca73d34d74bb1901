"""App configuration of departments."""

from functools import partial

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DepartmentsConfig(AppConfig):
    """Who the ministry is: departments, leaders, subordinate institutions."""

    name = "departments"
    verbose_name = _("Departments, leaders and institutions")

    def ready(self) -> None:
        """Let the search be narrowed to what stands below the page of a leader; names be terms."""
        from mep_site.search.answers.filters import page_labels
        from mep_site.search.registry import SearchFilter, register_filter
        from mep_site.terms.records import register_records

        from .as_terms import terms_of_persons_and_bodies
        from .models import Leader

        register_filter(
            SearchFilter("leader", "leader", _("Leader"), partial(page_labels, Leader), position=30)
        )
        register_records(terms_of_persons_and_bodies)
