"""Draw every election's overview anew, after a new version of program or law."""

from django.core.management.base import BaseCommand
from typing_extensions import override

from pilkades.web.core.models import Election
from pilkades.web.core.services.keep_overview import keep_overviews


class Command(BaseCommand):
    """Boards are true without it; with it the first look after an update is fast as well."""

    help = "Draw the overview of every election anew."

    @override
    def handle(self, *args: object, **options: object) -> None:
        drawn = keep_overviews(*Election.objects.values_list("pk", flat=True))
        self.stdout.write(f"{drawn}")
