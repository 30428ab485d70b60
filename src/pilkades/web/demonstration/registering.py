"""Writes registers of voters into made-up villages: each as far as the record of that village has come."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from uuid import UUID

from pilkades.exchange import spreadsheets
from pilkades.register.grounds import Ground
from pilkades.register.headers import propose
from pilkades.register.lists import ListKind
from pilkades.register.objections import Outcome
from pilkades.register.voter import Voter
from pilkades.web.core import clock, mappings, work
from pilkades.web.core.models import (
    ActRow,
    Election,
    ImportState,
    Job,
    JobState,
    ListVersionRow,
    VoterImport,
    VoterRow,
)
from pilkades.web.core.queries.found_pairs import KIND
from pilkades.web.core.queries.proposal_times import proposal_time_of
from pilkades.web.core.queries.records import record_of
from pilkades.web.core.queries.states import state_of
from pilkades.web.core.queries.voters import standing_rows
from pilkades.web.core.services import find_pairs, read_import
from pilkades.web.core.services.changed_rows import Why, next_row
from pilkades.web.core.services.decide_objection import Decided, ruled
from pilkades.web.core.services.file_objection import Filed, kept
from pilkades.web.core.services.fix_list import Fixing, drafted, frozen
from pilkades.web.core.services.register_head import locked_head, moved_on
from pilkades.web.core.services.take_import import staged
from pilkades.web.core.vault import files
from pilkades.web.core.vault.keys import Ring, ring
from pilkades.web.core.voter_rows import columns_of
from pilkades.web.demonstration import residents
from pilkades.web.demonstration.proposals import PROPOSALS
from pilkades.web.shared.models import User

_AN_HOUR = timedelta(hours=1)
_LATER = 4
_LEFT_OUT = 3
_APART = 41


@dataclass(frozen=True, slots=True)
class People:
    """Who writes in a village; the registrar only where one works."""

    secretary: User
    registrar: User | None = None


def registered(election: Election, people: People, today: date, now: datetime) -> None:
    """Write what this village's stage has of a register; most villages have none.

    The caller holds the transaction; the record of the village is written before.
    """
    # Read anew: the record was written since the election was opened.
    held = Election.objects.select_related("village__district__county", "head").get(pk=election.pk)
    register = _Register(held, people, today, now)
    match held.village.code:
        case residents.BEGUN:
            register.begun()
        case residents.SEARCHED:
            register.searched()
        case residents.POSTED:
            register.posted()
        case residents.ADOPTED:
            register.adopted()
        case _:
            return


@dataclass
class _Register:
    election: Election
    people: People
    today: date
    now: datetime
    held: Ring = field(default_factory=ring)

    @cached_property
    def acts(self) -> Mapping[str, tuple[str, datetime]]:
        """The last act of each kind: its name and when it was recorded."""
        rows = ActRow.objects.filter(election=self.election).order_by("sequence")
        return {kind: (act, at) for kind, act, at in rows.values_list("kind", "act_id", "recorded_at")}

    def begun(self) -> None:
        """A file of the village's office was read; some of its rows wait for a repair."""
        everybody = residents.residents(residents.BEGUN, self.election.polling_day)
        content = residents.file_with_faults(everybody)
        brought = self._brought("pemilih dusun 1.xlsx", content, self.now - 2 * _AN_HOUR)
        files.keep(content, self.election.pk, brought.token, self.held)
        job = self._job("read_import", brought.brought_at, brought.pk)
        read_import.work_on(job, work.Progress(job.pk))
        self._done(job)

    def searched(self) -> None:
        """A list of the last election was taken, in which some stand twice."""
        everybody = residents.residents(residents.SEARCHED, self.election.polling_day)
        _, adopted = self.acts["schedule_adopted"]
        self._taken("daftar pemilih lama.xlsx", (*everybody, *residents.noted_twice(everybody)), adopted)
        job = self._job(KIND, adopted + _AN_HOUR)
        # The exact keys alone: the kernel is compiled where a search runs, which takes longer than all else.
        find_pairs.search(job, work.Progress(job.pk), lambda _: {})
        self._done(job)

    def posted(self) -> None:
        """The DPS is posted: citizens propose, a registrar writes down who is missing."""
        everybody = residents.residents(residents.POSTED, self.election.polling_day)
        missing = everybody[_APART : _APART * (_LEFT_OUT + 1) : _APART]
        _, registered = self.acts["voter_registration"]
        self._taken("hasil pendataan.xlsx", [one for one in everybody if one not in missing], registered)
        self._fixed(ListKind.DPS, "dps")
        self._proposed()
        writer = self.people.registrar or self.people.secretary
        self._added(missing, writer, self.now - _AN_HOUR / 2, "")

    def adopted(self) -> None:
        """From the first DPS over its corrections and the DPTb to the DPT, as the record counts them."""
        corrections = self._stated("list_corrections")
        people = residents.on_the_way(
            residents.ADOPTED,
            self.election.polling_day,
            corrections["additions"],
            corrections["corrections"],
            _LATER,
        )
        _, registered = self.acts["voter_registration"]
        self._taken("hasil pendataan.xlsx", people.taken, registered)
        self._fixed(ListKind.DPS, "dps")
        _, at = self.acts["list_corrections"]
        self._corrected(people.corrected, at - _AN_HOUR)
        self._added(people.added, self.people.secretary, at - _AN_HOUR, "Usul warga atas DPS")
        self._fixed(ListKind.DPS, "list_corrections")
        _, at = self.acts["dptb"]
        self._added(people.later, self.people.secretary, at - _AN_HOUR, "Pemilih tambahan")
        self._fixed(ListKind.DPTB, "dptb")
        self._fixed(ListKind.DPT, "dpt")

    def _stated(self, kind: str) -> Mapping[str, int]:
        act = next(one for one in record_of(self.election).acts if one.kind == kind)
        return {name: said[-1].value for name, said in act.facts.items() if isinstance(said[-1].value, int)}

    def _taken(self, name: str, people: Sequence[Voter], at: datetime) -> None:
        content = residents.file_of("Pemilih", people)
        sheets = spreadsheets.read(content, name)
        brought = self._brought(name, content, at)
        brought.mapping = mappings.written(propose(sheets))
        brought.ready, brought.state = len(people), ImportState.TAKING
        brought.save()
        head = locked_head(self.election, self.held)
        job = self._job("take_import", at, brought.pk)
        counts = staged(job, brought, people, work.Progress(job.pk), self.held)
        for match, count in counts.items():
            setattr(brought, match.value, count)
        brought.state, brought.ended_at, brought.ended_by = ImportState.TAKEN, at, self.people.secretary
        brought.save()
        moved_on(head)
        self._done(job)

    def _fixed(self, kind: ListKind, act_kind: str) -> None:
        act_id, at = self.acts[act_kind]
        head = locked_head(self.election, self.held)
        draft = drafted(self.election, Fixing(kind, at.date(), undecided=False), head, self.held)
        number = 1 + ListVersionRow.objects.filter(election=self.election, kind=kind.value).count()
        frozen(self.people.secretary, self.election, draft, number, act_id, at)

    def _added(self, people: Iterable[Voter], by: User, at: datetime, reason: str) -> None:
        rows = []
        for voter in people:
            person = clock.new_person()
            columns = columns_of(voter, self.election.pk, person, self.held)
            common = {"reason": reason, "changed_at": at, "changed_by": by}
            rows.append(VoterRow(election=self.election, person=person, **common, **columns))
        VoterRow.objects.bulk_create(rows)
        moved_on(locked_head(self.election, self.held))

    def _corrected(self, pairs: Iterable[tuple[Voter, Voter]], at: datetime) -> None:
        rows = {row.nik_mark: row for row in standing_rows(self.election)}
        why = Why(self.people.secretary, at, "Usul warga atas DPS, sesuai KTP")
        changed = []
        for _, right in pairs:
            mark = columns_of(right, self.election.pk, clock.new_person(), self.held)["nik_mark"]
            before = rows[mark]
            columns = columns_of(right, self.election.pk, before.person, self.held)
            changed.append(next_row(before, why, columns))
        VoterRow.objects.bulk_create(changed)
        moved_on(locked_head(self.election, self.held))

    def _proposed(self) -> None:
        """Proposals on the posted list, the first of them decided."""
        state = state_of(self.election, self.today)
        times = proposal_time_of(state, ListKind.DPS)
        _, announced = self.acts["dps_announced"]
        on_list = list(standing_rows(self.election).order_by("search", "pk")[: _APART * len(PROPOSALS)])
        for turn, (ground, words) in enumerate(PROPOSALS):
            row = on_list[_APART * turn]
            about: UUID | None = None if ground is Ground.NOT_LISTED else row.person
            filed = Filed(
                ListKind.DPS,
                ground,
                words.format(name=row.name),
                "lewat ketua RT",
                about,
                times.decide_by,
            )
            at = announced + (turn + 1) * _AN_HOUR / 2
            receipt = kept(self.election, filed, None, at)
            if ground is Ground.WRONG_DATA:
                why = Why(self.people.secretary, at + _AN_HOUR, "Usul warga, sesuai KTP")
                next_row(row, why, {"birth_place": "Batu Ampira"}).save(force_insert=True)
                moved_on(locked_head(self.election, self.held))
                decided = Decided(Outcome.ACCEPTED, "Sesuai KTP yang ditunjukkan.", about=about)
                ruled(
                    self.people.secretary,
                    self.election,
                    receipt.objection,
                    decided,
                    times,
                    at + _AN_HOUR,
                )

    def _brought(self, name: str, content: bytes, at: datetime) -> VoterImport:
        return VoterImport.objects.create(
            election=self.election,
            token=clock.new_person(),
            file_name=name,
            digest=hashlib.sha256(content).hexdigest(),
            size=len(content),
            brought_at=at,
            brought_by=self.people.secretary,
        )

    def _job(self, kind: str, at: datetime, subject: int | None = None) -> Job:
        return Job.objects.create(
            election=self.election,
            kind=kind,
            subject=subject,
            state=JobState.RUNNING,
            asked_by=self.people.secretary,
            asked_at=at,
        )

    def _done(self, job: Job) -> None:
        Job.objects.filter(pk=job.pk).update(state=JobState.DONE, attempts=1, ended_at=job.asked_at)
