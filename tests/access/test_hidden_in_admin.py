"""What somebody in the admin has no rights to is not named to them either."""

import pytest

from .asking import ask
from .belongings import all_belongings
from .cast import ELSEWHERE, all_roles
from .requests import requests_for
from .test_every_address import MEANT_TO_FAIL, asked_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_an_editor_of_one_section_reads_nothing_of_another_one():
    """Drafts and files of another place, in 350 answers of the admin; 20 seconds.

    Searches ask for the word, choosers and actions for the very pages.
    """
    role = next(role for role in all_roles() if role.name == ELSEWHERE)
    own = all_belongings([role])[role]
    client, word, found = role.client(), own.of_place.word.encode(), []
    for address in asked_addresses():
        for request in requests_for(address, own) if address.name != MEANT_TO_FAIL else ():
            response = ask(client, "get", request).response
            body = b"".join(response) if response.streaming else response.content
            if word in body.replace(request.url.encode(), b""):
                found.append(request.name)
    assert found == []
