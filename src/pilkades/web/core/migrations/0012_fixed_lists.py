"""Fixed lists, what is noted beside them, and what citizens say to them."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Fixed lists, what is noted beside them, and what citizens say to them."""

    dependencies = [
        ("core", "0011_voter_register"),
        ("shared", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListVersionRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="list_versions",
                        to="core.election",
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("number", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("count", models.PositiveIntegerField()),
                ("order", models.CharField(max_length=60)),
                (
                    "after",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.listversionrow",
                    ),
                ),
                ("removals", models.TextField(default="{}")),
                ("act_id", models.CharField(max_length=36)),
                ("fixed_at", models.DateTimeField()),
                (
                    "fixed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("election", "kind", "number"), name="core_listversionrow_number_once"
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            django.db.models.functions.text.Length("digest"), 64
                        ),
                        name="core_listversionrow_digest_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ListEntryRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="core.listversionrow",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "voter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="core.voterrow",
                    ),
                ),
            ],
            options={
                "ordering": ("version", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "number"), name="core_listentryrow_number_once"
                    ),
                    models.UniqueConstraint(fields=("version", "voter"), name="core_listentryrow_voter_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeathNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deaths",
                        to="core.listversionrow",
                    ),
                ),
                ("person", models.UUIDField()),
                ("died", models.CharField(max_length=24)),
                ("reason", models.CharField(blank=True, default="", max_length=300)),
                ("noted_at", models.DateTimeField()),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("version", "person"), name="core_deathnote_person_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="VoterExport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voter_exports",
                        to="core.election",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.listversionrow",
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("count", models.PositiveIntegerField()),
                ("full_numbers", models.BooleanField(default=False)),
                ("reason", models.CharField(max_length=300)),
                ("watermark", models.CharField(max_length=500)),
                ("exported_at", models.DateTimeField()),
                (
                    "exported_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-exported_at",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="core_voterexport_says_why"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VoterObjection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voter_objections",
                        to="core.election",
                    ),
                ),
                ("token", models.UUIDField(unique=True)),
                ("number_mark", models.CharField(max_length=64, unique=True)),
                ("number_sealed", models.BinaryField()),
                ("on_list", models.CharField(max_length=10)),
                ("ground", models.CharField(max_length=30)),
                ("text_sealed", models.BinaryField()),
                ("contact_sealed", models.BinaryField(null=True)),
                ("about", models.UUIDField(null=True)),
                (
                    "proof",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.paper",
                    ),
                ),
                ("filed_at", models.DateTimeField()),
                (
                    "filed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("due", models.DateField(null=True)),
            ],
            options={
                "ordering": ("filed_at", "pk"),
                "indexes": [models.Index(fields=["election", "filed_at"], name="core_voterobjection_filed")],
            },
        ),
        migrations.CreateModel(
            name="ObjectionDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "objection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="core.voterobjection",
                    ),
                ),
                ("outcome", models.CharField(max_length=20)),
                ("reason", models.TextField(blank=True, default="")),
                ("basis", models.TextField(blank=True, default="")),
                ("articles", models.TextField(blank=True, default="[]")),
                ("answer_id", models.TextField()),
                ("answer_en", models.TextField()),
                ("decided_on", models.DateField()),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="AskCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.election"
                    ),
                ),
                ("asker", models.CharField(max_length=64)),
                ("since", models.DateTimeField()),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["since"], name="core_askcount_since")],
                "constraints": [
                    models.UniqueConstraint(fields=("election", "asker", "since"), name="core_askcount_once")
                ],
            },
        ),
    ]
