"""`caitien demo`: an invented province with its schools, people and two years of plans, made by the real actions.

All its days are told from the day on which it is laid; on the same day it is the same every time.
"""

import os
from importlib import import_module
from pathlib import Path

from caitien_web.serve import prepare
from caitien_web.serve.lines import say
from caitien_web.serve.place import CannotServe, settle

MARK = "demo"  # a file in the data folder: its accounts may be told on the sign-in page


def demo(*, data: Path | None = None) -> int:
    """Fill an empty data folder with the invented province; tell the accounts. 2 where there is other data."""
    try:
        place = settle("127.0.0.1", 8000, data)
        found = prepare(place.logs)
        mark = place.data / MARK
        if found["empty"]:
            mark.touch()
            _fill()
        elif not mark.exists():
            raise CannotServe(
                f"Thư mục {place.data} đã có dữ liệu thật, không ghi dữ liệu mẫu vào đó. "
                "Chọn thư mục khác: caitien demo --data THƯ_MỤC"
            )
    except CannotServe as refusal:
        say(str(refusal), error=True)
        return 2
    _tell(place.data, was_empty=found["empty"])
    return 0


def _fill() -> None:
    import django

    os.environ["CAITIEN_LOG_FILE"] = ""
    django.setup()
    from django.utils import timezone

    import_module("caitien_web.demo.province").make_province(timezone.localdate())


def _tell(data: Path, *, was_empty: bool) -> None:
    from caitien_web.demo.accounts import PASSWORD, TOLD

    say("Đã lập tỉnh mẫu: một sở, hai xã, sáu trường, hai năm kế hoạch." if was_empty else "Tỉnh mẫu đã có sẵn.")
    say(f"Mật khẩu của mọi tài khoản mẫu: {PASSWORD}")
    width = max(len(username) for username, _ in TOLD)
    for username, who in TOLD:
        say(f"  {username:{width}}  {who}")
    say(f"Mở trang web: caitien serve --data {data}")
