"""A table's rows from its lines, in two passes: the first finds the widths and words that the second reads by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .cells import TableWords
from .decode import Decoder, FoundRow
from .fields import Profile, profile_of
from .heads import Heads
from .language import is_money
from .regions import TableLines
from .scoring import Scorer
from .titles import official_texts
from .widths import Widths, fit_width, letter_count, times_width
from .words import Cohesion, FieldWords, phrases


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What was read: rows in order with bands among them, and what judged them."""

    table: TableWords
    rows: tuple[FoundRow, ...]
    scorer: Scorer
    profiles: tuple[Profile, ...]


def read_table(region: TableLines, prose: Iterable[str]) -> ReadTable:
    """Rows and cells of one table; `prose` (the document's other texts) helps to know which words go together."""
    fields = region.heads.fields
    profiles = tuple(profile_of(field, fields) for field in fields)
    table = TableWords(region.lines)
    cohesion = Cohesion(
        [*(text for texts in phrases().values() for text in texts), *official_texts(), *prose]
        + [line.text for line in region.lines]
    )
    leads = _leads_tell(region)
    names = [profile.words for profile in profiles]
    scorer = Scorer(table, profiles, FieldWords(names), cohesion, _head_widths(region.heads), leads)
    rows = _decode(region, table, scorer)
    for _ in range(1):
        own = _own_words(table, rows, len(profiles))
        widths = _widths(table, rows, len(profiles))
        scorer = Scorer(table, profiles, FieldWords(names, own), cohesion, widths, leads)
        rows = _decode(region, table, scorer)
    return ReadTable(table, tuple(rows), scorer, profiles)


def _leads_tell(region: TableLines) -> bool:
    """Leading blanks tell of empty cells where they are few; where most lines have them they are layout."""
    leading = sum(line.lead > 0 for line in region.lines if not line.page_top)
    return leading <= 0.2 * len(region.lines)


def _decode(region: TableLines, table: TableWords, scorer: Scorer) -> list[FoundRow]:
    breaks = [table.starts[line] for line in region.breaks if line]
    decoder = Decoder(table, scorer, breaks, _twins(table))
    rows: list[FoundRow] = []
    start = 0
    for line in [*sorted(region.bands), len(region.lines)]:
        word = table.starts[line]
        if word > start:
            rows.extend(decoder.rows(start, word))
        if line < len(region.lines):
            rows.append(FoundRow({0: ((word, table.starts[line + 1]),)}, band=True))
            start = table.starts[line + 1]
    return rows


def _twins(table: TableWords) -> list[int]:
    """Words that open a second cell on a line: "Không | Không", "0 | 0"."""
    found = []
    for index, line in enumerate(table.lines):
        words = line.words
        half = len(words) // 2
        if len(words) % 2 == 0 and words[:half] == words[half:] and is_money(" ".join(words[:half])):
            found.append(table.starts[index] + half)
    return found


def _own_words(table: TableWords, rows: Sequence[FoundRow], columns: int) -> list[list[str]]:
    own: list[list[str]] = [[] for _ in range(columns)]
    for row in rows:
        if not row.band:
            for c, spans in row.cells.items():
                own[c].append(" ".join(table.text(span) for span in spans))
    return own


def _widths(table: TableWords, rows: Sequence[FoundRow], columns: int) -> Widths:
    """Each column's width by the measure that contradicts the found line breaks least."""
    samples: list[list[tuple[str, str | None]]] = [[] for _ in range(columns)]
    for row in rows:
        if not row.band:
            for c, spans in row.cells.items():
                lines = table.printed(spans)
                for line, after in zip(lines, [*lines[1:], None], strict=True):
                    word = after.split()[0] if after else None
                    free = word is None or word in "-–+*" or (line[-1:] in ".;:" and word[:1].isupper())
                    samples[c].append((line, None if free else word))
    found = [(m, [fit_width(sample, m) for sample in samples]) for m in (times_width, letter_count)]
    measure, fits = min(found, key=lambda option: sum(fit.wrong for fit in option[1]))
    known = [fit if sample else None for fit, sample in zip(fits, samples, strict=True)]
    return Widths(
        measure, [fit.least if fit else None for fit in known], [fit.greatest if fit else None for fit in known]
    )


def _head_widths(heads: Heads) -> Widths:
    """What the headings tell: a column is as wide as their lines, and too narrow for a line with the next word.

    Headings are often bold, which is some 6 % wider; and a break may have been made by hand: so with less weight.
    """
    least: list[float | None] = []
    greatest: list[float | None] = []
    for lines in heads.headings:
        low = max(times_width(line) for line in lines) / 1.06
        pairs = pairwise(lines)
        high = min((times_width(f"{line} {after.split()[0]}") for line, after in pairs), default=None)
        least.append(low)
        greatest.append(high if high is not None and high > low else None)
    return Widths(times_width, least, greatest, weight=0.5)
