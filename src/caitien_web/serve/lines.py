"""What the terminal says while the site is served."""

import os
import secrets
import socket
import sys
import webbrowser

from caitien_web.serve.place import Place

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that are taken for another


def say(text: str, *, error: bool = False) -> None:
    """One line, at once."""
    print(text, file=sys.stderr if error else sys.stdout, flush=True)


def setup_code() -> str:
    """A new code without which nobody sets an empty site up; children learn it by the environment."""
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(2))
    os.environ["CAITIEN_SETUP_CODE"] = code
    return code


def tell_address(place: Place, code: str, *, opens: bool) -> None:
    """Where to go: to set up on first start, else to the site."""
    address = f"{place.address}/thiet-lap/?ma={code}" if code else f"{place.address}/"
    if code:
        say("Lần đầu mở: thiết lập trường và tài khoản đầu tiên tại địa chỉ dưới đây.")
        say(f"Mã thiết lập: {code}")
    say(f"Trang web đang chạy tại {address}")
    for other in place.other_addresses:
        say(f"Máy khác trong mạng mở: {other}/")
    say(f"Dữ liệu: {place.data}")
    say("Nhấn Ctrl+C để dừng.")
    if opens:
        webbrowser.open(address)


def own_address() -> str | None:
    """This computer's address in its network; nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
        except OSError:
            return None
        return str(probe.getsockname()[0])
