"""Calls of engines over HTTP: with an end to waiting and trying, and errors as sentences.

Nothing that is sent or answered is logged or repeated in an error, and a redirect is not followed:
it would carry the key elsewhere.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import requests
from django.utils.translation import gettext as _

from .engine import EngineError

# Seconds until a connection stands, and between two pieces of an answer.
TIMEOUT = (5, 30)
ATTEMPTS = 2
# Seconds before the next attempt.
PAUSE = 1
ANSWER_BYTES = 4 * 1024 * 1024
LATER = {
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}


def post_json(url: str, sent: Mapping[str, Any], headers: Mapping[str, str]) -> Any:
    """What the address answers; :class:`EngineError` if that is no JSON, or nothing."""
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(PAUSE)
        try:
            with requests.post(
                url,
                json=sent,
                headers=dict(headers),
                timeout=TIMEOUT,
                allow_redirects=False,
                stream=True,
            ) as response:
                if response.status_code not in LATER:
                    return _answer(response)
        except requests.RequestException:
            continue
    raise EngineError(_("The machine can’t be reached at the moment. Try again later."))


def _answer(response: requests.Response) -> Any:
    if response.status_code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise EngineError(
            _("The machine refuses the key of this site. An administrator has to look at it.")
        )
    if response.status_code != HTTPStatus.OK:
        raise EngineError(
            _("The machine refused the request (status %(status)s).")
            % {"status": response.status_code}
        )
    body = b""
    for piece in response.iter_content(64 * 1024):
        body += piece
        if len(body) > ANSWER_BYTES:
            raise no_answer()
    try:
        return json.loads(body)
    except ValueError as error:
        raise no_answer() from error


def no_answer() -> EngineError:
    """The error for an answer that is none."""
    return EngineError(_("The machine answered something else than it was asked."))


def in_portions(
    texts: Sequence[str], ask: Callable[[Sequence[str]], list[str]], *, count: int, length: int
) -> list[str]:
    """The answers for all texts, asked for in portions of so many texts and characters."""
    answers: list[str] = []
    for portion in _portions(texts, count, length):
        found = ask(portion)
        if len(found) != len(portion) or not all(isinstance(each, str) for each in found):
            raise no_answer()
        answers += found
    return answers


def _portions(texts: Sequence[str], count: int, length: int) -> Iterator[list[str]]:
    portion: list[str] = []
    for text in texts:
        if portion and (len(portion) == count or sum(map(len, portion)) + len(text) > length):
            yield portion
            portion = []
        portion.append(text)
    if portion:
        yield portion
