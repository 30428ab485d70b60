"""Who may do what, who was invited, who looked."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Who may do what, who was invited, who looked."""

    dependencies = [
        ("core", "0002_record"),
        ("shared", "__first__"),
    ]

    operations = [
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
    ]
