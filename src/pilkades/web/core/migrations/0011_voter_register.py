"""Files of voters, every revision of every person, and long work."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Files of voters, every revision of every person, and long work."""

    dependencies = [
        ("core", "0010_registrars"),
        ("shared", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Job",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="jobs", to="core.election"
                    ),
                ),
                ("kind", models.CharField(max_length=30)),
                ("subject", models.PositiveBigIntegerField(null=True)),
                ("asked", models.TextField(blank=True, default="")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu"),
                            ("running", "Berjalan"),
                            ("done", "Selesai"),
                            ("cancelled", "Dibatalkan"),
                            ("failed", "Berhenti"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("words", models.TextField(blank=True, default="")),
                ("cancel", models.BooleanField(default=False)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("-asked_at", "-pk"),
                "indexes": [models.Index(fields=["election", "kind", "subject"], name="core_job_of_subject")],
            },
        ),
        migrations.CreateModel(
            name="RegisterHead",
            fields=[
                (
                    "election",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="register",
                        serialize=False,
                        to="core.election",
                    ),
                ),
                ("list_key", models.BinaryField()),
                ("version", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="VoterImport",
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
                        related_name="voter_imports",
                        to="core.election",
                    ),
                ),
                ("token", models.UUIDField(unique=True)),
                ("file_name", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("mapping", models.TextField(blank=True, default="")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu dibaca"),
                            ("reading", "Sedang dibaca"),
                            ("faulty", "Perlu diperbaiki"),
                            ("ready", "Siap diambil"),
                            ("taking", "Sedang diambil"),
                            ("taken", "Sudah diambil"),
                            ("cancelled", "Dibatalkan"),
                            ("failed", "Tidak terbaca"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("ready", models.PositiveIntegerField(default=0)),
                ("waiting", models.PositiveIntegerField(default=0)),
                ("faults", models.PositiveIntegerField(default=0)),
                ("counts", models.TextField(blank=True, default="")),
                ("added", models.PositiveIntegerField(default=0)),
                ("renewed", models.PositiveIntegerField(default=0)),
                ("same", models.PositiveIntegerField(default=0)),
                ("kept", models.PositiveIntegerField(default=0)),
                ("brought_at", models.DateTimeField()),
                (
                    "brought_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-brought_at", "-pk"),
                "indexes": [models.Index(fields=["election", "state"], name="core_voterimport_state")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "taking")),
                        fields=("election",),
                        name="core_voterimport_one_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportFault",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "brought",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="found",
                        to="core.voterimport",
                    ),
                ),
                ("sheet", models.CharField(max_length=200)),
                ("row", models.PositiveIntegerField(null=True)),
                ("column", models.PositiveSmallIntegerField(null=True)),
                ("kind", models.CharField(max_length=30)),
                ("repair", models.BooleanField()),
                ("problem_id", models.TextField()),
                ("problem_en", models.TextField()),
                ("remedy_id", models.TextField()),
                ("remedy_en", models.TextField()),
            ],
            options={
                "ordering": ("pk",),
                "indexes": [
                    models.Index(fields=["brought", "kind", "id"], name="core_importfault_kind"),
                    models.Index(fields=["brought", "repair", "id"], name="core_importfault_repair"),
                ],
            },
        ),
        migrations.CreateModel(
            name="VoterRow",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voter_rows",
                        to="core.election",
                    ),
                ),
                ("person", models.UUIDField()),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="core.voterrow",
                    ),
                ),
                (
                    "brought",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="core.voterimport",
                    ),
                ),
                ("removal", models.CharField(blank=True, default="", max_length=20)),
                ("reason", models.CharField(blank=True, default="", max_length=300)),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("nik_sealed", models.BinaryField(null=True)),
                ("kk_sealed", models.BinaryField(null=True)),
                ("nik_mark", models.CharField(blank=True, default="", max_length=64)),
                ("kk_mark", models.CharField(blank=True, default="", max_length=64)),
                ("name", models.TextField()),
                ("search", models.CharField(max_length=200)),
                ("sex", models.CharField(blank=True, default="", max_length=1)),
                ("birth_place", models.TextField(blank=True, default="")),
                ("birth", models.CharField(blank=True, default="", max_length=24)),
                ("marital", models.CharField(blank=True, default="", max_length=1)),
                ("address", models.TextField(blank=True, default="")),
                ("rt", models.CharField(blank=True, default="", max_length=100)),
                ("rw", models.CharField(blank=True, default="", max_length=100)),
                ("dusun", models.CharField(blank=True, default="", max_length=100)),
                ("tps", models.CharField(blank=True, default="", max_length=100)),
                ("disabilities", models.CharField(blank=True, default="", max_length=100)),
                ("resident_since", models.CharField(blank=True, default="", max_length=24)),
                ("registered_since", models.CharField(blank=True, default="", max_length=24)),
                ("proofs", models.CharField(max_length=100, null=True)),
                ("citizen", models.BooleanField(null=True)),
                ("disenfranchised", models.BooleanField(null=True)),
                ("of_unsound_mind", models.BooleanField(null=True)),
                ("military_or_police", models.BooleanField(null=True)),
                ("dead", models.BooleanField(default=False)),
                ("moved", models.BooleanField(default=False)),
                ("remark", models.TextField(blank=True, default="")),
                ("sheet", models.CharField(blank=True, default="", max_length=200)),
                ("row", models.PositiveIntegerField(null=True)),
            ],
            options={
                "ordering": ("election", "dusun", "rw", "rt", "search", "pk"),
                "indexes": [
                    models.Index(
                        fields=["election", "dusun", "rw", "rt", "search", "id"], name="core_voterrow_order"
                    ),
                    models.Index(fields=["election", "search", "id"], name="core_voterrow_name"),
                    models.Index(fields=["election", "rw", "rt", "search", "id"], name="core_voterrow_rt"),
                    models.Index(fields=["nik_mark", "election"], name="core_voterrow_nik"),
                    models.Index(fields=["kk_mark", "election"], name="core_voterrow_kk"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("election", "person", "revision", "brought"),
                        name="core_voterrow_revision_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("brought", None)),
                        fields=("replaces",),
                        name="core_voterrow_replaced_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replaces", None), ("revision", 1)),
                            models.Q(("replaces__isnull", False), ("revision__gt", 1)),
                            _connector="OR",
                        ),
                        name="core_voterrow_first_replaces_none",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("nik_mark", ""), ("nik_sealed__isnull", True)),
                                models.Q(
                                    ("nik_sealed__isnull", False), models.Q(("nik_mark", ""), _negated=True)
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(("kk_mark", ""), ("kk_sealed__isnull", True)),
                                models.Q(
                                    ("kk_sealed__isnull", False), models.Q(("kk_mark", ""), _negated=True)
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="core_voterrow_sealed_and_marked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PairDecision",
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
                        related_name="pair_decisions",
                        to="core.election",
                    ),
                ),
                ("first", models.UUIDField()),
                ("second", models.UUIDField()),
                ("answer", models.CharField(max_length=10)),
                ("why", models.TextField(blank=True, default="")),
                ("reason", models.CharField(blank=True, default="", max_length=300)),
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
                "indexes": [
                    models.Index(fields=["election", "first", "second"], name="core_pairdecision_pair")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ("same", "different", "ask", "undone"))),
                        name="core_pairdecision_known",
                    )
                ],
            },
        ),
    ]
