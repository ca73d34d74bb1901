"""Fills in forms of the admin as a browser would: what the form offers, plus what is typed."""

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client

FormData = dict[str, str | list[str]]


def offered(client: Client, url: str) -> FormData:
    """What the edit form at this address would send if nothing was changed.

    Streams are built by a script in the browser; here they are sent empty.
    """
    response = client.get(url)
    assert response.status_code == 200, f"{url} answers {response.status_code}"
    form = BeautifulSoup(response.content, "html.parser").select_one("form[data-edit-form]")
    data = {f"{stream['id']}-count": "0" for stream in form.select('[data-controller~="w-block"]')}
    for control in form.select("input[name], textarea[name], select[name]"):
        value = _value(control)
        if value is not None and not control.has_attr("disabled"):
            data[control["name"]] = value
    return data


def send(client: Client, url: str, **typed: str) -> HttpResponse:
    """Open the form, type, and press the button: ``**{"action-publish": "1"}``."""
    return client.post(url, {**offered(client, url), **typed})


def errors(response: HttpResponse) -> str:
    """The messages beside the fields of a form that was refused."""
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join(tag.get_text(" ", strip=True) for tag in page.select("p.error-message"))


def _value(control: Tag) -> str | None:
    if control.name == "textarea":
        return control.get_text().removeprefix("\n")
    if control.name == "select":
        chosen = control.select_one("option[selected]") or control.select_one("option")
        return chosen.get("value", "") if chosen else None
    if control.get("type") in {"checkbox", "radio"} and not control.has_attr("checked"):
        return None
    if control.get("type") in {"submit", "file"}:
        return None
    return control.get("value", "")
