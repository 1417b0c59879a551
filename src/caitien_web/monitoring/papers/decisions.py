"""The decision that founds or renews bodies: its articles, and behind them the lists of members and who does what."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from caitien.frameworks import CannotFindFramework, framework_for
from caitien.laws import all_laws, lookup
from caitien.layouts.paper import Annex, Band, Column, Grid, Numbering, OfficialPaper, Section, Signature, Text
from caitien.layouts.paper.numbering import roman
from caitien_web.monitoring.papers.frame import draft_number, names_of, to_authorities
from caitien_web.schools.models import Body, BodyKind, Decision, Membership, Position
from caitien_web.schools.models.body import positions_in
from caitien_web.schools.queries.bodies import standards_for, standards_of
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import long_day

Bodies = Sequence[tuple[Body, Sequence[Membership]]]
GROUPS = (BodyKind.SECRETARIAT, BodyKind.WORKING_GROUP)
# What a body of a kind is there for, as the second article says it.
DUTIES = {
    BodyKind.COUNCIL: "có nhiệm vụ triển khai tự đánh giá, xây dựng và tổ chức thực hiện kế hoạch cải tiến chất lượng "
    "giáo dục của nhà trường; nhiệm vụ cụ thể của từng thành viên do Chủ tịch Hội đồng phân công",
    BodyKind.MONITORING: "có nhiệm vụ giám sát việc thực hiện kế hoạch cải tiến chất lượng giáo dục, báo cáo kết quả "
    "và kiến nghị với Chủ tịch Hội đồng tự đánh giá",
}
MINISTRY = "Bộ Giáo dục và Đào tạo"
OTHER_DUTY = "thực hiện nhiệm vụ theo quy định và theo phân công của Hiệu trưởng"


def decision_paper(decision: Decision, bodies: Bodies, bases: Sequence[str]) -> OfficialPaper:
    """The decision, with the list of members of each body and who answers for which criterion behind the signature."""
    unit, on = decision.unit, decision.signed_on
    lists, table = member_lists(bodies), assignment_table(unit, bodies)
    tables = tuple(Annex("Bảng phân công theo tiêu chuẩn, tiêu chí", (grid,)) for grid in table)
    articles = (
        f"{_founds(bodies)} gồm các ông (bà) có tên trong danh sách kèm theo{_where(lists, len(lists) + len(tables))}.",
        f"{_duties(bodies, with_table=bool(tables))}.",
        f"Quyết định này có hiệu lực kể từ {_begins(bodies, on)}{_replaced(bodies)}. Các bộ phận liên quan và các ông "
        "(bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
    )
    return OfficialPaper(
        kind="Quyết định",
        subject=f"Về việc {decision.subject[:1].lower()}{decision.subject[1:]}",
        **names_of(unit, on),
        number=decision.number or draft_number(unit, "QĐ", on),
        signed_on=on,
        authority=f"Hiệu trưởng {unit.name}",
        bases=tuple(bases),
        resolves="Quyết định",
        numbering=Numbering.ARTICLES,
        content=tuple(Section("", (Text(article),)) for article in articles),
        recipients=("Như Điều 3", *to_authorities(unit, on or date.max)),
        signature=Signature(decision.signatory_title or "Hiệu trưởng", decision.signatory_name),
        annexes=(*lists, *tables),
    )


def bases_in_force(unit: Unit, on: date) -> tuple[str, ...]:
    """The school's charter and the circular of the standards, as they are in force for its level on a day.

    What is not known, or not known to be in force, is left out.
    """
    found = [
        f"Căn cứ {law.type} số {law.number} {long_day(date.fromisoformat(law.issued))} của Bộ trưởng {MINISTRY} "
        f"ban hành {law.title}"
        for law in all_laws()
        if law.title.lower().startswith("điều lệ trường")
        and len(law.issued) == len("YYYY-MM-DD")
        and unit.level in lookup(law.number, on, unit.level).in_force_for
    ]
    try:
        document = framework_for(unit.level, on=on).document
    except CannotFindFramework:
        return tuple(found)
    title = f"{document.title[:1].lower()}{document.title[1:]} {document.scope or ''}".strip()
    cited = f"Thông tư số {document.number} {long_day(document.issued)}"
    return (*found, f"Căn cứ {cited} của Bộ trưởng {MINISTRY} {title}")


def _where(lists: Sequence[Annex], count: int) -> str:
    """Which annexes the lists are, where there are several: " (Phụ lục I, II)"."""
    return f" (Phụ lục {', '.join(roman(at) for at in range(1, len(lists) + 1))})" if count > 1 else ""


def _founds(bodies: Bodies) -> str:
    """What the first article does: renews bodies that stand, each with the decision that founded it, founds others."""
    new = [body.name for body, _ in bodies if body.replaces is None]
    renewed = [
        f"{', '.join(body.name for body in some)}{f' (thành lập theo {_cited(earlier)})' if earlier else ''}"
        for earlier, some in groupby(
            (body for body, _ in bodies if body.replaces), lambda body: body.replaces and body.replaces.decision
        )
    ]
    done = [f"{verb} {', '.join(names)}" for verb, names in (("Kiện toàn", renewed), ("Thành lập", new)) if names]
    return "; ".join([*done[:1], *(text[:1].lower() + text[1:] for text in done[1:])])


def _duties(bodies: Bodies, *, with_table: bool) -> str:
    """What each body is there for; groups are told together."""
    told = [f"{body.name} {DUTIES.get(BodyKind(body.kind), OTHER_DUTY)}" for body, _ in bodies if not _is_group(body)]
    if groups := [body.name for body, _ in bodies if _is_group(body)]:
        by = "bảng phân công kèm theo và " if with_table else ""
        told.append(f"{', '.join(groups)} thực hiện nhiệm vụ theo {by}phân công của Chủ tịch Hội đồng")
    return "; ".join(told)


def _begins(bodies: Bodies, signed_on: date | None) -> str:
    """ "ngày ký", or the later day from which the bodies stand."""
    since = min((body.since for body, _ in bodies if body.since), default=None)
    return long_day(since) if since and signed_on and since > signed_on else "ngày ký"


def _replaced(bodies: Bodies) -> str:
    """The earlier decisions whose bodies end: what they say of these is no longer in force."""
    earlier = dict.fromkeys(
        _cited(body.replaces.decision) for body, _ in bodies if body.replaces and body.replaces.decision
    )
    return f"; nội dung về các tổ chức này tại {', '.join(earlier)} hết hiệu lực" if earlier else ""


def _cited(decision: Decision) -> str:
    return f"Quyết định số {decision.number}" + (f" {long_day(decision.signed_on)}" if decision.signed_on else "")


def _is_group(body: Body) -> bool:
    return body.kind in GROUPS


def member_lists(bodies: Bodies) -> tuple[Annex, ...]:
    """An annex for each body; the secretariat and the working groups share one, as the ministry's forms have it."""
    found = [_listed(one) for one in bodies if not _is_group(one[0])]
    groups = [one for one in bodies if _is_group(one[0])]
    if len(groups) == 1:
        found.append(_listed(groups[0]))
    elif groups:
        names = ["Nhóm thư ký"] if any(body.kind == BodyKind.SECRETARIAT for body, _ in groups) else []
        title = f"Danh sách {' và '.join([*names, 'các nhóm công tác'])}"
        found.append(Annex(title, tuple(Section(_titled(body), (member_grid(body, of),)) for body, of in groups)))
    return tuple(found)


