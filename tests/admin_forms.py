"""Fills in forms of the admin as a browser would: what the form offers, plus what is typed."""

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml.html import HtmlElement, fromstring
from wagtail.models import AbstractPage as Page
from wagtail.test.utils.form_data import rich_text

from mep_site.translations.admin.forms.unit_rows import field_name

FormData = dict[str, str | list[str]]
CONTROLS = "input[name], textarea[name], select[name]"


def offered(client: Client, url: str, form: str = "form[data-edit-form]") -> FormData:
    """What the form at this address would send if nothing was changed; that of a page, else named.

    Streams are built by a script in the browser; here they are sent empty, and no row is added. An
    address that names no language leads to the one that its user would be shown.
    """
    response = client.get(url, follow=True)
    assert response.status_code == 200, f"{url} answers {response.status_code}"
    return offered_in(response, form)


def offered_in(response: HttpResponse, form: str = "form[data-edit-form]") -> FormData:
    """What the form in an answer would send."""
    page = fromstring(response.content.decode())
    (tag,) = page.cssselect(form)[:1]
    data = {
        f"{each.get('id')}-count": "0" for each in tag.cssselect('[data-controller~="w-block"]')
    }
    outside = page.cssselect(f"input[form='{tag.get('id')}']")
    for control in [*tag.cssselect(CONTROLS), *outside]:
        value = _value(control)
        is_of_new_row = "__prefix__" in control.get("name")
        if value is not None and "disabled" not in control.attrib and not is_of_new_row:
            data[control.get("name")] = value
    return data


def edit_url(page: Page, code: str = "") -> str:
    """Where a page is edited, in the language that the address names."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return f"{url}?language={code}" if code else url


def unit(name: str) -> str:
    """The field of the form of a translation for the text of a unit."""
    return field_name("unit", name)


def done(name: str) -> str:
    """The box in the form of a translation that says that a unit is done."""
    return field_name("done", name)


def stream(column: str, raw: list[dict]) -> FormData:
    """What the form sends for a body of paragraphs and headings, with the ids of its blocks."""
    data: FormData = {f"{column}-count": str(len(raw))}
    for at, block in enumerate(raw):
        is_rich = block["type"] == "paragraph"
        data |= {
            f"{column}-{at}-type": block["type"],
            f"{column}-{at}-id": block.get("id", ""),
            f"{column}-{at}-order": str(at),
            f"{column}-{at}-deleted": "",
            f"{column}-{at}-value": rich_text(block["value"]) if is_rich else block["value"],
        }
    return data


def send(client: Client, url: str, /, **typed: str) -> HttpResponse:
    """Open the form, type, and press the button: ``**{"action-publish": "1"}``."""
    return client.post(url, {**offered(client, url), **typed})


def answer(client: Client, asked: HttpResponse, choice: str, **options: bool) -> HttpResponse:
    """Answer what is asked about open texts: ``done`` or ``as-they-are``."""
    url = asked.headers["Location"]
    question = BeautifulSoup(client.get(url).content, "html.parser")
    form = question.select_one(".open-units form")
    assert form, f"Nothing is asked at {url}"
    hidden = {control["name"]: control["value"] for control in form.select("input")}
    return client.post(url, hidden | {"answer": choice}, **options)


def errors(response: HttpResponse) -> str:
    """The messages beside the fields of a form that was refused."""
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join(tag.get_text(" ", strip=True) for tag in page.select("p.error-message"))


def _value(control: HtmlElement) -> str | None:
    if control.tag == "textarea":
        return control.text_content().removeprefix("\n")
    if control.tag == "select":
        chosen = control.cssselect("option[selected]") or control.cssselect("option")
        return chosen[0].get("value", "") if chosen else None
    if control.get("type") in {"checkbox", "radio"} and "checked" not in control.attrib:
        return None
    if control.get("type") in {"submit", "file"}:
        return None
    return control.get("value", "on" if control.get("type") == "checkbox" else "")
