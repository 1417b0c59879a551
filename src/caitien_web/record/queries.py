"""What the pages of records ask, and whether a school is empty."""

from datetime import datetime
from typing import Any

from caitien_web.record.kinds import all_kinds
from caitien_web.record.models import ImportState, RecordExport, RecordImport
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import day

# What every school has from the day it is founded, or gets by an administrator before a record comes in.
MAY_BE_HERE = {
    *("tenancy.unitname", "history.entry", "monitoring.digest"),
    *("schools.person", "schools.roleassignment", "schools.roleholder"),
}


def exports_of(unit: Unit) -> list[RecordExport]:
    """The last records that were made of the school."""
    return list(RecordExport.objects.of(unit).select_related("by__person")[:10])


def imports_of(unit: Unit) -> list[RecordImport]:
    """The last records that were brought in."""
    return list(RecordImport.objects.of(unit).select_related("by__person").defer("summary")[:10])


def summary_of(brought: RecordImport) -> dict[str, Any]:
    """The summary of a record as its page shows it; without "about" where it could not even be opened."""
    told = dict(brought.summary)
    about = told.get("about", {})
    try:
        made = datetime.fromisoformat(about.get("made_at", ""))
    except ValueError:
        made = None
    return told | {"made_at": made if made and made.tzinfo else None}


def what_is_here(unit: Unit, record: str) -> str:
    """The words that keep a record out of a school that holds data; "" for an empty school."""
    done = RecordImport.objects.of(unit).filter(state=ImportState.DONE, record=record).first()
    if done and done.done_at:
        return f"Hồ sơ này đã được nhập vào trường ngày {day(done.done_at)}. Không có gì để nhập thêm."
    here = [kind for kind in all_kinds() if kind.label not in MAY_BE_HERE and kind.of(unit).exists()]
    if not here:
        return ""
    return (
        "Trường ở đây đã có dữ liệu (kế hoạch, minh chứng hoặc ghi chép khác), nên không nhập hồ sơ đè lên. "
        "Hồ sơ chỉ nhập được vào trường còn trống: lập một trường mới rồi nhập vào đó."
    )
