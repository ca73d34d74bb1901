"""The files that machines ask for: site map, robots.txt, manifest, icons."""

import re
import xml.etree.ElementTree as ET
from urllib.robotparser import RobotFileParser

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction

from mep_site.core.models import BasePage
from mep_site.metadata import sitemaps
from mep_site.publicstate import version
from mep_site.siteconfig.models import SiteConfiguration
from mep_site.topics.models import Topic
from mep_site.translations.languages import get_language, languages
from mep_site.translations.models import Edition
from news.models import NewsArticle, NewsIndex

from .test_public_pages import CODES, address

pytestmark = pytest.mark.usefixtures("version_is_kept")

HOST = "http://testserver"
ICONS = settings.BASE_DIR / "static" / "icons"
S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def xml(client, path: str) -> ET.Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    return ET.fromstring(response.getvalue())


def parts(client) -> list[str]:
    """The addresses of the parts that the index names."""
    return [entry.findtext(f"{S}loc") for entry in xml(client, "/sitemap.xml")]


def entries(client) -> dict[str, ET.Element]:
    """The entries of all parts by address."""
    found = [entry for part in parts(client) for entry in xml(client, part.removeprefix(HOST))]
    by_address = {entry.findtext(f"{S}loc"): entry for entry in found}
    assert len(by_address) == len(found)
    return by_address


def live_addresses() -> set[str]:
    """Those of pages, and of topics, on each of which the demo has something in each language."""
    pages = BasePage.objects.published().filter(depth__gt=1).prefetch_related("editions")
    return {
        HOST + address(page, language.code) for page in pages for language in page.live_languages
    } | {f"{HOST}/{code}/topics/{topic.slug}/" for code in CODES for topic in Topic.objects.all()}


def test_the_site_map_names_the_live_editions_and_nothing_else(visitor, some):
    withdrawn, private = some(NewsArticle), BasePage.objects.get(slug="working-materials")
    Edition.objects.filter(page=withdrawn, language="ru").update(state=Edition.State.WITHDRAWN)
    found = set(entries(visitor))
    assert found == live_addresses()
    assert HOST + address(withdrawn, "en") in found
    assert HOST + address(withdrawn, "ru") not in found
    assert HOST + address(private, "zh-hans") not in found
    PageViewRestriction.objects.create(page=some(NewsIndex), restriction_type="login")
    assert HOST + address(withdrawn, "en") not in set(entries(visitor))


def test_an_entry_names_every_edition_of_its_page(visitor, some):
    article = some(NewsArticle)
    Edition.objects.filter(page=article, language="ru").update(state=Edition.State.WITHDRAWN)
    found = entries(visitor)
    expected = [
        ("zh-Hans", HOST + address(article, "zh-hans")),
        ("en", HOST + address(article, "en")),
        ("x-default", HOST + address(article, "zh-hans")),
    ]
    for code in ("zh-hans", "en"):
        links = found[HOST + address(article, code)].findall(LINK)
        assert [(link.get("hreflang"), link.get("href")) for link in links] == expected
        assert {link.get("rel") for link in links} == {"alternate"}


def test_an_entry_without_chinese_has_another_default(visitor, some):
    article = some(NewsArticle)
    Edition.objects.filter(page=article, language="zh-hans").update(state=Edition.State.WITHDRAWN)
    links = entries(visitor)[HOST + address(article, "ru")].findall(LINK)
    assert links[-1].get("hreflang") == "x-default"
    assert links[-1].get("href") == HOST + address(article, "en")


def test_a_date_is_that_of_the_edition(visitor, some):
    article = some(NewsArticle)
    moment = timezone.localtime().replace(year=2019, month=6, day=5)
    Edition.objects.filter(page=article, language="en").update(last_published_at=moment)
    found = entries(visitor)
    assert found[HOST + address(article, "en")].findtext(f"{S}lastmod") == "2019-06-05"
    assert found[HOST + address(article, "ru")].findtext(f"{S}lastmod") > "2019-06-05"


def test_a_large_site_map_is_split_without_loss(visitor, home, monkeypatch):
    whole = set(entries(visitor))
    monkeypatch.setattr(sitemaps, "PAGES_PER_PART", 5)
    monkeypatch.setattr(version, "current", lambda: "another")
    assert len(parts(visitor)) > 5
    assert set(entries(visitor)) == whole


def test_a_part_is_no_larger_than_the_protocol_allows():
    assert sitemaps.PAGES_PER_PART * len(languages()) <= 50_000


