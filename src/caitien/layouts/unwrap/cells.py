"""A table's words in reading order, and the pieces of text between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .language import CODE, TITLE_OPENING
from .lines import Line

Span = tuple[int, int]  # words [first, end) of a table


@dataclass(slots=True)
class TableWords:
    """Words of all lines; `line_of[k]` is word k's line, `opens[k]` whether it is its line's first word."""

    lines: Sequence[Line]
    words: list[str] = field(default_factory=list)
    line_of: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # first word of each line, and the number of words

    def __post_init__(self) -> None:
        for index, line in enumerate(self.lines):
            self.starts.append(len(self.words))
            self.words.extend(line.words)
            self.line_of.extend([index] * (len(self.words) - self.starts[-1]))
        self.starts.append(len(self.words))

    def opens(self, word: int) -> bool:
        return word == len(self.words) or word == self.starts[self.line_of[word]]

    def text(self, span: Span) -> str:
        return " ".join(self.words[span[0] : span[1]])

    def line_rest(self, word: int) -> str:
        """The line's text from `word` on."""
        return " ".join(self.words[word : self.starts[self.line_of[word] + 1]])

    def line_until(self, word: int) -> str:
        """The line's text before and with `word`."""
        return " ".join(self.words[self.starts[self.line_of[word]] : word + 1])

    def printed(self, spans: Sequence[Span]) -> list[str]:
        """The printed lines of a cell; parts of lines where it begins or ends inside one."""
        rows: list[str] = []
        for first, end in spans:
            lines = range(self.line_of[first], self.line_of[end - 1] + 1)
            rows += [" ".join(self.words[max(first, self.starts[n]) : min(end, self.starts[n + 1])]) for n in lines]
        return rows

    def height(self, spans: Sequence[Span]) -> int:
        """Lines that a cell takes up, blank-only ones inside it included."""
        total = 0
        for first, end in spans:
            lines = range(self.line_of[first], self.line_of[end - 1] + 1)
            total += len(lines) + sum(self.lines[index].gaps for index in lines[1:])
        return total

    def clause_before(self, end: int) -> list[str]:
        """The words after the last stop before word `end`; none where the stop is more than three words before."""
        for k in range(end - 1, max(0, end - 5), -1):
            if self.words[k - 1][-1] in ".;":
                return self.words[k:end]
        return []

    def is_bullet(self, word: int) -> bool:
        """Whether a paragraph with a dash opens at this first word of a line (not a range of years cut there)."""
        text = self.words[word]
        if text in "-–+*•▪·":
            return word + 1 < len(self.words) and not self.words[word + 1][0].isdigit()
        return text[0] in "-+*•▪·" and len(text) > 1 and text[1].isalpha()

    def opens_paragraph(self, word: int) -> bool:
        """Whether a paragraph plainly opens here: with a dash, or after several blank-only lines."""
        return self.is_bullet(word) or (self.opens(word) and self.lines[self.line_of[word]].gaps > 1)

    def opens_criterion(self, word: int) -> str | None:
        """The criterion's code that opens the line at `word`: "1.2", "Tiêu chí 1.2:" (also over two lines)."""
        ahead = " ".join(self.words[word : word + 3])
        if CODE.match(self.words[word]):
            return self.words[word].rstrip(".:")
        found = TITLE_OPENING.match(ahead)
        return found.group(1) if found else None

    def follows_label(self, word: int) -> bool:
        """Whether "Tiêu chí" stands right before `word`, so that a code there is not a cell's beginning."""
        return " ".join(self.words[max(0, word - 2) : word]).lower() == "tiêu chí"
