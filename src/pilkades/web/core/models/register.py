"""The voter register: files that were brought, and every revision of every person.

NIK and KK stand here sealed, and as keyed marks by which they are found. Rows are never changed but for being
sealed and marked anew under a newer key; a trigger of both databases holds that.
"""

from django.conf import settings
from django.db import models
from typing_extensions import override

from pilkades.web.core.models.election import Election
from pilkades.web.core.models.record import DIGEST_LENGTH

LONGEST_AREA = 100
LONGEST_SEARCH = 200


def _both(sealed: str, mark: str) -> models.Q:
    """A number is there sealed and marked, or neither."""
    return models.Q(**{f"{sealed}__isnull": True, mark: ""}) | (
        models.Q(**{f"{sealed}__isnull": False}) & ~models.Q(**{mark: ""})
    )


class RegisterHead(models.Model):
    """One row for each election with a register: the row that whoever changes the register locks.

    `list_key` is sealed and never changes but for its seal: the marks on fixed lists are made with it, so
    that a list's digest outlives every other key. `version` counts what was changed.
    """

    election = models.OneToOneField(
        Election, on_delete=models.PROTECT, primary_key=True, related_name="register"
    )
    list_key = models.BinaryField()
    version = models.PositiveIntegerField(default=0)

    @override
    def __str__(self) -> str:
        return f"{self.election_id}: {self.version}"


class ImportState(models.TextChoices):
    """Where a file that was brought stands."""

    WAITING = "waiting", "Menunggu dibaca"
    READING = "reading", "Sedang dibaca"
    FAULTY = "faulty", "Perlu diperbaiki"
    READY = "ready", "Siap diambil"
    TAKING = "taking", "Sedang diambil"
    TAKEN = "taken", "Sudah diambil"
    CANCELLED = "cancelled", "Dibatalkan"
    FAILED = "failed", "Tidak terbaca"


