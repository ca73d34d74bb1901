"""Codes of addresses, and pages as PDF."""

import subprocess
import sys
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.cache import caches
from PIL import Image
from pypdf import PdfReader
from wagtail.models import Collection, CollectionViewRestriction

from mep_site.printing import press
from mep_site.printing.codes import drawn_code
from mep_site.printing.paper import as_data
from mep_site.siteconfig.models import SiteConfiguration
from mep_site.translations.languages import get_language
from mep_site.translations.languages.text import text_in
from news.models import NewsArticle

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def article() -> NewsArticle:
    """An article with a picture."""
    pages = NewsArticle.objects.published().exclude(image=None)
    return next(page for page in pages if len(page.live_languages) == 3)


@pytest.fixture
def presses(monkeypatch) -> list[str]:
    """What is handed to the press, which prints nothing here, and remembers nothing."""
    given: list[str] = []

    def run(*args: object, **options: object) -> subprocess.CompletedProcess:
        given.append(options["input"].decode())
        return subprocess.CompletedProcess(args, 0, stdout=b"%PDF-")

    monkeypatch.setattr(press.subprocess, "run", run)
    caches["pdf"].clear()
    return given


def test_a_code_is_a_picture_that_a_strict_policy_lets_pass(visitor, article):
    answers = [visitor.get(f"/{code}/code/{article.pk}.svg") for code in ("en", "ru")]
    assert {answer["Content-Type"] for answer in answers} == {"image/svg+xml"}
    drawings = [ElementTree.fromstring(answer.content) for answer in answers]
    assert all("viewBox" in drawing.attrib for drawing in drawings)
    for drawing in drawings:
        for element in drawing.iter():
            assert not {"style", "class", "onload"} & element.attrib.keys()
    assert answers[0].content != answers[1].content
    assert answers[0].content == drawn_code(f"http://testserver/en/news/{article.slug}/")


@pytest.mark.slow
@pytest.mark.parametrize(("code", "tag"), [("zh-hans", "zh-Hans"), ("en", "en"), ("ru", "ru")])
def test_a_pdf_is_tagged_and_says_what_it_is_and_where_it_is_from(code, tag, visitor, article):
    answer = visitor.get(f"/{code}/pdf/{article.pk}/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{article.slug}-{code}.pdf"'
    assert answer["X-Robots-Tag"] == "noindex"
    pdf = PdfReader(BytesIO(answer.content))
    title = getattr(article, f"title_{code.replace('-', '_')}")
    assert pdf.metadata.title.startswith(title)
    assert pdf.outline[0].title == title
    root = pdf.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (tag, True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    text = "".join("".join(page.extract_text() for page in pdf.pages).split())
    assert f"/{code}/news/{article.slug}/" in text
    notice = text_in(SiteConfiguration.objects.get(), "precedence_notice", get_language(code))
    is_translation = code != "zh-hans"
    assert ("".join(notice.split()) in text.replace("\u2010", "")) == is_translation
    assert any("CJK" in name for name in fonts_of(pdf)) == (code == "zh-hans")


def fonts_of(pdf: PdfReader) -> set[str]:
    """The names of the fonts that the pages are set in."""
    fonts = [font for page in pdf.pages for font in page["/Resources"]["/Font"].values()]
    return {font["/BaseFont"] for font in fonts}


def test_a_pdf_holds_its_pictures_and_nothing_to_press(visitor, article, presses):
    assert visitor.get(f"/en/pdf/{article.pk}/").status_code == 200
    (html,) = presses
    assert html.count('src="data:image/jpeg;base64,') == html.count("<picture") + 1
    assert 'src="data:image/svg+xml;base64,' in html
    for left_out in ("<nav", "<form", "<script", "<button", "part-link", "page-tools", "/report/"):
        assert left_out not in html


def test_a_picture_that_is_not_for_everybody_is_left_out(visitor, article, presses):
    collection = Collection.get_first_root_node().add_child(name="Unpublished")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    article.image.collection = collection
    article.image.save()
    visitor.get(f"/en/pdf/{article.pk}/")
    assert "data:image/jpeg" not in presses[0]


def test_a_pdf_is_made_once_for_a_text_and_anew_when_that_changes(visitor, article, presses):
    url = f"/en/pdf/{article.pk}/"
    first = visitor.get(url)
    assert visitor.get(f"{url}?with=ru")["ETag"] == first["ETag"]
    assert visitor.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert len(presses) == 1
    NewsArticle.objects.filter(pk=article.pk).update(summary_en="Something else is said.")
    assert visitor.get(url)["ETag"] != first["ETag"]
    assert "Something else is said." in presses[1]


@pytest.mark.asvs("15.2.2")
def test_who_comes_while_a_pdf_is_made_is_asked_to_come_again(visitor, article, presses):
    url = f"/ru/pdf/{article.pk}/"
    with press._alone():
        answer = visitor.get(url)
    assert (answer.status_code, answer["Retry-After"]) == (429, "5")
    assert "no-store" in answer["Cache-Control"]
    assert url in answer.content.decode()
    assert presses == []
    assert visitor.get(url).status_code == 200


def test_a_pdf_of_which_nothing_comes_is_said_to_fail(visitor, article, monkeypatch, caplog):
    caches["pdf"].clear()
    monkeypatch.setattr(press, "COMMAND", ["/bin/false"])
    answer = visitor.get(f"/en/pdf/{article.pk}/")
    assert answer.status_code == 500
    assert "This PDF could not be made" in answer.content.decode()
    assert f"No PDF of page {article.pk}" in caplog.text


@pytest.mark.asvs("1.3.6", "13.3.2")
@pytest.mark.slow
def test_the_press_knows_no_secret_and_reads_no_file(tmp_path):
    assert press.ENVIRONMENT == {"PATH": ""}
    picture = tmp_path / "secret.png"
    Image.new("RGB", (8, 8)).save(picture)
    inside = as_data("image/png", picture.read_bytes())
    for source, count in ((inside, 1), (picture.as_uri(), 0)):
        html = f'<html lang="en"><title>x</title><img alt="x" src="{source}"><p>y'
        pdf = PdfReader(BytesIO(press.pdf_of(html, press.digest_of(html))))
        assert len(pdf.pages[0].images) == count


@pytest.mark.slow
def test_the_server_never_loads_what_sets_pdfs():
    """WeasyPrint makes Pillow take damaged pictures for whole, in all of its process."""
    code = (
        "import sys; import mep_site.wsgi; import mep_site.urls; from PIL import ImageFile;"
        "print('weasyprint' in sys.modules, ImageFile.LOAD_TRUNCATED_IMAGES)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip().endswith("False False")


def test_robots_leave_pdfs_alone(visitor):
    said = visitor.get("/robots.txt").content.decode()
    assert "Disallow: /ru/pdf/\n" in said
