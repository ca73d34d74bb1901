"""What the site uses of its libraries although they do not promise to keep it.

Everywhere else the site keeps to their public names. An entry says why those do not do, what is
relied on, and since which version of the library that is so. ``tests/test_internals.py`` tries each
entry, so that a newer version that changes it is named; it also finds what should stand here.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Case, Model, Value, When
from django.db.models.functions import Concat, StrIndex, Substr
from django.db.models.lookups import Exact
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.safestring import SafeString
from docx.table import _Cell, _Row
from lxml.etree import _Element
from modelcluster.models import ClusterableModel
from modelsearch.backends.base import BaseSearchResults
from treebeard.mp_tree import MP_MoveHandler
from wagtail.actions import move_page
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.generic import EditView
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.widgets import BaseChooser
from wagtail.models import AbstractPage, Site
from wagtail.models.sites import get_site_for_hostname

from mep_site.publicstate.version import by_version

# A form that has just created what it edits asks the edit view for the rest of itself with this
# parameter. The view of a page answers with its address; that of a page which is created a second
# time has to make the address itself. Wagtail 7.3.
HYDRATE = {"_w_hydrate_create_view": "1"}


# An element of an XML document, as annotations name it: lxml has no public name for what its own
# functions take and return. lxml 2.0.
XmlElement = _Element
# Cells and rows of a table in a Word document, and the XML of a part of one, where the public names
# do not reach: all cells of a row at once, a link round words. python-docx 1.0.
WordCell, WordRow = _Cell, _Row


def xml_of(part: Any) -> XmlElement:
    """The XML of a paragraph, a run, a row or a cell of a Word document."""
    return part._element


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


# No path of a page begins with it: what is under way stands below it.
UNDER_WAY = "!"


class MovesSiblingsAtOnce(MP_MoveHandler):
    """Makes room for a page among its new siblings with as many statements for any number of them.

    treebeard moves each of those that are in the way with a statement of its own. Relied on: this
    method makes room and moves the page, and what it returns are the two paths that the parents'
    numbers of children follow from. treebeard 5.0.
    """

    def reorder_nodes_before_add_or_move(  # noqa: PLR0913, PLR0917 - treebeard's
        self,
        pos: str,
        newpos: int | None,
        newdepth: int,
        target: Model,
        siblings: Iterable[Model],
        oldpath: str,
        movebranch: bool,
    ) -> tuple[str, str]:
        """The path that the page had, after those above it have made room, and the new one."""
        is_last = pos == "last-sibling" or (pos == "right" and target == target.get_last_sibling())
        if newpos is not None or is_last:
            return super().reorder_nodes_before_add_or_move(
                pos, newpos, newdepth, target, siblings, oldpath, movebranch
            )
        place = target._get_lastpos_in_path()
        place = {"first-sibling": 1, "left": place, "right": place + 1}[pos]
        newpath = target._get_path(target.path, newdepth, place)
        in_the_way = self._in_the_way(target, newpath, oldpath)
        if not in_the_way:
            self.set_newpath_in_branches(oldpath, newpath)
            return oldpath, newpath
        return self._made_room(in_the_way, oldpath, newpath), newpath

    def _in_the_way(self, target: Model, newpath: str, oldpath: str) -> list[str]:
        """The paths that are taken from the new one on, without a gap; its own is free."""
        others = target.get_siblings().filter(path__gte=newpath).exclude(path=oldpath)
        taken = others.values_list("path", flat=True)
        found: list[str] = []
        for path in taken:
            if path != (self._after(found[-1]) if found else newpath):
                break
            found.append(path)
        return found

    def _after(self, path: str) -> str:
        """The path of the next place among siblings."""
        step = self.node_cls._str2int(path[-self.node_cls.steplen :])
        return self.node_cls._get_path(path, len(path) // self.node_cls.steplen, step + 1)

    def _made_room(self, in_the_way: list[str], oldpath: str, newpath: str) -> str:
        """Move all of these one place on, and the page to the first of their places.

        No two pages may have the same path at any moment, so those are put aside in between.
        """
        pages = self.node_cls.tree_model().objects
        first, last = in_the_way[0], in_the_way[-1]
        branches = pages.filter(path__range=(first, last + "Z" * self.node_cls.steplen))
        branches.update(path=Concat(Value(UNDER_WAY), self._one_on(len(newpath))))
        above = oldpath[: len(newpath)]
        is_below = above in in_the_way
        if is_below:
            oldpath = self._after(above) + oldpath[len(newpath) :]
        self.set_newpath_in_branches(UNDER_WAY * is_below + oldpath, newpath)
        pages.filter(path__startswith=UNDER_WAY).update(path=Substr("path", 2))
        return oldpath

    def _one_on(self, end: int) -> Case:
        """For a query: paths whose step that ends at ``end`` is the next one."""
        digits = self.node_cls.alphabet
        zero, highest = digits[0], digits[-1]
        rest = Substr("path", end + 1)

        def carried(number: int) -> Concat:
            """The next step where this many digits at its end are the highest."""
            place = StrIndex(Value(digits), Substr("path", end - number, 1))
            digit = Substr(Value(digits), place + 1, 1)
            return Concat(Substr("path", 1, end - number - 1), digit, Value(zero * number), rest)

        return Case(
            *(
                When(
                    Exact(Substr("path", end - number + 1, number), Value(highest * number)),
                    then=carried(number),
                )
                for number in range(self.node_cls.steplen - 1, 0, -1)
            ),
            default=carried(0),
        )


def move_siblings_at_once() -> None:
    """Let Wagtail move pages so. Relied on: its action finds the class under this name. 2.13."""
    move_page.MP_MoveHandler = MovesSiblingsAtOnce


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


def tell_of_exports(tell: Callable[[HttpRequest, str], None]) -> None:
    """Let every export of the admin, Wagtail's own too, be told of, with its request and format.

    Relied on: every view that exports makes its file by this method. Wagtail 2.9.
    """
    usual = SpreadsheetExportMixin.as_spreadsheet

    def as_spreadsheet(
        view: SpreadsheetExportMixin, queryset: Any, spreadsheet_format: str
    ) -> HttpResponse:
        tell(view.request, spreadsheet_format)
        return usual(view, queryset, spreadsheet_format)

    SpreadsheetExportMixin.as_spreadsheet = as_spreadsheet


def wrap_edit_views(**wrappers: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Let methods of all edit views of the admin but that of pages, Wagtail's own too, be wrapped.

    Wagtail names no class to put in the place of this one, from which all of them are derived.
    Relied on: each of them makes its form by ``get_form`` once its ``object`` is known, asks
    ``is_valid`` of this class before it saves, and shows what this class gives as context. 4.0.
    """
    for name, wrapper in wrappers.items():
        setattr(EditView, name, wrapper(getattr(EditView, name)))


