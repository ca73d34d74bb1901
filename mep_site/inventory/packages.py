"""The packages that are installed beside the code of the site, with their licences."""

from importlib.metadata import Distribution, distributions
from typing import NamedTuple

LICENCE = "License :: "
LONGEST = 60


class InstalledPackage(NamedTuple):
    """A package as it says of itself."""

    name: str
    version: str
    licence: str


def installed_packages() -> list[InstalledPackage]:
    """All that Python finds, in the order of their names, each once."""
    found = {each.name.lower(): each for each in reversed([*distributions()])}
    return [
        InstalledPackage(each.name, each.version, licence_of(each))
        for _, each in sorted(found.items())
    ]


def licence_of(package: Distribution) -> str:
    """Its SPDX expression (PEP 639), else what its classifiers say, else its first words on it."""
    about = package.metadata
    if expression := about.get("License-Expression"):
        return expression
    classifiers = [
        each.rpartition(" :: ")[2]
        for each in about.get_all("Classifier", [])
        if each.startswith(LICENCE) and each != f"{LICENCE}OSI Approved"
    ]
    return ", ".join(classifiers) or (about.get("License") or "").strip().split("\n")[0][:LONGEST]
