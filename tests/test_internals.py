"""What the site relies on although its libraries do not promise to keep it.

Where a newer version fails one of these tests, look at what has changed there, then mend the entry
in ``mep_site/internals.py``, or the template.
"""

import csv
import importlib
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from inspect import getsource
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template.engine import Engine
from django.utils import translation
from docx import Document
from openpyxl import Workbook
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.actions.revert_to_page_revision import RevertToPageRevisionAPIAction
from wagtail.admin.api.actions.unpublish import UnpublishPageAPIAction
from wagtail.admin.ui.tables import Table
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.widgets import AdminPageChooser, BaseChooser
from wagtail.models import Site

from mep_site.core.admin.script_calls import call_of
from mep_site.internals import (
    HYDRATE,
    RunsOurAction,
    SearchedResults,
    WordCell,
    WordRow,
    XmlElement,
    xml_of,
)

from .failures.edit_forms import VIEWS
from .test_architecture import ROOT, TEMPLATES

OURS = ROOT / "templates"

# Templates that stand in the place of Wagtail's, because these have no block for what has to be
# said in another way; each with the fingerprint of the one that it was made from.
REPLACED = {
    "wagtailadmin/404.html": "28f5e6d779f8bf38",
    "wagtailadmin/bulk_actions/confirmation/list_items_with_no_access.html": "5f986714d80e35d3",
    "wagtailadmin/chooser/tables/page_status_cell.html": "58ac00a2fb53072d",
    "wagtailadmin/pages/confirm_move.html": "0d2455abb426645d",
    "wagtailadmin/shared/headers/_actions.html": "facea723b6b91762",
    "wagtailadmin/shared/page_status_tag_new.html": "ccd6a9f6283b3669",
    "wagtailadmin/tables/boolean_cell.html": "f52d1f7945b2b176",
    "wagtailadmin/widgets/date_input.html": "2557f7a4fd543d7c",
    "wagtailadmin/widgets/datetime_input.html": "479d8ddeaa73d2fd",
    "wagtailadmin/widgets/time_input.html": "536917c544a13563",
    "wagtailcore/login.html": "38570cee5a5a72a8",
}


# Entries of internals.py


def test_a_part_of_a_word_document_has_its_xml():
    table = Document().add_table(1, 2)
    assert isinstance(table.rows[0], WordRow)
    assert isinstance(table.rows[0].cells[0], WordCell)
    run = table.rows[0].cells[0].paragraphs[0].add_run("text")
    for part, name in ((table.rows[0], "tr"), (table.rows[0].cells[0], "tc"), (run, "r")):
        assert isinstance(xml_of(part), XmlElement)
        assert xml_of(part).tag.endswith(f"}}{name}")


class MadeError(Exception):
    """Raised by an action of ours in the place of doing something."""


@pytest.mark.parametrize(
    "wagtails", [PublishPageAPIAction, UnpublishPageAPIAction, RevertToPageRevisionAPIAction]
)
def test_an_action_of_the_api_executes_what_is_made_of_the_data(wagtails):
    class OurAction(RunsOurAction, wagtails):
        def get_action(self, page, data):
            raise MadeError(page, data)

    with pytest.raises(MadeError) as made:
        OurAction(view=None, request=None).execute("page", {"language": "en"})
    assert made.value.args == ("page", {"language": "en"})


class Digits(SearchedResults):
    """Finds the digits, and counts how often it is asked."""

    searches = 0

    def find(self):
        type(self).searches += 1
        return list(range(10))[self.start : self.stop]

    def find_number(self):
        return 10


def test_results_of_a_search_are_found_once_and_within_their_limits():
    digits = Digits(None, None)
    assert digits.count() == 10
    assert list(digits[2:5]) == [2, 3, 4]
    assert [*digits, *digits] == [*range(10), *range(10)]
    assert Digits.searches == 2


def test_results_of_a_search_know_under_which_name_to_keep_scores():
    digits = Digits(None, None)
    assert digits.score_attribute is None
    assert digits.annotate_score("score")[:3].score_attribute == "score"


@pytest.mark.parametrize(("parameters", "is_asked"), [(HYDRATE, True), ({}, False)])
def test_the_edit_view_is_asked_for_the_rest_of_a_form_by_this_parameter(rf, parameters, is_asked):
    view = EditView()
    view.setup(rf.get("/", parameters))
    assert view.hydrate_create_view is is_asked


def test_every_cell_of_an_export_is_made_by_one_method():
    export, row = SpreadsheetExportMixin(), {"title": "=1"}
    (in_xlsx,) = export.generate_xlsx_row(Workbook(write_only=True).create_sheet(), row)
    in_csv = export.write_csv_row(csv.DictWriter(Echo(), ["title"]), row)
    assert (in_xlsx.value, in_csv) == ("=1", b"'=1\r\n")


