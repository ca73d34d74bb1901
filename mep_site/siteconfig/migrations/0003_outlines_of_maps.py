"""The outlines that maps show in place of the site’s own."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0001_initial"),
        ("siteconfig", "0002_whose_site_this_is"),
    ]

    operations = [
        migrations.AddField(
            model_name="siteconfiguration",
            name="map_approval",
            field=models.CharField(
                blank=True,
                help_text="The number (审图号) under which the outlines were approved, as assigned.",
                max_length=100,
                verbose_name="approval number of the map",
            ),
        ),
        migrations.AddField(
            model_name="siteconfiguration",
            name="map_outlines",
            field=models.ForeignKey(
                blank=True,
                help_text="A picture of the whole world, twice as wide as high, from 180° west to 180° east and 90° north to 90° south in even steps (plate carrée), as the official map has it. If empty, maps show coastlines without any border.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="media.siteimage",
                verbose_name="outlines of maps",
            ),
        ),
    ]
