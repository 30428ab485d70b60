"""The database itself keeps the record append-only, linked, and rehearsals apart from the real."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Each table with the columns by which a row is found to be there already (SQLite's REPLACE would delete it).
APPEND_ONLY = {
    "core_actrow": (
        "id = NEW.id OR (election_id = NEW.election_id AND sequence = NEW.sequence)"
        " OR (election_id = NEW.election_id AND act_id = NEW.act_id)"
        " OR (election_id = NEW.election_id AND previous = NEW.previous)"
    ),
    "core_staffaccess": "id = NEW.id",
    "core_viewlog": "id = NEW.id",
}
FOLLOWS = (
    "NOT EXISTS (SELECT 1 FROM core_recordhead head WHERE head.election_id = NEW.election_id"
    " AND head.length = NEW.sequence - 1 AND head.digest = NEW.previous)"
)
HEAD_LIES = (
    "NEW.election_id <> OLD.election_id OR NEW.length < OLD.length"
    " OR (NEW.length > 0 AND NOT EXISTS (SELECT 1 FROM core_actrow act WHERE act.election_id = NEW.election_id"
    " AND act.sequence = NEW.length AND act.digest = NEW.digest))"
)
MISFIT = (
    "NOT EXISTS (SELECT 1 FROM core_wave wave JOIN core_village village ON village.id = NEW.village_id"
    " JOIN core_district district ON district.id = village.district_id"
    " WHERE wave.id = NEW.wave_id AND wave.rehearsal = NEW.rehearsal AND wave.county_id = district.county_id)"
    " OR (NEW.cohort_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM core_cohort cohort"
    " WHERE cohort.id = NEW.cohort_id AND cohort.wave_id = NEW.wave_id))"
)
ELECTION_CHANGED = (
    "NEW.key <> OLD.key OR NEW.village_id <> OLD.village_id OR NEW.wave_id <> OLD.wave_id"
    " OR NEW.rehearsal <> OLD.rehearsal"
)
WAVE_CHANGED = "NEW.rehearsal <> OLD.rehearsal OR NEW.county_id <> OLD.county_id"
COHORT_CHANGED = "NEW.wave_id <> OLD.wave_id"

# name, table, when, condition, what is said
ROW_GUARDS = [
    ("core_actrow_follows", "core_actrow", "INSERT", FOLLOWS, "an act must follow the head of its record"),
    (
        "core_recordhead_true",
        "core_recordhead",
        "UPDATE",
        HEAD_LIES,
        "a head must be the last act of its record",
    ),
    ("core_election_fits_insert", "core_election", "INSERT", MISFIT, "an election must fit its wave"),
    ("core_election_fits_update", "core_election", "UPDATE", MISFIT, "an election must fit its wave"),
    (
        "core_election_stays",
        "core_election",
        "UPDATE",
        ELECTION_CHANGED,
        "an election keeps name, village and wave",
    ),
    ("core_wave_stays", "core_wave", "UPDATE", WAVE_CHANGED, "a wave stays a rehearsal or stays real"),
    ("core_cohort_stays", "core_cohort", "UPDATE", COHORT_CHANGED, "a cohort stays in its wave"),
]


def sqlite() -> list[str]:
    """The triggers in SQLite's words."""
    made = []
    for table, held in APPEND_ONLY.items():
        for name, event in (("no_update", "UPDATE"), ("no_delete", "DELETE")):
            made.append(_sqlite(f"{table}_{name}", table, event, "1", f"{table} is append-only"))
        exists = f"EXISTS (SELECT 1 FROM {table} WHERE {held})"  # noqa: S608 -- constants of this file
        made.append(_sqlite(f"{table}_no_replace", table, "INSERT", exists, f"{table} is append-only"))
    made.append(_sqlite("core_recordhead_no_delete", "core_recordhead", "DELETE", "1", "a head stays"))
    return made + [_sqlite(*guard) for guard in ROW_GUARDS]


def _sqlite(name: str, table: str, event: str, condition: str, said: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
    )


def postgresql() -> list[str]:
    """The triggers in PostgreSQL's words."""
    made = [
        (
            "CREATE FUNCTION core_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    ]
    for table in APPEND_ONLY:
        refuse = f"EXECUTE FUNCTION core_refuse('{table} is append-only')"
        made += [
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {refuse}",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} {refuse}",
        ]
    refuse = "EXECUTE FUNCTION core_refuse('a head stays')"
    made += [
        f"CREATE TRIGGER core_recordhead_no_delete BEFORE DELETE ON core_recordhead FOR EACH ROW {refuse}",
        f"CREATE TRIGGER core_recordhead_no_truncate BEFORE TRUNCATE ON core_recordhead {refuse}",
    ]
    for name, table, event, condition, said in ROW_GUARDS:
        # A WHEN clause may hold no subquery in PostgreSQL, so each guard is a function.
        made += [
            (
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN"
                f" RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
                f" RETURN NEW; END $$"
            ),
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    return made


def lay(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the triggers of this database's kind."""
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[editor.connection.vendor]():
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Triggers; a later migration that makes one of these tables anew in SQLite must lay them again."""

    dependencies = [("core", "0003_access")]

    operations = [migrations.RunPython(lay, elidable=False)]
