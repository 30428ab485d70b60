"""From a row of the table of acts to an act."""

import json

from pilkades.acts.act import Act
from pilkades.acts.reading import from_json
from pilkades.web.core.models import ActRow


def act_of(row: ActRow) -> Act:
    """The act that a row holds.

    Raises:
        FaultyInput: the row holds something else, which only a change past the triggers can bring about.
    """
    return from_json(json.loads(row.text), f"election {row.election_id}", row.sequence)
