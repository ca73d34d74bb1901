"""Makes requests up from numbers: an address, what it is told, who asks, what is wrong with it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote, quote_from_bytes

from django.contrib.auth.models import User
from django.test import Client

from ...signing_in import sign_in
from ...words.reading import Form, read
from ..addresses import Address, all_addresses
from ..belongings import Belongings
from ..requests import requests_for, value_of
from . import values

# End a session, fails on purpose, makes files for which there is a test of its own.
LEFT_OUT = {"wagtailadmin_logout", "account_logout", "wagtailadmin_error_test", "pdf"}


@dataclass(frozen=True)
class MalformedRequest:
    """A request, of which ``seed`` says all; ``person`` is who has signed in, if anybody has."""

    seed: int
    method: str
    path: str
    query: str
    person: str
    body: bytes = b""
    content_type: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        asked = f"{self.method} {self.path[:200]}?{self.query[:300]}"
        return f"[{self.seed}] {self.person or 'nobody'}: {asked}"


class Sessions:
    """The sessions of those who ask, begun when they ask for the first time."""

    def __init__(self) -> None:
        self._clients: dict[str, Client] = {}

    def client_of(self, person: str) -> Client:
        """A browser in which somebody has signed in, or nobody."""
        if person not in self._clients:
            client = self._clients[person] = Client(raise_request_exception=False)
            if person:
                sign_in(client, User.objects.get(username=person))
        return self._clients[person]

    def cookie_of(self, person: str) -> str:
        """The cookie that says so."""
        cookie = self.client_of(person).cookies.get("sessionid")
        return f"sessionid={cookie.value}" if cookie else ""


# Nobody is twice as frequent; whoever may do more comes further.
PEOPLE = ("", "", "editor", "english", "publisher", "admin", "admin", "local", "guest")
# Parameters that lists, searches, choosers and forms read, whether a form shows them or not.
PARAMETERS = (
    *("q", "p", "page", "p", "ordering", "export", "id", "id", "language", "mode", "next", "tab"),
    *(
        "page_type",
        "user_perms",
        "target_pages[]",
        "multiple",
        "can_choose_root",
        "childOf",
        "lang",
    ),
    *("collection_id", "tag", "locale", "edition", "below", "after", "section", "year", "topic"),
    *("from", "to", "type", "per_page", "position", "results_only", "fields", "limit", "offset"),
    *("search", "order", "child_of", "descendant_of", "for_explorer", "has_children", "html_path"),
    *(
        "term",
        "in_preview_panel",
        "link_url",
        "parent_page_id",
        "allow_external_link",
        "department",
    ),
    *("country", "programme", "sort", "kind", "date_from", "date_to", "owner", "status", "state"),
)
BLOCKS = (
    "paragraph",
    "list",
    "heading",
    "quotation",
    "picture",
    "table",
    "download",
    "achievement",
    "related_pages",
    "contact",
    "nothing",
)


class Inventor:
    """Makes requests up, each from a number."""

    def __init__(self, own: Belongings, sessions: Sessions) -> None:
        self.own, self.sessions = own, sessions
        self.addresses = [each for each in all_addresses() if each.name not in LEFT_OUT]
        self._forms: dict[tuple[str, str], list[Form]] = {}

    def request(self, seed: int) -> MalformedRequest:
        """The request of this number."""
        random = Random(seed)
        address, person = random.choice(self.addresses), random.choice(PEOPLE)
        path = self._path(address, random)
        headers = {}
        for name in random.sample([*values.HEADERS], random.choice((0, 0, 1, 3))):
            # Whoever is to be somebody keeps the cookie that says so.
            if not (name == "HTTP_COOKIE" and person):
                headers[name] = values.header(name, random)
        if random.random() < 0.3:
            method, body, content_type = random.choice(values.METHODS), b"", ""
        else:
            method, body, content_type = self._sent(address, person, random)
        query = self._query(random) if random.random() < 0.7 else ""
        return MalformedRequest(seed, method, path, query, person, body, content_type, headers)

    def _path(self, address: Address, random: Random) -> str:
        """The address, as often as not with an argument that is none."""
        arguments = {name: self._argument(name, address, random) for name in address.arguments}
        path = address.url(arguments)
        if random.random() < 0.05:
            path += random.choice((*values.TEXTS[:12], *map(_as_environ, values.BYTES)))
        return path.encode("utf-8", "surrogatepass").decode("latin-1")

    def _argument(self, name: str, address: Address, random: Random) -> Any:
        if random.random() < 0.6:
            try:
                return value_of(name, address, self.own)
            except KeyError:
                return 9
        return random.choice((*values.NUMBERS, values.text(random)))

    def _query(self, random: Random) -> str:
        pairs = [
            (random.choice(PARAMETERS), values.text(random))
            for _ in range(random.choice((1, 2, 4)))
        ]
        parts = [f"{quote(name)}={_quoted(value)}" for name, value in pairs]
        if random.random() < 0.2:
            parts.append(
                f"{random.choice(PARAMETERS)}={quote_from_bytes(random.choice(values.BYTES))}"
            )
        return random.choice(("&", "&", ";", "&&")).join(parts)

    def _sent(self, address: Address, person: str, random: Random) -> tuple[str, bytes, str]:
        """A form of the address with something wrong in it, or another body."""
        kind = random.random()
        if kind < 0.15:
            return "POST", *values.multipart(random)
        if kind < 0.3:
            body = random.choice(
                (values.deep(), values.text(random), "a=b&" * 20_000, "%", "=&=&", "[1,")
            ).encode("utf-8", "surrogatepass")
            return "POST", body, random.choice(values.CONTENT_TYPES)
        forms = self._forms_of(address, person)
        form = random.choice(forms) if forms else None
        fields = {name: value or "" for name, value in form.fields.items()} if form else {}
        if not fields:
            fields = {name: values.text(random) for name in random.sample(PARAMETERS, 3)}
        fields = self._spoilt(fields, random)
        encoded = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in fields.items())
        return "POST", encoded.encode(), "application/x-www-form-urlencoded"

    def _spoilt(self, fields: dict[str, str], random: Random) -> dict[str, str]:
        fields = dict(fields)
        for _ in range(random.choice((1, 1, 2, 5))):
            name = random.choice([*fields]) if fields else "a"
            if name.endswith("-count") and random.random() < 0.8:
                fields |= _block(name.removesuffix("-count"), random)
            elif random.random() < 0.2:
                fields.pop(name, None)
            elif name.endswith(("_FORMS", "-count")):
                fields[name] = random.choice((*values.NUMBERS, "3", "1000"))
            else:
                fields[name] = values.text(random)
        return fields

    def _forms_of(self, address: Address, person: str) -> list[Form]:
        """The forms that a person is shown at an address, as it should be asked."""
        key = (address.name, person)
        if key not in self._forms:
            self._forms[key] = list(self._found_forms(address, person))
        return self._forms[key]

    def _found_forms(self, address: Address, person: str) -> Iterator[Form]:
        client = self.sessions.client_of(person)
        try:
            asked = list(requests_for(address, self.own))
        except KeyError:
            return
        for request in asked[:3]:
            response = client.get(request.url)
            if response.status_code == 200 and not response.streaming:
                yield from (form for form in read(_html_of(response)).forms if form.fields)


def _html_of(response: Any) -> str:
    """The page, or that in the answer to a script."""
    text = response.content.decode("utf-8", "replace")
    if response.headers.get("Content-Type", "").startswith("application/json"):
        found = json.loads(text)
        return found.get("html", "") if isinstance(found, dict) else ""
    return text


def _block(prefix: str, random: Random) -> dict[str, str]:
    """One block of a stream, of which anything may be wrong."""
    said = {
        f"{prefix}-count": random.choice(("1", "1", "1", "2", "-1", "x", "9" * 30)),
        f"{prefix}-0-type": random.choice(BLOCKS),
        f"{prefix}-0-order": random.choice(("0", "0", "x", "9" * 30)),
        f"{prefix}-0-deleted": random.choice(("", "", "1")),
        f"{prefix}-0-id": random.choice(("", values.text(random))),
        f"{prefix}-0-value": values.text(random),
        f"{prefix}-0-value-count": values.text(random),
        f"{prefix}-0-value-0-value": values.text(random),
        f"{prefix}-0-value-picture": values.text(random),
        f"{prefix}-0-value-text": values.text(random),
    }
    for name in random.sample([*said], random.choice((0, 0, 1))):
        del said[name]
    return said


def _quoted(value: str) -> str:
    return quote_from_bytes(value.encode("utf-8", "surrogatepass"))


def _as_environ(value: bytes) -> str:
    return value.decode("latin-1")
