"""The bodies of a school, founded by decisions, and who fills the roles that plans name."""

from datetime import date, timedelta
from typing import Any

from caitien_web.demo.days import Days, moment
from caitien_web.demo.people import People
from caitien_web.schools.actions import bodies, holders
from caitien_web.schools.actions.bodies import Member
from caitien_web.schools.models import Body, BodyKind, Position
from caitien_web.tenancy.models import Unit

WATCHES = "Giám sát tiến độ và hiệu quả, ghi nhận khách quan, kiến nghị với Chủ tịch hội đồng."


def found_bodies(unit: Unit, people: People, days: Days) -> Body:
    """Unions, groups and parents' board, last year's council, this year's in its place; gives the monitoring team."""
    first = date(days.year - 1, 8, 1)
    _decide(unit, people, "Kiện toàn các tổ chức, tổ chuyên môn, tổ văn phòng", 31, first, _standing(people))
    council = _found_council(unit, people, f"{days.year - 1} - {days.year}", 45, date(days.year - 1, 8, 10), None)
    on = days.issued - timedelta(27)
    renewed = _found_council(unit, people, f"{days.year} - {days.year + 1}", 52, on, council)
    _name_holders(unit, people, first)
    return renewed[BodyKind.MONITORING]


def _standing(people: People) -> list[tuple[str, str, list[Member]]]:
    leader, vice, secretary = Position.LEADER, Position.VICE_LEADER, Position.SECRETARY
    p = people.person
    return [
        (
            BodyKind.SCHOOL_BOARD,
            "Hội đồng trường",
            [
                Member(p("hieutruong"), position=Position.CHAIR),
                Member(p("hoidong"), position=secretary),
                Member(p("Chủ tịch Công đoàn")),
                Member(outside_name="Lò Văn Ính", duty="Đại diện Ủy ban nhân dân"),
                Member(p("chame")),
            ],
        ),
        (BodyKind.UNION, "Công đoàn trường", [Member(p("Chủ tịch Công đoàn"), position=Position.CHAIR)]),
        (BodyKind.YOUTH, "Đoàn, Đội", [Member(p("Tổng phụ trách Đội"), position=leader)]),
        (
            BodyKind.SUBJECT_GROUP,
            "Tổ chuyên môn 1",
            [Member(p("hoidong"), position=leader), Member(p("thuky"), position=vice), Member(p("quantri"))],
        ),
        (
            BodyKind.SUBJECT_GROUP,
            "Tổ chuyên môn 2",
            [
                Member(p("Tổ trưởng tổ chuyên môn 2"), position=leader),
                Member(p("giaovien")),
                Member(p("giamsat")),
                Member(p("Tổng phụ trách Đội")),
            ],
        ),
        (
            BodyKind.OFFICE,
            "Tổ văn phòng",
            [
                Member(p("ketoan"), position=leader),
                Member(p("Văn thư")),
                Member(p("Nhân viên thiết bị")),
                Member(p("Bảo vệ")),
            ],
        ),
        (
            BodyKind.PEOPLES_INSPECTION,
            "Ban thanh tra nhân dân",
            [Member(p("giamsat"), position=leader), Member(p("Bảo vệ"))],
        ),
        (
            BodyKind.PARENTS,
            "Ban đại diện cha mẹ học sinh",
            [
                Member(p("chame"), position=leader),
                Member(outside_name="Hà Văn Nọi", duty="Cha học sinh", position=vice),
                Member(outside_name="Cầm Thị Ương", duty="Mẹ học sinh"),
            ],
        ),
    ]


def _found_council(
    unit: Unit, people: People, years: str, number: int, on: date, old: dict[str, Body] | None
) -> dict[str, Body]:
    """Council, secretaries, working groups, monitoring team of a school year; they replace those of the year before."""
    by: dict[str, Any] = {"by": people["thuky"], "at": moment(on, 8)}
    subject = f"{'Kiện toàn' if old else 'Thành lập'} hội đồng tự đánh giá, tổ giám sát năm học {years}"
    decision = bodies.draft_decision(unit, subject=subject, **by)
    found: dict[str, Body] = {}
    for kind, name, members, standards in _of_council(people):
        above = found.get(BodyKind.COUNCIL) if kind in (BodyKind.SECRETARIAT, BodyKind.WORKING_GROUP) else None
        key = f"{kind} {standards}".strip()
        replaces = old[key] if old else None
        found[key] = bodies.draft_body(
            decision, kind, name, members, above=above, replaces=replaces, standards=standards, **by
        )
    _sign(unit, decision, people, number, on)
    return found


