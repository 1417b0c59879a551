"""The rows of a plan: texts of the trade, with owners, periods and money whose meaning is known."""

from typing import Any

from corpus.criteria import Criterion
from corpus.forms import Form
from corpus.invent.money import invent_money
from corpus.invent.parties import Owners, invent_conditions, invent_owners
from corpus.invent.periods import Period, invent_period
from corpus.invent.random_choice import Choice
from corpus.invent.school import Setting
from corpus.words import words

PEOPLE = {"preschool": ("trẻ", "cha mẹ trẻ"), "continuing": ("học viên", "gia đình học viên")}


def fill(text: str, setting: Setting, choice: Choice) -> str:
    """A phrase with its blanks filled in for the school's level."""
    learner, parents = PEOPLE.get(setting.level, ("học sinh", "cha mẹ học sinh"))
    cap = {"hs_cap": learner.capitalize(), "cm_cap": parents.capitalize(), "gv_cap": "Giáo viên"}
    return text.format(hs=learner, cm=parents, gv="giáo viên", n=choice.number(2, 9), **cap)


def phrase(kind: str, criterion: Criterion, setting: Setting, choice: Choice) -> str:
    return fill(choice.one(words("topics")[criterion.topic][kind]), setting, choice)


def solution(criterion: Criterion, setting: Setting, choice: Choice) -> str:
    options = words("topics")[criterion.topic]["do"]
    parts = [fill(part, setting, choice) for part in choice.some(options, choice.weighted({1: 2, 2: 4, 3: 3, 4: 2}))]
    if choice.chance(0.1):
        parts += [fill(part, setting, choice) for part in words("topics")[choice.one(sorted(words("topics")))]["do"]]
    shape = choice.weighted({"one": 5, "dashes": 4, "lines": 1, "numbers": 1, "pluses": 0.5, "semicolons": 1})
    if len(parts) == 1 or shape == "one":
        return " ".join(parts)
    if shape == "semicolons":
        return "; ".join([parts[0].rstrip("."), *(part[0].lower() + part[1:].rstrip(".") for part in parts[1:])]) + "."
    mark = {"dashes": lambda _: "- ", "lines": lambda _: "", "numbers": lambda at: f"{at}. ", "pluses": lambda _: "+ "}[
        shape
    ]
    return "\n".join(mark(at) + part for at, part in enumerate(parts, 1))


def proofs(criterion: Criterion, setting: Setting, choice: Choice) -> tuple[list[str], str | None]:
    """The products and the words of their cell."""
    if choice.chance(0.12):
        return [], None
    things = [
        fill(thing, setting, choice)
        for thing in choice.some(words("topics")[criterion.topic]["proof"], choice.number(1, 3))
    ]
    shape = choice.one(("dashes", "lines", "semicolons"))
    if len(things) == 1:
        return things, choice.one((things[0], f"- {things[0]}", f"{things[0]}."))
    if shape == "semicolons":
        return things, "; ".join(things) + choice.one(("", "."))
    mark, stop = ("- ", choice.one(("", ".", ";"))) if shape == "dashes" else ("", "")
    return things, "\n".join(mark + thing + stop for thing in things)


def _target(criterion: Criterion, setting: Setting, choice: Choice) -> str | None:
    shape = choice.weighted({"text": 8, "level": 1, "two": 2, "empty": 0.4})
    if shape == "level":
        return choice.one(("Mức 2", "Mức 3", "Đạt mức 2", "Duy trì Mức 3"))
    if shape == "empty":
        return None
    targets = [fill(text, setting, choice) for text in words("topics")[criterion.topic]["target"]]
    return choice.one(targets) if shape == "text" else "\n".join(f"- {text}" for text in targets)


def _note(choice: Choice) -> tuple[str | None, str | None, bool]:
    """(note, source of money named in it, whether it says that the thing goes on all the time)."""
    kind = choice.weighted({"empty": 8, "always": 1.5, "money": 1, "other": 1})
    if kind == "empty":
        return None, None, False
    if kind == "always":
        return choice.one(("Thực hiện thường xuyên", "Xuyên suốt trong năm học", "Thường xuyên")), None, True
    if kind == "money":
        source = choice.one(("Kinh phí thường xuyên", "Kinh phí không thường xuyên", "Nguồn xã hội hóa"))
        return source, source, False
    return (
        choice.one(
            (
                "Báo cáo cuối học kỳ",
                "Điểm trường lẻ",
                "Đã thực hiện một phần",
                "Chuyển tiếp từ năm học trước",
                "Theo tiến độ được duyệt",
            )
        ),
        None,
        False,
    )


