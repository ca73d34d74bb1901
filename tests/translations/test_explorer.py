"""The lists of pages in the admin tell how each language stands."""

from bs4 import BeautifulSoup
from django.urls import reverse

from .steps import CHINESE


def explorer(page, query=""):
    return f"{reverse('wagtailadmin_explore', args=[page.get_parent().pk])}{query}"


def html_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def row_of(html, page):
    return html.select_one(f"#page_{page.pk}_title").find_parent("tr")


def told(html, page):
    """What the row of a page says about the Chinese, the English and the Russian text."""
    return [statuses(cell) for cell in row_of(html, page).select("td.language-column")]


def statuses(element):
    """The names of the statuses that an element shows, each in words."""
    items = element.select("li.statuses__item")
    assert all(item.get_text(strip=True) for item in items)
    return [item["class"][-1].removeprefix("statuses__item--") for item in items]


def test_an_unpublished_chinese_text_is_named_and_its_title_is_shown(admin, page):
    page.unpublish(languages=[CHINESE])
    html = html_of(admin, explorer(page))
    assert told(html, page) == [["withdrawn"], ["live"], ["live"]]
    assert "标题" in row_of(html, page).select_one("td.title").get_text()
    assert "Title" not in row_of(html, page).select_one("td.title").get_text()
