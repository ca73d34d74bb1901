"""Production as it is, but for static files: these come from where they stand in the source."""

from mep_site.settings.production import *  # noqa: F403
from mep_site.settings.production import STORAGES

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