def test_a_part_is_sent_in_pieces_while_it_is_read(visitor, home, monkeypatch):
    monkeypatch.setattr(sitemaps, "PAGES_PER_PIECE", 5)
    response = visitor.get("/sitemap-0.xml")
    pieces = list(response.streaming_content)
    assert response.streaming
    assert max(piece.count(b"<url>") for piece in pieces) <= 5 * len(languages())
    assert len(pieces) > 5


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-0.xml"])
def test_the_site_map_takes_two_queries_and_loads_no_page(path, visitor, home):
    visitor.get(path)
    with CaptureQueriesContext(connection) as queries:
        visitor.get(path)
    assert len(queries) <= 2


def test_what_has_not_changed_is_not_sent_again(visitor, some):
    first = visitor.get("/sitemap-0.xml")
    assert "max-age" in first.headers["Cache-Control"]
    again = {"if-none-match": first.headers["ETag"]}
    assert visitor.get("/sitemap-0.xml", headers=again).status_code == 304
    Edition.objects.filter(page=some(NewsArticle), language="ru").update(state="withdrawn")
    assert visitor.get("/sitemap-0.xml", headers=again).status_code == 200
    assert "Last-Modified" not in visitor.get("/sitemap.xml").headers


@pytest.mark.parametrize(
    "path",
    [
        "/sitemap-999999999.xml",
        "/sitemap-99999999999999999999999.xml",
        "/sitemap-x.xml",
        "/en/sitemap.xml",
    ],
)
def test_a_part_that_does_not_exist_is_not_found(path, visitor, home):
    assert visitor.get(path).status_code == 404


def test_robots_may_read_everything_but_the_admin_and_searches(visitor, home):
    response = visitor.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    rules = RobotFileParser()
    rules.parse(response.content.decode().splitlines())
    for path in ("/", "/en/news/", "/zh-hans/", "/static/css/base.css", "/sitemap.xml"):
        assert rules.can_fetch("*", path)
    for path in ("/admin/pages/", *(f"/{code}/search/?q=x" for code in CODES)):
        assert not rules.can_fetch("*", path)
    assert rules.site_maps() == [f"{HOST}/sitemap.xml"]


@pytest.mark.parametrize("code", CODES)
def test_the_manifest_is_in_the_language_of_its_address(code, visitor, home):
    link = re.search(r'rel="manifest" href="([^"]+)"', visitor.get(f"/{code}/").content.decode())
    response = visitor.get(link[1])
    assert response.headers["Content-Type"] == "application/manifest+json"
    content = response.json()
    language = get_language(code)
    configuration = SiteConfiguration.objects.get()
    assert content["lang"] == language.tag
    assert content["start_url"] == f"/{code}/"
    assert content["name"] == getattr(configuration, language.column("site_name"))
    short_name = getattr(configuration, language.column("short_name"))
    assert content.get("short_name") == (short_name or None)
    assert {icon.get("purpose", "any") for icon in content["icons"]} == {"any", "maskable"}
    for icon in content["icons"]:
        with Image.open(ICONS / icon["src"].rsplit("/", 1)[1]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]


@pytest.mark.parametrize(
    ("name", "size", "most"),
    [
        ("apple-touch-icon.png", (180, 180), 4_000),
        ("icon-192.png", (192, 192), 4_000),
        ("icon-512.png", (512, 512), 8_000),
        ("maskable-512.png", (512, 512), 8_000),
        ("sharing.png", (1200, 630), 20_000),
    ],
)
def test_an_icon_has_its_size_and_is_small(name, size, most):
    with Image.open(ICONS / name) as picture:
        assert picture.size == size
    assert (ICONS / name).stat().st_size <= most


def test_an_old_browser_finds_the_icon(visitor, home):
    response = visitor.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (
        302,
        "/static/icons/favicon.ico",
    )
    with Image.open(ICONS / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_the_frame_has_the_colours_of_the_masthead(visitor, home):
    files = (settings.BASE_DIR / "static" / "css").glob("*.css")
    styles = "".join(file.read_text("utf-8") for file in files)
    html = BeautifulSoup(visitor.get("/en/").content, "html.parser")
    colours = [meta["content"] for meta in html.select('meta[name="theme-color"]')]
    assert len(set(colours)) == 2
    for colour in colours:
        assert f"--pine-deep: {colour};" in styles


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize(
    "path", ["/robots.txt", "/sitemap.xml", "/en/site.webmanifest", "/favicon.ico"]
)
def test_the_files_are_for_reading(method, path, visitor, home):
    assert getattr(visitor, method)(path).status_code == 405
