"""The WSGI application that gunicorn serves, with the production settings unless told otherwise."""

import os

from django.core.wsgi import get_wsgi_application

from mep_site.health.probes import with_probes
from mep_site.observability.metrics.exposition import with_metrics
from mep_site.pagecache.composing import with_page_cache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.production")

application = with_probes(with_metrics(with_page_cache(get_wsgi_application())))
