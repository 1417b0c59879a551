"""The names of fields in a template: {{truong}}, or with marks and blanks as a clerk types them: {{Trường}}."""

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from caitien.blocks.field_values import FieldValues
from caitien.findings import CannotWrite
from caitien.formats.docx.parts import W
from caitien.vietnamese.fold import fold

if TYPE_CHECKING:
    from lxml import etree

FIELD = re.compile(r"\{\{([^{}]*)\}\}")
_SHOWN = 3  # wrong names told at once


def texts_of(paragraph: "etree._Element") -> "list[etree._Element]":
    """The w:t of a paragraph itself, without those of text boxes inside it."""
    return [text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p"), None) is paragraph]


def texts_in(root: "etree._Element") -> Iterator[str]:
    """The text of each paragraph under `root` (or of `root` itself)."""
    for paragraph in root.iter(f"{W}p"):
        yield "".join(text.text or "" for text in texts_of(paragraph))


@lru_cache(maxsize=1024)
def plain_name(typed: str) -> str:
    """ "Số ký hiệu" and "so_ky_hieu" are one name."""
    return re.sub(r"[\s\-_]+", "_", re.sub(r"\s*\.\s*", ".", fold(typed))).strip("_")


def named(text: str) -> list[str]:
    """The names of the fields in a text, in order."""
    return [plain_name(found) for found in FIELD.findall(text)]


def refuse_broken(texts: Iterable[str], values: FieldValues) -> None:
    """Raises CannotWrite for braces that do not close and for names that no field has."""
    listed = (name for listing in values.listings for name in listing.names)
    known = {*values.fields, *values.band_names, *values.row_names, *listed}
    wrong: dict[str, str] = {}
    for text in texts:
        rest = FIELD.sub("", text)
        if "{{" in rest or "}}" in rest:
            raise CannotWrite(
                f"Mẫu có dấu ngoặc không khép trong đoạn “{text.strip()[:60]}”; "
                "mỗi trường phải viết liền trong một đoạn, ví dụ {{truong}}."
            )
        wrong |= {plain_name(found): found.strip() for found in FIELD.findall(text) if plain_name(found) not in known}
    if wrong:
        told = "; ".join(_told(name, typed, known) for name, typed in list(wrong.items())[:_SHOWN])
        more = f" và {len(wrong) - _SHOWN} trường khác" if len(wrong) > _SHOWN else ""
        raise CannotWrite(f"Mẫu có trường không biết: {told}{more}. Danh sách trường ở trang hướng dẫn “Mẫu Word”.")


def _told(name: str, typed: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), 1, 0.6)
    meant = f" (có phải {{{{{near[0]}}}}}?)" if near else ""
    return f"{{{{{typed[:40]}}}}}{meant}"
