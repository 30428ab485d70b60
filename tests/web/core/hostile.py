"""A program that fills a register through the services, with numbers of persons wherever words go.

It says every secret that it wrote, one on a line: none of them may stand open in the database or its folder.
"""

import io
import os
import sys
from dataclasses import replace

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilkades.web.settings")
django.setup()

from tests.web.core.register import HEADER, do_the_work, kk, line, nik  # noqa: E402 -- models need Django set up
from tests.web.scenes import NOW  # noqa: E402 -- as above

from pilkades.base.day import Day  # noqa: E402 -- as above
from pilkades.base.errors import PilkadesError  # noqa: E402 -- as above
from pilkades.exchange.lists import Page, write_xlsx  # noqa: E402 -- as above
from pilkades.register.changes import RemovalReason  # noqa: E402 -- as above
from pilkades.register.grounds import Ground  # noqa: E402 -- as above
from pilkades.register.lists import ListKind  # noqa: E402 -- as above
from pilkades.register.nik import Kk, Nik  # noqa: E402 -- as above
from pilkades.register.objections import Outcome  # noqa: E402 -- as above
from pilkades.register.review import Decided as Pair  # noqa: E402 -- as above
from pilkades.register.voter import Voter  # noqa: E402 -- as above
from pilkades.web.core.models import Election, ImportState, RecordHead, VoterImport  # noqa: E402 -- as above
from pilkades.web.core.queries.brought import reading_of, sheets_of  # noqa: E402 -- as above
from pilkades.web.core.queries.proposal_times import proposal_time_of  # noqa: E402 -- as above
from pilkades.web.core.queries.states import state_of  # noqa: E402 -- as above
from pilkades.web.core.queries.voters import person_now, standing_rows  # noqa: E402 -- as above
from pilkades.web.core.services.add_voter import add_voter  # noqa: E402 -- as above
from pilkades.web.core.services.am_i_listed import am_i_listed  # noqa: E402 -- as above
from pilkades.web.core.services.bring_list import bring_list  # noqa: E402 -- as above
from pilkades.web.core.services.correct_voter import Correction, correct_voter  # noqa: E402 -- as above
from pilkades.web.core.services.decide_objection import Decided, decide_objection  # noqa: E402 -- as above
from pilkades.web.core.services.decide_pair import Judged, decide_pair  # noqa: E402 -- as above
from pilkades.web.core.services.export_list import export_register  # noqa: E402 -- as above
from pilkades.web.core.services.file_objection import Filed, file_objection  # noqa: E402 -- as above
from pilkades.web.core.services.fix_list import Fixing, fix_list  # noqa: E402 -- as above
from pilkades.web.core.services.look_at_numbers import look_at_numbers  # noqa: E402 -- as above
from pilkades.web.core.services.note_death import note_death  # noqa: E402 -- as above
from pilkades.web.core.services.read_import import map_import  # noqa: E402 -- as above
from pilkades.web.core.services.remove_voter import remove_voter, restore_voter  # noqa: E402 -- as above
from pilkades.web.core.services.take_import import take_import  # noqa: E402 -- as above
from pilkades.web.shared.models import User  # noqa: E402 -- as above

ASIDE = nik(7777, "030361")
CARD = kk(888_888)
PARTED = f"{ASIDE[:6]} {ASIDE[6:12]}-{ASIDE[12:]}"
WORDS = f"lihat NIK {ASIDE}, {PARTED}, KK {CARD}"
SAID, CONTACT = "Tetangga saya belum tercantum", "rumah di sebelah lapangan"


def brought(user: User, held: Election, content: bytes, name: str) -> VoterImport:
    made = bring_list(user, held.pk, name, content, at=NOW)
    do_the_work()
    made.refresh_from_db()
    return made


def csv(*lines: str) -> bytes:
    return "\n".join((f"{HEADER};KETERANGAN", *lines)).encode()


def book() -> bytes:
    """A sheet for each family, named by its card, as some villages keep them."""
    rows = [[cell.strip("'") for cell in line(at, alamat=WORDS).split(";")] for at in (21, 22)]
    target = io.BytesIO()
    write_xlsx(target, [Page(CARD, (), HEADER.split(";"), rows), Page(kk(888_889), (), ("X",), [[ASIDE]])])
    return target.getvalue()


