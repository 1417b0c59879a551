"""Patterns of hundreds of words, compiled when the first text meets them: programs start without waiting for them."""

import re
from typing import Any, cast


class _Later:
    """Stands for a compiled pattern; each of its methods is looked up once."""

    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found


def later(pattern: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """`re.compile`, put off until the pattern is used: match, search, sub and the like, not re.match(pattern, …)."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
