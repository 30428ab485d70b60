"""Whether a person may vote on a polling day: each requirement of the law, its article, its reason."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Text
from pilkades.register.reasons import REQUIREMENTS, Eligibility, Poll, Reason, Requirement
from pilkades.register.spans import came_in_time, of_age
from pilkades.register.voter import MARITAL, PROOFS, Marital, Proof, Voter
from pilkades.regulation.parameter import Held, Length
from pilkades.timetable.days import Answer

_OPEN = frozenset({Verdict.UNKNOWN, Verdict.AMBIGUOUS})


def judge(voter: Voter, poll: Poll) -> Eligibility:
    """Hold one row against the law of the polling day.

    One requirement that is not met decides; else one that cannot be decided leaves the person undecided.
    """
    reasons = tuple(_reasons(voter, poll))
    return Eligibility(answer_of({reason.verdict for reason in reasons}), reasons)


def answer_of(verdicts: AbstractSet[Verdict]) -> Answer:
    """The answer that the verdicts of all requirements give together."""
    if Verdict.VIOLATED in verdicts:
        return Answer.NO
    return Answer.UNDECIDED if verdicts & _OPEN else Answer.YES


def _reasons(voter: Voter, poll: Poll) -> Iterator[Reason]:
    yield from _struck(voter, poll)
    yield from _citizen(voter, poll)
    yield from _age(voter, poll)
    yield from _residence(voter, poll)
    yield from _registered(voter, poll)
    yield from _proof(voter, poll)
    yield from _excluded(voter, poll)
    yield from _civilian(voter, poll)


def _held(poll: Poll, name: str) -> Held | None:
    return poll.rulebook.parameters.get(f"voter.{name}")


def _reason(
    poll: Poll, requirement: Requirement, verdict: Verdict, message: Text, *names: str, missing: Text = EMPTY
) -> Reason:
    used = tuple(poll.rulebook.used(f"voter.{name}") for name in names)
    questions = (poll.rulebook.question_of(item.article) for item in used)
    return Reason(requirement, verdict, message, used, missing, next(filter(None, questions), EMPTY))


_STRUCK = (
    (Requirement.ALIVE, "dead_struck", Text("Dilaporkan meninggal dunia.", "Reported dead.")),
    (Requirement.HERE, "moved_struck", Text("Dilaporkan pindah ke desa lain.", "Reported moved away.")),
)


def _struck(voter: Voter, poll: Poll) -> Iterator[Reason]:
    """A list carries no proof of life: without a report nothing is asked."""
    for (requirement, name, message), reported in zip(_STRUCK, (voter.dead, voter.moved), strict=True):
        held = _held(poll, name)
        if reported and held is not None and held.value:
            yield _reason(poll, requirement, Verdict.VIOLATED, message, name)


_BY_COMMITTEE = Text(
    "Baris ini tidak menyebutnya; panitia menyatakannya untuk semua.",
    "This row does not say; the committee states it for all.",
)
_NOT_SAID = Text("Baris ini tidak menyebut: {what}.", "This row does not say: {what}.")


def _silent(poll: Poll, requirement: Requirement, name: str, *, stated: bool, missing: Text) -> Reason:
    if stated:
        return _reason(poll, requirement, Verdict.CLAIMED, _BY_COMMITTEE, name)
    message = _NOT_SAID.fill(what=missing)
    return _reason(poll, requirement, Verdict.UNKNOWN, message, name, missing=missing)


_CITIZENSHIP = Text("kewarganegaraan", "citizenship")


def _citizen(voter: Voter, poll: Poll) -> Iterator[Reason]:
    held = _held(poll, "citizen")
    if held is None or (not held.unknown and not held.value):
        return
    here = Requirement.CITIZEN
    if voter.citizen is None:
        yield _silent(poll, here, "citizen", stated=poll.stated.citizen, missing=_CITIZENSHIP)
    elif voter.citizen:
        yield _reason(poll, here, Verdict.COMPLIED, Text("WNI.", "An Indonesian citizen."), "citizen")
    elif held.unknown:
        yield _reason(poll, here, Verdict.AMBIGUOUS, held.unknown, "citizen")
    else:
        message = Text("Bukan warga negara Indonesia.", "No Indonesian citizen.")
        yield _reason(poll, here, Verdict.VIOLATED, message, "citizen")


_BIRTH = Text("tanggal lahir", "birth date")
_WHOLE_BIRTH = Text("tanggal lahir yang lengkap", "the full birth date")
_MARRIAGE = Text("status perkawinan", "marital status")


def _age(voter: Voter, poll: Poll) -> Iterator[Reason]:
    """Who is of the age on the polling day, or is or was married; a birthday on that very day counts."""
    held = _held(poll, "age_min")
    if held is None:
        raise PilkadesError("no-parameter", name="voter.age_min", day=poll.rulebook.day)
    here, years = Requirement.AGE, int(held.value)
    answer = Answer.UNDECIDED if voter.birth is None else of_age(voter.birth, years, poll.day)
    if answer is Answer.YES:
        message = Text("Berumur {n} tahun atau lebih pada {day}.", "{n} or older on {day}.")
        yield _reason(poll, here, Verdict.COMPLIED, message.fill(n=years, day=poll.day), "age_min")
        return
    marriage = _held(poll, "ever_married")
    counts = marriage is not None and bool(marriage.value)
    names = ("age_min", "ever_married") if counts else ("age_min",)
    if counts and voter.marital is not None and voter.marital is not Marital.NEVER:
        message = Text("Menurut baris ini {status}.", "By this row {status}.").fill(
            status=MARITAL[voter.marital]
        )
        yield _reason(poll, here, Verdict.COMPLIED, message, *names)
    elif answer is Answer.NO and (voter.marital is Marital.NEVER or not counts):
        message = Text(
            "Belum {n} tahun pada {day} dan belum menikah.", "Not yet {n} on {day}, never married."
        )
        yield _reason(poll, here, Verdict.VIOLATED, message.fill(n=years, day=poll.day), *names)
    elif answer is Answer.NO:
        message = Text(
            "Belum {n} tahun pada {day}; status perkawinan tidak disebut.",
            "Not yet {n} on {day}; the marital status is not stated.",
        ).fill(n=years, day=poll.day)
        yield _reason(poll, here, Verdict.UNKNOWN, message, *names, missing=_MARRIAGE)
    elif voter.birth is not None and voter.birth.known:
        message = Text(
            "Lahir 29 Februari: teks tidak menyebut apakah umur {n} tercapai 28 Februari atau 1 Maret.",
            "Born on 29 February: the text does not say whether {n} is reached on 28 February or 1 March.",
        ).fill(n=years)
        yield _reason(poll, here, Verdict.AMBIGUOUS, message, *names)
    else:
        missing = _BIRTH if voter.birth is None else _WHOLE_BIRTH
        message = _NOT_SAID.fill(what=missing)
        yield _reason(poll, here, Verdict.UNKNOWN, message, *names, missing=missing)


_SINCE = Text("sejak kapan tinggal di desa", "since when this person lives in the village")
_DPS_DAY = Text("tanggal DPS disahkan", "the day the DPS is adopted")


def reference_day(poll: Poll) -> Day | None:
    """The day up to which residence is counted: the polling day, or the DPS's adoption (None: not known)."""
    held = _held(poll, "residence_until")
    return Day.exactly(poll.day) if held is not None and held.value == "polling_day" else poll.dps_adopted


