"""What the site uses of its libraries although they do not promise to keep it.

Everywhere else the site keeps to their public names. An entry says why those do not do, what is
relied on, and since which version of the library that is so. ``tests/test_internals.py`` tries each
entry, so that a newer version that changes it is named; it also finds what should stand here.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest
from django.http.request import split_domain_port
from modelcluster.models import ClusterableModel
from modelsearch.backends.base import BaseSearchResults
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.models import AbstractPage, Site
from wagtail.models.sites import get_site_for_hostname

from mep_site.publicstate.version import by_version

# A form that has just created what it edits asks the edit view for the rest of itself with this
# parameter. The view of a page answers with its address; that of a page which is created a second
# time has to make the address itself. Wagtail 7.3.
HYDRATE = {"_w_hydrate_create_view": "1"}


class RunsOurAction:
    """An action of Wagtail's admin API that runs an action of ours in the place of Wagtail's.

    The public ``execute`` turns errors into answers and serialises what comes of it, in each action
    in another way; to write it anew would mean to follow all of them. Relied on: ``execute`` runs
    what this method returns. Wagtail 2.16.
    """

    def get_action(self, page: AbstractPage, data: dict[str, Any]) -> Any:
        """The action to execute, made from what the serializer has read."""
        raise NotImplementedError

    def _action_from_data(self, instance: AbstractPage, data: dict[str, Any]) -> Any:
        return self.get_action(instance, data)


class SearchedResults(BaseSearchResults):
    """Results of a search backend that finds and counts in its own way.

    ``results`` and ``count`` also remember, for the slices of a result too. Relied on: they ask the
    two methods below, whose docstrings leave them to the backend, and ``annotate_score`` notes
    the name of the attribute. Wagtail 1.7, modelsearch 1.0.
    """

    def find(self) -> list[Any]:
        """What is found between ``start`` and ``stop``."""
        raise NotImplementedError

    def find_number(self) -> int:
        """How much is found at all."""
        raise NotImplementedError

    @property
    def score_attribute(self) -> str | None:
        """The name under which what is found is to carry its score, if it is to."""
        return self._score_field

    def _do_search(self) -> list[Any]:
        return self.find()

    def _do_count(self) -> int:
        return self.find_number()


class PublicationAfterSave(PublishPageRevisionAction):
    """What follows when an action of ours has put a page live, as it does after Wagtail's own.

    Wagtail's ``execute`` also reads the revision before, and the page of that, for log entries that
    an action of ours writes itself. Relied on: what this method does is all that it does after it
    has saved the page, but for the log. Wagtail 2.13.
    """

    def tell(self) -> None:
        """Send the signals, end the workflow, and let the aliases follow."""
        self._after_publish()


def share_parent(page: AbstractPage, draft: AbstractPage) -> None:
    """Let a draft have the parent that its page has read already.

    Wagtail asks a page for it with every save, and treebeard reads it for each object anew. Relied
    on: it is kept under this name, which Wagtail uses too. treebeard 1.0.
    """
    parent = vars(page).get("_cached_parent_obj")
    if parent is not None:
        draft._cached_parent_obj = parent


def forget_rows(parent: ClusterableModel, relations: Iterable[str]) -> None:
    """Let these relations of a parent be read from the database, as if nobody had read them yet.

    What was read is kept in memory until the parent is saved, and is then written back row by row.
    Relied on: it is kept in this dictionary, under the name of the relation. modelcluster 0.1.
    """
    for relation in relations:
        vars(parent).get("_cluster_related_objects", {}).pop(relation, None)


def change_cells_of_exports(change: Callable[[Any, bool], Any]) -> None:
    """Let every export of the admin, Wagtail's own too, pass its cells through ``change``.

    It is given the cell and whether the file is CSV. Wagtail names no class to put in the place of
    this one, from which all views that export are derived. Relied on: every cell of a file is made
    by this method. Wagtail 4.1.
    """
    usual = SpreadsheetExportMixin.preprocess_field_value

    def preprocess_field_value(
        view: SpreadsheetExportMixin, field: str, value: Any, export_format: str
    ) -> Any:
        cell = usual(view, field, value, export_format)
        return change(cell, export_format == view.FORMAT_CSV)

    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value


def name_what_lists_count(name: Any) -> None:
    """Let the heading of Wagtail's lists of pages call pages by this name where it says "None".

    The views that make these lists, as the search of all pages, make this column themselves. Relied
    on: the heading says ``model_name``. Wagtail 7.4.
    """
    usual = PageTitleColumn.get_header_context_data

    def get_header_context_data(
        column: PageTitleColumn, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        context = usual(column, parent_context)
        context["model_name"] = context["model_name"] or name
        return context

    PageTitleColumn.get_header_context_data = get_header_context_data


def remember_sites() -> None:
    """Let a host be looked up once for all requests, until what is public changes.

    Wagtail asks the database twice in every request, the second time for all the columns of the
    home page. Relied on: ``Site.find_for_request`` keeps on the request what this method returns.
    Wagtail 2.9.
    """

    def find(request: HttpRequest) -> Site | None:
        host, _ = split_domain_port(request._get_raw_host())
        columns = _site_at(host, request.get_port())
        # Each request has an instance of its own, which it may change.
        return Site.from_db("default", _site_columns(), columns) if columns else None

    Site._find_for_request = staticmethod(find)


@by_version(maxsize=64)
def _site_at(host: str, port: str) -> tuple[Any, ...] | None:
    try:
        site = get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        return None
    return tuple(getattr(site, name) for name in _site_columns())


def _site_columns() -> list[str]:
    return [field.attname for field in Site._meta.concrete_fields]
