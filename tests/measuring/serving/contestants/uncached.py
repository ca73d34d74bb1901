"""The site without its page cache: Django answers every request."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
