"""Which cells may be wrong: plain signs in the result, since shaking the weights finds nothing."""

from collections.abc import Iterator
from itertools import pairwise

from caitien.findings import Finding, doubt

from . import language as lang
from .cells import Span
from .decode import FoundRow
from .reading import ReadTable
from .tables import place

_FREE = 0.05  # share of the width that must have been free for a next word
_NEEDED = ("title", "role", "time")
_QUOTED = 6  # words of a cell quoted in a message


def doubts(read: ReadTable, names: tuple[str, ...]) -> Iterator[Finding]:
    """A finding for each cell whose boundaries are uncertain, and a soft one for each row that a page's end cuts."""
    for number, row in enumerate(read.rows, start=2):
        if row.band:
            continue
        for column, spans in row.cells.items():
            reasons = list(_reasons(read, row, column, spans))
            if reasons:
                yield _uncertain(read, names[column], spans, number, column, reasons)
        if row.cut:
            first = min(row.cells)
            yield doubt(
                "row-cut-by-page",
                f"Hàng bắt đầu bằng “{_quote(read, row.cells[first])}” bị ngắt ở cuối trang và đã được nối lại.",
                position=place(read.table, row.cells[first], number, first),
            )


def _uncertain(
    read: ReadTable, name: str, spans: tuple[Span, ...], row: int, column: int, reasons: list[str]
) -> Finding:
    message = f"Chưa chắc ô cột “{name}” (“{_quote(read, spans)}”) bắt đầu và kết thúc đúng chỗ: {'; '.join(reasons)}."
    return doubt("cell-boundary-uncertain", message, position=place(read.table, spans, row, column))


def _quote(read: ReadTable, spans: tuple[Span, ...]) -> str:
    words = [word for span in spans for word in read.table.words[span[0] : span[1]]]
    return " ".join(words[:_QUOTED]) + (" …" if len(words) > _QUOTED else "")


def _reasons(read: ReadTable, row: FoundRow, column: int, spans: tuple[Span, ...]) -> Iterator[str]:
    lines = read.table.printed(spans)
    yield from _by_width(read, column, lines)
    yield from _by_wording(read, column, lines)
    if read.profiles[column].kind == "time" and not lang.is_time(" ".join(lines)):
        yield "không phải trọn một mốc thời gian"
    if read.profiles[column].kind == "money" and not lang.is_money(" ".join(lines)):
        yield "không phải trọn một khoản tiền"
    typed = read.profiles[column].kind in ("time", "money") or lang.is_money(" ".join(lines))
    if not typed and not all(read.table.opens(edge) for span in spans for edge in span):
        yield "chung dòng với ô khác"
    beside = [c for c in (column - 1, column + 1) if 0 <= c < len(read.profiles) and c not in row.cells]
    if any(_needed(read, c) for c in beside):
        yield "ô bên cạnh để trống"


def _needed(read: ReadTable, column: int) -> bool:
    profile = read.profiles[column]
    return profile.empty <= 0.05 and (profile.kind in _NEEDED or profile.kind == "prose")


def _by_width(read: ReadTable, column: int, lines: list[str]) -> Iterator[str]:
    widths = read.scorer.widths
    if widths is None:
        return
    if any(widths.too_wide(column, line) for line in lines):
        yield "có dòng rộng hơn cột"
    for line, after in pairwise(lines):
        word = after.split()[0]
        if word[0] in "-–+*•" or (line[-1] in ".;:" and word[:1].isupper()):
            continue
        room = widths.room(column, line, word)
        if room is not None and room > _FREE:
            yield f"dòng “{line}” còn chỗ mà “{word}” xuống dòng"
            return


def _by_wording(read: ReadTable, column: int, lines: list[str]) -> Iterator[str]:
    profile, cohesion = read.profiles[column], read.scorer.cohesion
    bullets = [index for index, line in enumerate(lines) if line[0] in "-–+*•" and line.strip("-–+*• ")[:1].isalpha()]
    if bullets and bullets[0] > 0 and not lines[bullets[0] - 1].endswith(":"):
        yield "có gạch đầu dòng sau đoạn không gạch"
    for line, after in pairwise(lines):
        word = after.split()[0]
        if (
            word[:1].isupper()
            and not word[1:2].isupper()
            and line[-1] not in ".;:!?,-–+*"
            and profile.kind not in ("title", "code")
        ):
            before = line.rpartition(" ")[2]
            if cohesion.large_inside(word) < -1.9 and cohesion.of(before, word) < 1.5:
                yield f"“{word}” viết hoa giữa ô"
                break
    last = lines[-1].rpartition(" ")[2]
    if last.endswith(",") or last.lower() in lang.OPEN_WORDS:
        yield f"ô kết thúc bằng “{last}”"
