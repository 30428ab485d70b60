"""Who may do what, where, from when until when; and the printed codes by which people come in."""

from django.conf import settings
from django.db import models
from typing_extensions import override

from pilkades.web.core.models.places import County, District, Village


class Role(models.TextChoices):
    """An office that a person holds here."""

    COUNTY = "county", "Kabupaten"
    DISTRICT = "district", "Kecamatan"
    VILLAGE_CHAIR = "village_chair", "Ketua panitia"
    VILLAGE_SECRETARY = "village_secretary", "Sekretaris panitia"
    VILLAGE_MEMBER = "village_member", "Anggota panitia"
    BPD = "bpd", "BPD"
    CAMAT = "camat", "Camat"
    SUPERVISOR = "supervisor", "Pengawas"
    REGISTRAR = "registrar", "Petugas pendaftaran pemilih"


class Kinship(models.TextChoices):
    """What a person declared of kinship with someone who stands."""

    NOT_ASKED = "not_asked", "Belum ditanya"
    NONE = "none", "Tidak berkerabat"
    KIN = "kin", "Berkerabat"


COMMITTEE_ROLES = (Role.VILLAGE_CHAIR, Role.VILLAGE_SECRETARY, Role.VILLAGE_MEMBER)
VILLAGE_ROLES = (*COMMITTEE_ROLES, Role.BPD, Role.REGISTRAR)
DISTRICT_ROLES = (Role.DISTRICT, Role.CAMAT)
_BOUNDS = models.Q(starts__lt=models.F("until"))
# Written out as values: a migration keeps this condition as it stands.
_PLACE = (
    models.Q(
        role__in=[str(role) for role in VILLAGE_ROLES],
        village__isnull=False,
        district__isnull=True,
        county__isnull=True,
    )
    | models.Q(
        role__in=[str(role) for role in DISTRICT_ROLES],
        village__isnull=True,
        district__isnull=False,
        county__isnull=True,
    )
    | models.Q(role=str(Role.COUNTY), village__isnull=True, district__isnull=True, county__isnull=False)
    | (
        models.Q(role=str(Role.SUPERVISOR))
        & (
            models.Q(village__isnull=False, district__isnull=True, county__isnull=True)
            | models.Q(village__isnull=True, district__isnull=False, county__isnull=True)
            | models.Q(village__isnull=True, district__isnull=True, county__isnull=False)
        )
    )
)


class Grant(models.Model):
    """One person's role at one place, from `starts` until before `until`, or until it was ended.

    `areas` names the RTs of a registrar, parted by commas; empty means the whole village.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, related_name="+")
    district = models.ForeignKey(District, on_delete=models.PROTECT, null=True, related_name="+")
    village = models.ForeignKey(Village, on_delete=models.PROTECT, null=True, related_name="+")
    areas = models.CharField(max_length=300, blank=True, default="")
    starts = models.DateTimeField()
    until = models.DateTimeField()
    kinship = models.CharField(max_length=10, choices=Kinship.choices, default=Kinship.NOT_ASKED)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_because = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ("user", "starts")
        indexes = (models.Index(fields=("user", "until"), name="core_grant_of_user"),)
        constraints = (
            models.CheckConstraint(name="core_grant_ends_after_start", condition=_BOUNDS),
            models.CheckConstraint(name="core_grant_place_fits_role", condition=_PLACE),
        )

    @override
    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


class Invitation(models.Model):
    """A printed code for one role: kept only as a keyed hash, good once, and not for ever."""

    code_hash = models.CharField(max_length=64, unique=True)
    invited = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=Role.choices)
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, related_name="+")
    district = models.ForeignKey(District, on_delete=models.PROTECT, null=True, related_name="+")
    village = models.ForeignKey(Village, on_delete=models.PROTECT, null=True, related_name="+")
    areas = models.CharField(max_length=300, blank=True, default="")
    starts = models.DateTimeField()
    until = models.DateTimeField()
    expires_at = models.DateTimeField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    redeemed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    grant = models.OneToOneField(Grant, on_delete=models.PROTECT, null=True, related_name="invitation")

    class Meta:
        ordering = ("-created_at",)
        constraints = (
            models.CheckConstraint(name="core_invitation_ends_after_start", condition=_BOUNDS),
            models.CheckConstraint(name="core_invitation_place_fits_role", condition=_PLACE),
            models.CheckConstraint(
                name="core_invitation_redeemed_whole",
                condition=models.Q(redeemed_at__isnull=True, grant__isnull=True)
                | models.Q(redeemed_at__isnull=False, grant__isnull=False),
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.invited}: {self.role}"


class PasswordCode(models.Model):
    """A printed code by which a person sets a new password: who gave it, why, and when it was used."""

    code_hash = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="password_codes"
    )
    reason = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created_at",)
        constraints = (
            models.CheckConstraint(name="core_passwordcode_says_why", condition=~models.Q(reason="")),
        )

    @override
    def __str__(self) -> str:
        return f"{self.user}: {self.reason}"
