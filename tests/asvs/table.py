"""The table of requirements, made from the tests that name theirs."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "asvs.md"
LISTED = Path(__file__).with_name("requirements.txt")
DOCUMENTED = Path(__file__).with_name("documented.txt")
MARKER = "asvs"
CHAPTERS = {
    "1": "Encoding and sanitisation",
    "2": "Validation and business logic",
    "3": "Browsers",
    "4": "Web services",
    "5": "Files",
    "6": "Authentication",
    "7": "Sessions",
    "8": "Authorisation",
    "9": "Self-contained tokens",
    "10": "OAuth and OIDC",
    "11": "Cryptography",
    "12": "Secure communication",
    "13": "Configuration",
    "14": "Data protection",
    "15": "Secure coding and architecture",
    "16": "Logging and error handling",
    "17": "WebRTC",
}
# What does not exist on this site, by the beginning of the number.
NOT_HERE = {
    "1.2.6": "no LDAP",
    "1.2.7": "paths into XML are constants",
    "1.2.8": "no LaTeX",
    "1.3.8": "no JNDI",
    "1.3.9": "no memcache",
    "1.4.": "Python manages memory and numbers",
    "3.5.4": "one application",
    "4.3.": "no GraphQL",
    "4.4.": "no WebSockets",
    "6.4.2": "no hints and no questions",
    "6.6.1": "no codes by telephone",
    "6.6.2": "no codes are sent",
    "6.8.": "no identity provider",
    "7.1.3": "no federated sessions",
    "7.6.1": "no federated sessions",
    "8.4.1": "one tenant",
    "9.2.4": "tokens for this site only",
    "10.": "no OAuth",
    "11.3.": "the site encrypts nothing itself",
    "11.4.4": "no keys are made of passwords",
    "12.1.3": "no client certificates",
    "17.": "no WebRTC",
}
INTRODUCTION = """# ASVS 5.0, levels 1 and 2

Made by `make asvs` from the tests: each names the requirements that it proves, by the marker
`asvs`, and a test holds this page to them. The numbers are those of
[ASVS 5.0](https://github.com/OWASP/ASVS/tree/master/5.0); what each asks for is said in our own
words and in short, the standard prevails. A test proves what it tries, which may be less than all
that a requirement means. Where one asks that something is written down, the page is named where
it is. **–** stands where there is neither: it may hold, and nobody has shown it.

Of {total} requirements {proven} are proven by tests, {written} are written down, {absent} concern
what the site does not have, {open} are open.
"""


class Requirement(NamedTuple):
    """A requirement by its number; ``words`` are ours."""

    number: str
    level: str
    words: str

    @property
    def chapter(self) -> str:
        return self.number.partition(".")[0]

    @property
    def reason_against(self) -> str:
        """Why it cannot concern this site; empty if it may."""
        found = (reason for start, reason in NOT_HERE.items() if self.number.startswith(start))
        return next(found, "")


class Passage(NamedTuple):
    """A part of a document: a file in ``docs``, and a heading in it."""

    file: str
    heading: str

    @property
    def link(self) -> str:
        """A link to it from a document beside it."""
        words = re.sub(r"[^\w\- ]", "", self.heading.lower())
        return f"[{self.heading}]({self.file}#{words.replace(' ', '-')})"


def documented_requirements() -> dict[str, Passage]:
    """The requirements that something is written down, by their numbers, with where it is."""
    lines = [each.split(" ", 2) for each in DOCUMENTED.read_text("utf-8").splitlines()]
    return {number: Passage(file, heading) for number, file, heading in lines}


def requirements() -> list[Requirement]:
    """All of levels 1 and 2, in their order."""
    lines = LISTED.read_text("utf-8").splitlines()
    return [Requirement(*line.split(" ", 2)) for line in lines]


def named_requirements() -> Iterator[tuple[str, str]]:
    """Each number that a test names, with the test."""
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for number in _numbers(node):
                    yield number, f"{file.relative_to(ROOT / 'tests')}::{node.name}"


def _numbers(test: ast.FunctionDef) -> Iterator[str]:
    for decorator in test.decorator_list:
        is_call = isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute)
        if is_call and decorator.func.attr == MARKER:
            yield from (argument.value for argument in decorator.args)


def table_of_requirements() -> str:
    """The whole page."""
    tests: dict[str, list[str]] = defaultdict(list)
    for number, test in named_requirements():
        tests[number].append(test)
    known, passages = requirements(), documented_requirements()
    absent = [each for each in known if each.reason_against]
    proven = [each for each in known if tests.get(each.number)]
    counts = {"total": len(known), "proven": len(proven), "absent": len(absent)}
    counts["written"] = len(passages)
    counts["open"] = len(known) - len(proven) - len(absent) - len(passages)
    parts = [INTRODUCTION.format(**counts)]
    for number, name in CHAPTERS.items():
        rows = [
            _row(each, tests.get(each.number, []), passages.get(each.number))
            for each in known
            if each.chapter == number
        ]
        head = "| | level | asks that | shown by |\n| --- | --- | --- | --- |\n"
        parts.append(f"## {number} {name}\n\n{head}" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _row(requirement: Requirement, tests: list[str], passage: Passage | None) -> str:
    shown = "<br>".join(f"`{test}`" for test in tests) or (passage and passage.link)
    shown = shown or requirement.reason_against or "**–**"
    return f"| {requirement.number} | {requirement.level} | {requirement.words} | {shown} |"
