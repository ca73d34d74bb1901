"""Every address of the URL configuration, in the order in which Django tries them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize


@dataclass(frozen=True)
class Address:
    """An address with the names of its arguments; it is called as ``reverse`` calls it.

    One without a name is called by its template; what has a name and a number of arguments in
    common with another has that number, too: ``wagtailadmin_workflows:remove/2``.
    """

    name: str
    template: str
    arguments: tuple[str, ...]
    pattern: URLPattern

    def url(self, values: dict[str, Any]) -> str:
        """The address with these arguments."""
        return "/" + self.template % {name: values[name] for name in self.arguments}

    @property
    def namespace(self) -> str:
        return self.name.rpartition(":")[0]


def all_addresses() -> list[Address]:
    """All of them; those below a language once, in the language that is active."""
    found: list[Address] = []
    for address in _below(get_resolver(), "", ()):
        taken = {each.name for each in found}
        name = address.name
        if name in taken:
            name = f"{name}/{len(address.arguments)}"
        assert name not in taken, f"{name}: two addresses, and nothing tells them apart"
        found.append(Address(name, address.template, address.arguments, address.pattern))
    return found


def _below(resolver: URLResolver, before: str, namespaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        regex = before + pattern.pattern.regex.pattern.removeprefix("^")
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _below(pattern, regex, inner)
        else:
            template, arguments = normalize(regex)[0]
            name = ":".join((*namespaces, pattern.name)) if pattern.name else f"/{template}"
            yield Address(name, template, tuple(arguments), pattern)
