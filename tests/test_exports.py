"""What the admin exports is text: no cell begins a formula in a spreadsheet program."""

import csv

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from mep_site.core.admin.spreadsheets import as_text
from news.models import NewsArticle

FORMULA = '=HYPERLINK("http://example.org","here")'


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_begins_like_a_formula_is_text(sign):
    assert as_text(f"{sign}1") == f"'{sign}1"
    assert as_text(f"1{sign}") == f"1{sign}"
    assert as_text(-1) == -1, "A number is no formula."


@pytest.mark.asvs("1.3.3")
@pytest.mark.parametrize(
    "report", ["site_history", "aging_pages", "locked_pages"], ids=lambda name: name
)
def test_no_export_of_pages_holds_a_formula(report, admin):
    user = User.objects.get(username="admin")
    page = NewsArticle.objects.filter(live=True).first()
    page.title_zh_hans, page.locked, page.locked_by = FORMULA, True, user
    page.save_revision(user=user, log_action=True).publish(user=user)
    page.save()
    answer = admin.get(reverse(f"wagtailadmin_reports:{report}"), {"export": "csv"})
    rows = list(csv.reader(answer.getvalue().decode().splitlines()))
    cells = [cell for row in rows for cell in row]
    assert f"'{FORMULA}" in cells
    assert FORMULA not in cells
