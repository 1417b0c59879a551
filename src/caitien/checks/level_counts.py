"""How many criteria a plan says are met at each level, as far as it says so in whole numbers."""

from caitien.plan import PriorResults


def counted_levels(results: PriorResults | None) -> dict[str, dict[str, int]]:
    """{"1": {"met": 25, "total": 25}, …} in the order of the levels; what is not counted in numbers is left out."""
    levels = (results.levels or {}) if results else {}
    return {
        number: {"met": level["met"], "total": level["total"]}
        for number, level in sorted(levels.items())
        if number.isdecimal()
        and isinstance(level, dict)
        and all(isinstance(level.get(n), int) for n in ("met", "total"))
    }
