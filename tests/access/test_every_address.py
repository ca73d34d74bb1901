"""Every address of the admin, for every role, with what is theirs and with what is not.

The addresses come from the URL configuration, who may open them from ``table.py``.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from http import HTTPStatus

import pytest

from ..turns import whose_turn_it_is
from .addresses import Address, all_addresses
from .asking import Answer, ask, nothing_is_rendered
from .belongings import all_belongings
from .cast import Role, all_roles
from .requests import EXPANDED, requests_for
from .table import PUBLIC, TABLE, Roles, rules_for

METHODS = ("get", "post")
# End the session that the next request needs.
NOT_ASKED = {"wagtailadmin_logout", "account_logout"}
# What a look makes where it lacks: settings, pictures in another size, the size of a file, and that
# somebody is there.
MADE_BY_LOOKING = (
    *("wagtailusers_userprofile", "wagtailadmin_editingsession", "translations_editionsession"),
    *("media_siterendition", 'UPDATE "media_siteimage"', 'INSERT INTO "proposals_machinesettings'),
)
# Ask for no token: what anybody may do, with the link of a mail or without it.
OPEN_TO_ALL = {
    f"follow_{each}" for each in ["access", "confirm", "manage", "page", "stop", "topic"]
}
# Fails because that is what it is for.
MEANT_TO_FAIL = "wagtailadmin_error_test"
API = "wagtailadmin_api"


def asked_addresses() -> list[Address]:
    """All that are not for visitors."""
    public = [
        address.name for address in all_addresses() for rule in PUBLIC if rule.fits(address.name)
    ]
    return [each for each in all_addresses() if each.name not in {*NOT_ASKED, *public}]


def answers() -> Iterator[tuple[Role, Answer]]:
    """What each role is answered by each address whose turn it is, with each method."""
    roles, addresses = all_roles(), whose_turn_it_is(asked_addresses(), of=3)
    for role, own in all_belongings(roles).items():
        client = role.client()
        for address in addresses:
            for request in requests_for(address, own):
                for method in METHODS:
                    yield role, ask(client, method, request)


def test_each_address_fits_one_rule_and_each_rule_an_address():
    names = [each.name for each in all_addresses() if not is_expanded(each.name)]
    unruly = {name: rules_for(name) for name in names if len(rules_for(name)) != 1}
    assert unruly == {}
    used = {rule for name in names for rule in rules_for(name)}
    assert [each for each in TABLE if each not in used and not is_expanded(each.pattern)] == []


def is_expanded(name: str) -> bool:
    """Whether several requests are made of an address, or a rule is about one of them."""
    return re.split("[ /]", name)[0] in EXPANDED


@pytest.mark.asvs("3.5.3", "8.2.1", "8.2.2", "8.3.1", "14.3.2")
@pytest.mark.slow
@pytest.mark.django_db
def test_everybody_is_let_in_where_they_may_be_and_nowhere_else():
    """Some 2,000 requests, a third of all; what is rendered is left out.

    Whoever is refused changes nothing, nor does who only looks, and nobody makes the server fail.
    """
    let_in: dict[tuple[str, str], set[str]] = defaultdict(set)
    offered: dict[tuple[str, str], set[str]] = defaultdict(set)
    faults, kept = [], set()
    with nothing_is_rendered():
        for role, answer in answers():
            key = (answer.request.name, answer.method)
            if answer.lets_in and not is_kept_nowhere(answer):
                kept.add(answer.request.name)
            if answer.lets_in:
                let_in[key].add(role.name)
            elif answer.written:
                faults.append(f"{role.name} is refused and writes: {key} {answer.written}")
            if answer.method == "get" and (changed := changed_by_looking(answer)):
                faults.append(f"{role.name} looks and changes: {key} {changed}")
            if answer.response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
                offered[key].add(role.name)
            if answer.is_failure and answer.request.name != MEANT_TO_FAIL:
                faults.append(f"the server fails for {role.name}: {key} {answer.request.url}")
    wrong = {
        key: {"let in": sorted(let_in[key]), "by the table": sorted(expected)}
        for key in offered
        if let_in[key] != (expected := permitted(*key)) and offered[key] & (expected | let_in[key])
    }
    assert (faults, wrong) == ([], {})
    assert kept <= {"wagtaildocs_serve"}, "What is public may be kept."


def is_kept_nowhere(answer: Answer) -> bool:
    """Whether browsers are told to keep no copy, where there is something to keep."""
    has_something = answer.method == "get" and answer.response.status_code == HTTPStatus.OK
    return not has_something or "no-store" in answer.response.headers.get("Cache-Control", "")


def changed_by_looking(answer: Answer) -> list[str]:
    """The statements of an answer that change what people have made."""
    return [each for each in answer.written if not any(name in each for name in MADE_BY_LOOKING)]


def permitted(name: str, method: str) -> Roles:
    """Whom the table lets in; ``ValueError`` unless one rule says so."""
    (rule,) = rules_for(name)
    return getattr(rule, method)


@pytest.mark.asvs("3.5.1", "3.5.2")
def test_what_a_page_of_another_site_sends_is_refused(admin):
    """Every view asks for the token, those of the API by the session with which they are called."""
    admin.handler.enforce_csrf_checks = True
    exempt = [each for each in all_addresses() if getattr(each.pattern.callback, "csrf_exempt", 0)]
    by_session = [each.name for each in exempt if each.namespace == "wagtailadmin_api:pages"]
    assert {each.name for each in exempt if each.namespace.partition(":")[0] != API} == OPEN_TO_ALL
    assert by_session
    for url in ("/admin/pages/2/delete/", "/admin/api/main/pages/2/action/publish/"):
        assert admin.post(url).status_code == HTTPStatus.FORBIDDEN
