"""An invented school and the head of its plan."""

from dataclasses import dataclass
from typing import Any

from corpus.invent.periods import school_year
from corpus.invent.random_choice import Choice
from corpus.words import words

KINDS = {
    "preschool": (("Trường Mầm non", "TrMN"), ("Trường Mẫu giáo", "MG")),
    "primary": (("Trường Tiểu học", "TH"), ("Trường PTDTBT Tiểu học", "PTDTBTTH")),
    "lower_secondary": (("Trường THCS", "THCS"), ("Trường Trung học cơ sở", "THCS")),
    "upper_secondary": (("Trường THPT", "THPT"), ("Trường Trung học phổ thông", "THPT")),
    "multi_level": (
        ("Trường TH và THCS", "TH&THCS"),
        ("Trường THCS và THPT", "THCS&THPT"),
        ("Trường Tiểu học, THCS và THPT", "LC"),
    ),
    "continuing": (("Trung tâm GDNN-GDTX", "GDTX"), ("Trung tâm Giáo dục thường xuyên", "TTGDTX")),
}


@dataclass(frozen=True)
class Setting:
    """The school and its year: what every part of the plan speaks of."""

    level: str
    edition: str
    name: str
    abbreviation: str
    body: str
    place: str
    first_year: int
    last_year: int
    head: str  # full, number (no school over it), nothing

    @property
    def one_year(self) -> bool:
        return self.last_year - self.first_year == 1

    @property
    def span(self) -> str:
        """ "năm học 2024 - 2025" or "giai đoạn 2022 - 2027"."""
        return f"{'năm học' if self.one_year else 'giai đoạn'} {self.first_year} - {self.last_year}"


def _initials(text: str) -> str:
    return "".join(word[0].upper() for word in text.replace("/", " ").split())


def invent_setting(level: str, edition: str, choice: Choice, *, five_years: bool) -> Setting:
    kind, short = choice.one(KINDS[level])
    own = choice.one(words("places")["school_names"])
    if edition.startswith("TT57"):
        year = choice.number(2026, 2027)
    else:
        year = 2025 if "TT22" in edition else choice.number(2019, 2024)
    place = choice.one(words("places")["communes"])
    number_only = choice.weighted({"full": 12, "number": 1, "nothing": 1})
    return Setting(
        level,
        edition,
        f"{kind} {own}",
        f"{short}{_initials(own)}" if "/" not in own else short,
        _body(level, year, place, choice),
        place,
        year,
        year + (5 if five_years else 1),
        number_only,
    )


def _body(level: str, year: int, commune: str, choice: Choice) -> str:
    if level in ("upper_secondary", "continuing"):
        return f"Sở Giáo dục và Đào tạo {choice.one(('tỉnh ', 'tỉnh ', ''))}{choice.one(words('places')['provinces'])}"
    if year >= 2025:
        return f"{choice.one(('UBND xã', 'UBND phường', 'Ủy ban nhân dân xã'))} {commune}"
    kind = choice.one(("UBND huyện", "Phòng GD&ĐT huyện", "UBND thị xã", "Phòng Giáo dục và Đào tạo huyện"))
    return f"{kind} {choice.one(words('places')['districts'])}"


def invent_head(setting: Setting, choice: Choice) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """School and document as in the plan's JSON, and other true readings by dotted path."""
    number = choice.number(3, 240)
    blank = choice.chance(0.12)
    sign = choice.weighted(
        {f"/KH-{setting.abbreviation}": 10, f"/KH {setting.abbreviation}": 1, f"/KH- {setting.abbreviation}": 1}
    )
    year, month, day = setting.first_year, choice.number(7, 10), choice.number(1, 28)
    no_day = blank and choice.chance(0.5)
    subject = "Cải tiến chất lượng giáo dục"
    shown_year = school_year(year, choice) if setting.one_year else f"{year} - {setting.last_year}"
    dated = (
        f"ngày … tháng … năm {year}"
        if no_day
        else f"ngày {day:02d} tháng {choice.one((month, month, f'{month:02d}'))} năm {year}"
    )
    document = {
        "number": f"…{sign}" if blank else f"{number:02d}{sign}",
        "number_is_blank": blank,
        "date": None if no_day else f"{year}-{month:02d}-{day:02d}",
        "date_text": f"{setting.place}, {dated}",
        "subject": subject,
        "school_year": f"{year}-{year + 1}" if setting.one_year else None,
        "period": {"from_year": year, "to_year": setting.last_year},
    }
    school = {
        "name": setting.name,
        "level": setting.level,
        "governing_body": setting.body,
        "place": setting.place,
        "name_as_written": [setting.name.upper(), setting.name],
        "abbreviation": setting.abbreviation,
        "ownership": None,
        "address": None,
    }
    also: dict[str, list[Any]] = {
        "document.subject": [f"{subject} {words_for(setting)} {shown_year}", f"Kế hoạch {subject}"]
    }
    if blank:
        also["document.number"] = [None, sign]
    return {"school": school, "document": document, "shown_year": shown_year}, also


def words_for(setting: Setting) -> str:
    return "Năm học" if setting.one_year else "Giai đoạn"


def hide_head(setting: Setting, head: dict[str, Any]) -> None:
    """Take out of the truth what a plan without the usual head does not say."""
    if setting.head == "full":
        return
    head["school"]["governing_body"] = None
    if setting.head == "nothing":
        head["school"]["place"] = None
        head["document"] |= {"number": None, "number_is_blank": False, "date": None, "date_text": None}


def invent_person(choice: Choice) -> str:
    places = words("places")
    return f"{choice.one(places['families'])} {choice.one(places['middles'])} {choice.one(places['givens'])}"
