"""Production with Django's own page cache, in the memory of each process."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = f"{__package__}.settings_with_djangos_cache"
application = get_wsgi_application()
