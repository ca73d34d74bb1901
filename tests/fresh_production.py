"""Runs commands one after the other on a production that has nothing yet, and prints what is there.

python -m tests.fresh_production COMMAND…

One process does all of it for the sake of time. ``DJANGO_SETTINGS_MODULE`` names production's
settings, but for what they do with static files.
"""

import json
import sys

import django
from django.core.management import call_command


def main(commands: list[str]) -> None:
    """Run these commands of manage.py, and print the site's name and who may enter."""
    django.setup()
    from django.contrib.auth.models import Group, User
    from wagtail.models import Site

    for command in commands:
        call_command(*command.split())
    site = Site.objects.get()
    found = {
        "address": site.root_url,
        "administrators": list(
            User.objects.filter(is_superuser=True).values_list("email", flat=True)
        ),
        "groups": Group.objects.count(),
    }
    sys.stdout.write("\n" + json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
