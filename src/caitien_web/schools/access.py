"""The only judge of rights: which units a user may see, and what one may do there."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from caitien_web.schools.models import Body, Decision, Person, Role, RoleAssignment, RoleHolder, User
from caitien_web.schools.queries.held import units_held
from caitien_web.schools.rights import RIGHTS
from caitien_web.tenancy.models import Unit


@dataclass(frozen=True, slots=True)
class Held:
    """One role of a user at one unit, today."""

    role: Role
    path: str
    unit_id: Any
    field: str = ""


def roles_held(user: Any, slug: str = "") -> tuple[Held, ...]:
    """The roles of a user today: one query, asked once for each request; the unit of its address comes along."""
    if not getattr(user, "is_authenticated", False) or not user.person_id:
        return ()
    if (known := getattr(user, "_roles_held", None)) is not None:
        return known
    found = units_held(user.person_id, timezone.localdate(), slug)
    user._roles_held = tuple(Held(Role(one.role), one.path, one.pk, one.field) for one in found if one.role)
    user._units_held = {one.pk: one for one in found if one.role}
    user._units_read = {one.slug: one for one in found}
    return user._roles_held


def may(user: Any, right: str, unit: Unit) -> bool:
    """May the user do this at the unit? KeyError for a right that the table does not have."""
    return _allowed(roles_held(user), right, unit.pk, unit.path)


def _allowed(roles: tuple[Held, ...], right: str, unit_id: Any, path: str) -> bool:
    rule = RIGHTS[right]
    return any(
        (held.unit_id == unit_id and held.role in rule.own)
        or (held.role in rule.below and held.path != path and path.startswith(held.path))
        for held in roles
    )


def may_below(user: Any, right: str, unit: Unit) -> bool:
    """May the user do this at all units below the unit, whatever one may do at the unit itself?"""
    return _allowed_below(roles_held(user), right, unit.path)


def _allowed_below(roles: tuple[Held, ...], right: str, path: str) -> bool:
    return any(held.role in RIGHTS[right].below and path.startswith(held.path) for held in roles)


def may_see(user: Any, unit: Unit) -> bool:
    """Does the unit exist for the user at all: a role there, or a role of an authority above?"""
    return any(held.unit_id == unit.pk for held in roles_held(user)) or may(user, "unit.view", unit)


def get_unit_for(user: Any, slug: str, right: str = "unit.view") -> Unit:
    """The unit of an address. 404 where it is none of the user's, 403 where the user lacks the right there."""
    unit = _read_before(user, slug) or Unit.objects.select_related("parent").filter(slug=slug).first()
    if unit is None or not may_see(user, unit):
        raise Http404("Không có đơn vị này.")
    if not may(user, right, unit):
        raise PermissionDenied(f"Vai trò của anh/chị tại {unit.name} chưa được: {RIGHTS[right].says.lower()}.")
    return unit


def _read_before(user: Any, slug: str) -> Unit | None:
    """The unit, where it came with the roles."""
    return user._units_read.get(slug) if roles_held(user, slug) else None


def units_of(user: Any) -> list[Unit]:
    """The units at which the user has a role, schools first: what the page's head offers to change to."""
    units = user._units_held.values() if roles_held(user) else ()
    return sorted(units, key=lambda unit: (not unit.is_school, unit.folded))


def rights_at(user: Any, unit: Unit) -> frozenset[str]:
    """All rights of the user at the unit, for templates that offer only what one may do."""
    return _rights(roles_held(user), unit.pk, unit.path)


@lru_cache(maxsize=1_000)
def _rights(held: tuple[Held, ...], unit_id: Any, path: str) -> frozenset[str]:
    return frozenset(right for right in RIGHTS if _allowed(held, right, unit_id, path))


@lru_cache(maxsize=1_000)
def _rights_below(held: tuple[Held, ...], path: str) -> frozenset[str]:
    return frozenset(right for right in RIGHTS if _allowed_below(held, right, path))


def enter(request: Any, slug: str, right: str = "unit.view") -> Unit:
    """`get_unit_for` for views: also tells the page's head the unit, the rights there and below, other units."""
    unit = get_unit_for(request.user, slug, right)
    request.unit, request.rights, request.my_units = unit, rights_at(request.user, unit), units_of(request.user)
    request.rights_below = _rights_below(roles_held(request.user), unit.path)
    return unit


def is_set_up() -> bool:
    """Is there any account? Without one, the site leads to setting up."""
    return User.objects.exists()


def get_person_for(unit: Unit, pk: Any) -> Person:
    """A person of the unit that was entered; 404 for one of another."""
    person = Person.objects.of(unit).select_related("unit", "user").filter(pk=pk).first()
    if person is None:
        raise Http404("Không có người này trong danh sách của đơn vị.")
    return person


def must_manage_everywhere(user: Any, person: Person) -> None:
    """Refuse where the person has a role at a unit whose people the user does not manage.

    Who may set somebody's password could act as that person there.
    """
    given = RoleAssignment.on(timezone.localdate()).filter(person=person).select_related("unit")
    for role in given:
        if not may(user, "people.manage", role.unit):
            raise PermissionDenied(f"{person} còn có vai trò tại {role.unit.name}. Nhờ quản trị ở đó làm việc này.")


def get_account_for(user: Any, unit: Unit, pk: Any) -> User:
    """The account of a person of the unit whom the user manages wherever the person has a role; 404 without one."""
    person = get_person_for(unit, pk)
    account: User | None = getattr(person, "user", None)
    if account is None:
        raise Http404("Người này chưa có tài khoản.")
    must_manage_everywhere(user, person)
    return account


def get_role_for(user: Any, person: Person, pk: Any) -> RoleAssignment:
    """A role of the person, at a unit whose people the user manages."""
    given = RoleAssignment.objects.filter(person=person, pk=pk).select_related("unit", "person").first()
    if given is None:
        raise Http404("Không có vai trò này.")
    get_unit_for(user, given.unit.slug, "people.manage")
    return given


def get_unit_below(unit: Unit, slug: str) -> Unit:
    """A unit somewhere below the one that was entered; 404 for any other."""
    found = Unit.objects.filter(slug=slug, path__within=unit.path).exclude(pk=unit.pk).select_related("parent").first()
    if found is None:
        raise Http404("Không có đơn vị trực thuộc này.")
    return found


def get_body_for(unit: Unit, pk: Any) -> Body:
    """A council, team or board of the unit that was entered; 404 for one of another."""
    body = Body.objects.of(unit).select_related("unit", "decision", "above", "replaces__decision").filter(pk=pk).first()
    if body is None:
        raise Http404("Không có hội đồng, tổ, ban này.")
    return body


def get_decision_for(unit: Unit, pk: Any) -> Decision:
    """A decision of the unit that was entered; 404 for one of another."""
    decision = Decision.objects.of(unit).select_related("unit").filter(pk=pk).first()
    if decision is None:
        raise Http404("Không có quyết định này.")
    return decision


def get_holder_for(unit: Unit, pk: Any) -> RoleHolder:
    """Who was named for a role of the plans of the unit that was entered; 404 for another's."""
    holder = RoleHolder.objects.of(unit).select_related("unit", "person").filter(pk=pk).first()
    if holder is None:
        raise Http404("Không có phân công này.")
    return holder
