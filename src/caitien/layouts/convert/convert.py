"""The whole plan: its unfinished items by the new criteria, its bases renewed, what stays behind told."""

import re
from dataclasses import dataclass, replace
from datetime import date

from caitien.findings import CannotWrite
from caitien.frameworks.load import CannotFindFramework, load_framework
from caitien.frameworks.model import SCHOOL_LEVELS, Framework
from caitien.frameworks.successors import crosswalk
from caitien.laws.administration import district_body_in, district_level_ended_on
from caitien.layouts.convert.bases import new_bases, unverified_in
from caitien.layouts.convert.items import Carried, carry, is_finished
from caitien.layouts.convert.marks import decide
from caitien.layouts.convert.sentences import in_new_year
from caitien.plan import DocumentInfo, Item, Plan
from caitien.plan.model import Period
from caitien.vietnamese.dates import say_day
from caitien.vietnamese.years import school_year

FORM = "tt57-bieu2"


@dataclass(frozen=True, slots=True)
class Converted:
    """A new plan by the target's form, and a Vietnamese sentence for each thing changed or left out, with the reason.

    The plan is a draft: its texts hold the marks of `layouts.convert.marks` where someone must decide. `came_from`: for
    each item of it the place of the old item (from 0); `unverified`: documents cited by an entry that is not verified.
    """

    plan: Plan
    notes: tuple[str, ...]
    came_from: tuple[int, ...] = ()
    unverified: tuple[str, ...] = ()


def convert(plan: Plan, to: str, *, on: date | None = None, years: tuple[int, int] | None = None) -> Converted:
    """Lay the plan into the form of the edition `to` as of the day `on` (None: the day the edition came into force).

    `years`: first and last year of the new plan, where it is not for the school year of that day.

    Items that the plan itself calls finished stay behind, all others go along in the order of their new criteria.
    Raises CannotWrite for an edition that is not known or that old criteria do not lead to.
    """
    target = _target(plan, to)
    supposed = on is None and years is None
    on = on or target.valid_from
    years = years or _school_year(on)
    year = school_year(years[0]) if years[1] - years[0] == 1 else None
    open_items = [(at, item) for at, item in enumerate(plan.items) if not is_finished(item)]
    placed = sorted(
        ((carry(item, plan, target, years, on), at) for at, item in open_items), key=lambda pair: _by_code(pair[0])
    )
    carried = [one for one, _ in placed]
    bases, changed_bases = new_bases(plan, target, on)
    renewed, changed_years = in_new_year(plan, year, marks_all=True)
    new = Plan(
        school=replace(plan.school, governing_body=_body_of_the_day(plan.school.governing_body, on)),
        document=_document(plan, year, years),
        framework=target.id,
        form=FORM,
        items=tuple(one.item for one in carried),
        problems=tuple(one.problem for one in carried),
        legal_bases=bases,
        purposes=renewed.purposes,
        organisation=renewed.organisation,
        closing=renewed.closing,
        recipients=tuple(_recipient_of_the_day(text, on) for text in plan.recipients),
        signatory=plan.signatory,
    )
    told = (
        *([f"Năm học {year} suy từ ngày {say_day(on)}; đổi nếu lập cho năm học khác."] if supposed else ()),
        *changed_bases,
        *changed_years,
        *_finished(plan),
        *_without_criterion(carried),
        *_left_behind(plan),
    )
    return Converted(new, told, tuple(at for _, at in placed), unverified_in(bases))


def _target(plan: Plan, to: str) -> Framework:
    """The edition to convert to, where old criteria of the plan's edition lead to it."""
    try:
        target = load_framework(to)
        if plan.framework is None:
            raise CannotWrite(
                "Chưa rõ kế hoạch cũ theo bộ tiêu chuẩn nào nên chưa chuyển được; bổ sung căn cứ rồi thử lại."
            )
        if plan.framework == target.id:
            raise CannotWrite(f"Kế hoạch đã theo {target.document.name}, không cần chuyển.")
        old = load_framework(plan.framework)
        leads = {one.framework for criterion in old.criteria for one in crosswalk(old.id, criterion.code)}
    except CannotFindFramework as refusal:
        raise CannotWrite(str(refusal)) from None
    if target.id not in leads:
        level = SCHOOL_LEVELS.get(plan.school.level or old.school_levels[0], "")
        better = f"; với trường {level} hãy chọn {', '.join(sorted(leads))}" if leads else ""
        raise CannotWrite(f"Chưa có đề xuất chuyển từ {old.id} sang {target.id}{better}.")
    return target


