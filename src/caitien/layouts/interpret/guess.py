"""What a column of unknown heading means: by words of the heading, by the kind of its cells, by the words in them."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from caitien.blocks import Row
from caitien.layouts.columns import field_by_sign
from caitien.layouts.interpret.codes import find_code, find_standard
from caitien.vietnamese.money import is_money_expression
from caitien.vietnamese.parties import is_party_expression
from caitien.vietnamese.periods import is_time_expression

SHARE = 0.7  # of a column's filled cells that must be of one kind
FEWEST_WORDS = 12  # in a column, from which its words may speak
MARGIN = 0.12  # nats a word by which the words of one field must beat those of the next
# In the order of how sure each sign is. A field is given only where the table lacks it and what it could stand in for.
_CRITERIA = frozenset({"criterion", "standard_criterion", "criterion_title"})
_SIGNS: tuple[tuple[str, Callable[[str], bool], frozenset[str]], ...] = (
    (
        "standard_criterion",
        lambda text: find_code(text) is not None,
        frozenset({"criterion", "standard_criterion", "criterion_title"}),
    ),
    ("time_text", is_time_expression, frozenset({"time_text", "start_text", "end_text"})),
    ("budget_text", is_money_expression, frozenset({"budget_text"})),
    ("owner_text", is_party_expression, frozenset({"owner_text", "lead_text"})),
)
_PROSE = ("weakness", "target_result", "solution", "evidence_outputs", "indicators", "resources", "note")


def guess_fields(
    fields: tuple[str | None, ...], headings: Sequence[str], body: Sequence[Row]
) -> tuple[str | None, ...]:
    """The fields with the unknown ones filled in where heading or cells tell them."""
    guessed = list(fields)
    if not {"criterion", "standard_criterion"} & set(fields):  # cells that all begin with a code say more than headings
        others = (column for column, name in enumerate(fields) if name != "criterion_title")
        named = [column for column in others if _all_criteria(_texts(body, column))]
        guessed = ["standard_criterion" if column in named[:1] else name for column, name in enumerate(fields)]
    for column, name in enumerate(guessed):
        if name is None and headings[column].strip():
            guessed[column] = _guess(headings[column], _texts(body, column), {field for field in guessed if field})
    return _parted(tuple(guessed), fields, body)


def _all_criteria(texts: list[str]) -> bool:
    items = [text for text in texts if find_code(text) or not find_standard(text)]
    return bool(items) and sum(find_code(text) is not None for text in items) >= 0.9 * len(items)


def _texts(body: Sequence[Row], column: int) -> list[str]:
    cells = (cell for row in body for cell in row.cells if cell.column == column and cell.width == 1)
    return [cell.text for cell in cells if cell.text.strip()]


def _guess(heading: str, texts: list[str], known: set[str]) -> str | None:
    for name, sign, rivals in _SIGNS:
        if texts and not known & rivals and sum(map(sign, texts)) >= SHARE * len(texts):
            return name
    return field_by_sign(heading, known) or _by_words(texts, known)


def _by_words(texts: list[str], known: set[str]) -> str | None:
    """The prose field whose typical words the cells hold; "task" for a second column of work."""
    words = [("<s>", *text.split()) for text in texts]
    if sum(map(len, words)) < FEWEST_WORDS:
        return None
    from caitien.layouts.unwrap.words import FieldWords, plain_word

    model = FieldWords(_PROSE)
    totals = [0.0] * len(_PROSE)
    count = 0
    for before, word in (pair for text in words for pair in pairwise(text)):
        ratios = model.ratios(before if before == "<s>" else plain_word(before), plain_word(word))
        totals = [total + ratio for total, ratio in zip(totals, ratios, strict=True)]
        count += 1
    best, second = sorted(range(len(_PROSE)), key=lambda i: -totals[i])[:2]
    if totals[best] - totals[second] < MARGIN * count:
        return None
    name = _PROSE[best]
    if name in known:
        return "task" if name == "solution" and "task" not in known else None
    return name


def _parted(
    guessed: tuple[str | None, ...], fields: tuple[str | None, ...], body: Sequence[Row]
) -> tuple[str | None, ...]:
    """Of two guessed columns of work the one with the shorter texts is the task, the other how it is done."""
    if "task" in fields or "solution" in fields or not {"task", "solution"} <= set(guessed):
        return guessed
    task, solution = guessed.index("task"), guessed.index("solution")
    lengths = {column: sum(map(len, _texts(body, column))) for column in (task, solution)}
    if lengths[task] <= lengths[solution]:
        return guessed
    swap = {task: "solution", solution: "task"}
    return tuple(swap.get(column, name) for column, name in enumerate(guessed))
