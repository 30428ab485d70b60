"""A program that takes a file of voters into the database of its environment, for tests that kill it.

`bring` keeps a file of so many people, as if it had been read, and asks for it to be taken; `work` does what
waits and says how far it is after every batch; `awaited` brings a file and waits until somebody else has read
it; `state` says how many people are on the register, how many rows there are, and how the files stand.
"""

import hashlib
import os
import sys
import threading
from uuid import uuid4

import django
from typing_extensions import override

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilkades.web.settings")
django.setup()

from tests.web.core.register import do_the_work, people  # noqa: E402 -- models need Django set up
from tests.web.scenes import NOW  # noqa: E402 -- as above

from pilkades.web.core import work  # noqa: E402 -- as above
from pilkades.web.core.models import Election, ImportState, VoterImport, VoterRow  # noqa: E402 -- as above
from pilkades.web.core.queries.voters import count_of  # noqa: E402 -- as above
from pilkades.web.core.services.bring_list import bring_list  # noqa: E402 -- as above
from pilkades.web.core.services.take_import import take_import  # noqa: E402 -- as above
from pilkades.web.core.vault import files  # noqa: E402 -- as above
from pilkades.web.core.vault.keys import ring  # noqa: E402 -- as above
from pilkades.web.shared.models import User  # noqa: E402 -- as above

PATIENCE = 120


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def bring(election_id: int, user_id: int, first: int, number: int) -> None:
    """What reading a file finds is tested elsewhere; here it would only take its time."""
    held, user = Election.objects.get(pk=election_id), User.objects.get(pk=user_id)
    content, token = people(number, first), uuid4()
    files.keep(content, held.pk, token, ring())
    made = VoterImport.objects.create(
        election=held,
        token=token,
        file_name="daftar.csv",
        digest=hashlib.sha256(content).hexdigest(),
        size=len(content),
        state=ImportState.READY,
        ready=number,
        brought_at=NOW,
        brought_by=user,
    )
    take_import(user, election_id, made.pk, at=NOW)
    say(made.pk)


def awaited(election_id: int, user_id: int, number: int) -> None:
    made = bring_list(User.objects.get(pk=user_id), election_id, "daftar.csv", people(number), at=NOW)
    pause = threading.Event()
    for _ in range(PATIENCE * 5):
        made.refresh_from_db()
        if made.state not in {ImportState.WAITING, ImportState.READING}:
            break
        pause.wait(0.2)
    say(made.state, made.ready)


class Telling(work.Progress):
    """Says every step on a line."""

    @override
    def at(self, done: int, total: int) -> None:
        super().at(done, total)
        say(done, total)


def do() -> None:
    work.Progress = Telling  # type: ignore[misc] # this program tells its test how far it is
    work.sweep()
    do_the_work()


def state(election_id: int) -> None:
    held = Election.objects.get(pk=election_id)
    states = VoterImport.objects.filter(election=held).order_by("pk").values_list("state", flat=True)
    say(count_of(held), VoterRow.objects.filter(election=held).count(), *states)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bring", held, user, first, number]:
            bring(int(held), int(user), int(first), int(number))
        case ["awaited", held, user, number]:
            awaited(int(held), int(user), int(number))
        case ["work"]:
            do()
        case ["state", held]:
            state(int(held))
