"""Who of a record is here already: the one who brings it in is in its list of people, too."""

from collections import Counter
from typing import Any

from caitien.vietnamese.fold import fold
from caitien_web.record.kinds import kind_by_label
from caitien_web.record.reading.source import Source
from caitien_web.schools.models import Person, Role, RoleAssignment
from caitien_web.tenancy.models import Unit


def joined_people(source: Source, unit: Unit) -> dict[str, Person]:
    """People of the record who are in the school's list: {key in the record: person here}.

    The same name once there and once here is the same person; two of a name are not told apart, so they stay apart.
    """
    kind = kind_by_label("schools.person")
    assert kind is not None
    told = [(str(row.get("id")), fold(str(row.get("full_name")))) for row in source.rows(kind)]
    here = {person.pk: person for person in Person.objects.of(unit).filter(left_on=None)}
    times, times_here = Counter(name for _, name in told), Counter(one.folded for one in here.values())
    by_name = {one.folded: one for one in here.values() if times_here[one.folded] == 1}
    return {key: by_name[name] for key, name in told if times[name] == 1 and name in by_name}


def other_head(source: Source, unit: Unit, joined: dict[str, Person]) -> str:
    """The words for a school with a head who is not that of the record; "" where nothing stands in the way."""
    here = RoleAssignment.objects.filter(unit=unit, role=Role.HEAD, until=None).select_related("person").first()
    there = head_of(source)
    if here is None or there is None or joined.get(there) == here.person:
        return ""
    return (
        f"Trường ở đây đang có Hiệu trưởng {here.person}, khác với Hiệu trưởng trong hồ sơ. "
        f"Kết thúc vai trò Hiệu trưởng của {here.person} ở trang Nhân sự, rồi đọc lại hồ sơ."
    )


def head_of(source: Source) -> str | None:
    """The key of the person who is head in the record, without an end."""
    kind = kind_by_label("schools.roleassignment")
    assert kind is not None
    heads = (row for row in source.rows(kind) if row.get("role") == Role.HEAD and row.get("until") is None)
    found: Any = next(heads, {}).get("person")
    return str(found) if found else None
