"""A program that writes acts into the database of its environment, for tests that stop it or race it.

`prepare` makes the tables' first election and says its id and the chair's; `append` writes acts and says each
digest once it is acknowledged; `race` waits for a line, then writes one act after the head it is given;
`hold` keeps one election locked until its input ends.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilkades.web.settings")
django.setup()

from django.db import transaction  # noqa: E402 -- models need Django set up
from tests.web.scenes import NOW, chair_of, draft, election  # noqa: E402 -- as above

from pilkades.web.core.models import RecordHead  # noqa: E402 -- as above
from pilkades.web.core.services.append_act import ChangedError, append_act  # noqa: E402 -- as above
from pilkades.web.shared.models import User  # noqa: E402 -- as above


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def prepare() -> None:
    for code in ("33.28.01.2001", "33.28.01.2002"):
        held = election(code)
        say(held.pk, chair_of(held).pk)


def append(election_id: int, user_id: int, several: int) -> None:
    """Write until the record holds so many; who is told of another's act looks again."""
    user = User.objects.get(pk=user_id)
    while True:
        head = RecordHead.objects.get(election=election_id)
        if head.length >= several:
            return
        sent = draft(number=int.from_bytes(os.urandom(8), "big") >> 20)
        try:
            say(append_act(user, election_id, sent, head.digest, at=NOW).act.digest)
        except ChangedError:
            say("told")


def race(election_id: int, user_id: int, seen_head: str, number: int) -> None:
    user = User.objects.get(pk=user_id)
    say("ready")
    sys.stdin.readline()
    try:
        say("kept", append_act(user, election_id, draft(number=number), seen_head, at=NOW).act.digest)
    except ChangedError as told:
        say("told", *(act.digest for act in told.between))


def hold(election_id: int) -> None:
    with transaction.atomic():
        RecordHead.objects.select_for_update(no_key=True).get(election=election_id)
        say("held")
        sys.stdin.read()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["prepare"]:
            prepare()
        case ["append", held, user, several]:
            append(int(held), int(user), int(several))
        case ["race", held, user, seen_head, number]:
            race(int(held), int(user), seen_head, int(number))
        case ["hold", held]:
            hold(int(held))
