"""Signing in and the ways to keep an account safe, as people go through them."""

import hashlib
import hmac
import struct
import time
from base64 import b32decode
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journeys.looking import assert_accessible, take_picture
from web.builders import PASSWORD


def code_now(secret: str) -> str:
    """The six digits that an app shows now."""
    key = b32decode(secret.replace(" ", ""))
    told = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = told[-1] & 15
    return f"{(int.from_bytes(told[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


def sign_in(site: Any, login: str, page: Page | None = None) -> Page:
    page = page or site.page()
    page.goto(site.url("account_login"))
    page.get_by_label("Tên đăng nhập hoặc thư điện tử").fill(login)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", level=1, name="Đăng nhập")).to_be_hidden()
    return page


OPEN = ["account_login", "account_reset_password", "account_reset_password_done", "account_inactive"]
OWN = ["home", "account", "account_change_password", "account_logout", "mfa_index", "usersessions_list"]


@pytest.mark.parametrize("name", [*OPEN, *OWN])
def test_the_pages_are_usable_by_everybody(name, site, head):
    page = site.page(head if name in OWN else None)
    page.goto(site.url(name))
    assert_accessible(page)


def test_in_and_out(site, head):
    page = site.page()
    page.goto(site.url("account_login"))
    take_picture(page, "dang-nhap")
    sign_in(site, head.username, page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(head.person.unit.name)
    page.get_by_label("tài khoản, giao diện, đăng xuất").click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_text("Đã đăng xuất.")).to_be_visible()


def test_two_factors_from_turning_on_to_turning_off(site, head):
    page = sign_in(site, head.username)
    page.goto(site.url("mfa_index"))
    page.get_by_role("link", name="Bật").click()
    expect(page.get_by_role("heading", name="Xác nhận là anh/chị")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_role("img", name="Mã QR")).to_be_visible()
    assert page.get_by_role("img", name="Mã QR").evaluate("(img) => img.complete && img.naturalWidth > 0")
    take_picture(page, "hai-lop")
    assert_accessible(page)
    secret = page.locator("#khoa").inner_text()
    page.get_by_label("Mã sáu số").fill("000000")
    page.get_by_role("button", name="Bật xác thực hai lớp").click()
    expect(page.locator(".field-error")).to_contain_text("Mã chưa đúng")
    assert page.locator("#khoa").inner_text() == secret
    page.get_by_label("Mã sáu số").fill(code_now(secret))
    page.get_by_role("button", name="Bật xác thực hai lớp").click()
    expect(page.get_by_role("heading", name="Mã dự phòng")).to_be_visible()
    codes = page.locator("#ma li").all_inner_texts()
    assert len(codes) == 10
    assert_accessible(page)
    with page.expect_download() as loaded:
        page.get_by_role("link", name="Tải về").click()
    assert codes[0] in loaded.value.path().read_text("utf-8")

    other = sign_in(site, head.username)
    expect(other.get_by_role("heading", name="Mã xác thực")).to_be_visible()
    assert_accessible(other)
    other.get_by_label("Mã").fill(codes[0])
    other.get_by_role("button", name="Đăng nhập").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text(head.person.unit.name)

    page.goto(site.url("mfa_deactivate_totp"))
    page.get_by_role("button", name="Tắt xác thực hai lớp").click()
    expect(page.get_by_text("Đã tắt xác thực hai lớp.")).to_be_visible()
    assert_accessible(page)


def test_the_password_is_changed(site, head):
    page = sign_in(site, head.username)
    page.goto(site.url("account_change_password"))
    page.get_by_label("Mật khẩu đang dùng").fill("sai")
    page.get_by_label("Mật khẩu mới", exact=True).fill("ngắn")
    page.get_by_label("Mật khẩu mới (ghi lại)").fill("ngắn")
    page.get_by_role("button", name="Đổi mật khẩu").click()
    expect(page.get_by_role("alert")).to_contain_text("Mật khẩu đang dùng chưa đúng.")
    expect(page.get_by_role("alert")).to_contain_text("Mật khẩu quá ngắn")
    assert_accessible(page)
    page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    page.get_by_label("Mật khẩu mới", exact=True).fill("Mưa rào tháng sáu")
    page.get_by_label("Mật khẩu mới (ghi lại)").fill("Mưa rào tháng sáu")
    page.get_by_role("button", name="Đổi mật khẩu").click()
    expect(page.get_by_text("Đã đổi mật khẩu.")).to_be_visible()
