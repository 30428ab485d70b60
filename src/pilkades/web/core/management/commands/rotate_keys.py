"""`manage.py rotate_keys`: put a new key of the voter register in use; `--resume` ends what broke off."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from typing_extensions import override

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language, Text
from pilkades.web.core.messages import said
from pilkades.web.core.services.rotate_keys import rotate_keys
from pilkades.web.core.vault.keys import ring

_DONE = Text(
    "{people} orang, {proposals} usul, {files} berkas, {registers} daftar disegel ulang dengan kunci {key}.",
    "{people} people, {proposals} proposals, {files} files, {registers} registers sealed under key {key}.",
)
_OLD = Text(
    "Simpan kunci lama bersama cadangan yang lama: tanpa kunci itu cadangan tidak terbaca.",
    "Keep the old keys with the old backups: without them these cannot be read.",
)


class Command(BaseCommand):
    """Seals everything anew; it may be broken off and run again, and the site may stay open meanwhile."""

    help = "Seal the voter register anew under a new key."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--resume",
            action="store_true",
            help="go on under the newest key that is held, without making another",
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            ring()
            done = rotate_keys(new_key=not options["resume"], tell=self._tell)
        except PilkadesError as error:
            raise CommandError(said(error).to(Language.ID)) from error
        words = _DONE.fill(
            people=done.people,
            proposals=done.proposals,
            files=done.files,
            registers=done.registers,
            key=done.key,
        )
        for one in (words, _OLD):
            self.stdout.write(f"{one.to(Language.ID)}\n{one.to(Language.EN)}")

    def _tell(self, people: int) -> None:
        self.stdout.write(f"{people}")
        self.stdout.flush()
