"""Words of one root: minister and ministry, школа and школьный.

Snowball's stems differ where a word is derived from another one. Here the ends of stems are taken
off and put on by rule. Most of what that makes is no word; the index says which stand anywhere.
There are rules for the stems of some of Snowball's algorithms; those of others have no relatives.
"""

from collections.abc import Iterator

# How words of a root can end, after Snowball; and of how many letters the root is at least.
_ENGLISH = {
    4: "ment ial i al an ian ean n es ship ison up c st stan",
    5: "er or ist alist ori stani ur",
}
_RUSSIAN = {
    3: "н ск ов еск ьн",
    4: (
        "ен енн ств ственн ствен ник тел ител тельн ительн чик щик ер ир ирова ова ан анн а я ня "
        "ическ ческ ийск йск нск ист изм ец лен к ир ник ница ств"
    ),
}
_ENDINGS = {
    algorithm: [(ending, least) for least, endings in rules.items() for ending in endings.split()]
    for algorithm, rules in (("english", _ENGLISH), ("russian", _RUSSIAN))
}
# How the end of a root can change.
_CHANGES = {
    "english": (
        ("iss", "it"), ("uct", "uc"), ("cis", "cid"), ("vis", "vic"), ("plic", "pli"),
        ("ish", "ic"), ("t", "ci"), ("istri", "ist"), ("isteri", "ist"), ("istri", "isteri"),
        ("yt", "ys"), ("yst", "ys"), ("ysi", "ys"), ("ain", "an"), ("fic", "fi"), ("if", "ifi"),
    ),
    "russian": (
        ("к", "ч"), ("ц", "ч"), ("г", "ж"), ("х", "ш"), ("д", "ж"), ("т", "щ"), ("с", "ш"),
        ("в", "вл"), ("п", "пл"), ("б", "бл"), ("м", "мл"), ("кв", "ковск"), ("тер", "тр"),
    ),
}  # fmt: skip
SHORTEST = 3


def relatives(algorithm: str, stem: str) -> frozenset[str]:
    """What may be the stems, by this algorithm, of words of the same root; not the stem itself."""
    roots = {changed for root in _roots(algorithm, stem) for changed in _changed(algorithm, root)}
    made = {made for root in roots for made in _derived(algorithm, root)}
    return frozenset(made - {stem})


def _roots(algorithm: str, stem: str) -> set[str]:
    """The stem, and what is left of it without an ending."""
    found = {stem} if len(stem) >= SHORTEST else set()
    for ending, least in _ENDINGS.get(algorithm, ()):
        if stem.endswith(ending) and len(stem) - len(ending) >= least:
            found.add(stem.removesuffix(ending))
    return found


def _changed(algorithm: str, root: str) -> Iterator[str]:
    yield root
    for one, other in _CHANGES.get(algorithm, ()):
        for before, after in ((one, other), (other, one)):
            if root.endswith(before) and len(root) > len(before) + 1:
                yield root.removesuffix(before) + after


def _derived(algorithm: str, root: str) -> Iterator[str]:
    yield root
    for ending, least in _ENDINGS.get(algorithm, ()):
        if len(root) >= least:
            yield root + ending
