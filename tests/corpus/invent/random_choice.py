"""A seeded source of choices; the same seed gives the same plan on every machine."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choice:
    """`random.Random` with the few questions that inventing asks."""

    def __init__(self, *seed: object) -> None:
        self._random = random.Random("/".join(map(str, seed)))

    def one(self, options: Sequence[T]) -> T:
        return options[self._random.randrange(len(options))]

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """`count` different options in their own order of drawing (all of them where there are fewer)."""
        return self._random.sample(list(options), min(count, len(options)))

    def number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def weighted(self, options: dict[T, float]) -> T:
        return self._random.choices(list(options), list(options.values()))[0]
