"""Sets what two sites answer side by side, and tells what was changed since from what is wrong.

A difference is explained if the page was changed, or one above or below it in the tree, or one that
it links to in either state: its address, its title, its place in a list. Where a setting or a
snippet was changed, any page may show that. Nothing explains any other difference.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .answers import PublicAnswer
from .changes import RecordedChanges

Key = tuple[int, str]
SERVER_ERROR = 500


@dataclass
class ComparedAnswers:
    """Addresses that were ``changed`` since, what is at ``fault``, and how many are ``equal``."""

    equal: int = 0
    changed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def compare_answers(
    restored: Iterable[PublicAnswer], running: Iterable[PublicAnswer], changes: RecordedChanges
) -> ComparedAnswers:
    """Compare byte by byte, as the digests do."""
    before, now = _by_key(restored), _by_key(running)
    both = [*before.values(), *now.values()]
    touched = [each for each in both if each.page in changes.pages]
    explained = _Explained(
        trees={each.tree for each in touched},
        paths={each.path for each in touched},
        anything=bool(changes.models),
    )
    found = ComparedAnswers()
    for key in sorted(before.keys() | now.keys()):
        pair = [side[key] for side in (before, now) if key in side]
        path = pair[-1].path
        if any(answer.status >= SERVER_ERROR for answer in pair):
            found.faults.append(f"{path} is answered by an error of the site")
        elif len(pair) == 2 and _said(pair[0]) == _said(pair[1]):
            found.equal += 1
        elif any(map(explained.holds, pair)):
            found.changed.append(path)
        else:
            found.faults.append(f"{path} differs, and no record says that it was changed")
    return found


@dataclass(frozen=True)
class _Explained:
    trees: set[str]
    paths: set[str]
    anything: bool

    def holds(self, answer: PublicAnswer) -> bool:
        tree = answer.tree
        return (
            self.anything
            or not self.paths.isdisjoint(answer.links)
            or any(tree.startswith(each) or each.startswith(tree) for each in self.trees)
        )


def _by_key(answers: Iterable[PublicAnswer]) -> dict[Key, PublicAnswer]:
    return {(answer.page, answer.language): answer for answer in answers}


def _said(answer: PublicAnswer) -> tuple[str, int, str]:
    return answer.path, answer.status, answer.digest