def write_calls_of_choosers(write: Callable[[str], SafeString]) -> None:
    """Let ``write`` put the statement that starts a chooser of the admin into the page.

    It is given the statement and returns HTML. Wagtail writes a script, in all choosers of all
    forms, and has no setting or class for another one. Relied on: this method writes what
    ``render_html`` returns, and the statement of ``render_js_init`` after it. Wagtail 4.0.
    """

    def render(
        widget: BaseChooser,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        try:
            chosen = widget.get_value_data(value)
        except (TypeError, ValueError):
            # What was sent in the place of a key names nothing; the form says so beside the field.
            chosen = None
        html = widget.render_html(name, chosen, attrs)
        return html + write(widget.render_js_init(attrs["id"], name, chosen))

    BaseChooser.render = render


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


def let_portraits_come_by(form: type[ModelForm]) -> None:
    """Let users of the admin give themselves a picture by this form.

    Wagtail's own takes whatever Pillow opens, of any size, with all that a camera wrote into it; a
    panel that is registered by the hook stands beside Wagtail's and not in its place. Relied on:
    the panel makes the form of this class. Wagtail 2.11.
    """
    # It needs the models.
    from wagtail.admin.views.account import AvatarSettingsPanel

    AvatarSettingsPanel.form_class = form


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


def note_authentication(request: HttpRequest, user: Any, method: str, **details: Any) -> None:
    """Note in the session what its user has just shown, as django-allauth does after a sign-in.

    Its views note what they ask for, but not that whoever sets up a second factor shows it, too.
    Relied on: this function writes what the public ``get_authentication_records`` reads. allauth
    0.62.
    """
    # Needs the models, which are loaded later.
    from allauth.account.internal.flows.login import record_authentication

    record_authentication(request, user, method, **details)
