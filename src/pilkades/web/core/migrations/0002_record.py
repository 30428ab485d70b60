"""The record of an election: its head, its acts, its papers."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The record of an election: its head, its acts, its papers."""

    dependencies = [
        ("core", "0001_places_and_elections"),
        ("shared", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("media_type", models.CharField(max_length=50)),
                ("name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("personal", models.BooleanField(default=False)),
                ("attached_at", models.DateTimeField()),
                (
                    "attached_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="core.election"
                    ),
                ),
            ],
            options={
                "ordering": ("election", "attached_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="RecordHead",
            fields=[
                (
                    "election",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="head",
                        serialize=False,
                        to="core.election",
                    ),
                ),
                ("length", models.PositiveIntegerField(default=0)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            django.db.models.functions.text.Length("digest"), 64
                        ),
                        name="core_recordhead_digest_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveIntegerField()),
                ("act_id", models.CharField(max_length=36)),
                ("kind", models.CharField(max_length=60)),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acts", to="core.election"
                    ),
                ),
            ],
            options={
                "ordering": ("election", "sequence"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("election", "sequence"), name="core_actrow_sequence_once"
                    ),
                    models.UniqueConstraint(fields=("election", "act_id"), name="core_actrow_id_once"),
                    models.UniqueConstraint(fields=("election", "previous"), name="core_actrow_no_fork"),
                    models.CheckConstraint(
                        condition=models.Q(("sequence__gte", 1)), name="core_actrow_from_one"
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            django.db.models.functions.text.Length("digest"), 64
                        ),
                        name="core_actrow_digest_whole",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            django.db.models.functions.text.Length("previous"), 64
                        ),
                        name="core_actrow_previous_whole",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("election", "digest"), name="core_paper_once"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    django.db.models.functions.text.Length("digest"), 64
                ),
                name="core_paper_digest_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__gt", 0)), name="core_paper_not_empty"
            ),
        ),
    ]
