"""Options that the commands on voter lists share."""

from typing import Annotated

import typer

from pilkades.base.language import Text
from pilkades.cli.spoken_help import both

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help=both(Text("Daftar pemilih: xlsx, xls, ods, CSV.", "A voter list: xlsx, xls, ods, CSV.")),
    ),
]
PollingDay = Annotated[
    str,
    typer.Option(
        "--polling-day",
        metavar="DATE",
        help=both(Text("Hari pemungutan suara.", "The polling day.")),
    ),
]
CountyOf = Annotated[
    str,
    typer.Option(
        "--county",
        metavar="COUNTY",
        help=both(
            Text(
                "Kabupaten: nama pendek atau kode (tegal, 33.28).",
                "County by short name or code (tegal, 33.28).",
            )
        ),
    ),
]
DpsAdopted = Annotated[
    str | None,
    typer.Option(
        "--dps-adopted",
        metavar="DATE",
        help=both(
            Text(
                "Hari DPS disahkan; lama tinggal dihitung sampai hari itu.",
                "Day the DPS is adopted; residence is counted up to it.",
            )
        ),
    ),
]
Stated = Annotated[
    list[str] | None,
    typer.Option(
        "--stated",
        metavar="FACT",
        help=both(
            Text(
                "Yang dinyatakan panitia untuk semua: all, atau citizen, resident, residence_proven, "
                "not_disenfranchised, sound_mind, civilian; dapat diulang.",
                "What the committee states of all: all, or citizen, resident, residence_proven, "
                "not_disenfranchised, sound_mind, civilian; may be repeated.",
            )
        ),
    ),
]
LayoutOf = Annotated[
    str | None,
    typer.Option(
        "--layout",
        metavar="LAYOUT",
        help=both(
            Text(
                "Tata letak berkas: opensid, siak, a-kwk, a1-dp-1, village-dpt, committee-export.",
                "Layout of the file: opensid, siak, a-kwk, a1-dp-1, village-dpt, committee-export.",
            )
        ),
    ),
]
Maps = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="COLUMN=LETTER",
        help=both(
            Text(
                "Isi kolom: name=C, nik=B; kosong = tidak dibaca (nik=). Dapat diulang.",
                "What a column holds: name=C, nik=B; empty = not read (nik=). May be repeated.",
            )
        ),
    ),
]
HeaderRow = Annotated[
    int | None,
    typer.Option(
        "--header-row",
        metavar="ROW",
        min=1,
        help=both(Text("Baris judul kolom, dihitung dari 1.", "The row of the headings, from 1.")),
    ),
]
MaritalCodes = Annotated[
    str | None,
    typer.Option(
        "--marital",
        metavar="CODES",
        help=both(
            Text("Arti angka status kawin: 0=B,1=S,2=P.", "Meaning of numbers for marriage: 0=B,1=S,2=P.")
        ),
    ),
]
OnlySheets = Annotated[
    list[str] | None,
    typer.Option(
        "--sheet",
        metavar="NAME",
        help=both(Text("Hanya lembar ini; dapat diulang.", "This sheet only; may be repeated.")),
    ),
]
Progress = Annotated[
    bool | None,
    typer.Option(
        "--progress/--no-progress",
        help=both(
            Text(
                "Tunjukkan kemajuan; tanpa ini hanya di terminal.",
                "Show progress; else on a terminal only.",
            )
        ),
    ),
]
