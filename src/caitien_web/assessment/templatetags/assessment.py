"""A level of a criterion as the points that are marked."""

from django import template

from caitien.frameworks import Level

register = template.Library()


@register.filter
def points(level: Level) -> list[tuple[str, str]]:
    """(point, words) for each indicator of a level; the level itself where it has none with a letter."""
    lettered = [
        (f"{level.number}{one.letter}", f"{one.letter}) {one.summary}") for one in level.indicators if one.letter
    ]
    if lettered:
        return lettered
    words = "; ".join(one.summary for one in level.indicators) or "Yêu cầu của mức này"
    return [(str(level.number), words)]


@register.filter
def mark_of_clause(marks: dict[str, str], number: int) -> str:
    """The mark of a clause, "" where it has none."""
    return marks.get(str(number), "")
