"""A small invented world with somebody in every role, to ask every address as everybody."""

from functools import cached_property

from django.conf import settings
from django.test import Client

from caitien_web.schools.models import Role, User
from caitien_web.schools.models.role import AUTHORITY_ROLES, SCHOOL_ROLES
from caitien_web.tenancy.models import Unit
from web.builders import a_commune, a_province, a_school, a_user


class World:
    """A school below a commune and a province, and a school of another province; all made when first asked for."""

    def __init__(self) -> None:
        self.users: dict[str, User] = {}
        self.sessions: dict[str, str] = {}

    @cached_property
    def province(self) -> Unit:
        return a_province()

    @cached_property
    def commune(self) -> Unit:
        return a_commune(self.province)

    @cached_property
    def school(self) -> Unit:
        return a_school(self.commune)

    @cached_property
    def other_school(self) -> Unit:
        """A school with which the first one has nothing in common."""
        province = a_province("Sở Giáo dục và Đào tạo tỉnh Khe Vắng")
        return a_school(a_commune(province, "UBND xã Khe Vắng"), "Trường Tiểu học Khe Vắng", abbreviation="THKV")

    def user(self, role: Role, unit: Unit | None = None) -> User:
        """Somebody who has this role at the unit (the school) since long ago, and no other."""
        unit = unit or self.school
        username = f"{unit.slug}-{role}"
        if username not in self.users:
            self.users[username] = a_user(unit, role, f"Người {role}", username)
        return self.users[username]

    def client(self, user: User) -> Client:
        """A browser-less client of its own, signed in as one of those above; they sign in once."""
        client = Client()
        name = user.get_username()
        if name not in self.sessions:
            client.force_login(user)
            self.sessions[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
        client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[name]
        return client

    def fill(self) -> "World":
        """Everything and everybody above, there and signed in."""
        authorities = (self.commune, self.province, self.other_school.parent)
        for units, roles in (((self.school, self.other_school), SCHOOL_ROLES), (authorities, AUTHORITY_ROLES)):
            for unit in units:
                for role in roles:
                    self.client(self.user(role, unit))
        return self
