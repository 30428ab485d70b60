"""The account of a person."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from typing_extensions import override


class UserManager(BaseUserManager["User"]):
    """Makes accounts; there is none that may do everything for ever."""

    def create_user(self, username: str, full_name: str, password: str | None = None) -> "User":
        """Make an account; without a password nobody can sign in to it."""
        user = self.model(username=self.model.normalize_username(username), full_name=full_name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One person; what the person may do stands in grants, each for a place and a time.

    `is_operator` marks who keeps the installation running: such a person may open staff access, which expires
    and is logged, and holds no other power.
    """

    username = models.CharField(max_length=150, unique=True)
    full_name = models.CharField(max_length=200)
    email = models.EmailField(blank=True, default="")
    language = models.CharField(
        max_length=2, choices=(("id", "Bahasa Indonesia"), ("en", "English")), default="id"
    )
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    @override
    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """The name as the decree writes it."""
        return self.full_name

    def get_short_name(self) -> str:
        """The first word of the name."""
        return self.full_name.split(" ", 1)[0]
