"""An election's overview, kept beside its record for boards of many villages."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table that repeats what records say; nothing in it is evidence, so no trigger guards it."""

    dependencies = [("core", "0004_guards")]

    operations = [
        migrations.CreateModel(
            name="BoardRow",
            fields=[
                (
                    "election",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="board_row",
                        serialize=False,
                        to="core.election",
                    ),
                ),
                ("head", models.CharField(max_length=64)),
                ("law", models.CharField(max_length=64)),
                ("text", models.TextField()),
                ("drawn_at", models.DateTimeField()),
            ],
        ),
    ]
