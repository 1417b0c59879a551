"""The manual page of a check, from its own docstring: on the terminal and, with examples, in docs/checks/."""

import inspect
import re
from collections.abc import Iterator, Mapping
from typing import Any

from caitien.checks.catalogue import Entry, catalogue, load_check
from caitien.checks.hand_written import suggestion
from caitien.checks.report.text import Line
from caitien.checks.report.words import SEVERITIES, SIGNS
from caitien.checks.settings import kind_in_words
from caitien.findings import CannotRead

_HEADINGS = re.compile(r"^(Vì sao|Căn cứ|Không dùng khi):\s*", re.M)


def entry_named(name: str) -> Entry:
    """The entry with this code or name; CannotRead, with the nearest one, where there is none."""
    for entry in catalogue().values():
        if name.casefold() in (entry.code.casefold(), entry.name):
            return entry
    names = [*catalogue(), *(entry.name for entry in catalogue().values())]
    raise CannotRead(f"Không có lỗi nào mang mã hoặc tên “{name}”{suggestion(name, names)}")


def sections(entry: Entry) -> dict[str, str]:
    """The docstring of a check in parts: what it finds under "", then "Vì sao", "Căn cứ", "Không dùng khi"."""
    text = inspect.getdoc(load_check(entry.code)) or ""
    pieces = _HEADINGS.split(text)
    named = zip(["", *pieces[1::2]], [pieces[0], *pieces[2::2]], strict=True)
    return {heading: _sentence(" ".join(piece.split())) for heading, piece in named}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def options_of(entry: Entry) -> Mapping[str, Any]:
    """The settings of a check with their defaults."""
    return load_check(entry.code).options


def written(value: Any) -> str:
    """A setting's value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {written(one)}" for key, one in value.items()) + " }"
    if isinstance(value, tuple | list | set | frozenset):
        ordered = sorted(value) if isinstance(value, set | frozenset) else value
        return "[" + ", ".join(written(one) for one in ordered) + "]"
    return str(value)


def manual(name: str) -> Iterator[Line]:
    """The manual page of the check with this code or name, in lines; CannotRead where there is none."""
    entry = entry_named(name)
    yield Line(f"{entry.code}  {entry.name}", style="bold")
    yield Line(f"{SIGNS[entry.severity]} {SEVERITIES[entry.severity].capitalize()}: {entry.title}.")
    for heading, text in sections(entry).items():
        yield Line()
        if heading:
            yield Line(f"{heading}:", style="bold blue")
        yield Line(text, 2 if heading else 0)
    options = options_of(entry)
    if options:
        yield Line()
        yield Line(f"Thiết lập trong caitien.toml, dưới [checks.{entry.name}]:", style="bold blue")
        yield from (Line(f"{key} = {written(value)}   ({kind_in_words(value)})", 2) for key, value in options.items())