def _of_council(people: People) -> list[tuple[str, str, list[Member], str]]:
    p = people.person
    leader, member = Position.LEADER, Position.MEMBER
    council = [
        ("hieutruong", Position.CHAIR, "Phụ trách chung, phê duyệt kết quả."),
        ("phohieutruong", Position.VICE_CHAIR, "Phụ trách tiêu chuẩn 2, 3."),
        ("thuky", Position.SECRETARY, "Tổng hợp hồ sơ, viết báo cáo."),
        ("hoidong", member, "Phụ trách tiêu chuẩn 1."),
        ("Tổ trưởng tổ chuyên môn 2", member, "Phụ trách tiêu chuẩn 3."),
        ("Chủ tịch Công đoàn", member, "Phụ trách lấy ý kiến viên chức."),
        ("ketoan", member, "Cung cấp số liệu tài chính, tài sản."),
        ("Tổng phụ trách Đội", member, "Phụ trách hoạt động giáo dục."),
        ("chame", member, "Lấy ý kiến cha mẹ."),
    ]
    return [
        (
            BodyKind.COUNCIL,
            "Hội đồng tự đánh giá",
            [Member(p(who), position=position, task=task) for who, position, task in council],
            "",
        ),
        (
            BodyKind.SECRETARIAT,
            "Nhóm thư ký",
            [Member(p("thuky"), position=leader), Member(p("Văn thư"), task="Lưu, mã hóa minh chứng.")],
            "",
        ),
        (
            BodyKind.WORKING_GROUP,
            "Nhóm công tác 1",
            [Member(p("hoidong"), position=leader), Member(p("Chủ tịch Công đoàn")), Member(p("Văn thư"))],
            "1, 2",
        ),
        (
            BodyKind.WORKING_GROUP,
            "Nhóm công tác 2",
            [
                Member(p("Tổ trưởng tổ chuyên môn 2"), position=leader),
                Member(p("giaovien")),
                Member(p("Nhân viên thiết bị")),
            ],
            "3, 4",
        ),
        (
            BodyKind.MONITORING,
            "Tổ giám sát",
            [
                Member(p("giamsat"), position=leader, task=WATCHES),
                Member(outside_name="Tòng Văn Hặc", duty="Phó Ban đại diện cha mẹ học sinh"),
                Member(outside_name="Quàng Thị Yêu", duty="Cán bộ hưu trí của xã"),
            ],
            "",
        ),
    ]


def _decide(
    unit: Unit, people: People, subject: str, number: int, on: date, found: list[tuple[str, str, list[Member]]]
) -> None:
    by: dict[str, Any] = {"by": people["thuky"], "at": moment(on, 8)}
    decision = bodies.draft_decision(unit, subject=subject, **by)
    for kind, name, members in found:
        bodies.draft_body(decision, kind, name, members, **by)
    _sign(unit, decision, people, number, on)


def _sign(unit: Unit, decision: Any, people: People, number: int, on: date) -> None:
    head = people["hieutruong"]
    bodies.issue_decision(
        decision,
        number=f"{number}/QĐ-{unit.abbreviation}",
        signed_on=on,
        signatory_title="Hiệu trưởng",
        signatory_name=str(head),
        by=head,
        at=moment(on, 10),
    )


def _name_holders(unit: Unit, people: People, since: date) -> None:
    by: dict[str, Any] = {"by": people["hieutruong"], "at": moment(since, 11)}
    for party, who in (("Tổ trưởng chuyên môn", "hoidong"), ("Giáo viên", "giaovien")):
        holders.name_holder(unit, party, people.person(who), since=since, **by)
