"""Every table of an election."""

from pilkades.web.core.models.access import Grant, Invitation, Kinship, PasswordCode, Role
from pilkades.web.core.models.calendars import CalendarFeed, Reminder
from pilkades.web.core.models.election import Cohort, Election, Wave
from pilkades.web.core.models.jobs import Job, JobState
from pilkades.web.core.models.lists import DeathNote, ListEntryRow, ListVersionRow, VoterExport
from pilkades.web.core.models.logs import NumberLook, StaffAccess, ViewLog
from pilkades.web.core.models.objections import AskCount, ObjectionDecision, VoterObjection
from pilkades.web.core.models.own_values import CountyValue
from pilkades.web.core.models.pairs import FoundPair
from pilkades.web.core.models.places import County, District, Village, Zone
from pilkades.web.core.models.record import ActRow, BoardRow, Paper, RecordHead
from pilkades.web.core.models.register import (
    ImportFault,
    ImportState,
    PairDecision,
    RegisterHead,
    VoterImport,
    VoterRow,
)
from pilkades.web.core.models.timetable import TimetableMove

__all__ = [
    "ActRow",
    "AskCount",
    "BoardRow",
    "CalendarFeed",
    "Cohort",
    "County",
    "CountyValue",
    "DeathNote",
    "District",
    "Election",
    "FoundPair",
    "Grant",
    "ImportFault",
    "ImportState",
    "Invitation",
    "Job",
    "JobState",
    "Kinship",
    "ListEntryRow",
    "ListVersionRow",
    "NumberLook",
    "ObjectionDecision",
    "PairDecision",
    "Paper",
    "PasswordCode",
    "RecordHead",
    "RegisterHead",
    "Reminder",
    "Role",
    "StaffAccess",
    "TimetableMove",
    "ViewLog",
    "Village",
    "VoterExport",
    "VoterImport",
    "VoterObjection",
    "VoterRow",
    "Wave",
    "Zone",
]
