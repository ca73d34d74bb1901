"""Where states are marked on maps."""

import django.core.validators
from django.db import migrations, models

from mep_site.countries.places import PLACES


def fill_places(apps, schema_editor):
    """Mark the states that have no place yet."""
    countries = apps.get_model("countries.Country").objects
    for iso_code, (latitude, longitude) in PLACES.items():
        without = countries.filter(iso_code=iso_code, latitude=None, longitude=None)
        without.update(latitude=latitude, longitude=longitude)


class Migration(migrations.Migration):
    dependencies = [
        ("countries", "0002_country_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="country",
            name="latitude",
            field=models.FloatField(
                blank=True,
                help_text="In degrees, south is negative. Maps mark the state at its capital, or wherever the ministry decides; without a place they leave it out.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-90),
                    django.core.validators.MaxValueValidator(90),
                ],
                verbose_name="latitude on maps",
            ),
        ),
        migrations.AddField(
            model_name="country",
            name="longitude",
            field=models.FloatField(
                blank=True,
                help_text="In degrees, west is negative.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-180),
                    django.core.validators.MaxValueValidator(180),
                ],
                verbose_name="longitude on maps",
            ),
        ),
        migrations.RunPython(fill_places, migrations.RunPython.noop),
    ]
