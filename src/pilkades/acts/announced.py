"""What the committee announced, as the record holds it."""

from dataclasses import dataclass

from pilkades.acts.act import Act
from pilkades.acts.corrections import HoldsActs, current_view
from pilkades.acts.kinds.preparation import Announcement
from pilkades.base.day import Day


@dataclass(frozen=True, slots=True)
class Announced:
    """One announcement as it stands today."""

    act: Act
    title: str
    words: str = ""
    posted_at: str = ""
    on: Day | None = None


def announcements(record: HoldsActs) -> tuple[Announced, ...]:
    """Every announcement, the newest first."""
    found = []
    for current in reversed(current_view(record)):
        if current.act.kind == Announcement.kind():
            facts = {name: stated[-1].value for name, stated in current.facts.items()}
            found.append(
                Announced(
                    act=current.act,
                    title=facts.get("title") or "",
                    words=facts.get("words") or "",
                    posted_at=facts.get("posted_at") or "",
                    on=facts.get("date"),
                )
            )
    return tuple(found)
