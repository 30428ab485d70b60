"""The triggers that keep the record append-only and rehearsals apart, by name."""

from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = (
    "core_actrow",
    "core_countyvalue",
    "core_deathnote",
    "core_listentryrow",
    "core_listversionrow",
    "core_numberlook",
    "core_objectiondecision",
    "core_pairdecision",
    "core_staffaccess",
    "core_viewlog",
    "core_voterexport",
)
# Rows that stay, but for being sealed anew.
_STAYING = ("core_registerhead", "core_voterobjection", "core_voterrow")

_BOTH = frozenset(
    {
        "core_actrow_follows",
        "core_cohort_stays",
        "core_deathnote_beside_dpt",
        "core_election_fits_insert",
        "core_election_fits_update",
        "core_election_stays",
        "core_listentryrow_fits",
        "core_recordhead_no_delete",
        "core_recordhead_true",
        "core_registerhead_no_delete",
        "core_registerhead_onward",
        "core_voterimport_final",
        "core_voterimport_no_delete",
        "core_voterobjection_no_delete",
        "core_voterrow_follows",
        "core_voterrow_no_delete",
        "core_voterrow_of_its_file",
        "core_voterrow_sealed",
        "core_wave_closes",
        "core_wave_stays",
    }
) | {f"{table}_stays" for table in _STAYING}
_SQLITE = (
    _BOTH
    | {f"{table}_{what}" for table in APPEND_ONLY for what in ("no_update", "no_delete", "no_replace")}
    | {f"{table}_no_replace" for table in (*_STAYING, "core_voterimport")}
)
_POSTGRESQL = (
    _BOTH
    | {f"{table}_{what}" for table in APPEND_ONLY for what in ("append_only", "no_truncate")}
    | {f"{table}_no_truncate" for table in ("core_recordhead", "core_voterimport", *_STAYING)}
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
