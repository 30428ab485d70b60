"""Replay and compliance of generated elections on one core, beside what reading and chaining them costs.

Run: `python benchmarks/replay.py [elections]` (10,000 if not said). Prints elections per second for
(a) reading the same acts by pydantic and chaining them (RFC 8785 + SHA-256): the named peer, for no program
that checks a record can do less; (b) judging them against every rule of Perda Bengkayang 13/2006 and
PP 72/2005. The elections are made from hashes of their number: the same in every run, and nobody's.
"""

import hashlib
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from pilkades.acts.act import Act, Statement, read_fact
from pilkades.acts.identity import uuid7
from pilkades.acts.record import Record, append
from pilkades.compliance.facts import FactBook
from pilkades.compliance.judge import judge
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.holidays_of import workdays_of

FIRST_DAY = date(2007, 3, 1)
WAVE = 250


def draws(election: int) -> Iterator[int]:
    """An endless row of numbers from 0 to 65,535 that belong to this election alone."""
    block = 0
    while True:
        digest = hashlib.sha256(f"{election}/{block}".encode()).digest()
        yield from (int.from_bytes(digest[i : i + 2], "big") for i in range(0, len(digest), 2))
        block += 1


def generated(election: int) -> list[tuple[str, dict[str, object]]]:
    """The facts of one made-up election: dates, stations, votes, and gaps as real records have them."""
    draw = draws(election)
    polling = FIRST_DAY + timedelta(days=next(draw) % WAVE)
    stations = [
        {"name": f"TPS {number}", "voters": 100 + next(draw) % WAVE}
        for number in range(1, 2 + next(draw) % 5)
    ]
    registered = sum(int(str(station["voters"])) for station in stations)
    voted = registered * (50 + next(draw) % 50) // 100
    invalid = next(draw) % (1 + voted // 20)
    count = 2 + next(draw) % 4
    cuts = sorted(next(draw) % (voted - invalid + 1) for _ in range(count - 1))
    votes = [after - before for before, after in zip([0, *cuts], [*cuts, voted - invalid], strict=True)]
    names = [f"Calon {number}" for number in range(1, count + 1)]
    told: list[tuple[str, dict[str, object]]] = [
        ("term", {"ends": (polling + timedelta(days=next(draw) % 90)).isoformat()}),
        ("bpd_notice", {"written": next(draw) % 4 > 0, "date": (polling - timedelta(days=150)).isoformat()}),
        ("process_started", {"date": (polling - timedelta(days=90 + next(draw) % 60)).isoformat()}),
        ("committee_established", {"done": True, "members": 9 + next(draw) % 4, "decree_by": "bpd"}),
        ("dps_announced", {"date": (polling - timedelta(days=60)).isoformat()}),
        ("list_corrections", {"accepted_until": (polling - timedelta(days=46 + next(draw) % 8)).isoformat()}),
        ("dpt", {"done": True, "voters": registered}),
        (
            "candidates_adopted",
            {"count": count, "by": "bpd", "date": (polling - timedelta(days=40)).isoformat()},
        ),
        ("campaign", {"done": True, "date": (polling - timedelta(days=9)).isoformat()}),
        ("campaign", {"until": (polling - timedelta(days=1 + next(draw) % 4)).isoformat()}),
        ("tps_plan", {"stations": stations, "count": len(stations)}),
        ("polling", {"done": True, "date": polling.isoformat(), "voted": voted, "opened_at": "08.00"}),
        ("tally", {"valid": voted - invalid, "invalid": invalid}),
        ("tally", {"votes": [{"candidate": n, "votes": v} for n, v in zip(names, votes, strict=True)]}),
        ("winner_adopted", {"by": "bpd", "date": (polling + timedelta(days=4)).isoformat()}),
        ("sent_to_bupati", {"date": (polling + timedelta(days=6 + next(draw) % 8)).isoformat()}),
    ]
    return [item for item in told if next(draw) % 8]


def read(election: int) -> Record:
    """The facts typed by pydantic and chained: what any reader of such a record must do."""
    record = Record(str(election))
    for number, (kind, facts) in enumerate(generated(election)):
        stated = {name: (Statement(read_fact(kind, name, raw)),) for name, raw in facts.items()}
        identity = uuid7(number, hashlib.sha256(f"{election}:{number}".encode()).digest()[:10])
        record = append(record, Act(identity, kind, stated), record.head)
    return record


def main(elections: int) -> None:
    """Time both parts over the same elections and print the rates and their ratio."""
    rulebook = Rulebook.at(date(2007, 6, 7), "bengkayang")
    workdays = workdays_of(range(2005, 2010))
    read(0)
    started = time.perf_counter()
    records = [read(number) for number in range(elections)]
    reading = time.perf_counter() - started
    started = time.perf_counter()
    findings = sum(len(judge(FactBook.of(record.acts), rulebook, workdays)) for record in records)
    judging = time.perf_counter() - started
    print(f"elections: {elections}, rules: {len(rulebook.rules)}, findings: {findings}")
    print(f"read and chained (pydantic, RFC 8785, SHA-256): {elections / reading:.0f} elections/s")
    print(f"judged: {elections / judging:.0f} elections/s, {findings / judging:.0f} findings/s")
    print(f"judging costs {judging / reading:.2f} times reading and chaining")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