def _by_code(carried: Carried) -> tuple[int, ...]:
    return tuple(map(int, carried.code.split("."))) if carried.code else (99,)


def _school_year(on: date) -> tuple[int, int]:
    """The school year to plan for: from June on the one that begins in that year."""
    first = on.year if on.month >= 6 else on.year - 1
    return first, first + 1


def _document(plan: Plan, year: str | None, years: tuple[int, int]) -> DocumentInfo:
    """The particulars of a document not yet issued: no number and no day."""
    subject = plan.document.subject
    kept = subject if subject and not re.search(r"\d", subject) else None
    return DocumentInfo(number_is_blank=True, subject=kept, school_year=year, period=Period(*years))


def _body_of_the_day(body: str | None, on: date) -> str | None:
    """The governing body; one of the district level is to be decided anew once that level has ended."""
    if not body or on < district_level_ended_on() or not district_body_in(body):
        return body
    ended = say_day(district_level_ended_on())
    return decide(f"cơ quan chủ quản hiện nay; “{body}” đã kết thúc từ {ended}")


def _recipient_of_the_day(text: str, on: date) -> str:
    if on < district_level_ended_on() or not district_body_in(text):
        return text
    return f"{text} {decide(f'nơi nhận hiện nay; cấp huyện đã kết thúc từ {say_day(district_level_ended_on())}')}"


def _finished(plan: Plan) -> list[str]:
    return [
        f"Không chuyển mục {at} ({_named(item)}): kế hoạch cũ ghi “{item.progress}”."
        for at, item in enumerate(plan.items, start=1)
        if is_finished(item)
    ]


def _named(item: Item) -> str:
    words = " ".join((item.improvement or item.task or item.solution or item.target_result or "").split())
    criterion = f"tiêu chí {item.criterion}" if item.criterion else "không ghi tiêu chí"
    return f"{criterion}: {words[:60]}{'…' if len(words) > 60 else ''}" if words else criterion


def _without_criterion(carried: list[Carried]) -> list[str]:
    return [
        f"Mục {at} chưa có tiêu chí mới được đề xuất; cần quyết định giữ hay bỏ."
        for at, one in enumerate(carried, start=1)
        if one.code is None
    ]


def _left_behind(plan: Plan) -> list[str]:
    """Parts of the old plan that have no place in a new one."""
    notes = []
    if plan.prior_results:
        notes.append("Không chuyển kết quả của kế hoạch cũ: mức đã đạt không quy đổi sang bộ tiêu chuẩn mới.")
    if plan.weak_criteria:
        codes = ", ".join(plan.weak_criteria)
        notes.append(f"Không chuyển danh sách tiêu chí còn yếu ({codes}): phải tự đánh giá lại theo tiêu chí mới.")
    if plan.target_criteria:
        codes = ", ".join(plan.target_criteria)
        notes.append(f"Không chuyển chỉ tiêu phấn đấu ({codes}): đó là tiêu chí cũ, cần đặt lại.")
    kept = {item.criterion for item in plan.items if not is_finished(item)}
    alone = [problem for problem in plan.problems if problem.criterion not in kept]
    notes += [f"Không chuyển vấn đề của tiêu chí {one.criterion or '…'}: không có mục nào đi cùng." for one in alone]
    if plan.reviews:
        notes.append(f"Không chuyển {len(plan.reviews)} dòng theo dõi, đánh giá: thuộc năm học cũ.")
    if plan.document.number or plan.document.date or plan.document.date_text:
        notes.append("Không chuyển số và ngày của văn bản cũ: kế hoạch mới chưa ban hành.")
    return notes
