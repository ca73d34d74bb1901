"""The tools that are no Python packages: where they are, and what they say of a page."""

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

# Chromium without windows: the same engine for a good half of the processor time.
CHROMIUM = Path("/usr/bin/chromium-headless-shell")
JAVA = Path(shutil.which("java") or "java")
NGINX = Path(shutil.which("nginx") or "/usr/sbin/nginx")
OPENSSL = Path(shutil.which("openssl") or "openssl")
REDIS = Path(shutil.which("redis-server") or "redis-server")
PACKAGES = Path(__file__).parent / "node_modules"
AXE = PACKAGES / "axe-core" / "axe.min.js"
OBSERVATORY = Path(__file__).parent / "observatory" / "node_modules" / ".package-lock.json"
HTML_CHECKER = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"

# Rules that need the colours of every text, which takes as long as all others together.
ABOUT_COLOURS = ["color-contrast", "link-in-text-block"]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Axe leaves the one rule that WCAG 2.2 added off unless it is asked for by name.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
ONLY_COLOURS = {
    "runOnly": {"type": "rule", "values": ABOUT_COLOURS},
    "resultTypes": ["violations"],
}


def launch(playwright: Playwright) -> Browser:
    """Start Chromium."""
    return playwright.chromium.launch(
        executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
    )


def axe_findings(
    page: Page, within: str = "html", rules: Mapping[str, object] = RULES
) -> list[str]:
    """What breaks WCAG 2.0 to 2.2, A and AA, or axe's best practices, a line for each place."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("([root, rules]) => axe.run(root, rules)", [within, rules])["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def html_findings(files: Iterable[Path]) -> list[str]:
    """Errors and warnings of the Nu checker in HTML and CSS files, a line each."""
    # So short a run is over before what Java's second compiler makes of the code pays.
    java = [str(JAVA), "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = [*java, "-jar", str(HTML_CHECKER), "--format", "json", "--also-check-css"]
    options = ["--stdout", "--exit-zero-always", "--skip-info-messages"]
    result = subprocess.run(
        [*command, *options, *map(str, files)], check=True, capture_output=True, text=True
    )
    return [_line(message) for message in json.loads(result.stdout)["messages"]]


def _line(message: dict[str, Any]) -> str:
    name = message.get("url", "").rpartition("/")[2]
    return f"{name}:{message.get('lastLine')}: {message['message']} {message.get('extract', '')!r}"
