"""Settings of the tests: fast, and leaving nothing behind."""

from pathlib import Path
from tempfile import TemporaryDirectory

from mep_site.settings import env
from mep_site.settings.base import *  # noqa: F403
from mep_site.settings.base import CACHES, DATABASES, STORAGES

SECRET_KEY = "a key that guards nothing, for tests only, long enough"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests look at what Django answers; those of the page cache put one in front of it.
PAGE_CACHE_BYTES = 0
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# Removed when the process ends.
_folder = TemporaryDirectory(prefix="mep-site-tests-")
MEDIA_ROOT = f"{_folder.name}/media"
PAGE_DICTIONARIES = Path(_folder.name, "dictionaries")
BACKUP_FOLDER = Path(_folder.name, "backups")
PDF_FOLDER = CACHES["pdf"]["LOCATION"] = Path(_folder.name, "pdf")
# A file, not memory: the server of the browser tests has connections of its own.
if DATABASES["default"]["ENGINE"] == env.SQLITE:
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder.name}/test.sqlite3"}
SEARCH_OPENSEARCH_URL = SENTRY_DSN = METRICS_TOKEN = ""
SLOW_QUERY_MS = 0

STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
# Static files come from where they stand in the source, so that no test needs collectstatic.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
