"""What a machine needs to make PDFs, as Django's checks for deployment say it."""

import ctypes
import subprocess
from collections.abc import Iterator
from typing import Any

from django.core import checks

from mep_site.translations.languages import languages

PANGO = "libpangoft2-1.0.so.0"
FONTS = "On Debian: apt-get install fonts-noto-cjk fonts-noto-core"


def check_machine(**options: Any) -> list[checks.CheckMessage]:
    """Pango, without which no PDF is made, and letters of every language."""
    try:
        ctypes.CDLL(PANGO)
    except OSError:
        hint = "On Debian: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"
        return [checks.Warning(f"{PANGO} is missing: no PDFs.", hint=hint, id="printing.W001")]
    return [
        checks.Warning(f"No font has the letters of {tag}.", hint=FONTS, id="printing.W002")
        for tag in _tags_without_font()
    ]


def _tags_without_font() -> Iterator[str]:
    for language in languages():
        tag = language.tag.partition("-")[0]
        found = subprocess.run(  # noqa: S603 - nothing of it from outside
            ["fc-list", f":lang={tag}"],  # noqa: S607 - wherever fontconfig is
            capture_output=True,
            check=True,
        )
        if not found.stdout.strip():
            yield tag
