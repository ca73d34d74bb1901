"""Measures the site as deployed and writes docs/public-face.md: python -m tests.measuring.report.

Bytes are those that came over the wire. Lighthouse simulates a mid-range phone on a slow line;
its performance figure varies with the machine, which is why no test asks for it.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Request, sync_playwright

from .document import table, write
from .server import ROOT, demo_content, deployed_site
from .tools import launch

DOCUMENT = ROOT / "docs" / "public-face.md"
LIGHTHOUSE = Path(__file__).parent / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
STARTS = 3
METRICS = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
WEIGHED = {"document", "stylesheet", "script"}
LIGHTHOUSE_PAGES = [
    ("home.HomePage", "zh-hans"),
    ("home.HomePage", "en"),
    ("home.HomePage", "ru"),
    ("news.NewsArticle", "zh-hans"),
    ("news.NewsIndex", "en"),
    ("departments.Department", "ru"),
    ("departments.Leader", "zh-hans"),
    ("cooperation.Programme", "en"),
]


def main() -> None:
    """Measure and write."""
    with demo_content() as folder, deployed_site(folder) as site:
        from .places import CODES, PLACES

        # Before Playwright runs its loop in this thread, beside which Django refuses queries.
        urls = {(p.name, code): site + p.address(code) for p in PLACES for code in CODES}
        weights = weigh(urls)
        audits = {key: lighthouse(urls[key], folder) for key in LIGHTHOUSE_PAGES}
    rows = [[name, *(kilobytes(weights[name, c]) for c in CODES)] for name in names(urls)]
    heaviest = f"Heaviest: {kilobytes(max(weights.values()))} kB."
    write(DOCUMENT, "bytes", table(["page", *CODES], rows), heaviest)
    rows = [[f"{name} ({code})", *figures(audit)] for (name, code), audit in audits.items()]
    heads = ["page", *CATEGORIES, *METRICS]
    write(DOCUMENT, "lighthouse", table(heads, rows), version(audits))
    sys.stdout.write(f"{findings(audits)}\n")


def names(urls: Iterable[tuple[str, str]]) -> list[str]:
    """The places, each once, in their order."""
    return list(dict.fromkeys(name for name, _ in urls))


def weigh(urls: dict[tuple[str, str], str]) -> dict[tuple[str, str], int]:
    """Bytes of HTML, CSS and JavaScript that came for each address, in an empty browser."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        weights = {key: weight(browser, url) for key, url in urls.items()}
        browser.close()
    return weights


def weight(browser: Browser, url: str) -> int:
    """Bytes of HTML, CSS and JavaScript that came over the wire, headers not counted."""
    context = browser.new_context()
    page = context.new_page()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108
    if page.goto(url).status >= 500:
        raise SystemExit(f"{url} fails.")
    weighed = [request for request in finished if request.resource_type in WEIGHED]
    total = sum(request.sizes()["responseBodySize"] for request in weighed)
    context.close()
    return total


def kilobytes(size: int) -> str:
    """A size as it stands in a table."""
    return f"{size / 1000:.1f}"


def lighthouse(url: str, folder: Path) -> dict[str, Any]:
    """What Lighthouse reports of an address; on a busy machine it may need a second start."""
    report = folder / "lighthouse.json"
    command = [
        *(str(LIGHTHOUSE), url, "--quiet", "--output=json", f"--output-path={report}"),
        f"--only-categories={','.join(CATEGORIES)}",
        "--no-enable-error-reporting",
        "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage",
    ]
    # Only the Chromium that has windows knows the new headless mode.
    environment = os.environ | {"CHROME_PATH": "/usr/bin/chromium"}
    for _ in range(STARTS):
        if subprocess.run(command, check=False, env=environment).returncode == 0:
            return json.loads(report.read_text(encoding="utf-8"))
    raise SystemExit(f"Lighthouse failed {STARTS} times on {url}.")


def figures(audit: dict[str, Any]) -> list[str]:
    """The four scores of 100, then the times and the shift."""
    scores = [f"{audit['categories'][name]['score'] * 100:.0f}" for name in CATEGORIES]
    return scores + [audit["audits"][name]["displayValue"].replace("\xa0", " ") for name in METRICS]


def version(audits: dict[tuple[str, str], dict[str, Any]]) -> str:
    """What measured, and when."""
    audit = next(iter(audits.values()))
    chromium = re.search(r"Chrome/(\d+)", audit["environment"]["hostUserAgent"])[1]
    return f"Lighthouse {audit['lighthouseVersion']}, Chromium {chromium}, {date.today()}."


def findings(audits: dict[tuple[str, str], dict[str, Any]]) -> str:
    """What keeps a page from full marks, a line for each audit that found something."""
    lines = []
    for (name, code), audit in audits.items():
        counted = {
            reference["id"]
            for category in audit["categories"].values()
            for reference in category["auditRefs"]
            if reference["weight"]
        }
        lines += [
            f"{name} ({code}): {result['title']} [{result['score']}]"
            for key, result in audit["audits"].items()
            if key in counted and result["score"] is not None and result["score"] < 1
        ]
    return "\n".join(lines) or "Lighthouse found nothing to improve."


if __name__ == "__main__":
    main()
