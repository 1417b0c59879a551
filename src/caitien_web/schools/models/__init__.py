"""The tables of people, accounts, roles, bodies and decisions."""

from caitien_web.schools.models.body import (
    Body,
    BodyKind,
    Decision,
    DecisionState,
    Membership,
    Position,
    RoleHolder,
)
from caitien_web.schools.models.person import Person
from caitien_web.schools.models.role import Role, RoleAssignment
from caitien_web.schools.models.user import Invitation, User

__all__ = [
    "Body",
    "BodyKind",
    "Decision",
    "DecisionState",
    "Invitation",
    "Membership",
    "Person",
    "Position",
    "Role",
    "RoleAssignment",
    "RoleHolder",
    "User",
]