def invent_item(
    criterion: Criterion, form: Form, setting: Setting, choice: Choice
) -> tuple[dict[str, Any], dict[str, list[Any]], dict[str, str | None]]:
    """(the item as the form shows it, other true readings by field, texts of cells that are no field of their own)."""
    period = invent_period(setting.first_year, setting.last_year, choice, late=form.late)
    owners, money = invent_owners(choice, late=form.late), invent_money(choice, millions=form.millions)
    conditions, helpers = invent_conditions(choice)
    things, things_text = proofs(criterion, setting, choice)
    note, note_source, always = _note(choice)
    item: dict[str, Any] = {
        "standard": criterion.standard,
        "criterion": criterion.code,
        "criterion_title": criterion.title,
        "weakness": phrase("weak", criterion, setting, choice),
        "improvement": phrase("task", criterion, setting, choice),
        "target_result": _target(criterion, setting, choice),
        "task": phrase("task", criterion, setting, choice) if choice.chance(0.8) else None,
        "solution": solution(criterion, setting, choice),
        "indicators": phrase("measure", criterion, setting, choice),
        "support_conditions": conditions,
        "support_parties": list(helpers),
        "resources": phrase("means", criterion, setting, choice),
        "evidence_outputs": things,
        "note": note,
        "funding_source": choice.one(("Ngân sách nhà nước", "Xã hội hóa", "Chi thường xuyên", "Không", None)),
        "progress": choice.one((None, None, "Đang thực hiện", "Hoàn thành", "Chưa hoàn thành")),
    }
    also: dict[str, list[Any]] = {}
    _put_period(item, also, period)
    _put_owners(item, owners)
    item |= {"budget_text": money.text, "budget_vnd": money.vnd}
    _put_money_source(item, also, form, note_source)
    cells = {"evidence_outputs": things_text}
    _split(item, also, cells, form, owners, choice, setting)
    if always and form.shows("note") and item["recurrence"] == "none":
        also["recurrence"] = ["ongoing"]
    _hide(item, form)
    return item, also, cells


def _put_period(item: dict[str, Any], also: dict[str, list[Any]], period: Period) -> None:
    item |= {
        "time_text": period.text,
        "start": period.start,
        "end": period.end,
        "recurrence": period.recurrence,
        "school_years": list(period.years),
    }
    also |= {key: list(value) for key, value in period.also.items() if value}


def _put_owners(item: dict[str, Any], owners: Owners) -> None:
    item |= {"owner_text": owners.text, "owners": list(owners.owners), "supporting": list(owners.supporting)}


def _put_money_source(item: dict[str, Any], also: dict[str, list[Any]], form: Form, note_source: str | None) -> None:
    if form.shows("funding_source"):
        return
    item["funding_source"] = note_source if form.shows("note") else None
    text = item["budget_text"] or ""
    if note_source and form.shows("note"):
        also["funding_source"] = [None]
    elif form.shows("budget") and item["budget_vnd"] is None and text:  # a source named where a sum was asked for
        also["funding_source"] = [text]


def _split(
    item: dict[str, Any],
    also: dict[str, list[Any]],
    cells: dict[str, str | None],
    form: Form,
    owners: Owners,
    choice: Choice,
    setting: Setting,
) -> None:
    """Where the form parts owners or times over two columns, the item says what the two cells say."""
    if form.shows("owner_lead"):
        cells |= {"owner_lead": owners.lead_text, "owner_support": owners.support_text}
        item["owner_text"] = owners.lead_text
        if owners.support_text:
            glue = ("; ", "\n", ", ", " - ", " phối hợp ", "\nPhối hợp: ")
            also["owner_text"] = [owners.lead_text + mark + owners.support_text for mark in glue]
    if form.shows("time_start"):
        first, last = choice.number(8, 11), choice.number(1, 5)
        year = choice.number(setting.first_year, setting.last_year - 1)
        shape = choice.one(("Tháng {:d}/{}", "{:02d}/{}", "01/{:d}/{}"))
        start, end = shape.format(first, year), shape.format(last, year + 1)
        days = "-01" if shape.startswith("01/") else ""
        cells |= {"time_start": start, "time_end": end}
        item |= {
            "time_text": f"{start} - {end}",
            "start": f"{year}-{first:02d}{days}",
            "end": f"{year + 1}-{last:02d}{days}",
            "recurrence": "none",
            "school_years": [f"{year}-{year + 1}"],
        }
        glue = ("\n", "; ", " đến ", ", ")
        also |= {
            "time_text": [start + mark + end for mark in glue]
            + [f"Bắt đầu: {start}\nHoàn thành: {end}", f"Từ {start} đến {end}", start]
        }
        for key in ("start", "end", "recurrence"):
            also.pop(key, None)


_SHOWN_BY = {
    "owner_text": ("owner", "owner_lead"),
    "owners": ("owner", "owner_lead"),
    "supporting": ("owner", "owner_lead"),
    "time_text": ("time", "time_start"),
    "start": ("time", "time_start"),
    "end": ("time", "time_start"),
    "recurrence": ("time", "time_start"),
    "school_years": ("time", "time_start"),
    "budget_text": ("budget",),
    "budget_vnd": ("budget",),
    "support_parties": ("support_conditions",),
}
_ALWAYS = {"standard", "criterion", "criterion_title", "funding_source"}


def _hide(item: dict[str, Any], form: Form) -> None:
    """Empty what the form has no column for."""
    for field in item:
        if field not in _ALWAYS and not any(form.shows(name) for name in _SHOWN_BY.get(field, (field,))):
            item[field] = [] if isinstance(item[field], list) else None
    if form.criteria == "none":
        item |= {"standard": None, "criterion": None, "criterion_title": None}
