"""Development and demo on one machine: SQLite, loopback, nothing to configure."""

from pathlib import Path

from django.core.management.utils import get_random_secret_key

from mep_site.settings import env
from mep_site.settings.base import *  # noqa: F403
from mep_site.settings.base import CACHES, DATABASES, PAGE_CACHE_BYTES, TEMPLATES, VAR_DIR

# Apart from what production keeps in var/, so that `make clean` can remove the one with certainty.
DEMO_DIR = VAR_DIR / "demo"


def kept_secret(file: Path) -> str:
    """Return this machine's own secret, made at the first start: a fixed one could be read here."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(get_random_secret_key(), encoding="utf-8")
    return file.read_text(encoding="utf-8")


DEBUG = env.flag("DEBUG", True)
# Who changes a template wants to see it.
PAGE_CACHE_BYTES = 0 if DEBUG else PAGE_CACHE_BYTES
PAGE_DICTIONARIES = DEMO_DIR / "dictionaries"
PDF_FOLDER = CACHES["pdf"]["LOCATION"] = DEMO_DIR / "pdf"
MEDIA_ROOT = env.path("MEDIA_ROOT", DEMO_DIR / "media")
BACKUP_FOLDER = env.path("BACKUP_FOLDER", DEMO_DIR / "backups")
DATABASES["default"] |= env.database("DATABASE_URL", DEMO_DIR / "db.sqlite3")
SECRET_KEY = kept_secret(DEMO_DIR / "secret_key")
# Whoever tries the demo has its password, and perhaps no telephone at hand.
SECOND_FACTOR_IS_ONLY_OFFERED = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
TEMPLATES[0]["OPTIONS"]["context_processors"].append("django.template.context_processors.debug")
