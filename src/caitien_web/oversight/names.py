"""The words for the keys of figures: standards, criteria, sources, sums."""

from functools import lru_cache

from caitien.frameworks import CannotFindFramework, load_framework
from caitien_web.oversight.figures import SUMS


@lru_cache(maxsize=2000)
def criterion_name(key: str) -> str:
    """ "4.1|TT57-2026-PT" → "4.1. title"; the code alone where the edition does not have it."""
    code, _, edition = key.partition("|")
    try:
        found = load_framework(edition).criterion(code)
    except (CannotFindFramework, KeyError, ValueError):
        return code
    return f"{code}. {found.title}" if found else code


def standard_name(key: str) -> str:
    return f"Tiêu chuẩn {key}"


def source_name(key: str) -> str:
    return key[:1].upper() + key[1:] if key else "Chưa ghi nguồn"


SUM_NAMES = {key: words for key, _, words in SUMS}
