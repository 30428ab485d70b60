"""Pairs of rows that a search found."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Pairs of rows that a search found."""

    dependencies = [
        ("core", "0014_number_looks"),
    ]

    operations = [
        migrations.CreateModel(
            name="FoundPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rank", models.PositiveIntegerField()),
                ("first", models.UUIDField()),
                ("second", models.UUIDField()),
                ("reading", models.CharField(max_length=20)),
                ("permille", models.PositiveSmallIntegerField(null=True)),
                (
                    "job",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pairs",
                        to="core.job",
                    ),
                ),
            ],
            options={
                "ordering": ("job", "rank"),
                "constraints": [
                    models.UniqueConstraint(fields=("job", "rank"), name="core_foundpair_rank_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="core_foundpair_in_order"
                    ),
                ],
            },
        ),
    ]
