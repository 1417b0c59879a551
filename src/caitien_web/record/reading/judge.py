"""An unpacked record is judged against the school that it shall come into: what is in it, what stands in the way."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from caitien_web.record.form import OWN, PARTICULARS
from caitien_web.record.kinds import Kind, all_kinds
from caitien_web.record.reading.contents import look_into
from caitien_web.record.reading.joining import joined_people, other_head
from caitien_web.record.reading.rows import links_of, read_row
from caitien_web.record.reading.source import Source
from caitien_web.record.reading.values import Fault, of_nothing, revived
from caitien_web.record.titles import counted
from caitien_web.tenancy.models import Unit

MOST_FAULTS = 30
Tell = Callable[[int, str], None]


class InRecord:
    """Known for judging: what is in the record itself, and the authorities above the school."""

    def __init__(self, source: Source, unit: Unit) -> None:
        self.source, self.accounts = source, set[str]()
        self.people = {key for key in source.keys["schools.person"] | source.keys["outsiders"] if isinstance(key, str)}
        above = Unit.objects.filter(path__in=unit.ancestor_paths()[:-1])
        self.units = {OWN: unit.pk} | dict(above.values_list("slug", "pk"))

    def account(self, person: str) -> Any:
        self.accounts.add(person)
        return self.person(person)

    def person(self, key: str) -> Any:
        return key if key in self.people else None

    def unit(self, slug: str) -> Any:
        return self.units.get(slug)

    def row(self, label: str, key: Any) -> Any:
        return key if key in self.source.keys.get(label, ()) else None


def judge(source: Source, unit: Unit, tell: Tell) -> dict[str, Any]:
    """The summary that pages show: what it is, how much, who is joined to whom, and `faults` that stand in the way."""
    source.gather_keys()
    faults = [f"Hồ sơ có bảng “{name[:60]}” mà phần mềm ở đây không biết." for name in source.unknown_tables()]
    particulars = _particulars(source, unit, faults)
    known, counts, lost = InRecord(source, unit), Counter[str](), Counter[str]()
    for number, kind in enumerate(all_kinds()):
        tell(40 + 60 * number // len(all_kinds()), "đọc dữ liệu")
        _judge_rows(kind, source, known, counts, lost, faults)
    joined = joined_people(source, unit)
    if in_office := other_head(source, unit, joined):
        faults.append(in_office)
    return {
        "about": _shown(source.opened["about"]),
        "school": particulars,
        "counts": counted(counts),
        "rows": sum(counts.values()),
        "files": len(source.files),
        "bytes": sum(source.files.values()),
        "missing": len(source.missing),
        "people": counts["schools.person"],
        "joined": sorted(person.full_name for person in joined.values()),
        "outsiders": [str(one.get("full_name"))[:100] for one in source.outsiders()][:50],
        "accounts": sorted(known.accounts),
        "lost": sum(lost.values()),
        "faults": faults[:MOST_FAULTS],
    }


def _judge_rows(
    kind: Kind, source: Source, known: InRecord, counts: Counter[str], lost: Counter[str], faults: list[str]
) -> None:
    seen: set[Any] = set()
    for number, told in enumerate(source.rows(kind), 1):
        counts[kind.label] += 1
        if len(faults) >= MOST_FAULTS:
            return
        try:
            values = read_row(kind, told, known, lambda name: lost.update([name]))
            links_of(kind, told)
            look_into(kind, values, source)
            key = values[kind.model._meta.pk.attname]
            if key in seen or str(key) != str(told[kind.model._meta.pk.name]):
                raise Fault("khóa trùng hoặc không đúng dạng")
            seen.add(key)
        except Fault as fault:
            faults.append(f"{kind.label}, dòng {number}: {fault}.")


def _particulars(source: Source, unit: Unit, faults: list[str]) -> dict[str, Any]:
    """The school as the record has it; a fault where it is a school of another level."""
    told, found = source.school(), {}
    for name in PARTICULARS:
        field: Any = Unit._meta.get_field(name)
        try:
            found[name] = revived(field, told[name]) if name in told else of_nothing(field)
        except Fault as fault:
            faults.append(f"Thông tin trường, “{name}”: {fault}.")
    level = found.get("level", "")
    if level and level != unit.level:
        here, there = unit.get_level_display(), dict(Unit._meta.get_field("level").flatchoices).get(level)
        faults.append(f"Hồ sơ là của trường cấp {there}, còn trường ở đây là cấp {here}.")
    return {name: str(value or "") for name, value in found.items()}


def _shown(about: dict[str, Any]) -> dict[str, str]:
    school = about.get("school")
    named = school if isinstance(school, dict) else {}
    told = {"product": about.get("product"), "made_at": about.get("made_at"), "made_by": about.get("made_by")}
    return {key: str(value or "")[:200] for key, value in (told | {"name": named.get("name")}).items()}
