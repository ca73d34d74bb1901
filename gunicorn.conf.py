"""How gunicorn serves the site; WEB_CONCURRENCY sets the number of processes."""

import gc

from gunicorn.arbiter import Arbiter

from mep_site.settings import env

wsgi_app = "mep_site.wsgi:application"
workers = env.integer("WEB_CONCURRENCY", 2)
threads = 4
# Longer than nginx keeps an idle connection (60 s): else it sends a request into a closing one.
keepalive = 75
# Loading before the fork shares memory, and lets USR2 put a new version in place unnoticed.
preload_app = True
control_socket_disable = True


def when_ready(server: Arbiter) -> None:
    """Exempt from garbage collection what was loaded before the fork: it stays for good.

    Dictionaries and classes are hundreds of thousands of objects. To walk through them takes as
    long as several answers, and copies the memory that the processes share.
    """
    gc.collect()
    gc.freeze()
