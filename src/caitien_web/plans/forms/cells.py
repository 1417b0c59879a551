"""What the pages of plans send: texts for cells as JSON, and as ordinary forms."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from caitien_web.plans.actions.cells import CellWrite
from caitien_web.plans.actions.editing import CannotEdit


def json_of(request: HttpRequest) -> dict[str, Any]:
    """The object that a request brings; CannotEdit for anything else."""
    try:
        given = json.loads(request.body or b"{}")
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise CannotEdit("Chưa lưu: dữ liệu gửi lên bị hỏng. Hãy tải lại trang rồi thử lại.")
    return given


def cell_write(row: Any, field: Any, given: Any) -> CellWrite:
    """One write of a JSON object {"value", "base"}."""
    value, base = (given.get("value"), given.get("base", 0)) if isinstance(given, dict) else (None, 0)
    if not isinstance(value, str) or type(base) is not int:
        raise CannotEdit("Chưa lưu: dữ liệu gửi lên bị hỏng. Hãy tải lại trang rồi thử lại.")
    return CellWrite(uuid_of(row), str(field), value, base)


def cell_writes(given: dict[str, Any]) -> list[CellWrite]:
    """The writes of {"changes": [{"row", "field", "value", "base"}]}."""
    changes = given.get("changes")
    if not isinstance(changes, list):
        raise CannotEdit("Chưa lưu: dữ liệu gửi lên bị hỏng. Hãy tải lại trang rồi thử lại.")
    return [cell_write(one.get("row"), one.get("field"), one) for one in changes if isinstance(one, dict)]


def uuid_of(text: Any) -> UUID:
    """The id of a row; CannotEdit for a text that is none."""
    try:
        return text if isinstance(text, UUID) else UUID(str(text))
    except ValueError:
        raise CannotEdit("Không tìm thấy mục này trong kế hoạch. Tải lại trang để xem bảng mới nhất.") from None


def number_of(text: Any) -> int:
    """A number of an address or form, 0 for anything else."""
    return int(text) if str(text).isdigit() else 0


def row_writes(row: UUID, fields: list[str], data: Any) -> list[CellWrite]:
    """The writes of a row's own form, with the version that each cell had when the form was made."""
    return [
        CellWrite(row, field, data.get(field, ""), number_of(data.get(f"version-{field}")))
        for field in fields
        if field in data
    ]