def _residence(voter: Voter, poll: Poll) -> Iterator[Reason]:
    held = _held(poll, "residence")
    if held is None or not isinstance(held.value, Length):
        return
    here, names = Requirement.RESIDENCE, ("residence", "residence_until")
    reference = reference_day(poll)
    since = voter.resident_since or voter.registered_since
    if since is None:
        yield _silent(poll, here, "residence", stated=poll.stated.resident, missing=_SINCE)
    elif reference is None:
        message = _NOT_SAID.fill(what=_DPS_DAY)
        yield _reason(poll, here, Verdict.UNKNOWN, message, *names, missing=_DPS_DAY)
    else:
        answer = came_in_time(since, held.value, reference)
        other = voter.registered_since and came_in_time(voter.registered_since, held.value, reference)
        if other not in {None, answer} and Answer.UNDECIDED not in {other, answer}:
            yield _reason(
                poll,
                here,
                Verdict.AMBIGUOUS,
                _TWO_DATES.fill(lived=since, register=voter.registered_since),
                *names,
            )
            return
        verdict, message, missing = _RESIDENCE[answer]
        filled = message.fill(since=since, period=held.value, reference=reference)
        yield _reason(poll, here, verdict, filled, *names, missing=missing)


_TWO_DATES = Text(
    "Tinggal sejak {lived}, terdaftar sejak {register}: hasilnya berbeda. Teks tidak menyebut yang dipakai.",
    "Lives here since {lived}, registered since {register}: the results differ. The text does not say which.",
)
_RESIDENCE = {
    Answer.YES: (
        Verdict.COMPLIED,
        Text(
            "Sejak {since}: {period} atau lebih sampai {reference}.",
            "Since {since}: {period} or more by {reference}.",
        ),
        EMPTY,
    ),
    Answer.NO: (
        Verdict.VIOLATED,
        Text(
            "Sejak {since}: kurang dari {period} sampai {reference}.",
            "Since {since}: less than {period} by {reference}.",
        ),
        EMPTY,
    ),
    Answer.UNDECIDED: (
        Verdict.UNKNOWN,
        Text(
            "Sejak {since}, dihitung sampai {reference}: belum pasti {period}.",
            "Since {since}, counted up to {reference}: not certain to be {period}.",
        ),
        Text("tanggal yang lengkap", "the full dates"),
    ),
}


