"""Settings of a school or province in `caitien.toml`: which checks run, what fails, and the options of each check.

    ignore = ["W"]
    fail-on = "warning"
    [checks.implausible-amount]      # the name or the code of a check
    …

The file is searched beside the document and in the folders above; the nearest one counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from caitien.checks.catalogue import catalogue, load_check
from caitien.checks.hand_written import read_toml, refuse_unknown, suggestion
from caitien.findings import CannotRead

NAME = "caitien.toml"
FAIL_ON = ("error", "warning", "hint", "never")
_KEYS = ("select", "ignore", "fail-on", "checks")


@dataclass(frozen=True, slots=True)
class Settings:
    """`select` and `ignore`: codes or beginnings of codes. `options`: those given, by the check's name."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Given:
    """What is said on the call, in place of the file: `config` a file, `ignore` beside what the file ignores."""

    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None


@lru_cache(maxsize=256)
def settings_for(document: Path, given: Given) -> Settings:
    """The settings for a document or folder. CannotRead for a wrong file or code."""
    start = document.resolve()
    return _settings_in(start if start.is_dir() else start.parent, given)


@cache
def _settings_in(folder: Path, given: Given) -> Settings:
    path = given.config or settings_file(folder)
    settings = read_settings(path) if path else Settings()
    return Settings(
        codes(given.select, "--select") or settings.select,
        settings.ignore + codes(given.ignore, "--ignore"),
        given.fail_on or settings.fail_on,
        settings.options,
    )


def settings_file(folder: Path) -> Path | None:
    """The nearest caitien.toml: in the folder, else in a folder above."""
    return next((path for one in (folder, *folder.parents) if (path := one / NAME).is_file()), None)


def read_settings(path: Path) -> Settings:
    """The settings in a file. CannotRead names the wrong key, what may have been meant, and what is expected."""
    data = read_toml(path)
    where = f"“{path.name}”"
    refuse_unknown(data, _KEYS, where)
    fail_on = data.get("fail-on", "error")
    if fail_on not in FAIL_ON:
        raise CannotRead(f"{where}: “fail-on” phải là một trong {', '.join(FAIL_ON)}.")
    return Settings(
        codes(_words(data.get("select", []), f"{where}: “select”"), f"{where}: “select”"),
        codes(_words(data.get("ignore", []), f"{where}: “ignore”"), f"{where}: “ignore”"),
        fail_on,
        _options(data.get("checks", {}), where),
    )


def codes(names: Iterable[str], where: str) -> tuple[str, ...]:
    """Codes, beginnings of codes ("H") and names of checks as codes; CannotRead for what no check has."""
    known = catalogue()
    found = []
    for name in names:
        code = next((code for code, entry in known.items() if name.casefold() == entry.name), name.upper())
        if not any(one.startswith(code) for one in known):
            near = suggestion(name, [*known, *(entry.name for entry in known.values())])
            raise CannotRead(f"{where}: không có lỗi nào mang mã hoặc tên “{name}”{near}")
        found.append(code)
    return tuple(found)


def _words(value: Any, where: str) -> list[str]:
    words = value.split(",") if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise CannotRead(f'{where} phải là danh sách mã, ví dụ ["H", "L02"].')
    return [word.strip() for word in words if word.strip()]


def _options(tables: Any, where: str) -> dict[str, dict[str, Any]]:
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise CannotRead(f"{where}: thiết lập từng lỗi viết dưới dòng [checks.tên-lỗi].")
    options: dict[str, dict[str, Any]] = {}
    for key, table in tables.items():
        entry = next((one for one in catalogue().values() if key in (one.code, one.name)), None)
        if entry is None:
            names = [*catalogue(), *(one.name for one in catalogue().values())]
            raise CannotRead(f"{where}: không có lỗi nào mang mã hoặc tên “{key}”{suggestion(key, names)}")
        options[entry.name] = _checked(table, load_check(entry.code).options, f"{where}, [checks.{key}]")
    return options


def _checked(given: dict[str, Any], defaults: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The options given, as the check expects them. A wrong name or type is refused."""
    if given and not defaults:
        raise CannotRead(f"{where}: lỗi này không có thiết lập nào.")
    given = {key.replace("-", "_"): value for key, value in given.items()}
    refuse_unknown(given, defaults, where, "thiết lập")
    return {key: _of_type(value, defaults[key], f"{where}: “{key}”") for key, value in given.items()}


def _of_type(value: Any, default: Any, where: str) -> Any:
    """The value as its default is: a tuple for a list, a float for a whole number; CannotRead for another type."""
    if isinstance(default, tuple | list | frozenset | set) and isinstance(value, list):
        sample = next(iter(default), None)
        return type(default)(_of_type(one, sample, where) if sample is not None else one for one in value)
    if isinstance(default, Mapping) and isinstance(value, dict):
        sample = next(iter(default.values()), None)
        typed = {key: _of_type(one, default.get(key, sample), f"{where}, “{key}”") for key, one in value.items()}
        return {**default, **typed}
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if default is None or type(value) is type(default):
        return value
    raise CannotRead(f"{where} phải là {kind_in_words(default)}.")


def kind_in_words(value: Any) -> str:
    """What kind of value an option takes, by its default, in Vietnamese."""
    kinds: tuple[tuple[Any, str], ...] = (
        (bool, "true hoặc false"),
        (int, "số nguyên"),
        (float, "số"),
        (str, "chữ trong ngoặc kép"),
        (Mapping, "bảng"),
        ((tuple, list, set, frozenset), "danh sách"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "giá trị")
