"""What the pages ask of people, their roles and accounts."""

from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet

from caitien.vietnamese.fold import fold
from caitien_web.history.models import Entry
from caitien_web.history.queries import PERSONAL, entries_about
from caitien_web.schools.models import Invitation, Person, RoleAssignment
from caitien_web.schools.models.user import hash_of
from caitien_web.tenancy.models import Unit


def people_of(unit: Unit, *, on: date, text: str = "", role: str = "", left: bool = False) -> QuerySet[Person]:
    """The people of a unit by name, with `roles_now` and account. `text`: words without marks, also of duty and group.

    `left`: those who have left by the day, instead of those who are there.
    """
    gone = Q(left_on__lte=on)
    found = Person.objects.of(unit).filter(gone if left else ~gone | Q(left_on=None))
    for word in fold(text).split():
        found = found.filter(folded__contains=word)
    if role == "khong":
        found = found.exclude(roles__in=RoleAssignment.on(on))
    elif role:
        found = found.filter(roles__in=RoleAssignment.on(on).filter(role=role)).distinct()
    return found.select_related("user").prefetch_related(
        Prefetch("roles", RoleAssignment.on(on).select_related("unit").order_by("role"), to_attr="roles_now")
    )


def guests_of(unit: Unit, *, on: date) -> list[RoleAssignment]:
    """Roles at the unit of people who belong to another one."""
    found = RoleAssignment.on(on).filter(unit=unit).exclude(person__unit=unit)
    return list(found.select_related("person__unit").order_by("person__folded"))


def roles_of(person: Person) -> list[RoleAssignment]:
    """All roles a person has, had and will have, the latest first."""
    return list(RoleAssignment.objects.filter(person=person).select_related("unit").order_by("-since", "role"))


def invitation_of(person: Person, *, at: datetime) -> Invitation | None:
    """The link that the person may still use."""
    found = Invitation.objects.filter(person=person, used_at=None, valid_until__gt=at)
    return found.select_related("made_by__person").first()


def known_names(unit: Unit) -> set[str]:
    """The folded names and duties of those who are on the list: who is imported twice is recognised by them."""
    return {f"{person.folded}" for person in Person.objects.of(unit).filter(left_on=None)}


def invitation_by(secret: str, *, at: datetime) -> Invitation | None:
    """The invitation that a link's secret belongs to, while it may be used."""
    found = Invitation.objects.filter(secret_hash=hash_of(secret), used_at=None, valid_until__gt=at)
    return found.select_related("person__unit", "person__user").first()


def entries_of_account(person: Person) -> QuerySet[Entry]:
    """What happened to a person's account, the newest first."""
    about = Q(action__startswith=PERSONAL) | Q(action__startswith="schools.account.")
    return entries_about(person, unit=person.unit).filter(about)
