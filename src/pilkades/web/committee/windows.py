"""When each kind of act has its place in the proposed timetable: the steps that the timetable names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pilkades.base.language import Text
from pilkades.web.committee.frame import Reader
from pilkades.web.shared.components.words import long_day

STEP_OF_KIND: Mapping[str, str] = {
    "socialisation": "socialisation",
    "bpd_notice": "notice",
    "committee_meeting": "committee",
    "committee_established": "committee",
    "committee_reported": "committee-report",
    "final_report": "final-report",
    "budget": "budget",
    "registrars_appointed": "registrars",
    "voter_registration": "enumeration",
    "dps": "dps",
    "dps_announced": "dps-posting",
    "list_corrections": "dps-posting",
    "dptb": "dptb",
    "dptb_announced": "dptb-posting",
    "dpt": "dpt",
    "dpt_announced": "dpt-posting",
    "call": "announcement",
    "registration": "registration",
    "registration_extended": "extension",
    "screening": "verification",
    "selection": "selection",
    "candidates_adopted": "adoption",
    "candidates_announced": "candidates-posting",
    "ballot_numbers": "lot",
    "invitations": "invitations",
    "campaign": "campaign",
    "quiet_period": "quiet",
    "polling": "polling",
    "tally": "polling",
    "winner_adopted": "winner",
    "result_reported": "report-bpd",
    "sent_to_bupati": "report-bupati",
    "result_dispute": "dispute-filing",
    "bupati_decree": "decree",
    "inauguration": "inauguration",
}
"""Kind -> the step of the timetable in which it is done."""

IF_NEED_BE = frozenset({"registration_extended", "selection", "result_dispute"})
"""Acts that a timetable leaves room for, but which only some elections need."""

_DAYS = Text("{start} sampai {end}", "{start} to {end}")


@dataclass(frozen=True, slots=True)
class Window:
    """The days that the proposal gives a kind of act."""

    start: date
    end: date

    @property
    def words(self) -> Text:
        """One day, or from and to."""
        if self.start == self.end:
            return long_day(self.start)
        return _DAYS.fill(
            start=long_day(self.start, year=self.start.year != self.end.year), end=long_day(self.end)
        )


def windows_of(reader: Reader) -> Mapping[str, Window]:
    """Kind -> its days by the proposed timetable; empty where no list of steps holds."""
    days: dict[str, list[date]] = {}
    for row in reader.state.timetable:
        found = [day for day in (row.start, row.end) if day is not None]
        days.setdefault(row.key.step, []).extend(found)
    return {
        kind: Window(min(days[step]), max(days[step]))
        for kind, step in STEP_OF_KIND.items()
        if days.get(step)
    }
