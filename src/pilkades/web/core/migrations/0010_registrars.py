"""Registrars, and the RTs in which they register voters."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Registrars, and the RTs in which they register voters."""

    dependencies = [
        ("core", "0009_own_values_and_closed_rehearsals"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="grant",
            name="core_grant_place_fits_role",
        ),
        migrations.RemoveConstraint(
            model_name="invitation",
            name="core_invitation_place_fits_role",
        ),
        migrations.AddField(
            model_name="grant",
            name="areas",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddField(
            model_name="invitation",
            name="areas",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AlterField(
            model_name="grant",
            name="role",
            field=models.CharField(
                choices=[
                    ("county", "Kabupaten"),
                    ("district", "Kecamatan"),
                    ("village_chair", "Ketua panitia"),
                    ("village_secretary", "Sekretaris panitia"),
                    ("village_member", "Anggota panitia"),
                    ("bpd", "BPD"),
                    ("camat", "Camat"),
                    ("supervisor", "Pengawas"),
                    ("registrar", "Petugas pendaftaran pemilih"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="invitation",
            name="role",
            field=models.CharField(
                choices=[
                    ("county", "Kabupaten"),
                    ("district", "Kecamatan"),
                    ("village_chair", "Ketua panitia"),
                    ("village_secretary", "Sekretaris panitia"),
                    ("village_member", "Anggota panitia"),
                    ("bpd", "BPD"),
                    ("camat", "Camat"),
                    ("supervisor", "Pengawas"),
                    ("registrar", "Petugas pendaftaran pemilih"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("county__isnull", True),
                        ("district__isnull", True),
                        (
                            "role__in",
                            ["village_chair", "village_secretary", "village_member", "bpd", "registrar"],
                        ),
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
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("county__isnull", True),
                        ("district__isnull", True),
                        (
                            "role__in",
                            ["village_chair", "village_secretary", "village_member", "bpd", "registrar"],
                        ),
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
    ]
