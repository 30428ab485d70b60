"""How the sheets of a file are read, as JSON: proposed by the reader of lists, corrected by a person."""

import json
from collections.abc import Iterable
from typing import Any

from pilkades.register.headers import Proposal
from pilkades.register.layouts import LAYOUTS, Column, Mapping
from pilkades.register.nik import Sex
from pilkades.register.voter import Marital
from pilkades.web.core.vault.covering import covered

_LAYOUTS = {layout.id: layout for layout in LAYOUTS}


def written(proposals: Iterable[Proposal]) -> str:
    """The proposals as JSON; `read` gives them back."""
    return json.dumps([_written(proposal) for proposal in proposals], sort_keys=True)


def read(text: str) -> tuple[Proposal, ...]:
    """The proposals that a row of an import holds; none before it was read for the first time."""
    return tuple(_read(one) for one in json.loads(text or "[]"))


def _written(proposal: Proposal) -> dict[str, Any]:
    mapping = proposal.mapping
    return {
        "sheet": proposal.sheet,
        "doubled": [[column.value, index] for column, index in proposal.doubled],
        "mapping": mapping
        and {
            "header_row": mapping.header_row,
            "first_row": mapping.first_row,
            "columns": {column.value: index for column, index in mapping.columns.items()},
            "headings": [covered(heading) for heading in mapping.headings],
            "layout": mapping.layout.id if mapping.layout else None,
            "sex_codes": {code: sex.value for code, sex in mapping.sex_codes.items()},
            "marital_codes": {code: marital.value for code, marital in mapping.marital_codes.items()},
        },
    }


def _read(held: dict[str, Any]) -> Proposal:
    kept = held["mapping"]
    doubled = tuple((Column(column), index) for column, index in held["doubled"])
    if kept is None:
        return Proposal(held["sheet"], None, doubled)
    mapping = Mapping(
        sheet=held["sheet"],
        header_row=kept["header_row"],
        first_row=kept["first_row"],
        columns={Column(column): index for column, index in kept["columns"].items()},
        headings=tuple(kept["headings"]),
        layout=_LAYOUTS.get(kept["layout"]),
        sex_codes={code: Sex(sex) for code, sex in kept["sex_codes"].items()},
        marital_codes={code: Marital(marital) for code, marital in kept["marital_codes"].items()},
    )
    return Proposal(held["sheet"], mapping, doubled)
