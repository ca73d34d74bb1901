"""Walks over the site at random, as browsers with all kinds of dictionaries.

    python -m tests.pagecache.hops 10000

Each hop asks for a page, names a dictionary that the site has, had, never had, or none, and takes
codings by chance. Whatever comes must be what comes without any coding, and read with no other
dictionary than the one that was named.
"""

import os
import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import django
from django.core.wsgi import get_wsgi_application
from zstandard import ZstdError

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "mep_site.settings.test"
    django.setup()

from mep_site.pagecache.dictionary import Dictionary, train
from mep_site.pagecache.layer import PageCache
from mep_site.pagecache.replying import Replies
from mep_site.pagecache.samples import public_paths
from mep_site.pagecache.shelf import Shelf
from mep_site.pagecache.store import Memory

from ..prepared import demo_database
from .browsers import WrongDictionaryError, read
from .requests import Answer, ask
from .site import POLICY

CODINGS = ("gzip", "deflate", "br", "zstd", "dcb", "dcz", "identity", "*")
WEIGHTS = ("", "", "", "", ";q=0.3", ";q=0.8", ";q=0", ";q=nonsense")


CAPACITY = 16 * 1024 * 1024
HELD = ("older", "newest")


class Walk:
    """Hops over some pages of a site; ``counts`` says how often which coding came for whom."""

    def __init__(self, application: PageCache, shelf: Shelf, paths: list[str]) -> None:
        self.application = application
        self.plain = {path: ask(application, path).body for path in paths}
        pages = [*self.plain.values()]
        self.dictionaries = {"foreign": Dictionary(pages[0]), "none": None}
        for name, part in (("removed", pages[::3]), ("older", pages[::2]), ("newest", pages)):
            self.dictionaries[name] = train(part)
            shelf.add(self.dictionaries[name])
        shelf.keep(len(HELD))
        self.counts: Counter[str] = Counter()

    def hop(self, chance: Random) -> str:
        """One hop; returns what is wrong, nothing if all is right."""
        path, name = chance.choice([*self.plain]), chance.choice([*self.dictionaries])
        wishes = {"accept_encoding": _codings(chance)}
        if dictionary := self.dictionaries[name]:
            wishes["available_dictionary"] = dictionary.available
        answer = ask(self.application, path, **wishes)
        coding = answer.headers.get("Content-Encoding", "identity")
        self.counts[f"{coding} for {name}"] += 1
        is_theirs = coding != "dcz" or (name in HELD and "dcz" in wishes["accept_encoding"])
        is_right = is_theirs and _text(answer, dictionary) == self.plain[path]
        return "" if is_right else f"{path} {name} {wishes} {answer.headers}"


def _text(answer: Answer, dictionary: Dictionary | None) -> bytes | None:
    """The page; ``None`` if it cannot be read with this dictionary."""
    try:
        return read(answer, dictionary)
    except (WrongDictionaryError, ZstdError):
        return None


def _codings(chance: Random) -> str:
    chosen = chance.sample(CODINGS, chance.randrange(len(CODINGS)))
    return ", ".join(coding + chance.choice(WEIGHTS) for coding in chosen)


def walk(hops: int, paths: list[str]) -> tuple[Counter[str], list[str]]:
    """So many hops over these pages of the demo; what came, and what of it was wrong."""
    chance = Random(hops)
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        application = PageCache(
            get_wsgi_application(), POLICY, Memory(CAPACITY), lambda: "", Replies(shelf)
        )
        walk = Walk(application, shelf, paths)
        found = [walk.hop(chance) for _ in range(hops)]
        application.background.wait()
    return walk.counts, [each for each in found if each]


def main(hops: int) -> int:
    """Walk over the demo, and say how it went; returns how many hops went wrong."""
    with demo_database("hops"):
        counts, wrong = walk(hops, public_paths())
    lines = [f"{times:7} {what}" for what, times in sorted(counts.items())]
    print(*lines, *wrong, f"{hops} hops, {len(wrong)} of them wrong", sep="\n")  # noqa: T201
    return len(wrong)


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]))))
