"""Shows the scores of the marked sentences: python -m tests.terms."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.test")

import django

django.setup()

from tests.terms.marked import score

for code in ("en", "ru"):
    for half in ("first", "second"):
        result, differences = score(code, half)
        if result.marked:
            print(code, half, result, f"recall {result.recall:.3f} precision {result.precision:.3f}")
            print("\n".join(differences))
