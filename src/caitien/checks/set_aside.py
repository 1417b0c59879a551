"""Findings that a school sets aside with a reason: they stay in every report, and weigh nothing.

People write them in a small file beside the document, `ke-hoach.docx.bo-qua.toml`:

    [[bo-qua]]
    ma = "S07"
    tieu-chi = "3.4"            # and, if needed: muc = 3 (as the report counts), trich = "words quoted"
    ly-do = "Sân tập do xã xây trong năm 2027, không thuộc kế hoạch của trường."

Programs put them into the plan's JSON: "set_aside": [{"code": "S07", "criterion": "3.4", "reason": "…"}], where `item`
counts from 0 as in a finding's place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caitien.checks.hand_written import read_toml, refuse_unknown
from caitien.findings import CannotRead, Finding
from caitien.vietnamese.fold import fold

ENDING = ".bo-qua.toml"
_KEYS = {"ma": "code", "muc": "item", "tieu-chi": "criterion", "trich": "quote", "ly-do": "reason"}


@dataclass(frozen=True, slots=True)
class SetAside:
    """What is set aside: the code, and item (0-based), criterion or words quoted where not all of the code is meant."""

    code: str
    reason: str
    item: int | None = None
    criterion: str | None = None
    quote: str | None = None

    def means(self, finding: Finding) -> bool:
        """Is it this finding that is set aside? Words match without regard to case and marks, within the quote."""
        place = finding.place
        return (
            self.code in (finding.code, finding.name)
            and self.item in (None, place.item)
            and self.criterion in (None, place.criterion)
            and (self.quote is None or fold(self.quote) in fold(f"{place.quote or ''}\n{finding.message}"))
        )

    def described(self) -> str:
        """The entry in a few words: "S07, mục 3, tiêu chí 3.4"."""
        item = f"mục {self.item + 1}" if self.item is not None else None
        criterion = f"tiêu chí {self.criterion}" if self.criterion else None
        return ", ".join(part for part in (self.code, item, criterion, self.quote and f"“{self.quote}”") if part)


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding, and the reason why it is set aside where it is."""

    finding: Finding
    reason: str | None = None


def judge(findings: Iterable[Finding], entries: Sequence[SetAside]) -> tuple[tuple[Judged, ...], tuple[SetAside, ...]]:
    """The findings with the reason of the first entry that means each; and the entries that mean none of them."""
    if not entries:
        return tuple(map(Judged, findings)), ()
    judged: list[Judged] = []
    used: set[SetAside] = set()
    for finding in findings:
        meaning = next((entry for entry in entries if entry.means(finding)), None)
        used.update(entry for entry in entries if entry.means(finding))
        judged.append(Judged(finding, meaning.reason if meaning else None))
    return tuple(judged), tuple(entry for entry in entries if entry not in used)


def set_aside_beside(path: Path) -> tuple[SetAside, ...]:
    """The entries of the file beside a document, none where there is no such file. CannotRead for a wrong one."""
    beside = path.with_name(path.name + ENDING)
    if not beside.is_file():
        return ()
    data = read_toml(beside)
    refuse_unknown(data, ["bo-qua"], f"“{beside.name}”")
    entries = data.get("bo-qua", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CannotRead(f"“{beside.name}”: mỗi lỗi bỏ qua là một đoạn bắt đầu bằng dòng [[bo-qua]].")
    return tuple(_of_people(entry, f"“{beside.name}”, đoạn {number}") for number, entry in enumerate(entries, 1))


def set_aside_in(data: Any, where: str) -> tuple[SetAside, ...]:
    """The entries in a plan's JSON object, under "set_aside". CannotRead for wrong ones; `where` names the file."""
    entries = data.get("set_aside") or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CannotRead(f"{where}: “set_aside” phải là một danh sách các mục có “code” và “reason”.")
    return tuple(_entry(entry, f"{where}, mục “set_aside” thứ {number}") for number, entry in enumerate(entries, 1))


def _of_people(entry: dict[str, Any], where: str) -> SetAside:
    """An entry of the file for people, whose items count from 1."""
    refuse_unknown(entry, _KEYS, where)
    data = {_KEYS[key]: value for key, value in entry.items()}
    if isinstance(data.get("item"), int):
        data["item"] -= 1
    return _entry(data, where)


def _entry(data: dict[str, Any], where: str) -> SetAside:
    for key in ("code", "reason", "criterion", "quote"):
        if not isinstance(data.get(key, ""), str | None):
            raise CannotRead(f"{where}: “{_shown(key, where)}” phải là chữ trong ngoặc kép.")
    item = data.get("item")
    if item is not None and (type(item) is not int or item < 0):
        first = 1 if ENDING in where else 0
        raise CannotRead(f"{where}: “{_shown('item', where)}” phải là số, đếm từ {first}.")
    if not (data.get("code") or "").strip():
        raise CannotRead(f"{where}: chưa ghi mã lỗi được bỏ qua.")
    if not (data.get("reason") or "").strip():
        raise CannotRead(f"{where}: bỏ qua {data['code']} mà chưa ghi lý do; hãy ghi rõ lý do.")
    known = {key: data.get(key) for key in ("code", "reason", "item", "criterion", "quote")}
    return SetAside(**known)  # type: ignore[arg-type]


def _shown(key: str, where: str) -> str:
    """A key as the file itself names it."""
    return next(people for people, program in _KEYS.items() if program == key) if ENDING in where else key
