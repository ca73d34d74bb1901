"""Applications that are measured beside ``mep_site.wsgi``, each served by the same gunicorn."""
