"""The manual of the checks, docs/checks/: a table by family and a page a check, from docstrings and case files.

make_docs.py writes them. The pages are Vietnamese, as they are for those who write plans.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from caitien.checks.catalogue import FAMILIES, Entry, catalogue
from caitien.checks.explain import options_of, sections, written
from caitien.checks.report.words import SEVERITIES, SIGNS
from caitien.checks.settings import kind_in_words
from caitien.vietnamese.dates import say_day

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "checks"
CASES = ROOT / "tests" / "library" / "checks" / "cases"
GENERATED = "<!-- Written by scripts/make_docs.py from the check and its cases; change those, not this page. -->"

NAMES = {
    "header": "Thể thức: phần đầu, số, ngày, chữ ký, nơi nhận",
    "laws": "Căn cứ pháp lý",
    "periods": "Thời gian",
    "standards": "Tiêu chuẩn và tiêu chí",
    "items": "Nội dung từng mục",
    "money": "Kinh phí",
    "organisation": "Tổ chức thực hiện và theo dõi",
    "results": "Kết quả tự đánh giá",
    "improvement": "Kế hoạch theo Thông tư 57/2026/TT-BGDĐT",
    "words": "Câu chữ",
    "remains": "Dấu vết soạn thảo",
}

INDEX = """\
# Các lỗi mà caitien check tìm

{generated}

Mỗi lỗi có một trang: tìm gì, vì sao, căn cứ vào đâu, khi nào không dùng, ví dụ. Trên máy: `caitien check --explain MÃ`.
Cách bỏ qua một lỗi có lý do và cách thiết lập: [kiểm tra kế hoạch](../user-guide/kiem-tra-ke-hoach.md).
Có {count} lỗi: ✖ lỗi thì cơ quan quản lý có thể trả lại kế hoạch, ▲ cảnh báo thì nên sửa hoặc có lý do, ○ gợi ý thì sửa
kế hoạch tốt hơn.
{families}"""


def pages() -> dict[Path, Callable[[], bytes]]:
    """What makes each page of the manual, by its path."""
    made: dict[Path, Callable[[], bytes]] = {FOLDER / "index.md": index}
    return made | {FOLDER / f"{entry.name}.md": partial(page, entry) for entry in catalogue().values()}


def index() -> bytes:
    families = []
    for family in FAMILIES:
        entries = [entry for entry in catalogue().values() if entry.family == family]
        rows = [
            f"| {entry.code} | {weight(entry)} | [{shown(entry.title)}]({entry.name}.md) |"
            for entry in sorted(entries, key=lambda entry: entry.code)
        ]
        if rows:
            families.append("\n".join([f"\n## {NAMES[family]}\n", "| mã | mức | lỗi |", "|---|---|---|", *rows, ""]))
    text = INDEX.format(generated=GENERATED, count=len(catalogue()), families="".join(families))
    return text.encode()


def page(entry: Entry) -> bytes:
    parts = sections(entry)
    text = [
        f"# {entry.code}: {shown(entry.title)}",
        GENERATED,
        f"{weight(entry)}, `{entry.name}`, trong nhóm [{NAMES[entry.family]}](index.md).",
        shown(parts.pop("", "")),
        *(f"**{heading}.** {shown(words)}" for heading, words in parts.items()),
        *options(entry),
        *examples(entry),
    ]
    return ("\n\n".join(text) + "\n").encode()


def weight(entry: Entry) -> str:
    return f"{SIGNS[entry.severity]} {SEVERITIES[entry.severity]}"


def options(entry: Entry) -> Iterator[str]:
    """The settings with their defaults, as a caitien.toml would hold them."""
    given = options_of(entry)
    if given:
        rows = "\n".join(f"{key} = {written(value)} # {kind_in_words(value)}" for key, value in given.items())
        yield "## Thiết lập"
        yield f"Trong `caitien.toml`, với giá trị mặc định:\n\n```toml\n[checks.{entry.name}]\n{rows}\n```"


_FENCE = re.compile(r"^```(json|text)(?: on=(\d{4})-(\d\d)-(\d\d))?\n(.*?)^```\n", re.M | re.S)


def examples(entry: Entry) -> Iterator[str]:
    """The cases of the check: what differs from a plan without faults, lines of a document, and what is found."""
    path = CASES / entry.family / f"{entry.name}.md"
    cases = path.read_text("utf-8").partition("\n## ")[2] if path.exists() else ""
    if cases:
        yield "## Ví dụ"
        yield "Dữ liệu ghi ở đây là những chỗ khác với một kế hoạch không có lỗi."
        cases = re.sub(r"^(?:- |## ).*$", lambda line: shown(line[0]), cases, flags=re.M)
        yield _FENCE.sub(_fence, f"### {cases.strip()}\n").replace("\n## ", "\n### ").strip()


def shown(text: str) -> str:
    """A text as Markdown that says just this."""
    return re.sub(r"([<*_|])", r"\\\1", text)


def _fence(found: re.Match[str]) -> str:
    kind, year, month, day, body = found.groups()
    judged = f"Xét vào ngày {say_day(date(int(year), int(month), int(day)))}:\n\n" if year else ""
    return f"{judged}```{kind}\n{body}```\n"
