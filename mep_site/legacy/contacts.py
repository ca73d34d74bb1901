"""Contact details in lines such as ``Tel. 1234, Fax. 1235``."""

import re
from itertools import zip_longest

from .documents import Contact, Texts
from .languages import ENGLISH, language_of

# What a label of each detail may be called; the longest first where one begins with another.
LABELS = {
    "telephone": r"Telephone|Tel|电话|Телефон|Тел",
    "fax": r"Fax|传真|Факс",
    "postcode": r"Post(?:al)? ?code|Zip(?: code)?|邮政编码|邮编|Почтовый индекс|Индекс",
    "email": r"E-?mail|电子邮箱|电子邮件|邮箱|Эл\. почта",
    "website": r"Web ?site|Web|网址|网站|Сайт",
    "address": r"Postal Address|Address|Add|地址|Адрес",
}
# A label stands at the start of a line or after what separates details, and ends in : or .
DETAIL = re.compile(
    r"(?:^|(?<=[\s,;，；(（]))(?:"
    + "|".join(f"(?P<{name}>{label})" for name, label in LABELS.items())
    + r")\s*[:：.]\s*",
    re.I,
)
# The platform that somebody runs: "Platform: www.example.org".
NAMED_WEBSITE = re.compile(r"^(?P<name>[^:：]+)[:：]\s*(?P<url>(?:https?://|www\.)\S+)$")
# What stood between two details.
SEPARATORS = " \t\xa0,;，；(（"


def details_in(line: str) -> dict[str, str]:
    """The details that a line gives, by the field that they belong in."""
    found = list(DETAIL.finditer(line))
    return {
        match.lastgroup: _value(line[match.end() : following.start() if following else None])
        for match, following in zip_longest(found, found[1:])
        if match.lastgroup
    }


def is_contact_line(line: str) -> bool:
    """Whether a line begins with the label of a detail."""
    return DETAIL.match(line) is not None


def parse_contact(lines: list[str], office: Texts = Texts()) -> Contact:  # noqa: B008
    """One contact from the lines of a block; an address belongs to the language it is in."""
    facts: dict[str, str] = {}
    address = Texts()
    for line in lines:
        details = details_in(line)
        if "address" in details:
            text = details.pop("address")
            address = address.adding(language_of(text) or ENGLISH, text)
        facts |= {name: value for name, value in details.items() if value}
    if "website" in facts:
        facts["website"] = full_url(facts["website"])
    return Contact(office=office, address=address, **facts)


def named_websites(lines: list[str]) -> tuple[Contact, ...]:
    """The sites that lines such as ``Platform: www.example.org`` name, one for each address."""
    names: dict[str, Texts] = {}
    for match in filter(None, map(NAMED_WEBSITE.match, lines)):
        name = match["name"].strip()
        known = names.get(match["url"], Texts())
        names[match["url"]] = known.adding(language_of(name) or ENGLISH, name)
    return tuple(Contact(office=name, website=full_url(url)) for url, name in names.items())


def full_url(address: str) -> str:
    """The address as a link needs it; the old site was served over HTTP."""
    return address if "://" in address else f"http://{address}"


def _value(text: str) -> str:
    """A detail without separators; a bracket opened before its label closes after it."""
    value = text.rstrip(SEPARATORS)
    if value.count(")") > value.count("(") or value.count("）") > value.count("（"):
        value = value.rstrip(")） ")
    return value
