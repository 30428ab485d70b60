"""Every address of the site: who gets it, and with which example it is opened.

A new address without an entry here fails `test_matrix.py`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web.scenes import wave
from tests.web.site.world import Visitor, World

Example = Callable[[World], tuple[object, ...]]

EVERYBODY = frozenset(Visitor)
SIGNED_IN = EVERYBODY - {Visitor.STRANGER}
COMMITTEE = frozenset({Visitor.CHAIR, Visitor.SECRETARY, Visitor.MEMBER})
REGISTERING = COMMITTEE | {Visitor.REGISTRAR}
RECORDING = COMMITTEE | {Visitor.BPD, Visitor.CAMAT, Visitor.COUNTY}
CORRECTING = RECORDING - {Visitor.MEMBER}
AT_COUNTY = frozenset({Visitor.COUNTY, Visitor.SUPERVISOR})
OVERSEEING = AT_COUNTY | {Visitor.CAMAT, Visitor.DISTRICT}
READING_PERSONS = COMMITTEE | {Visitor.COUNTY, Visitor.SUPERVISOR}
READING = RECORDING | {Visitor.DISTRICT, Visitor.SUPERVISOR, Visitor.OPERATOR}


@dataclass(frozen=True, slots=True)
class Address:
    """An address: who gets it, its example, and what it answers.

    `page` says that it shows a page (the checklist goes through it as `by`); `public` that it is part of the
    light public path; `form` that it only takes what is posted; `absent` that not even the door is shown.
    `language` is the one that the address itself names; elsewhere the reader's own is spoken.
    """

    visitors: frozenset[Visitor]
    example: Example = lambda _world: ()
    query: str = ""
    page: bool = True
    public: bool = False
    form: bool = False
    absent: bool = False
    by: Visitor = Visitor.CHAIR
    language: str = ""

    def of(self, name: str, world: World) -> str:
        """Where it stands in that world."""
        return reverse(name, args=self.example(world)) + self.query


GIVING_HERE = frozenset({Visitor.COUNTY, Visitor.BPD})
GIVING = GIVING_HERE | {Visitor.OTHER_COUNTY}
ANSWERING = frozenset({Visitor.COUNTY, Visitor.CHAIR, Visitor.OTHER_COUNTY, Visitor.OTHER_CHAIR})
SEEING_OPENINGS = frozenset({Visitor.COUNTY, Visitor.OTHER_COUNTY, Visitor.OPERATOR, Visitor.IDLE_OPERATOR})


def _election(world: World) -> tuple[object, ...]:
    return (world.held.pk,)


def _chair(world: World) -> tuple[object, ...]:
    return (world.people[Visitor.CHAIR].pk,)


def _grant_of_chair(world: World) -> tuple[object, ...]:
    return (world.people[Visitor.CHAIR].grants.get().pk,)


def _act(world: World) -> tuple[object, ...]:
    return (world.held.pk, world.act_id)


def _county(world: World) -> tuple[object, ...]:
    return (world.held.wave.county_id,)


def _wave(world: World) -> tuple[object, ...]:
    return (world.held.wave.county_id, world.held.wave_id)


def _paper(world: World) -> tuple[object, ...]:
    return (world.held.pk, world.paper.digest)


def _file(world: World) -> tuple[object, ...]:
    return (world.held.pk, world.file.pk)


def _voter(world: World) -> tuple[object, ...]:
    return (world.held.pk, world.voter)


def _removed(world: World) -> tuple[object, ...]:
    return (world.held.pk, world.removed)


def _announcement(world: World) -> tuple[object, ...]:
    return (world.held.pk, world.announcement_id)


def _value(world: World) -> tuple[object, ...]:
    return (world.held.wave.county_id, "polling.opens")


def _rehearsal(world: World) -> tuple[object, ...]:
    county = world.held.wave.county
    return (county.pk, wave(county, "Latihan", rehearsal=True).pk)


def _registered(world: World) -> tuple[object, ...]:
    return (world.held.pk, world.registered)


def _objection(world: World) -> tuple[object, ...]:
    return (world.held.pk, world.objection)


def _kind(kind: str) -> Example:
    return lambda world: (world.held.pk, kind)


_COMMITTEE_ROOM: Mapping[str, Address] = {
    "committee:elections": Address(SIGNED_IN, page=False),
    "committee:desk": Address(READING, _election),
    "committee:course": Address(READING, _election),
    "committee:findings": Address(READING, _election),
    "committee:log": Address(READING, _election),
    "committee:receipt": Address(READING, _act),
    "committee:correct": Address(CORRECTING, _act),
    "committee:paper": Address(READING_PERSONS, _paper),
    "committee:paper_content": Address(READING_PERSONS, _paper, page=False, form=True),
    "committee:kinds": Address(RECORDING, _election),
    "committee:record": Address(RECORDING, _kind("bpd_notice")),
}
_PREPARATION: Mapping[str, Address] = {
    "committee:preparation": Address(READING, _election),
    "committee:preparation-timetable": Address(READING, _election),
    "committee:preparation-paper": Address(READING, _election),
    "committee:preparation-line": Address(READING, _election),
    "committee:preparation-committee": Address(READING, _election),
    "committee:preparation-costs": Address(READING, _election),
    "committee:preparation-costs-paper": Address(READING, _election),
    "committee:preparation-announcements": Address(READING, _election),
    "committee:preparation-calendar": Address(READING, _election),
    "committee:calendar": Address(EVERYBODY, lambda world: (world.calendar,), page=False),
    "committee:preparation-write": Address(COMMITTEE, _election),
    "committee:preparation-poster": Address(READING, _announcement),
    "committee:preparation-step": Address(COMMITTEE, _kind("budget@1")),
    "committee:preparation-adopt": Address(COMMITTEE, _election),
    "committee:stations": Address(COMMITTEE, _election),
    "committee:stations-adopt": Address(COMMITTEE - {Visitor.MEMBER}, _election),
    "committee:preparation-reset": Address(COMMITTEE, _election, page=False, form=True),
}
_REGISTRATION: Mapping[str, Address] = {
    "committee:registration": Address(REGISTERING, _election, by=Visitor.REGISTRAR),
    "committee:registration-first": Address(REGISTERING, _election, by=Visitor.REGISTRAR),
    # Each sees the own entries alone.
    "committee:registration-correct": Address(
        frozenset({Visitor.REGISTRAR}), _registered, by=Visitor.REGISTRAR
    ),
    "committee:registration-next": Address(frozenset({Visitor.REGISTRAR}), _registered, by=Visitor.REGISTRAR),
}
_VOTERS: Mapping[str, Address] = {
    "committee:voters": Address(COMMITTEE, _election),
    "committee:voters-people": Address(COMMITTEE, _election),
    "committee:voters-people-one": Address(COMMITTEE, _voter),
    "committee:voters-people-numbers": Address(COMMITTEE, _voter, page=False, form=True),
    "committee:voters-people-correct": Address(COMMITTEE, _voter),
    "committee:voters-people-remove": Address(COMMITTEE, _voter),
    "committee:voters-people-restore": Address(COMMITTEE, _removed),
    "committee:voters-exports": Address(COMMITTEE, _election),
    "committee:voters-imports": Address(COMMITTEE, _election),
    "committee:voters-imports-one": Address(COMMITTEE, _file),
    "committee:voters-imports-progress": Address(COMMITTEE, _file, page=False),
    "committee:voters-imports-columns": Address(COMMITTEE, _file),
    "committee:voters-imports-changes": Address(COMMITTEE, _file),
    "committee:voters-imports-faults": Address(COMMITTEE, _file),
    "committee:voters-imports-marked": Address(COMMITTEE, _file, page=False, form=True),
    "committee:voters-imports-take": Address(COMMITTEE, _file, page=False, form=True),
    "committee:voters-imports-cancel": Address(COMMITTEE, _file, page=False, form=True),
}
DECIDING = COMMITTEE - {Visitor.MEMBER}
_LISTS: Mapping[str, Address] = {
    "committee:voters-pairs": Address(COMMITTEE, _election),
    "committee:voters-pairs-one": Address(COMMITTEE, _voter),
    "committee:voters-pairs-search": Address(COMMITTEE, _election, page=False, form=True),
    "committee:voters-pairs-stop": Address(COMMITTEE, _election, page=False, form=True),
    "committee:voters-pairs-decide": Address(COMMITTEE, _election, page=False, form=True),
    "committee:voters-pairs-progress": Address(COMMITTEE, _election, page=False),
    "committee:voters-lists": Address(COMMITTEE, _election),
    "committee:voters-lists-one": Address(COMMITTEE, lambda world: (world.held.pk, "dps", 1)),
    "committee:voters-lists-fix": Address(DECIDING, _kind("dps")),
    "committee:voters-lists-death": Address(DECIDING, _election),
    "committee:voters-objections": Address(COMMITTEE, _election),
    "committee:voters-objections-one": Address(COMMITTEE, _objection),
}
_COUNTY_ROOM: Mapping[str, Address] = {
    "county:home": Address(SIGNED_IN, by=Visitor.COUNTY),
    "county:board": Address(OVERSEEING, _wave, by=Visitor.COUNTY),
    "county:set_up": Address(frozenset({Visitor.COUNTY}), _county, by=Visitor.COUNTY),
    "county:values": Address(frozenset({Visitor.COUNTY}), _county, by=Visitor.COUNTY),
    "county:value": Address(frozenset({Visitor.COUNTY}), _value, by=Visitor.COUNTY),
    "county:close": Address(frozenset({Visitor.COUNTY}), _rehearsal, by=Visitor.COUNTY),
    "county:sample": Address(frozenset({Visitor.COUNTY}), _county, page=False),
    "county:approvals": Address(AT_COUNTY, _county, by=Visitor.COUNTY),
}
# Where the site is no demonstration, these addresses are not there for anybody.
_DEMONSTRATION: Mapping[str, Address] = {
    "demonstration:people": Address(frozenset(), page=False, absent=True),
    "demonstration:sign_in": Address(frozenset(), page=False, absent=True),
}
_TO_ALL = Address(EVERYBODY, by=Visitor.STRANGER)
_OWN = Address(SIGNED_IN)
_ACCOUNTS: Mapping[str, Address] = {
    "accounts:start": Address(EVERYBODY, public=True, by=Visitor.STRANGER),
    "accounts:own": _OWN,
    "accounts:details": _OWN,
    "accounts:sign_out_everywhere": _OWN,
    "accounts:invitation": _TO_ALL,
    # Both lead back to the page that asks for the code, until one was typed.
    "accounts:accept": Address(EVERYBODY, page=False),
    "accounts:new_password": Address(EVERYBODY, page=False),
    "accounts:people": Address(GIVING, by=Visitor.COUNTY),
    "accounts:invite": Address(GIVING, by=Visitor.COUNTY),
    "accounts:withdraw": Address(GIVING_HERE, lambda world: (world.invitation.pk,), by=Visitor.COUNTY),
    # One's own role may be laid down.
    "accounts:end": Address(GIVING_HERE | {Visitor.CHAIR}, _grant_of_chair, by=Visitor.COUNTY),
    "accounts:password_code": Address(GIVING_HERE, _chair, by=Visitor.COUNTY),
    "accounts:operator": Address(SEEING_OPENINGS, by=Visitor.OPERATOR),
    "accounts:looks": Address(ANSWERING, by=Visitor.COUNTY),
    "account_login": _TO_ALL,
    "account_logout": _OWN,
    "account_inactive": _TO_ALL,
    "account_reauthenticate": Address(SIGNED_IN, page=False),
    "account_change_password": _OWN,
    "account_reset_password": _TO_ALL,
    "mfa_index": _OWN,
    "mfa_authenticate": Address(SIGNED_IN, page=False),
    "mfa_reauthenticate": Address(SIGNED_IN, page=False),
    # It shows another key each time that it is opened.
    "mfa_activate_totp": Address(SIGNED_IN, page=False),
    "mfa_generate_recovery_codes": Address(SIGNED_IN, page=False),
    # Nobody here has set up a phone; tests/web/accounts goes through these with one.
    "mfa_deactivate_totp": Address(frozenset(), page=False),
    "mfa_view_recovery_codes": Address(frozenset(), page=False),
    "mfa_download_recovery_codes": Address(frozenset(), page=False),
    "set_language": Address(EVERYBODY, page=False, form=True),
}
_FOR_EVERYONE: Mapping[str, Example] = {
    "counties": lambda _world: (),
    "county": lambda world: (world.held.village.district.county.code,),
    "village": lambda world: (world.held.key,),
    "schedule": lambda world: (world.held.key,),
    "feed": lambda world: (world.held.key,),
    "record": lambda world: (world.held.key,),
    "voters": lambda world: (world.held.key,),
    "voters-listed": lambda world: (world.held.key,),
    "voters-propose": lambda world: (world.held.key,),
    "voters-answer": lambda world: (world.held.key,),
}
_PUBLIC: Mapping[str, Address] = {
    f"public:{space}{name}": Address(
        EVERYBODY,
        example,
        page=name != "feed",
        public=True,
        by=Visitor.STRANGER,
        language="en" if space else "id",
    )
    for name, example in _FOR_EVERYONE.items()
    for space in ("", "en:")
}
ADDRESSES: Mapping[str, Address] = {
    **_COMMITTEE_ROOM,
    **_PREPARATION,
    **_REGISTRATION,
    **_VOTERS,
    **_LISTS,
    **_COUNTY_ROOM,
    **_DEMONSTRATION,
    **_ACCOUNTS,
    **_PUBLIC,
}
PAGES: Mapping[str, Address] = {name: address for name, address in ADDRESSES.items() if address.page}


def served() -> Iterator[str]:
    """The name of every address in the URL table; one without a name goes by its route."""
    yield from _named(get_resolver(), "")


def _named(resolver: URLResolver, space: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}" if entry.name else f"{space}{entry.pattern}"
        elif isinstance(entry, URLResolver):
            yield from _named(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