def _registered(voter: Voter, poll: Poll) -> Iterator[Reason]:
    held = _held(poll, "residence_registered")
    if held is None or not held.value:
        return
    here, name, since = Requirement.REGISTERED, "residence_registered", voter.registered_since
    if since is None:
        missing = Text("sejak kapan terdaftar sebagai penduduk", "since when registered as a resident")
        yield _silent(poll, here, name, stated=poll.stated.resident, missing=missing)
        return
    verdict = Verdict.VIOLATED if since.earliest > poll.day else Verdict.COMPLIED
    message = Text("Terdaftar sejak {since}.", "Registered since {since}.").fill(since=since)
    yield _reason(poll, here, verdict, message, name)


_PAPERS = {proof.value: proof for proof in Proof}


def _proof(voter: Voter, poll: Poll) -> Iterator[Reason]:
    """A paper that is not there yet can still be brought: the person stays undecided, not out."""
    held = _held(poll, "residence_proofs")
    if held is None:
        return
    here, name = Requirement.PROOF, "residence_proofs"
    if voter.proofs is None:
        missing = REQUIREMENTS[Requirement.PROOF]
        yield _silent(poll, here, name, stated=poll.stated.residence_proven, missing=missing)
        return
    sets = [frozenset(_PAPERS[paper] for paper in papers) for papers in held.value]
    shown = next((papers for papers in sets if papers <= voter.proofs), None)
    if shown is not None:
        message = Text("Ada: {papers}.", "There is: {papers}.").fill(papers=_papers(shown))
        yield _reason(poll, here, Verdict.COMPLIED, message, name)
        return
    lacking = min(
        (papers - voter.proofs for papers in sets), key=lambda papers: (len(papers), sorted(papers))
    )
    message = Text("Belum ada: {papers}.", "Not there yet: {papers}.").fill(papers=_papers(lacking))
    yield _reason(poll, here, Verdict.UNKNOWN, message, name, missing=_papers(lacking))


def _papers(papers: frozenset[Proof]) -> Text:
    names = [PROOFS[paper] for paper in sorted(papers)]
    return Text(", ".join(name.id for name in names), ", ".join(name.en for name in names))


_RULING = Text(
    "Ada putusan pengadilan tetap yang mencabut hak pilihnya.", "A final court ruling took the vote."
)
_NO_RULING = Text("Tidak ada putusan pengadilan yang mencabutnya.", "No court ruling took it.")
_UNSOUND = Text("Dicatat nyata-nyata terganggu jiwa atau ingatannya.", "Recorded as plainly of unsound mind.")
_SOUND = Text("Tidak dicatat terganggu jiwa atau ingatannya.", "Not recorded as of unsound mind.")


def _excluded(voter: Voter, poll: Poll) -> Iterator[Reason]:
    """Court ruling and the clause on unsound mind; a disability, also a mental one, is neither."""
    for name, here, value, stated, texts in (
        (
            "not_disenfranchised",
            Requirement.NOT_DISENFRANCHISED,
            voter.disenfranchised,
            poll.stated.not_disenfranchised,
            (_RULING, _NO_RULING),
        ),
        (
            "sound_mind",
            Requirement.SOUND_MIND,
            voter.of_unsound_mind,
            poll.stated.sound_mind,
            (_UNSOUND, _SOUND),
        ),
    ):
        held = _held(poll, name)
        if held is None or not held.value:
            continue
        if value is None:
            yield _silent(poll, here, name, stated=stated, missing=REQUIREMENTS[here])
        else:
            verdict = Verdict.VIOLATED if value else Verdict.COMPLIED
            yield _reason(poll, here, verdict, texts[0] if value else texts[1], name)


def _civilian(voter: Voter, poll: Poll) -> Iterator[Reason]:
    """A switch that a county sets; where the text names no such exception, a member of the forces votes."""
    here, name = Requirement.CIVILIAN, "military_police_excluded"
    held = _held(poll, name)
    if held is None:
        return
    member = Text("Anggota TNI/Polri.", "A member of the military or police.")
    if not held.value:
        if voter.military_or_police:
            yield _reason(poll, here, Verdict.NOT_APPLICABLE, member + Text(" ", " ") + held.note, name)
    elif voter.military_or_police is None:
        yield _silent(poll, here, name, stated=poll.stated.civilian, missing=REQUIREMENTS[here])
    else:
        verdict = Verdict.VIOLATED if voter.military_or_police else Verdict.COMPLIED
        yield _reason(poll, here, verdict, member if voter.military_or_police else REQUIREMENTS[here], name)
