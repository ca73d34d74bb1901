#!/usr/bin/env python
"""Django's command line, with the production settings unless told otherwise.

As ``wsgi.py`` has them: a folder in which settings are missing is told which, instead of being
given a database of its own.
"""

import gc
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    # What is loaded at the start stays. To look for garbage in it again and again took a fifth of
    # the time until a command begins.
    gc.set_threshold(50_000)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.production")
    execute_from_command_line(sys.argv)
