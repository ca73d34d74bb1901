"""A trace is that of a sender, which need not be a network."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_initial")]

    operations = [
        migrations.RemoveIndex(model_name="sendertrace", name="traces_of_senders"),
        migrations.RenameField(model_name="sendertrace", old_name="network", new_name="sender"),
        migrations.AddIndex(
            model_name="sendertrace",
            index=models.Index(fields=["sender", "at"], name="traces_of_senders"),
        ),
    ]
