"""Writes the pages that the web server in front shows when it answers by itself.

For each status there is a page in every language, for addresses that begin with the language's
code, and one in all languages for addresses that have none: ``en/502.html`` and ``502.html``.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from django.contrib.staticfiles.finders import find

from mep_site.translations.languages import Language, languages

from .pages import FAILURE_PAGES, failure_html

STYLE = "errorpages/page.css"
# Where the web server has the folder, by ``deploy/nginx.conf``.
ADDRESS = "/error-pages/"


def write_error_pages(folder: Path) -> int:
    """Write all pages and their style sheet into a folder; returns how many pages there are."""
    places: dict[Path, Sequence[Language]] = {folder: languages()}
    places |= {folder / language.code: [language] for language in languages()}
    for place, shown in places.items():
        place.mkdir(parents=True, exist_ok=True)
        for status, page in FAILURE_PAGES.items():
            html = failure_html(page, shown, f"{ADDRESS}page.css")
            (place / f"{status.value}.html").write_text(html, encoding="utf-8")
    shutil.copyfile(find(STYLE), folder / "page.css")
    return len(places) * len(FAILURE_PAGES)
