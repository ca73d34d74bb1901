"""Metrics for Prometheus, switched on by ``METRICS_TOKEN``.

``meters`` has those of the site as a whole, ``asking`` those that are looked up when somebody asks,
``tallies`` counts what happens too often to be written down each time; ``exposition`` answers
Prometheus. With gunicorn all processes count into files of one folder, which ``processes`` makes
before the first of them starts.
"""
