"""A small invented world with somebody in every role, to ask every address as everybody."""

from functools import cached_property

from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from web.builders import a_commune, a_province, a_school, a_user


class World:
    """A school below a commune and a province, and a school of another province; all made when first asked for."""

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
        return User.objects.filter(username=username).first() or a_user(unit, role, f"Người {role}", username)
