"""`manage.py invite_county 33.28 "Kabupaten Tegal" "Siti"`: the code for a county's first person."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from typing_extensions import override

from pilkades.regulation.loader import shipped_law
from pilkades.web.core import clock
from pilkades.web.core.models import County, Role, Zone
from pilkades.web.core.services.grant_role import Order
from pilkades.web.core.services.invite import invite

_LASTS = timedelta(days=365)


class Command(BaseCommand):
    """Makes the county if it is new, and prints a code that gives its first person the county's role."""

    help = "Make a county and print the code for its first person."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="kode wilayah: 33.28")
        parser.add_argument("name", help="Kabupaten Tegal")
        parser.add_argument("invited", help="for whom the code is")
        parser.add_argument("--zone", choices=Zone.values, default=Zone.WIB)

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        law = next(
            (slug for slug, held in shipped_law().counties.items() if held.code == options["code"]), ""
        )
        county, _ = County.objects.get_or_create(
            code=options["code"], defaults={"name": options["name"], "law": law, "zone": options["zone"]}
        )
        moment = clock.now()
        printed = invite(
            None, options["invited"], Order(Role.COUNTY, county, moment, moment + _LASTS), at=moment
        )
        self.stdout.write(printed.code)