def files(user: User, held: Election) -> None:
    first = csv(
        f"{line(1, alamat=WORDS)};{WORDS}",
        f"{line(2, name=f'WARGA {ASIDE}', tempatlahir=CARD)};",
        f"{line(3, rt=ASIDE, dusun=CARD)};",
        f"{line(4, tanggallahir=ASIDE)};",
        f"{line(5, status=CARD, nik=PARTED)};",
        f"{line(6)};",
        f"{line(7)};",
    )
    made = brought(user, held, first, f"{ASIDE}.csv")
    take_import(user, held.pk, made.pk, leave_out_waiting=True, at=NOW)
    do_the_work()
    made = brought(user, held, book(), f"KK {CARD}.xlsx")
    take_import(user, held.pk, made.pk, leave_out_waiting=True, at=NOW)
    do_the_work()
    brought(user, held, b"PK\x03\x04 rusak", f"{ASIDE}.xlsx")
    made = brought(user, held, csv(f"{line(31)};", f"{line(32)};{WORDS}"), f"{CARD}.csv")
    # A person says that the headings stand where a voter stands.
    (read,) = reading_of(made, sheets_of(made))
    assert read.mapping is not None
    headings = tuple(cell.strip("'") for cell in line(31).split(";"))
    map_import(user, held.pk, made.pk, [replace(read.mapping, headings=headings)], at=NOW)
    do_the_work()
    made.refresh_from_db()
    assert made.state in {ImportState.READY, ImportState.FAULTY}


def hands(user: User, held: Election) -> None:
    mine = Nik.parse(nik(41, "120180"))
    added = add_voter(
        user, held.pk, Voter(name="Contoh", nik=mine, kk=Kk.parse(CARD), address=WORDS), WORDS, at=NOW
    )
    now = person_now(held, added.person)
    assert now is not None
    changed = replace(now.voter, remark=WORDS, birth=Day.parse("1980-05-12"))
    correct_voter(user, held.pk, Correction(added.person, 1, changed, WORDS), at=NOW)
    remove_voter(user, held.pk, added.person, 2, RemovalReason.MOVED, WORDS, at=NOW)
    restore_voter(user, held.pk, added.person, WORDS, at=NOW)
    one, other = standing_rows(held).order_by("pk").values_list("person", flat=True)[:2]
    decide_pair(user, held.pk, Judged(one, other, Pair.DIFFERENT, WORDS, f'["{WORDS}"]'), at=NOW)
    look_at_numbers(user, held.pk, added.person, at=NOW)


def fixed(user: User, held: Election, kind: ListKind) -> None:
    head = RecordHead.objects.get(election=held).digest
    fix_list(user, held.pk, Fixing(kind, NOW.date(), undecided=True), head, at=NOW)


def lists(user: User, held: Election) -> str:
    fixed(user, held, ListKind.DPS)
    export_register(user, held.pk, WORDS, at=NOW)
    am_i_listed(held, Nik.parse(nik(1, "120180")), NOW.date(), asker="192.0.2.77", at=NOW)
    receipt = file_objection(
        held, Filed(ListKind.DPS, Ground.OTHER, f"{SAID} {WORDS}", CONTACT), asker="192.0.2.77", at=NOW
    )
    clock = proposal_time_of(state_of(held, NOW.date()), ListKind.DPS)
    ruled = Decided(Outcome.REFUSED, WORDS, WORDS)
    decide_objection(user, held.pk, receipt.objection.pk, ruled, clock, at=NOW)
    fixed(user, held, ListKind.DPT)
    dead = standing_rows(held).order_by("pk").values_list("person", flat=True)[0]
    head = RecordHead.objects.get(election=held).digest
    note_death(user, held.pk, dead, Day.parse("2026-08-01"), head, WORDS, at=NOW)
    return receipt.number


def fill(election_id: int, user_id: int) -> None:
    held, user = Election.objects.get(pk=election_id), User.objects.get(pk=user_id)
    files(user, held)
    hands(user, held)
    number = lists(user, held)
    numbers = {
        one for at in (1, 2, 3, 4, 6, 7, 21, 22, 31, 32, 41) for one in (nik(at, "120180"), kk(at // 3))
    }
    secrets = sorted({ASIDE, PARTED, CARD, kk(888_889), SAID, CONTACT, number, "192.0.2.77", *numbers})
    sys.stdout.write("\n".join(secrets) + "\n")


if __name__ == "__main__":
    try:
        fill(int(sys.argv[1]), int(sys.argv[2]))
    except PilkadesError as error:
        sys.stdout.write(f"{error.code} {error.fields}\n")
        raise
