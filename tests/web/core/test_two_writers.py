"""Two programs write at the same time: each act is kept, or its writer is told what came between."""

from subprocess import Popen

from tests.web.core.conftest import Store
from tests.web.core.reading import record_in

from pilkades.acts.verification import verify


def line_of(writer: Popen[str]) -> list[str]:
    assert writer.stdout is not None
    return writer.stdout.readline().split()


def test_of_two_who_saw_the_same_head_one_is_kept_and_one_is_told(store: Store) -> None:
    held, chair = store.elections[0]
    address = store.environment["PILKADES_DATABASE"]
    seen = record_in(address, held).head
    writers = [store.start("race", held, chair, seen, number) for number in (501, 502)]
    assert [line_of(writer) for writer in writers] == [["ready"], ["ready"]]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    answers = sorted(writer.communicate(timeout=60)[0].split() for writer in writers)
    (kept,) = record_in(address, held).acts
    assert answers == [["kept", kept.digest], ["told", kept.digest]]


def test_the_same_act_sent_by_two_at_once_stands_once_and_both_are_answered(store: Store) -> None:
    held, chair = store.elections[0]
    address = store.environment["PILKADES_DATABASE"]
    seen = record_in(address, held).head
    writers = [store.start("race", held, chair, seen, 77) for _ in range(2)]
    for writer in writers:
        assert line_of(writer) == ["ready"]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    answers = [writer.communicate(timeout=60)[0].split() for writer in writers]
    (kept,) = record_in(address, held).acts
    assert answers == [["kept", kept.digest]] * 2


def test_two_who_keep_writing_fill_one_whole_chain_between_them(store: Store) -> None:
    held, chair = store.elections[0]
    writers = [store.start("append", held, chair, 60) for _ in range(2)]
    said = [writer.communicate(timeout=120)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    record = record_in(store.environment["PILKADES_DATABASE"], held)
    kept = [digest for lines in said for digest in lines if digest != "told"]
    assert sorted(kept) == sorted(act.digest for act in record.acts)
    assert len(kept) in {60, 61}
    assert verify(record).whole


def test_a_writer_of_one_election_does_not_wait_for_a_lock_on_another(store: Store) -> None:
    (held, chair), (other, other_chair) = store.elections
    address = store.environment["PILKADES_DATABASE"]
    if not address.startswith("postgresql"):
        return  # SQLite has one writer for the whole file; the wait is bounded by its timeout
    holder = store.start("hold", held)
    assert line_of(holder) == ["held"]
    assert store.run("append", other, other_chair, 1) == [record_in(address, other).head]
    waiting = store.start("append", held, chair, 1)
    assert waiting.poll() is None
    assert record_in(address, held).acts == ()
    holder.communicate(timeout=60)
    assert waiting.communicate(timeout=60)[0].split() == [record_in(address, held).head]
