"""Every table of an election."""

from pilkades.web.core.models.access import Grant, Invitation, Kinship, PasswordCode, Role
from pilkades.web.core.models.calendars import CalendarFeed, Reminder
from pilkades.web.core.models.election import Cohort, Election, Wave
from pilkades.web.core.models.logs import StaffAccess, ViewLog
from pilkades.web.core.models.own_values import CountyValue
from pilkades.web.core.models.places import County, District, Village, Zone
from pilkades.web.core.models.record import ActRow, BoardRow, Paper, RecordHead
from pilkades.web.core.models.timetable import TimetableMove

__all__ = [
    "ActRow",
    "BoardRow",
    "CalendarFeed",
    "Cohort",
    "County",
    "CountyValue",
    "District",
    "Election",
    "Grant",
    "Invitation",
    "Kinship",
    "Paper",
    "PasswordCode",
    "RecordHead",
    "Reminder",
    "Role",
    "StaffAccess",
    "TimetableMove",
    "ViewLog",
    "Village",
    "Wave",
    "Zone",
]
