"""Units, people, accounts, sign-in."""

from typing import Any

from caitien_web.schools.models import Role, RoleAssignment
from house.addresses import OPEN, SIGNED_IN, Address, nothing, the_school
from house.world import World


def the_commune(world: World) -> dict[str, Any]:
    return {"unit": world.commune.slug}


def somebody(world: World) -> dict[str, Any]:
    """Somebody of the school, with an account."""
    return the_school(world) | {"person": world.user(Role.STAFF).person_id}


def a_role(world: World) -> dict[str, Any]:
    given = RoleAssignment.objects.get(person=world.user(Role.STAFF).person)
    return somebody(world) | {"role": given.pk}


ADDRESSES = {
    "set_up": Address(OPEN, nothing, answers=(404,)),
    "home": Address(SIGNED_IN, nothing),
    "unit": Address("unit.view"),
    "unit_particulars": Address("unit.view"),
    "unit_edit": Address("unit.manage"),
    "unit_rename": Address("unit.manage"),
    "units": Address("oversight.view", the_commune),
    "unit_found": Address("units.found", the_commune),
    "unit_below_rename": Address("units.found", lambda world: the_commune(world) | {"below": world.school.slug}),
    "unit_move": Address("units.found", lambda world: the_commune(world) | {"below": world.school.slug}),
    "unit_end": Address("units.found", lambda world: the_commune(world) | {"below": world.school.slug}),
    "history": Address("history.view"),
    "history_file": Address("history.view", lambda world: the_school(world) | {"kind": "csv"}, names_nothing=True),
    "people": Address("people.view"),
    "person": Address("people.view", somebody),
    "person_add": Address("people.manage"),
    "people_import": Address("people.manage"),
    "people_import_confirm": Address("people.manage", post={"dong": "[]"}),
    "staff_template": Address("people.manage"),
    "person_edit": Address("people.manage", somebody),
    "person_leave": Address("people.manage", somebody),
    "person_return": Address("people.manage", somebody, post={}),
    "role_give": Address("people.manage", somebody),
    "role_end": Address("people.manage", a_role),
    "head_replace": Address("people.manage", somebody),
    "link_make": Address("people.manage", somebody, post={}),
    "link_revoke": Address("people.manage", somebody, post={}),
    "account_disable": Address("people.manage", somebody, post={}),
    "account_enable": Address("people.manage", somebody, post={}),
    "sessions_end": Address("people.manage", somebody, post={}),
    "invitation": Address(OPEN, lambda world: {"secret": "khong-co"}, answers=(404,)),
    "account_contact": Address(SIGNED_IN, nothing),
    "account_login": Address(OPEN, nothing),
    "mfa_authenticate": Address(OPEN, nothing, wants_sign_in_first=True),
    "account_inactive": Address(OPEN, nothing),
    "account_reset_password": Address(OPEN, nothing),
    "account_reset_password_done": Address(OPEN, nothing),
    "account_reset_password_from_key": Address(OPEN, lambda world: {"uidb36": "1", "key": "abc-def"}),
    "account_reset_password_from_key_done": Address(OPEN, nothing),
    "account_logout": Address(SIGNED_IN, nothing),
    "account": Address(SIGNED_IN, nothing),
    "account_change_password": Address(SIGNED_IN, nothing),
    "account_reauthenticate": Address(SIGNED_IN, nothing),
    "mfa_reauthenticate": Address(SIGNED_IN, nothing),
    "mfa_index": Address(SIGNED_IN, nothing),
    "mfa_activate_totp": Address(SIGNED_IN, nothing),
    "mfa_deactivate_totp": Address(SIGNED_IN, nothing, answers=(404,)),
    "mfa_view_recovery_codes": Address(SIGNED_IN, nothing, answers=(404,)),
    "mfa_generate_recovery_codes": Address(SIGNED_IN, nothing),
    "mfa_download_recovery_codes": Address(SIGNED_IN, nothing, answers=(404,)),
    "account_history": Address(SIGNED_IN, nothing),
    "usersessions_list": Address(SIGNED_IN, nothing),
    "session_end": Address(SIGNED_IN, lambda world: {"pk": 1}, post={}, answers=(404,)),
}
