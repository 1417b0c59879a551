"""The tables of people, accounts and roles."""

from caitien_web.schools.models.person import Person
from caitien_web.schools.models.role import Role, RoleAssignment
from caitien_web.schools.models.user import Invitation, User

__all__ = ["Invitation", "Person", "Role", "RoleAssignment", "User"]
