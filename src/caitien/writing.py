"""The front door for writing: a plan in, the official document as a file out."""

import errno
import os
import shutil
import threading
from pathlib import Path

from caitien.findings import CannotWrite
from caitien.formats import WRITERS, write_document
from caitien.layouts.compose import compose, left_out
from caitien.layouts.paper import OfficialPaper, compose_paper
from caitien.plan import Plan

# What the system's refusals mean, in the user's words.
_WHY = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EACCES: "không có quyền ghi vào đó",
    errno.EPERM: "không có quyền ghi vào đó",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOENT: "không có thư mục đó",
    errno.ENOTDIR: "không có thư mục đó",
    errno.EISDIR: "đó là một thư mục",
    errno.ENODEV: "đó là một thiết bị hay đường ống, không phải tệp",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EFBIG: "tệp lớn quá mức cho phép",
}


def write_plan(plan: Plan, path: Path | str, *, form: str | None = None) -> tuple[str, ...]:
    """Write the plan's document to `path`, in the format that the path's ending names (see `formats.WRITERS`).

    `form`: an id of `layouts.forms`; None takes the plan's own form, else its edition's. Returns what the form has no
    room for, as paths in the plan's JSON ("items.0.weakness"). The file is written whole or not at all. Raises
    CannotWrite with one Vietnamese line.
    """
    path = Path(path)
    check_suffix(path)
    data, omitted = plan_document(plan, path.suffix, form=form)
    save(path, data)
    return omitted


def plan_document(plan: Plan, suffix: str, *, form: str | None = None) -> tuple[bytes, tuple[str, ...]]:
    """The plan's document as the bytes of a file of this ending (".pdf"), and what its form has no room for.

    As `write_plan`, without a file. Raises CannotWrite with one Vietnamese line.
    """
    return write_document(compose(plan, form=form), suffix), left_out(plan, form)


def write_paper(paper: OfficialPaper, suffix: str) -> bytes:
    """Any official paper (`layouts.paper`) as the bytes of a file of this ending: .docx, .pdf, .html, .md, .xlsx.

    The same paper gives the same bytes on any day and machine. Raises CannotWrite with one Vietnamese line.
    """
    return write_document(compose_paper(paper), suffix)


def fill_template(plan: Plan, template: Path | str, path: Path | str) -> None:
    """Fill a school's own Word template with the plan and write it to `path`, whole or not at all.

    The fields are those of `layouts.compose.fields`; docs/user-guide/mau-word.md tells of them. Raises CannotWrite with
    one Vietnamese line, also for a faulty template.
    """
    from caitien.formats.docx_template import fill
    from caitien.layouts.compose.fields import field_values

    path, template = Path(path), Path(template)
    if path.suffix.lower() != ".docx":
        raise CannotWrite(f"Mẫu Word chỉ ghi ra tệp .docx, không ghi ra “{path.name}”.")
    if path.exists() and template.exists() and template.samefile(path):
        raise CannotWrite(f"“{path}” chính là tệp mẫu; hãy chọn tên khác để không ghi đè lên nó.")
    try:
        data = template.read_bytes()
    except OSError as error:
        why = _WHY.get(error.errno or 0, error.strerror or "lỗi hệ thống")
        raise CannotWrite(f"Không mở được tệp mẫu “{template}”: {why}.") from None
    save(path, fill(data, field_values(plan)))


def check_suffix(path: Path) -> None:
    """Raises CannotWrite where no format has this ending."""
    if path.suffix.lower() not in WRITERS:
        known = ", ".join(WRITERS)
        raise CannotWrite(f"Không biết ghi tệp “{path.name}” theo định dạng nào; tên tệp phải kết thúc bằng {known}.")


def save(path: Path, data: bytes) -> None:
    """Put the bytes at `path`, whole or not at all: into a file beside it first, which then takes its place."""
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".caitien-{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if place.exists() and not place.is_file():
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        if place.exists() and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        _write_through(beside, data)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except OSError as error:
        why = _WHY.get(error.errno or 0, error.strerror or "lỗi hệ thống")
        raise CannotWrite(f"Không ghi được tệp “{path}”: {why}.") from error
    finally:
        beside.unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
