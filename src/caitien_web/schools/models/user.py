"""An account, and the invitation that makes one."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from caitien_web.schools.models.person import Person
from caitien_web.tenancy.keys import new_key


class AccountRows(models.QuerySet["User"]):
    """Accounts with their persons; whoever locks an account locks its row alone, for PostgreSQL refuses to lock the
    row of a person that there may not be."""

    def select_for_update(
        self, nowait: bool = False, skip_locked: bool = False, of: Sequence[str] = (), no_key: bool = False
    ) -> "AccountRows":
        return super().select_for_update(nowait, skip_locked, of or ("self",), no_key)


class Accounts(BaseUserManager["User"]):
    """Making accounts and finding them by what people type to sign in."""

    def get_queryset(self) -> AccountRows:
        """With the person: every page names whoever is signed in."""
        return AccountRows(self.model, using=self._db).select_related("person")

    def create_user(self, username: str, password: str | None = None, **given: Any) -> "User":
        user = self.model(username=self.model.normalize_username(username), **given)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """Somebody who may sign in, by user name or by mail address. What one may do follows from roles at units."""

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    email = models.EmailField("thư điện tử", blank=True)
    person = models.OneToOneField(Person, models.PROTECT, null=True, related_name="user")
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = Accounts()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("username"), name="one_account_a_user_name"),
            models.UniqueConstraint(Lower("email"), condition=~Q(email=""), name="one_account_a_mail_address"),
        ]

    def __str__(self) -> str:
        return self.person.full_name if self.person else self.username


class Invitation(models.Model):
    """A link by which a person makes an account or a new password; the link's secret is kept as its hash only."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person} ({self.made_at:%Y-%m-%d})"


def hash_of(secret: str) -> str:
    """What the database keeps of a link's secret: long and random, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
