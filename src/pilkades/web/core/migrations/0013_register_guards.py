"""The database itself keeps rows of voters and fixed lists as they are."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Each table with the columns by which a row is found to be there already (SQLite's REPLACE would delete it).
APPEND_ONLY = {
    "core_listversionrow": (
        "id = NEW.id OR (election_id = NEW.election_id AND kind = NEW.kind AND number = NEW.number)"
    ),
    "core_listentryrow": (
        "id = NEW.id OR (version_id = NEW.version_id AND number = NEW.number)"
        " OR (version_id = NEW.version_id AND voter_id = NEW.voter_id)"
    ),
    "core_deathnote": "id = NEW.id OR (version_id = NEW.version_id AND person = NEW.person)",
    "core_voterexport": "id = NEW.id",
    "core_pairdecision": "id = NEW.id",
    "core_objectiondecision": "id = NEW.id",
}
# Rows that stay, but for some columns: sealed and marked anew under a newer key, and what is open by design.
STAYS = {
    "core_voterrow": (
        "id, election_id, person, revision, replaces_id, brought_id, removal, reason, changed_at,"
        " changed_by_id, name, search, sex, birth_place, birth, marital, address, rt, rw, dusun, tps,"
        " disabilities, resident_since, registered_since, proofs, citizen, disenfranchised, of_unsound_mind,"
        ' military_or_police, dead, moved, remark, sheet, "row"'
    ),
    "core_voterobjection": "id, election_id, token, on_list, ground, proof_id, filed_at, filed_by_id, due",
    "core_registerhead": "election_id",
}
NO_REPLACE = {
    "core_voterrow": (
        "id = NEW.id OR (election_id = NEW.election_id AND person = NEW.person AND revision = NEW.revision"
        " AND brought_id = NEW.brought_id) OR (replaces_id = NEW.replaces_id AND brought_id IS NULL"
        " AND NEW.brought_id IS NULL)"
    ),
    "core_voterobjection": "id = NEW.id OR token = NEW.token OR number_mark = NEW.number_mark",
    "core_voterimport": "id = NEW.id OR token = NEW.token",
    "core_registerhead": "election_id = NEW.election_id",
}
# A row of a file that was not taken is swept away; every other stays.
SWEPT = (
    "NOT EXISTS (SELECT 1 FROM core_voterimport brought"
    " WHERE brought.id = OLD.brought_id AND brought.state <> 'taken')"
)
NOT_BEING_TAKEN = (
    "NEW.brought_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM core_voterimport brought"
    " WHERE brought.id = NEW.brought_id AND brought.state = 'taking'"
    " AND brought.election_id = NEW.election_id)"
)
STRANGE_PAST = (
    "NEW.replaces_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM core_voterrow earlier"
    " WHERE earlier.id = NEW.replaces_id AND earlier.person = NEW.person"
    " AND earlier.election_id = NEW.election_id AND earlier.revision = NEW.revision - 1)"
)
UNSEALED = "(NEW.nik_sealed IS NULL) <> (OLD.nik_sealed IS NULL) OR (NEW.kk_sealed IS NULL) <> (OLD.kk_sealed IS NULL)"
TAKEN = (
    "OLD.state = 'taken' OR OLD.state = 'cancelled' OR (NEW.state = 'taken' AND OLD.state <> 'taking')"
    " OR NEW.election_id <> OLD.election_id OR NEW.digest <> OLD.digest OR NEW.token <> OLD.token"
)
# Numbers run from 1 to the count, each once: a list that is whole takes no further entry.
NO_PLACE = (
    "NOT EXISTS (SELECT 1 FROM core_listversionrow version JOIN core_voterrow voter"
    " ON voter.id = NEW.voter_id AND voter.election_id = version.election_id"
    " WHERE version.id = NEW.version_id AND NEW.number BETWEEN 1 AND version.count)"
)
NO_DPT = "NOT EXISTS (SELECT 1 FROM core_listversionrow WHERE id = NEW.version_id AND kind = 'dpt')"

# name, table, event, condition, what is said
GUARDS = [
    ("core_voterrow_no_delete", "core_voterrow", "DELETE", SWEPT, "a row of a voter stays"),
    (
        "core_voterrow_of_its_file",
        "core_voterrow",
        "INSERT",
        NOT_BEING_TAKEN,
        "a file takes rows while it is being taken",
    ),
    ("core_voterrow_follows", "core_voterrow", "INSERT", STRANGE_PAST, "a revision follows the one before"),
    ("core_voterrow_sealed", "core_voterrow", "UPDATE", UNSEALED, "a number stays sealed"),
    ("core_voterimport_final", "core_voterimport", "UPDATE", TAKEN, "a file that was taken stays so"),
    ("core_voterimport_no_delete", "core_voterimport", "DELETE", "1 = 1", "a file stays noted"),
    ("core_registerhead_no_delete", "core_registerhead", "DELETE", "1 = 1", "the head of a register stays"),
    (
        "core_registerhead_onward",
        "core_registerhead",
        "UPDATE",
        "NEW.version < OLD.version",
        "a register goes onward",
    ),
    ("core_voterobjection_no_delete", "core_voterobjection", "DELETE", "1 = 1", "an objection stays"),
    (
        "core_listentryrow_fits",
        "core_listentryrow",
        "INSERT",
        NO_PLACE,
        "a fixed list takes no further entry",
    ),
    ("core_deathnote_beside_dpt", "core_deathnote", "INSERT", NO_DPT, "deaths are noted beside a DPT"),
]
TRUNCATED = (*APPEND_ONLY, *STAYS, "core_voterimport")


def sqlite() -> list[str]:
    """The triggers in SQLite's words."""
    made = []
    for table, held in APPEND_ONLY.items():
        for name, event in (("no_update", "UPDATE"), ("no_delete", "DELETE")):
            made.append(_sqlite(f"{table}_{name}", table, event, "1", f"{table} is append-only"))
        made.append(_no_replace(table, held))
    made += [_no_replace(table, held) for table, held in NO_REPLACE.items()]
    made += [
        _sqlite(f"{table}_stays", table, f"UPDATE OF {columns}", "1", f"{table} stays")
        for table, columns in STAYS.items()
    ]
    return made + [_sqlite(*guard) for guard in GUARDS]


def _no_replace(table: str, held: str) -> str:
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE {held})"  # noqa: S608 -- constants of this file
    return _sqlite(f"{table}_no_replace", table, "INSERT", exists, f"{table} is not written over")


def _sqlite(name: str, table: str, event: str, condition: str, said: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
    )


def postgresql() -> list[str]:
    """The triggers in PostgreSQL's words; `core_refuse` stands since 0004."""
    made = []
    for table in APPEND_ONLY:
        refuse = f"EXECUTE FUNCTION core_refuse('{table} is append-only')"
        made.append(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {refuse}"
        )
    for table, columns in STAYS.items():
        refuse = f"EXECUTE FUNCTION core_refuse('{table} stays')"
        made.append(
            f"CREATE TRIGGER {table}_stays BEFORE UPDATE OF {columns} ON {table} FOR EACH ROW {refuse}"
        )
    for table in TRUNCATED:
        refuse = f"EXECUTE FUNCTION core_refuse('{table} stays')"
        made.append(f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} {refuse}")
    for name, table, event, condition, said in GUARDS:
        # A WHEN clause may hold no subquery in PostgreSQL, so each guard is a function.
        made += [
            (
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN"
                f" RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
                f" RETURN {'OLD' if event == 'DELETE' else 'NEW'}; END $$"
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

    dependencies = [("core", "0012_fixed_lists")]

    operations = [migrations.RunPython(lay, elidable=False)]
