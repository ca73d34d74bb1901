"""HTML in, PDF out, in a process of its own: ``python -m mep_site.printing.typesetting``.

WeasyPrint holds the processor for as long as a page takes, keeps the memory that it needed, and
lets Pillow take damaged pictures for whole. So the server's processes do not load it. This one has
less right to the processor than they have, and ends with its work, or when that takes too long. It
reads no file but its style sheet, and no address.
"""

import os
import resource
import sys
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

SHEET = Path(__file__).with_name("paper.css")
# Of the processor.
SECONDS = 30
BYTES = 2 * 1024**3


def as_pdf(html: str) -> bytes:
    """A tagged PDF by the rules of PDF/UA-1 (ISO 14289-1), with bookmarks for the headings."""
    nothing = URLFetcher(allowed_protocols=["data"])
    document = HTML(string=html, url_fetcher=nothing)
    sheet = CSS(filename=SHEET, url_fetcher=nothing)
    return document.write_pdf(
        stylesheets=[sheet], pdf_variant="pdf/ua-1", optimize_images=True, dpi=150
    )


def main() -> None:
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    html = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(as_pdf(html))


if __name__ == "__main__":
    main()
