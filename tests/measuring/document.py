"""Tables of Markdown, and documents of which a program writes a part."""

from collections.abc import Iterable
from pathlib import Path


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write(document: Path, part: str, *paragraphs: str) -> None:
    """Put these in place of what stands between the marks of a part of the document."""
    text = document.read_text(encoding="utf-8")
    start, end = f"<!-- {part} -->\n", f"<!-- end of {part} -->"
    before, rest = text.split(start)
    after = rest.split(end)[1]
    body = "\n\n".join(paragraphs)
    document.write_text(f"{before}{start}\n{body}\n\n{end}{after}", encoding="utf-8")