def _listed(one: tuple[Body, Sequence[Membership]]) -> Annex:
    return Annex(f"Danh sách {one[0].name}", (member_grid(*one),))


def _titled(body: Body) -> str:
    return f"{body.name} (tiêu chuẩn {body.standards})" if body.standards else body.name


def member_grid(body: Body, members: Iterable[Membership]) -> Grid:
    """A body's members: name, office, position in it and task."""
    columns = (Column("TT", 0.6), Column("Họ và tên", 2.6), Column("Chức danh, chức vụ", 2.6), Column("Nhiệm vụ", 3))
    words = dict(positions_in(body.kind))
    rows = tuple(
        (str(n), one.name, one.duty, "\n".join(text for text in (words.get(one.position, ""), one.task) if text))
        for n, one in enumerate(members, 1)
    )
    return Grid(columns, rows)


def assignment_table(unit: Unit, bodies: Bodies) -> tuple[Grid, ...]:
    """The criteria of the standards given to groups, each with its group and who answers for it; none without groups.

    A member whose task names a criterion answers for that one, else the group's leader does.
    """
    rows: list[tuple[str, ...] | Band] = []
    for standard in standards_for(unit):
        given = [(body, members) for body, members in bodies if standard.number in standards_of(body)]
        if given:
            rows.append(Band(f"Tiêu chuẩn {standard.number}. {standard.title}"))
        rows += [
            (one.code, one.title, body.name, _answers(one.code, members))
            for one in standard.criteria
            for body, members in given
        ]
    columns = (Column("Tiêu chí", 0.9), Column("Tên tiêu chí", 4), Column("Nhóm", 2), Column("Người phụ trách", 2.2))
    return (Grid(columns, tuple(rows)),) if rows else ()


def _answers(code: str, members: Sequence[Membership]) -> str:
    named = [one.name for one in members if code in re.findall(r"(?<![\d.])\d\.\d{1,2}(?![\d.]*\d)", one.task)]
    leading = [one.name for one in members if one.position in (Position.LEADER, Position.CHAIR)]
    return ", ".join(named or leading or [one.name for one in members[:1]])
