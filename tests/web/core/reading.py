"""Reading a record straight from the tables, past Django: what a kill or a race really left behind."""

import json
import sqlite3
from contextlib import closing

import psycopg

from pilkades.acts.reading import from_json
from pilkades.acts.record import Record

ACTS = "SELECT text, digest FROM core_actrow WHERE election_id = {held} ORDER BY sequence"
HEAD = (
    "SELECT key, length, digest FROM core_election JOIN core_recordhead ON election_id = id WHERE id = {held}"
)


def rows(address: str, question: str) -> list[tuple[object, ...]]:
    """Ask a database by its address in the configuration's form."""
    if address.startswith("sqlite:///"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as file:
            return list(file.execute(question))
    with psycopg.connect(address) as connection:
        return list(connection.execute(question.encode()))


def record_in(address: str, held: int) -> Record:
    """The record of that election; its head row must name its last act."""
    ((key, length, head),) = rows(address, HEAD.format(held=held))
    acts = rows(address, ACTS.format(held=held))
    record = Record(str(key), tuple(from_json(json.loads(str(text))) for text, _ in acts))
    assert [act.digest for act in record.acts] == [digest for _, digest in acts]
    assert (length, head) == (len(acts), record.head)
    return record
