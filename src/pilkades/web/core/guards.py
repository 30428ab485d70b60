"""The triggers that keep the record append-only and rehearsals apart, by name."""

from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = ("core_actrow", "core_countyvalue", "core_staffaccess", "core_viewlog")

_BOTH = frozenset(
    {
        "core_actrow_follows",
        "core_cohort_stays",
        "core_election_fits_insert",
        "core_election_fits_update",
        "core_election_stays",
        "core_recordhead_no_delete",
        "core_recordhead_true",
        "core_wave_closes",
        "core_wave_stays",
    }
)
_SQLITE = _BOTH | {
    f"{table}_{what}" for table in APPEND_ONLY for what in ("no_update", "no_delete", "no_replace")
}
_POSTGRESQL = (
    _BOTH
    | {f"{table}_{what}" for table in APPEND_ONLY for what in ("append_only", "no_truncate")}
    | {"core_recordhead_no_truncate"}
)


def missing_guards(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """Names of triggers that the database should hold and does not; before there are tables, none."""
    if "core_actrow" not in connection.introspection.table_names():
        return ()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            expected = _SQLITE
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            expected = _POSTGRESQL
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        held = {row[0] for row in cursor.fetchall()}
    return tuple(sorted(expected - held))