class VoterImport(models.Model):
    """A file of voters: its rows count from the moment at which this one row says `taken`, all at once.

    `digest` is that of the file as it was brought. The file lies sealed on the disk under `token` until it is
    taken or given up. `mapping` is how its sheets are read, as JSON (core.mappings); `counts` how many
    faults of each kind were found. Of its rows, `added` are new persons, `renewed` state something else of
    a person, `same` what the register holds already, and `kept` gave way to what somebody changed by hand:
    as reading it foresaw, and once it is taken as it came.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="voter_imports")
    token = models.UUIDField(unique=True)
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=DIGEST_LENGTH)
    size = models.PositiveIntegerField()
    mapping = models.TextField(blank=True, default="")
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.WAITING)
    ready = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    faults = models.PositiveIntegerField(default=0)
    counts = models.TextField(blank=True, default="")
    added = models.PositiveIntegerField(default=0)
    renewed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("-brought_at", "-pk")
        indexes = (models.Index(fields=("election", "state"), name="core_voterimport_state"),)
        constraints = (
            # Two files at once would each take the other's people for new ones.
            models.UniqueConstraint(
                fields=("election",),
                condition=models.Q(state="taking"),
                name="core_voterimport_one_at_a_time",
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.digest[:12]}: {self.state}"


class ImportFault(models.Model):
    """One thing that is wrong in a file; numbers of persons are covered in its words."""

    brought = models.ForeignKey(VoterImport, on_delete=models.CASCADE, related_name="found")
    sheet = models.CharField(max_length=200)
    row = models.PositiveIntegerField(null=True)
    column = models.PositiveSmallIntegerField(null=True)
    kind = models.CharField(max_length=30)
    repair = models.BooleanField()
    problem_id = models.TextField()
    problem_en = models.TextField()
    remedy_id = models.TextField()
    remedy_en = models.TextField()

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(fields=("brought", "kind", "id"), name="core_importfault_kind"),
            models.Index(fields=("brought", "repair", "id"), name="core_importfault_repair"),
        )

    @override
    def __str__(self) -> str:
        return f"{self.sheet} {self.row}: {self.kind}"


class VoterRow(models.Model):
    """What is stated of one person from one change on; the person stays the same over all revisions.

    A row counts when it came by hand (`brought` is null) or its file was taken, and no row that counts
    `replaces` it. A row with a `removal` says that the person left the register, and why. So one small
    change, that of the import's state, shows all rows of a file at once, and nothing is ever written over.
    """

    election = models.ForeignKey(
        Election, on_delete=models.PROTECT, db_index=False, related_name="voter_rows"
    )
    person = models.UUIDField()
    revision = models.PositiveIntegerField(default=1)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    brought = models.ForeignKey(VoterImport, on_delete=models.PROTECT, null=True, related_name="rows")
    removal = models.CharField(max_length=20, blank=True, default="")
    reason = models.CharField(max_length=300, blank=True, default="")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    nik_sealed = models.BinaryField(null=True)
    kk_sealed = models.BinaryField(null=True)
    nik_mark = models.CharField(max_length=DIGEST_LENGTH, blank=True, default="")
    kk_mark = models.CharField(max_length=DIGEST_LENGTH, blank=True, default="")

    name = models.TextField()
    search = models.CharField(max_length=LONGEST_SEARCH)
    sex = models.CharField(max_length=1, blank=True, default="")
    birth_place = models.TextField(blank=True, default="")
    birth = models.CharField(max_length=24, blank=True, default="")
    marital = models.CharField(max_length=1, blank=True, default="")
    address = models.TextField(blank=True, default="")
    rt = models.CharField(max_length=LONGEST_AREA, blank=True, default="")
    rw = models.CharField(max_length=LONGEST_AREA, blank=True, default="")
    dusun = models.CharField(max_length=LONGEST_AREA, blank=True, default="")
    tps = models.CharField(max_length=LONGEST_AREA, blank=True, default="")
    disabilities = models.CharField(max_length=100, blank=True, default="")
    resident_since = models.CharField(max_length=24, blank=True, default="")
    registered_since = models.CharField(max_length=24, blank=True, default="")
    # Null is "not stated"; an empty text is "none was shown".
    proofs = models.CharField(max_length=100, null=True)  # noqa: DJ001 -- the reason above
    citizen = models.BooleanField(null=True)
    disenfranchised = models.BooleanField(null=True)
    of_unsound_mind = models.BooleanField(null=True)
    military_or_police = models.BooleanField(null=True)
    dead = models.BooleanField(default=False)
    moved = models.BooleanField(default=False)
    remark = models.TextField(blank=True, default="")
    sheet = models.CharField(max_length=200, blank=True, default="")
    row = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("election", "dusun", "rw", "rt", "search", "pk")
        indexes = (
            models.Index(
                fields=("election", "dusun", "rw", "rt", "search", "id"), name="core_voterrow_order"
            ),
            models.Index(fields=("election", "search", "id"), name="core_voterrow_name"),
            models.Index(fields=("election", "rw", "rt", "search", "id"), name="core_voterrow_rt"),
            models.Index(fields=("nik_mark", "election"), name="core_voterrow_nik"),
            models.Index(fields=("kk_mark", "election"), name="core_voterrow_kk"),
        )
        constraints = (
            # A person of one election has one row of each revision from each source.
            models.UniqueConstraint(
                fields=("election", "person", "revision", "brought"), name="core_voterrow_revision_once"
            ),
            models.UniqueConstraint(
                fields=("replaces",), condition=models.Q(brought=None), name="core_voterrow_replaced_once"
            ),
            models.CheckConstraint(
                name="core_voterrow_first_replaces_none",
                condition=models.Q(revision=1, replaces=None)
                | models.Q(revision__gt=1, replaces__isnull=False),
            ),
            models.CheckConstraint(
                name="core_voterrow_sealed_and_marked",
                condition=_both("nik_sealed", "nik_mark") & _both("kk_sealed", "kk_mark"),
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.person}, {self.revision}"


class PairDecision(models.Model):
    """Whether two rows are one person, as somebody decided; undoing it is a new decision.

    `first` and `second` are persons in the order of their names; `why` is the evidence as it was shown, JSON
    without any number of a person.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="pair_decisions")
    first = models.UUIDField()
    second = models.UUIDField()
    answer = models.CharField(max_length=10)
    why = models.TextField(blank=True, default="")
    reason = models.CharField(max_length=300, blank=True, default="")
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("election", "first", "second"), name="core_pairdecision_pair"),)
        constraints = (
            models.CheckConstraint(
                name="core_pairdecision_known",
                condition=models.Q(answer__in=("same", "different", "ask", "undone")),
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.first}, {self.second}: {self.answer}"
