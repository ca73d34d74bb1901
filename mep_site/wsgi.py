"""The WSGI application that gunicorn serves, with the production settings unless told otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.production")

application = get_wsgi_application()
