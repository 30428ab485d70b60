"""Who was shown the whole numbers of a person; append-only, as the database itself keeps it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_TABLE = "core_numberlook"
_SAID = f"{_TABLE} is append-only"


def _sqlite(name: str, event: str, condition: str) -> str:
    return (
        f"CREATE TRIGGER {_TABLE}_{name} BEFORE {event} ON {_TABLE} FOR EACH ROW WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
    )


def sqlite() -> list[str]:
    """The triggers in SQLite's words; its REPLACE would delete."""
    held = f"EXISTS (SELECT 1 FROM {_TABLE} WHERE id = NEW.id)"  # noqa: S608 -- a constant of this file
    return [
        _sqlite("no_update", "UPDATE", "1"),
        _sqlite("no_delete", "DELETE", "1"),
        _sqlite("no_replace", "INSERT", held),
    ]


def postgresql() -> list[str]:
    """The triggers in PostgreSQL's words; `core_refuse` stands since 0004."""
    refuse = f"EXECUTE FUNCTION core_refuse('{_SAID}')"
    return [
        f"CREATE TRIGGER {_TABLE}_append_only BEFORE UPDATE OR DELETE ON {_TABLE} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER {_TABLE}_no_truncate BEFORE TRUNCATE ON {_TABLE} {refuse}",
    ]


def lay(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the triggers of this database's kind."""
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[editor.connection.vendor]():
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """The log of looks at whole numbers, with its triggers."""

    dependencies = [
        ("core", "0013_register_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NumberLook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person", models.UUIDField()),
                ("role", models.CharField(max_length=20)),
                ("looked_at", models.DateTimeField()),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="number_looks",
                        to="core.election",
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
                "ordering": ("-looked_at", "-pk"),
                "indexes": [models.Index(fields=["election", "person"], name="core_numberlook_person")],
            },
        ),
        migrations.RunPython(lay, elidable=False),
    ]
