"""What the program says when input cannot be used, and the exit status that goes with it."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from pilkades.base.digest import Json
from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.base.language import Language, Text
from pilkades.cli.covering import covered_together

DONE, FOUND, FAULTY = 0, 1, 2
"""Exit status: done; findings at or above `--fail-on`; input that cannot be used."""

_NAMED: dict[str, tuple[str, Text, Text]] = {
    "unknown-case": (
        "CASE",
        Text(
            "{case} bukan kasus yang ikut dalam program dan bukan berkas.",
            "{case} is no case that ships and no file.",
        ),
        Text(
            "Kasus yang ada: {known}. Atau sebut berkas kasus (.toml).",
            "Cases: {known}. Or name a case file (.toml).",
        ),
    ),
    "unknown-county": (
        "--county",
        Text("daerah {county} tidak dikenal.", "the county {county} is not known."),
        Text("Pakai salah satu: {known}.", "Use one of: {known}."),
    ),
    "no-regime": (
        "--on",
        Text("program belum mengenal hukum pada {day}.", "the program knows no law of {day}."),
        Text("Pakai tanggal sejak 30 Desember 2005.", "Use a date from 30 December 2005 on."),
    ),
    "no-parameter": (
        "PARAM",
        Text("hukum pada {day} tidak memuat {name}.", "the law of {day} has no {name}."),
        Text("Lihat namanya dengan: pilkades law list.", "See the names with: pilkades law list."),
    ),
    "no-steps": (
        "--polling-day",
        Text("belum ada daftar tahapan untuk {polling_day}.", "there is no list of steps for {polling_day}."),
        Text("Pakai tanggal sejak 31 Desember 2014.", "Use a date from 31 December 2014 on."),
    ),
    "article-notation": (
        "NOTATION",
        Text("{notation} bukan penulisan pasal.", "{notation} is no notation of an article."),
        Text("Tulis seperti pp-43-2014:41(3).c.", "Write it like pp-43-2014:41(3).c."),
    ),
    "cap-not-set": (
        "--cap",
        Text(
            "hukum pada {day} belum memuat batas pemilih satu TPS ({article}).",
            "the law of {day} sets no cap of a station ({article}).",
        ),
        Text("Sebut angka panitia dengan --cap.", "Name the committee's number with --cap."),
    ),
    "cap-not-positive": (
        "--cap",
        Text("{voters} bukan batas.", "{voters} is no cap."),
        Text("Tulis bilangan mulai dari 1.", "Write a number from 1 on."),
    ),
    "no-voters": (
        "FILE",
        Text("daftar ini belum memuat pemilih.", "the list holds no voters."),
        Text(
            "Lihat barisnya dengan memeriksa daftar pemilih lebih dulu.", "Look through the voter list first."
        ),
    ),
    "too-few-groups": (
        "--tps",
        Text(
            "{groups} kelompok belum cukup untuk {number} TPS.",
            "{groups} groups do not fill {number} stations.",
        ),
        Text("Sebut jumlah TPS yang lebih kecil.", "Name a smaller number of stations."),
    ),
    "too-few-sites": (
        "--tps",
        Text(
            "{sites} tempat belum cukup untuk {number} TPS.", "{sites} sites do not make {number} stations."
        ),
        Text("Tambah tempat pada --sites atau kurangi --tps.", "Add sites to --sites or lower --tps."),
    ),
    "points-of-two-kinds": (
        "--points",
        Text(
            "titik RT dan titik TPS belum memakai cara yang sama.",
            "points of RT and of stations are not of one kind.",
        ),
        Text(
            "Pakai derajat untuk keduanya, atau meter untuk keduanya.",
            "Use degrees for both or metres for both.",
        ),
    ),
    "calendar-not-loaded": (
        "--polling-day",
        Text("hari libur tahun {year} belum dimuat.", "the holidays of {year} are not loaded."),
        Text("Pakai tanggal yang lebih dekat.", "Use a nearer date."),
    ),
}
_OTHER = (
    Text("masukan ini tidak dapat dipakai ({code}).", "this input cannot be used ({code})."),
    Text("Periksa nilai yang ditulis.", "Check the values given."),
)
_UNREADABLE = (
    Text("berkas ini tidak dapat dibaca ({reason}).", "the file cannot be read ({reason})."),
    Text("Periksa nama, letak, dan izin bacanya.", "Check its name, its place and who may read it."),
)
_UNWRITABLE = (
    Text("berkas ini tidak dapat ditulis ({reason}).", "the file cannot be written ({reason})."),
    Text("Pilih folder yang ada dan dapat ditulis.", "Choose a folder that exists and may be written to."),
)
_NOT_TEXT = (
    Text("berkas ini bukan teks UTF-8.", "the file is not UTF-8 text."),
    Text("Simpan sebagai teks UTF-8.", "Save it as UTF-8 text."),
)


@contextmanager
def answering(command: str, language: Language, *, as_json: bool) -> Iterator[None]:
    """Turn what cannot be used into lines for people or an object for machines, and exit with 2."""
    try:
        yield
    except FaultyInput as error:
        faults = error.faults
    except PilkadesError as error:
        faults = (_named(error, command),)
    except BrokenPipeError:
        raise
    except OSError as error:
        faults = (Fault(str(error.filename or command), "-", *_filled(_UNREADABLE, error)),)
    except UnicodeDecodeError:
        faults = (Fault(command, "-", *_NOT_TEXT),)
    else:
        return
    say_faults(faults, language, as_json=as_json)
    raise typer.Exit(FAULTY)


def say_faults(faults: Iterable[Fault], language: Language, *, as_json: bool) -> None:
    """Each fault as its own line on standard error; with JSON one object on standard output."""
    if as_json:
        listed: list[Json] = [
            {
                "file": covered_together(fault.file),
                "key": fault.key,
                "problem": covered_together(fault.problem.to(language)),
                "remedy": covered_together(fault.remedy.to(language)),
            }
            for fault in faults
        ]
        write_json({"faults": listed})
        return
    for fault in faults:
        sys.stderr.write(covered_together(" ".join(fault.to(language).split())) + "\n")


def write_json(value: Json) -> None:
    """One JSON document on standard output, keys in their documented order."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def unwritable(file: str, error: OSError) -> FaultyInput:
    """A file that was to be written and cannot be."""
    return FaultyInput([Fault(file, "-", *_filled(_UNWRITABLE, error))])


def _named(error: PilkadesError, command: str) -> Fault:
    key, problem, remedy = _NAMED.get(error.code, ("-", *_OTHER))
    fields = {"code": error.code, **error.fields}
    return Fault(command, key, problem.fill(**fields), remedy.fill(**fields))


def _filled(texts: tuple[Text, Text], error: OSError) -> tuple[Text, Text]:
    problem, remedy = texts
    return problem.fill(reason=error.strerror or type(error).__name__), remedy
