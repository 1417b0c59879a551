"""docs/frameworks.md, made from the data: `python -m caitien.frameworks.page > docs/frameworks.md`."""

from collections.abc import Iterable, Iterator

from caitien.frameworks.describe import levels_text, rule_text, validity_text
from caitien.frameworks.load import CannotFindFramework, all_frameworks, earlier_documents
from caitien.frameworks.model import CONFIDENCE, NOT_VERIFIED, SCHOOL_LEVELS, Criterion, Framework
from caitien.frameworks.successors import crosswalk, crosswalk_source


def editions_page() -> str:
    """The page of all editions, in Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Các bộ tiêu chuẩn"
    yield ""
    yield "<!-- Made by `python -m caitien.frameworks.page`; a test holds it true. -->"
    yield ""
    yield (
        "Phần mềm giữ mỗi bộ tiêu chuẩn trong một tệp dữ liệu; bộ áp dụng là bộ có hiệu lực vào ngày ký văn bản. "
        f"Bộ nào ghi “{NOT_VERIFIED}” thì mọi nội dung đều từ nguồn thứ cấp. "
        "Tên dài được rút gọn ở đây; tên đầy đủ, yêu cầu từng mức và nguồn: `caitien frameworks ID`."
    )
    yield ""
    yield from _table(
        ("ID", "Văn bản", "Cấp học", "Hiệu lực", "Tiêu chuẩn", "Tiêu chí", "Mức", "Độ tin cậy"), _editions()
    )
    yield ""
    yield "Trước các bộ trên, chỉ biết tên văn bản:"
    yield ""
    for document in earlier_documents():
        levels = ", ".join(SCHOOL_LEVELS[level] for level in document["school_levels"])
        doubt = f"{NOT_VERIFIED}, độ tin cậy {CONFIDENCE[document['confidence']]}"
        yield f"- Thông tư {document['number']} ({levels}), đến {document['valid_to']}; {doubt}."
    for framework in all_frameworks():
        yield from _edition(framework)


def _editions() -> Iterator[tuple[str, ...]]:
    for one in all_frameworks():
        counts = (str(len(one.standards)), str(len(one.criteria)), str(len(one.levels)))
        grade = CONFIDENCE[one.confidence["structure"]] + ("" if one.verified else f", {NOT_VERIFIED}")
        yield (f"`{one.id}`", one.document.name, levels_text(one), validity_text(one), *counts, grade)


def _edition(framework: Framework) -> Iterator[str]:
    yield ""
    yield f"## {framework.id}"
    yield ""
    yield f"{framework.document.name}; {levels_text(framework)}; {validity_text(framework)}."
    yield ""
    yield from (f"- {point}" for point in framework.open_points)
    yield ""
    yield from (f"- {rule_text(rule, framework.clauses_article)}" for rule in framework.rules.school_levels)
    yield ""
    successors = _successors(framework)
    headings = ("Tiêu chí", "Tên", "Bắt buộc", "Các mức", "Độ tin cậy") + (("TT57 (đề xuất)",) if successors else ())
    rows = (_row(criterion) + ((successors[criterion.code],) if successors else ()) for criterion in framework.criteria)
    yield from _table(headings, rows)
    if successors:
        yield ""
        yield crosswalk_source()


def _row(criterion: Criterion) -> tuple[str, ...]:
    levels = ", ".join(str(level.number) if level.known else f"{level.number}?" for level in criterion.levels)
    mandatory = "bắt buộc" if criterion.mandatory else ""
    return (criterion.code, _short(criterion.title), mandatory, levels, CONFIDENCE[criterion.confidence])


def _short(title: str, words: int = 11) -> str:
    kept = title.split()[:words]
    return title if len(kept) == len(title.split()) else " ".join(kept).rstrip(",") + " …"


def _successors(framework: Framework) -> dict[str, str]:
    """Code → proposed codes of TT57; empty for an edition that has no proposal."""
    try:
        return {one.code: ", ".join(to.code for to in crosswalk(framework.id, one.code)) for one in framework.criteria}
    except CannotFindFramework:
        return {}


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    print(editions_page())