def choosers() -> Iterator[type[BaseChooser]]:
    """The choosers of the admin, Wagtail's and those of the site's own models."""
    found = [BaseChooser]
    for chooser in found:
        found += [each for each in chooser.__subclasses__() if each not in found]
    return (each for each in found if each.model or each is AdminPageChooser)


def test_what_is_wrapped_of_edit_views_is_reached_in_every_one_of_them():
    """A view that has the method for itself calls the one that is wrapped."""
    wrapped = ("get_form", "is_valid", "get_context_data")
    for view in {each for each in VIEWS.values() if hasattr(each, "view_class")}:
        view_class = view.view_class
        if issubclass(view_class, generic.EditView):
            above = view_class.__mro__[: view_class.__mro__.index(generic.EditView)]
            own = {name: [vars(c)[name] for c in above if name in vars(c)] for name in wrapped}
            for name, methods in own.items():
                assert all(f"super().{name}(" in getsource(each) for each in methods), view_class


def test_every_view_that_exports_makes_its_file_by_one_method():
    assert importlib.import_module("mep_site.urls")
    views = [SpreadsheetExportMixin]
    for view in views:
        views += view.__subclasses__()
    assert [view for view in views[1:] if "as_spreadsheet" in vars(view)] == []


def test_every_chooser_is_started_by_a_call_that_the_script_knows(db):
    known = (ROOT / "static" / "js" / "admin" / "script-calls.js").read_text("utf-8")
    for chooser in choosers():
        html = BeautifulSoup(chooser().render("any", None, {"id": "id_any"}), "html.parser")
        call = html.select_one("[data-controller=script-call]")
        assert f'"{call["data-script-call-name-value"]}"' in known
        assert json.loads(call.script.string)[0] == "id_any"
        assert [script.get("type") for script in html.select("script")] == ["application/json"]


@pytest.mark.parametrize("statement", ["alert(1); alert(2)", "alert(window)", "window.x = 1"])
def test_what_is_no_call_with_values_starts_no_chooser(statement):
    with pytest.raises(ValueError):  # noqa: PT011 - of two kinds
        call_of(statement)


def test_the_heading_of_a_list_of_pages_names_them_where_wagtail_does_not(rf):
    column = PageTitleColumn("title")
    around = {"table": Table([column], []), "request": rf.get("/"), "items_count": 7}
    with translation.override("en"):
        assert "1-7 of 7 pages" in column.render_header_html(around)


def test_the_site_of_a_host_is_looked_up_once_and_kept_on_the_request(
    rf, db, django_assert_num_queries
):
    request = rf.get("/")
    found = Site.find_for_request(request)
    assert Site.find_for_request(request) is found
    with django_assert_num_queries(0):
        again = Site.find_for_request(rf.get("/"))
    assert vars(again).keys() - {"_state"} <= vars(found).keys()
    assert (again, again.root_page) == (found, found.root_page)


# Templates


def wagtails(name: str) -> Path | None:
    """The file of Wagtail's own template of this name, if it has one."""
    loaders = Engine.get_default().template_loaders
    found = (Path(each.name) for loader in loaders for each in loader.get_template_sources(name))
    return next((each for each in found if each.exists() and OURS not in each.parents), None)


def names_of_ours() -> Iterator[str]:
    """The templates of ours that stand in the place of one of Wagtail's."""
    names = (str(file.relative_to(OURS)) for file in TEMPLATES)
    return (name for name in names if wagtails(name))


def blocks_in(html: str) -> set[str]:
    """The names of the blocks in the source of a template."""
    return set(re.findall(r"{%-? *block (\w+)", html))


def blocks_of(name: str) -> set[str]:
    """The blocks that Wagtail's template of this name has, or inherits."""
    html = wagtails(name).read_text("utf-8")
    above = re.findall(r"{% extends \"(.+?)\"", html)
    return blocks_in(html).union(*map(blocks_of, above))


def extends_itself(name: str) -> bool:
    """Whether ours adds to Wagtail's template instead of replacing it."""
    return f'{{% extends "{name}" %}}' in (OURS / name).read_text("utf-8")


def test_every_template_that_replaces_wagtails_is_known():
    assert {name for name in names_of_ours() if not extends_itself(name)} == set(REPLACED)


def test_what_replaces_a_template_was_made_from_the_one_that_wagtail_has_now():
    fingerprints = {name: sha256(wagtails(name).read_bytes()).hexdigest()[:16] for name in REPLACED}
    assert fingerprints == REPLACED, "Compare Wagtail's with ours, then note the new fingerprint."


def test_what_is_added_to_a_template_of_wagtails_stands_in_blocks_that_it_has():
    homeless = {
        name: lost
        for name in filter(extends_itself, names_of_ours())
        if (lost := blocks_in((OURS / name).read_text("utf-8")) - blocks_of(name))
    }
    assert homeless == {}
