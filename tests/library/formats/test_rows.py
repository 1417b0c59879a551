"""Lists in and out of spreadsheets."""

import pytest

from caitien.findings import CannotRead
from caitien.formats.rows import read_rows, write_rows

ROWS = [("Hà Thị Mận", "Giáo viên", "0912"), ("=1+1", "", "05/9/2025")]


def test_rows_come_back_as_they_were():
    data = write_rows(("Họ và tên", "Chức vụ", "Điện thoại"), ROWS, title="Danh sách", choices={1: ["Giáo viên"]})
    assert read_rows(data) == (("Họ và tên", "Chức vụ", "Điện thoại"), *ROWS)


def test_other_files_are_refused_in_vietnamese():
    for data in (b"", b"ten;chuc vu\n", b"PK\x03\x04 nothing of a zip"):
        with pytest.raises(CannotRead, match=r"tệp|Tệp"):
            read_rows(data)
