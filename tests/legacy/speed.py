"""Measures how long many captures take, and how much memory: python tests/legacy/speed.py 1000.

It imports invented captures into a database of its own, in a process of its own.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
FRAME = "Hot Keywords: wells reeds\nHome > News > News Release\n"
TAIL = (
    "\n(This English version is for your reference only.)\n"
    "\nCopyright©2015-2016 | Statement | Sitemap | Contact us\n\nRegistration Number: 00000000\n"
)
PARAGRAPH = "Station {number} reported {value} samples of the upper valley in the third quarter. "


def capture(number: int) -> str:
    """An invented news release."""
    paragraphs = [PARAGRAPH.format(number=number, value=value) * 3 for value in range(5)]
    return f"{FRAME}Station {number} opens its door\n\n" + "\n\n".join(paragraphs) + TAIL


def run(*arguments: str, environment: dict[str, str]) -> tuple[float, int]:
    """Seconds and peak memory in MB of a management command."""
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(status)
    return time.monotonic() - started, usage.ru_maxrss // 1024


def main(count: int) -> None:
    """Print one line with what was measured."""
    with TemporaryDirectory() as folder:
        captures = Path(folder, "captures")
        captures.mkdir()
        for number in range(count):
            captures.joinpath(f"{number:06}.txt").write_text(capture(number), encoding="utf-8")
        environment = os.environ | {
            "DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{folder}/site.sqlite3",
            "DJANGO_SETTINGS_MODULE": "mep_site.settings.test",
        }
        run("migrate", "--verbosity=0", environment=environment)
        run("load_demo", "--verbosity=0", environment=environment)
        report = str(Path(folder, "report.json"))
        seconds, memory = run(
            *("import_legacy", str(captures), "--verbosity=0", f"--report={report}"),
            environment=environment,
        )
        sys.stdout.write(f"{count} captures: {seconds:.0f} s, at most {memory} MB\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
