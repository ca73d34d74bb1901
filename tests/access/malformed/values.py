"""What makes no sense: values for arguments, parameters, fields, headers and bodies."""

import json
from collections.abc import Callable
from random import Random

NUMBERS = (
    *("0", "-1", "00", "1.5", "1e309", "NaN", "0x10", "+1", " 1", "1_000", "１２", "٣", "²"),
    *(str(2**31), str(2**32), str(2**63), str(-(2**63) - 1), str(2**64 + 1), "9" * 40, "9" * 5000),
)
TEXTS = (
    *("", " ", "\0", "a\0b", "\x1b[2J", "\ud800", "\U0010ffff", "\u202e\u200b", "é" * 300),
    *("x" * 70_000, "'", '"', "' OR 1=1 --", "%", "%s%n", "{{ 7*7 }}", "${7*7}", "<script>", "\\"),
    *(
        "../../etc/passwd",
        "..\\..\\",
        "/",
        "//",
        "://",
        "http://[",
        "javascript:alert(1)",
        "data:,",
    ),
    *("None", "null", "true", "[]", "{}", "()", "-", "*", "(" * 500, "a|b&c", "NOT", "\\Q", "[[["),
    *("2019-02-30", "0000-00-00", "99999-01-01", "24:61", "2019-01-01T00:00:00+99:99"),
    *("zh-hans", "fr", "en-US-x-twain" * 20, "root", "latest", "live", "all", "id", "pk__in"),
)
# Bytes that are no UTF-8: a surrogate, an overlong solidus, a lone continuation, a broken start.
BYTES = (b"\xed\xa0\x80", b"\xc0\xaf", b"\x80", b"\xf0\x9f", b"\xff\xfe", b"\x00", b"\xfe" * 50)


def deep(levels: int = 3000) -> str:
    """JSON that is nested deeper than a reader can follow."""
    return "[" * levels + "]" * levels


def _json(random: Random) -> str:
    values = (
        *(None, True, 0, -1, 2**70, 1e308, "", "\0", "\ud800", [], {}, [[]], {"": None}),
        {"blocks": 1, "entityMap": []},
        {"blocks": [{"key": 1, "type": "atomic", "text": None, "entityRanges": [{"key": 9}]}]},
        {"blocks": [], "entityMap": {"0": {"type": "LINK", "data": []}}},
        [{"type": "paragraph", "value": {"type": "paragraph"}, "id": []}],
        {"rows": [[1]], "columns": None, "first_row_is_table_header": "x"},
    )
    return json.dumps(random.choice(values))


def text(random: Random) -> str:
    """A value for a parameter or a field."""
    kinds: tuple[Callable[[], str], ...] = (
        lambda: random.choice(NUMBERS),
        lambda: random.choice(TEXTS),
        lambda: _json(random),
        lambda: deep(random.choice((10, 3000))),
        lambda: "".join(chr(random.choice((0, 9, 10, 38, 61, 0x4E2D, 0x416))) for _ in range(9)),
    )
    return random.choice(kinds)()


def header(name: str, random: Random) -> str:
    """A value for a header, which is not what this header holds."""
    ours = HEADERS[name]
    return random.choice(ours if name == "CONTENT_LENGTH" else (*ours, *LINES))


LINES = (
    "",
    " ",
    "*",
    ";",
    ",,,",
    "=",
    '"',
    "\xff\xfe",
    "x" * 9000,
    "a=b; c",
    "q=9;q=-1",
    "\t",
    "0",
)
HEADERS: dict[str, tuple[str, ...]] = {
    "HTTP_HOST": ("[::1", "a b", "evil.example", "testserver:99999999", "testserver:", "@", ".."),
    "HTTP_RANGE": ("bytes=9-1", "bytes=-", "bytes=0-,1-,2-", "lines=1", f"bytes=-{10**30}"),
    "HTTP_IF_MODIFIED_SINCE": ("Mon, 99 Foo 2019 99:99:99 GMT", "0", "Thu, 01 Jan 1 00:00:00 GMT"),
    "HTTP_IF_NONE_MATCH": ('W/"', "*,*", '"' * 99, 'W/"a", "b'),
    "HTTP_IF_MATCH": ("*", '"nothing"'),
    "HTTP_ACCEPT_LANGUAGE": ("zh;q=x", "*;q=1.0.0", "en-" * 900, "ru,,,,", "\xd1\x80"),
    "HTTP_ACCEPT": ("*/", "text/html;level=", "application/json;q=abc", ";;"),
    "HTTP_ACCEPT_ENCODING": ("gzip;q=2", "br;q=", "dcz, dcb", "identity;q=0, *;q=0"),
    "HTTP_AVAILABLE_DICTIONARY": (":AAAA:", ":::", ":" + "A" * 500 + ":", "://///w==:"),
    "HTTP_COOKIE": (
        *("sessionid=\xff", "sessionid=../../x", "messages=[[[", "csrftoken=", "=;=;", "a" * 9000),
        *(
            "display=%00",
            "django_language=fr",
            "messages=W1siX19qc29uX21lc3NhZ2Ui:x:y",
            "$Version=1",
        ),
    ),
    "HTTP_X_FORWARDED_FOR": ("1.2.3", "::::", "a, b, c", "999.999.999.999"),
    "HTTP_X_FORWARDED_PROTO": ("https", "gopher", "https, http"),
    "HTTP_X_REQUESTED_WITH": ("XMLHttpRequest",),
    "HTTP_X_REDIRECT_AS": ("json", "xml"),
    "HTTP_REFERER": ("http://[", "//", "\xff"),
    "HTTP_ORIGIN": ("null", "http://[", "https://evil.example"),
    "HTTP_USER_AGENT": ("\xff", "x" * 5000),
    "HTTP_TRANSFER_ENCODING": ("chunked",),
    # What is no number is refused by gunicorn.
    "CONTENT_LENGTH": ("99999999", "0", "", "1"),
}
CONTENT_TYPES = (
    *("", "x", "/", "multipart/form-data", "multipart/form-data; boundary=", "text/plain"),
    *("multipart/form-data; boundary=" + "b" * 300, "multipart/form-data; boundary=\xff"),
    *("application/json", "application/json; charset=nonsense", "application/xml"),
    *("application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded"),
)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FROB", "get")


def multipart(random: Random) -> tuple[bytes, str]:
    """A body in parts that are broken somewhere, and its content type."""
    part = random.choice(
        (
            b'Content-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n\x89PNG\r\n',
            b'Content-Disposition: form-data; name="file"; filename="\xff\0../a.txt"\r\n\r\nx',
            b"Content-Disposition: form-data\r\n\r\nno name",
            b'Content-Disposition: form-data; name="a"\r\n'
            b"Content-Transfer-Encoding: base64\r\n\r\n!",
            b"nothing of the kind",
            b'Content-Disposition: form-data; name="title"\r\n\r\n' + b"\xff" * 40,
            b"Content-Disposition: form-data; name*=utf-8''%ff; name=\"b\"\r\n\r\nx",
        )
    )
    end = random.choice((b"--\r\n", b"", b"\r\n", b"-"))
    boundary = random.choice((b"frontier", b"other"))
    body = b"--frontier\r\n" + part + b"\r\n--" + boundary + end
    return body, "multipart/form-data; boundary=frontier"
