"""`manage.py send_reminders --within 3`: write to people what falls due; to be run once a day."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from typing_extensions import override

from pilkades.base.language import Language, Text
from pilkades.web.core.services.send_reminders import WITHIN, send_reminders

_NO_MAIL = Text(
    "Tidak ada yang dikirim: surel belum diatur. Isi `mail` di pilkades.toml atau PILKADES_MAIL.",
    "Nothing was sent: no mail server is set. Fill in `mail` in pilkades.toml or PILKADES_MAIL.",
)
_SENT = Text("{messages} pesan, {steps} langkah.", "{messages} messages, {steps} steps.")


class Command(BaseCommand):
    """Sends the reminders of today; without a mail server it says so and sends none."""

    help = "Remind the people of each election of what falls due."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--within", type=int, default=WITHIN, help="working days before the last day")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        if settings.CONFIG.mail is None:
            self._say(_NO_MAIL)
            return
        sent = send_reminders(options["within"])
        self._say(_SENT.fill(messages=sent.messages, steps=sent.steps))

    def _say(self, words: Text) -> None:
        self.stdout.write(f"{words.to(Language.ID)}\n{words.to(Language.EN)}")
