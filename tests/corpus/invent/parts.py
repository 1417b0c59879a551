"""The parts of a plan around its table: purposes, last year's results, organisation, recipients, signature."""

from typing import Any

from corpus.criteria import Criterion, criteria_of
from corpus.invent.items import PEOPLE, phrase
from corpus.invent.random_choice import Choice
from corpus.invent.school import Setting, invent_person
from corpus.words import words


def told(text: str, setting: Setting) -> str:
    """A phrase of a part with the school's particulars filled in."""
    parents = PEOPLE.get(setting.level, ("học sinh", "cha mẹ học sinh"))[1]
    short = setting.body if len(setting.body) < 30 else "Sở GDĐT"
    return text.format(school=setting.name, span=setting.span, cm=parents, body_short=short)


def invent_purposes(setting: Setting, choice: Choice) -> list[str]:
    return [told(text, setting) for text in choice.some(words("parts")["purposes"], choice.number(2, 5))]


def invent_prior(setting: Setting, choice: Choice) -> dict[str, Any] | None:
    """Counts per level of the year before, or nothing."""
    if setting.edition.startswith("TT57") or choice.chance(0.6):
        return None
    total, levels = len(criteria_of(setting.edition)), {}
    for level in ("1", "2", "3"):
        whole = total - (0 if level != "3" else 6)
        levels[level] = {"met": whole - choice.number(0, 2), "total": whole}
    return {
        "school_year": f"{setting.first_year - 1}-{setting.first_year}",
        "as_of": None,
        "levels": levels,
        "text": None,
        "note": None,
    }


def invent_organisation(setting: Setting, choice: Choice) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """The parties with duties, and other true names of a party by its index."""
    first, *others = words("parts")["parties"]
    chosen = [first, *choice.some(others, choice.number(2, 5))]
    nested = choice.chance(0.2) and len(chosen) > 3
    parts: list[dict[str, Any]] = []
    also: dict[str, list[str]] = {}
    for at, entry in enumerate(chosen):
        duties = [told(duty, setting) for duty in choice.some(entry["duties"], choice.number(1, 3))]
        part = {"party": told(entry["party"], setting), "parent": None, "duties": duties}
        if nested and at >= len(chosen) - 2:
            part["parent"] = "Các bộ phận, đoàn thể"
            also[str(len(parts) + (1 if at == len(chosen) - 2 else 0))] = [f"Đối với {part['party']}"]
            if at == len(chosen) - 2:
                parts.append({"party": part["parent"], "parent": None, "duties": []})
        parts.append(part)
    return parts, also


def invent_recipients(setting: Setting, choice: Choice) -> list[str]:
    *others, plain, long = [told(text, setting) for text in words("parts")["recipients"]]
    return [*choice.some(others, choice.number(1, 4)), choice.one((plain, long))]


def invent_signatory(setting: Setting, choice: Choice) -> dict[str, str]:
    return {"title": "Giám đốc" if setting.level == "continuing" else "Hiệu trưởng", "name": invent_person(choice)}


def invent_problems(criteria: list[Criterion], setting: Setting, choice: Choice) -> list[dict[str, Any]]:
    """TT57, table IV: one row for each item, in the same order."""
    rows = []
    for criterion in criteria:
        state = phrase("target", criterion, setting, choice)
        rows.append(
            {
                "standard": criterion.standard,
                "criterion": criterion.code,
                "current_state": choice.one(
                    (
                        f"Hiện nay: {state[0].lower()}{state[1:]}",
                        "Đạt Mức 1, chưa đạt Mức 2",
                        f"Đã thực hiện song chưa đều (MC.{criterion.code}.01).",
                    )
                ),
                "limitation": phrase("weak", criterion, setting, choice),
                "cause": phrase("cause", criterion, setting, choice) if choice.chance(0.9) else None,
            }
        )
    return rows


def invent_reviews(choice: Choice) -> list[dict[str, Any]]:
    """TT57, table VI."""
    options = words("parts")["reviews"]
    moments = choice.one(
        (
            ("Cuối học kỳ I", "Cuối năm học"),
            ("Tháng 11", "Cuối học kỳ I", "Cuối năm học"),
            ("Tháng 01/2027", "Tháng 5/2027"),
        )
    )
    return [
        {"when": when, **{key: choice.one(options[key]) for key in ("content", "result", "adjustment", "reviewer")}}
        for when in moments
    ]
