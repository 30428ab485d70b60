"""Values that a county states itself, and rehearsals that are over; both held by triggers."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "core_countyvalue"
HELD = (
    "id = NEW.id OR digest = NEW.digest OR (county_id = NEW.county_id AND sequence = NEW.sequence)"
    " OR withdraws_id = NEW.withdraws_id"
)
CLOSES = (
    "(NEW.closed_at IS NOT NULL AND NOT NEW.rehearsal)"
    " OR (OLD.closed_at IS NOT NULL AND (NEW.closed_at IS NULL OR NEW.closed_at <> OLD.closed_at))"
)
SAID = f"{TABLE} is append-only"
CLOSED = "only a rehearsal is closed, and it stays closed"


def sqlite() -> list[str]:
    """The triggers in SQLite's words."""
    exists = f"EXISTS (SELECT 1 FROM {TABLE} WHERE {HELD})"  # noqa: S608 -- constants of this file
    guards = [
        (f"{TABLE}_no_update", "UPDATE", TABLE, "1", SAID),
        (f"{TABLE}_no_delete", "DELETE", TABLE, "1", SAID),
        (f"{TABLE}_no_replace", "INSERT", TABLE, exists, SAID),
        ("core_wave_closes", "UPDATE", "core_wave", CLOSES, CLOSED),
    ]
    return [
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
        for name, event, table, condition, said in guards
    ]


def postgresql() -> list[str]:
    """The triggers in PostgreSQL's words; `core_refuse` stands since 0004."""
    refuse = f"EXECUTE FUNCTION core_refuse('{SAID}')"
    return [
        f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} {refuse}",
        (
            f"CREATE FUNCTION core_wave_closes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {CLOSES} THEN"
            f" RAISE EXCEPTION '{CLOSED}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
            " RETURN NEW; END $$"
        ),
        (
            "CREATE TRIGGER core_wave_closes BEFORE UPDATE ON core_wave"
            " FOR EACH ROW EXECUTE FUNCTION core_wave_closes()"
        ),
    ]


def lay(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the triggers of this database's kind."""
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[editor.connection.vendor]():
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """The new columns may be null, so that SQLite makes no table anew and every trigger stays."""

    dependencies = [
        ("core", "0008_calendars_and_reminders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("county", "values_head", models.CharField(max_length=64, null=True)),
        migrations.AddField("wave", "closed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "wave",
            "closed_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="CountyValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveIntegerField()),
                ("parameter", models.CharField(max_length=100)),
                ("text", models.TextField()),
                ("reason", models.CharField(max_length=300)),
                ("previous", models.CharField(blank=True, default="", max_length=64)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="values", to="core.county"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdraws",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawn_by",
                        to="core.countyvalue",
                    ),
                ),
            ],
            options={
                "ordering": ("county", "sequence"),
                "constraints": (
                    models.UniqueConstraint(
                        fields=("county", "sequence"), name="core_countyvalue_sequence_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="core_countyvalue_says_why"
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            django.db.models.functions.text.Length("digest"), 64
                        ),
                        name="core_countyvalue_digest_whole",
                    ),
                ),
            },
        ),
        migrations.RunPython(lay, elidable=False),
    ]
