"""Every table of places, elections, their record, grants and logs."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Every table of places, elections, their record, grants and logs."""

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Cohort",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("term_ends", models.DateField()),
            ],
            options={
                "ordering": ("term_ends", "name"),
            },
        ),
        migrations.CreateModel(
            name="Election",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=60, unique=True)),
                ("polling_day", models.DateField()),
                ("term_ends", models.DateField(null=True)),
                ("rehearsal", models.BooleanField(default=False)),
                ("rulebook_digest", models.CharField(max_length=64)),
                ("opened_at", models.DateTimeField()),
                (
                    "cohort",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elections",
                        to="core.cohort",
                    ),
                ),
            ],
            options={
                "ordering": ("key",),
            },
        ),
        migrations.CreateModel(
            name="County",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=5, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("law", models.SlugField(blank=True, default="")),
                (
                    "zone",
                    models.CharField(
                        choices=[
                            ("Asia/Jakarta", "WIB"),
                            ("Asia/Makassar", "WITA"),
                            ("Asia/Jayapura", "WIT"),
                        ],
                        default="Asia/Jakarta",
                        max_length=20,
                    ),
                ),
            ],
            options={
                "ordering": ("code",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("zone__in", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])),
                        name="core_county_zone_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="District",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=8, unique=True)),
                ("name", models.CharField(max_length=100)),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="districts",
                        to="core.county",
                    ),
                ),
            ],
            options={
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("county", "Kabupaten"),
                            ("district", "Kecamatan"),
                            ("village_chair", "Ketua panitia"),
                            ("village_secretary", "Sekretaris panitia"),
                            ("village_member", "Anggota panitia"),
                            ("bpd", "BPD"),
                            ("camat", "Camat"),
                            ("supervisor", "Pengawas"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts", models.DateTimeField()),
                ("until", models.DateTimeField()),
                (
                    "kinship",
                    models.CharField(
                        choices=[
                            ("not_asked", "Belum ditanya"),
                            ("none", "Tidak berkerabat"),
                            ("kin", "Berkerabat"),
                        ],
                        default="not_asked",
                        max_length=10,
                    ),
                ),
                ("granted_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.CharField(blank=True, default="", max_length=300)),
                (
                    "county",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.county",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.district",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("user", "starts"),
            },
        ),
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
            name="StaffAccess",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("starts", models.DateTimeField()),
                ("until", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="staff_access",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-starts",),
            },
        ),
        migrations.CreateModel(
            name="ViewLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=20)),
                ("reason", models.CharField(blank=True, default="", max_length=300)),
                ("viewed_at", models.DateTimeField()),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="views", to="core.paper"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-viewed_at",),
            },
        ),
        migrations.CreateModel(
            name="Village",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=13, unique=True)),
                ("name", models.CharField(max_length=100)),
                (
                    "district",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="villages",
                        to="core.district",
                    ),
                ),
            ],
            options={
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code_hash", models.CharField(max_length=64, unique=True)),
                ("invited", models.CharField(max_length=200)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("county", "Kabupaten"),
                            ("district", "Kecamatan"),
                            ("village_chair", "Ketua panitia"),
                            ("village_secretary", "Sekretaris panitia"),
                            ("village_member", "Anggota panitia"),
                            ("bpd", "BPD"),
                            ("camat", "Camat"),
                            ("supervisor", "Pengawas"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("created_at", models.DateTimeField()),
                ("redeemed_at", models.DateTimeField(null=True)),
                (
                    "county",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.county",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.district",
                    ),
                ),
                (
                    "grant",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitation",
                        to="core.grant",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.village",
                    ),
                ),
            ],
            options={
                "ordering": ("-created_at",),
            },
        ),
        migrations.AddField(
            model_name="grant",
            name="village",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.village"
            ),
        ),
        migrations.AddField(
            model_name="election",
            name="village",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="elections", to="core.village"
            ),
        ),
        migrations.CreateModel(
            name="Wave",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("polling_day", models.DateField()),
                ("rehearsal", models.BooleanField(default=False)),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="waves", to="core.county"
                    ),
                ),
            ],
            options={
                "ordering": ("-polling_day", "name"),
            },
        ),
        migrations.AddField(
            model_name="election",
            name="wave",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="elections", to="core.wave"
            ),
        ),
        migrations.AddField(
            model_name="cohort",
            name="wave",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="cohorts", to="core.wave"
            ),
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
        migrations.AddConstraint(
            model_name="staffaccess",
            constraint=models.CheckConstraint(
                condition=models.Q(("starts__lt", models.F("until"))),
                name="core_staffaccess_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="staffaccess",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="core_staffaccess_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("starts__lt", models.F("until"))), name="core_invitation_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("county__isnull", True),
                        ("district__isnull", True),
                        ("role__in", ["village_chair", "village_secretary", "village_member", "bpd"]),
                        ("village__isnull", False),
                    ),
                    models.Q(
                        ("county__isnull", True),
                        ("district__isnull", False),
                        ("role__in", ["district", "camat"]),
                        ("village__isnull", True),
                    ),
                    models.Q(
                        ("county__isnull", False),
                        ("district__isnull", True),
                        ("role", "county"),
                        ("village__isnull", True),
                    ),
                    models.Q(
                        ("role", "supervisor"),
                        models.Q(
                            models.Q(
                                ("county__isnull", True),
                                ("district__isnull", True),
                                ("village__isnull", False),
                            ),
                            models.Q(
                                ("county__isnull", True),
                                ("district__isnull", False),
                                ("village__isnull", True),
                            ),
                            models.Q(
                                ("county__isnull", False),
                                ("district__isnull", True),
                                ("village__isnull", True),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="core_invitation_place_fits_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("grant__isnull", True), ("redeemed_at__isnull", True)),
                    models.Q(("grant__isnull", False), ("redeemed_at__isnull", False)),
                    _connector="OR",
                ),
                name="core_invitation_redeemed_whole",
            ),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(fields=["user", "until"], name="core_grant_of_user"),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(("starts__lt", models.F("until"))), name="core_grant_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("county__isnull", True),
                        ("district__isnull", True),
                        ("role__in", ["village_chair", "village_secretary", "village_member", "bpd"]),
                        ("village__isnull", False),
                    ),
                    models.Q(
                        ("county__isnull", True),
                        ("district__isnull", False),
                        ("role__in", ["district", "camat"]),
                        ("village__isnull", True),
                    ),
                    models.Q(
                        ("county__isnull", False),
                        ("district__isnull", True),
                        ("role", "county"),
                        ("village__isnull", True),
                    ),
                    models.Q(
                        ("role", "supervisor"),
                        models.Q(
                            models.Q(
                                ("county__isnull", True),
                                ("district__isnull", True),
                                ("village__isnull", False),
                            ),
                            models.Q(
                                ("county__isnull", True),
                                ("district__isnull", False),
                                ("village__isnull", True),
                            ),
                            models.Q(
                                ("county__isnull", False),
                                ("district__isnull", True),
                                ("village__isnull", True),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="core_grant_place_fits_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="wave",
            constraint=models.UniqueConstraint(
                fields=("county", "name", "rehearsal"), name="core_wave_name_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="election",
            constraint=models.UniqueConstraint(fields=("wave", "village"), name="core_election_village_once"),
        ),
        migrations.AddConstraint(
            model_name="election",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("key__startswith", "latihan-"), ("rehearsal", True)),
                    models.Q(("rehearsal", False), models.Q(("key__startswith", "latihan-"), _negated=True)),
                    _connector="OR",
                ),
                name="core_election_rehearsal_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="cohort",
            constraint=models.UniqueConstraint(fields=("wave", "name"), name="core_cohort_name_once"),
        ),
    ]
