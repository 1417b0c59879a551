"""Everything that changes units, people, accounts and roles: one function for each thing a person does."""

from caitien_web.schools.actions.accounts import (
    CannotOpenAccount,
    accept_invitation,
    change_own_contact,
    disable_account,
    enable_account,
    end_sessions,
    invite_person,
    revoke_invitation,
)
from caitien_web.schools.actions.people import add_person, change_person, leave_unit, return_to_unit
from caitien_web.schools.actions.roles import CannotGiveRole, end_role, give_role, replace_head
from caitien_web.schools.actions.set_up import CannotSetUp, set_up_site
from caitien_web.schools.actions.units import (
    CannotChangeUnit,
    change_unit,
    close_school,
    found_below,
    merge_units,
    move_below,
    rename,
)

__all__ = [
    "CannotChangeUnit",
    "CannotGiveRole",
    "CannotOpenAccount",
    "CannotSetUp",
    "accept_invitation",
    "add_person",
    "change_own_contact",
    "change_person",
    "change_unit",
    "close_school",
    "disable_account",
    "enable_account",
    "end_role",
    "end_sessions",
    "found_below",
    "give_role",
    "invite_person",
    "leave_unit",
    "merge_units",
    "move_below",
    "rename",
    "replace_head",
    "return_to_unit",
    "revoke_invitation",
    "set_up_site",
]
