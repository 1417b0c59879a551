"""A whole year at one school: eight people carry the plan out, watch over it, review it, report and begin the next."""

from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from caitien_web.monitoring.actions.reviews import note_result
from caitien_web.monitoring.actions.year_end import end_item
from caitien_web.monitoring.models import MonitoringRound, Paper, Review, ReviewResult
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from journeys.looking import take_picture
from journeys.year import CARE, DEVICES, Clock, Year, a_photo, a_year, fill, press


@pytest.fixture
def clock(monkeypatch: Any, settings: Any) -> Clock:
    settings.SESSION_COOKIE_AGE = 400 * 24 * 3600  # nobody signs in anew in this test
    return Clock(monkeypatch)


@pytest.fixture
def year(clock: Clock, site: Any, school: Unit, head: User) -> Year:
    return a_year(school, head)


def test_a_plan_is_carried_out_watched_over_and_carried_into_the_next_year(site: Any, clock: Clock, year: Year):
    clock.go_to(2026, 11, 20)
    report_on_a_phone(site, year)
    ask_for_money(site, year)
    clock.go_to(2026, 12, 8)
    answer_and_pay(site, year)
    watch_over(site, year)
    clock.go_to(2027, 1, 14)
    review_the_semester(site, year)
    adjust(site, year)
    clock.go_to(2027, 1, 20)
    report_to_the_commune(site, year)
    clock.go_to(2027, 5, 28)
    review_the_year(site, year)
    end_the_year(site, year)
    begin_the_next(site, year)


def report_on_a_phone(site: Any, year: Year) -> None:
    """A teacher reports what is done, with a photo."""
    phone = year.window(site, year.teacher, phone=True)
    phone.goto(site.url("my-work", year.school.slug))
    take_picture(phone, "viec-cua-toi")
    phone.get_by_role("link", name=CARE).click()
    fill(
        phone, state="done", done="Đã tư vấn cho 12 học sinh, lập 3 kế hoạch cá nhân.", difficulty="Thiếu phòng riêng."
    )
    phone.set_input_files("[name=evidence]", a_photo())
    take_picture(phone, "bao-cao-tien-do")
    press(phone, "Gửi báo cáo")
    expect(phone.get_by_text("Đã ghi tiến độ.")).to_be_visible()
    phone.goto(site.url("work", year.school.slug, year.work(CARE).pk))
    expect(phone.get_by_role("link", name="tu van tam ly")).to_be_visible()
    expect(phone.get_by_text("Đã xong, có minh chứng", exact=True).first).to_be_visible()


def ask_for_money(site: Any, year: Year) -> None:
    """The vice-head asks the commune for money; the work waits."""
    page = year.window(site, year.vice)
    page.goto(site.url("work", year.school.slug, year.work(DEVICES).pk))
    page.get_by_text("Thao tác khác").click()
    page.get_by_role("link", name="Đề nghị cấp trên").click()
    fill(page, subject="Cấp kinh phí sửa phòng Tin học", letter_number="25/TTr-THSN", sent_on="20/11/2026")
    fill(page, amount_vnd="45.000.000")
    take_picture(page, "de-nghi-cap-tren", phone=False)
    press(page, "Ghi đề nghị")
    expect(page.get_by_text("Chờ đơn vị khác", exact=True).first).to_be_visible()


def answer_and_pay(site: Any, year: Year) -> None:
    """The answer is recorded; the accountant records the money."""
    page = year.window(site, year.vice)
    page.goto(site.url("work", year.school.slug, year.work(DEVICES).pk))
    page.get_by_role("link", name="Ghi trả lời").click()
    fill(page, answered_on="04/12/2026", answer="Cấp 40 triệu đồng từ ngân sách xã.", granted="true")
    press(page, "Ghi trả lời")
    expect(page.get_by_text("Cấp 40 triệu đồng từ ngân sách xã.")).to_be_visible()
    page = year.window(site, year.accountant)
    page.goto(site.url("work", year.school.slug, year.work(DEVICES).pk))
    page.get_by_role("link", name="Ghi kinh phí").click()
    fill(page, kind="granted", amount_vnd="40.000.000", on="05/12/2026", source="Ngân sách xã", paper="QĐ 61/QĐ-UBND")
    press(page, "Ghi khoản tiền")
    page.goto(site.url("plan-money", *year.here))
    expect(page.get_by_role("cell", name="40.000.000 đ").first).to_be_visible()
    take_picture(page, "kinh-phi", phone=False)


def watch_over(site: Any, year: Year) -> None:
    """The team holds a round, confirms and recommends; the head answers; the team closes."""
    team = year.window(site, year.monitor)
    team.goto(site.url("rounds", year.school.slug))
    team.get_by_role("link", name="Đợt giám sát mới").first.click()
    fill(team, title="Giám sát đợt 1, học kỳ I", planned_on="08/12/2026")
    team.locator("[name=body]").select_option(label="Tổ giám sát")
    press(team, "Lập đợt giám sát")
    for chosen in (CARE, DEVICES):
        team.get_by_label(chosen).check()
    take_picture(team, "giam-sat-chon-viec", phone=False)
    press(team, "Bắt đầu giám sát")
    observe(team, CARE, result="done", evidence_seen="Sổ tư vấn, 3 kế hoạch cá nhân.")
    observe(team, DEVICES, result="behind", difficult="Kinh phí cấp chậm.", recommendation="Ký hợp đồng trước 20/12.")
    take_picture(team, "giam-sat-danh-muc")
    fill(team, conclusion="Các việc được thực hiện nghiêm túc; một việc chậm.")
    press(team, "Kết thúc đợt giám sát")
    confirm(team)
    follow_up(site, year, team)


def observe(team: Page, improvement: str, **found: str) -> None:
    team.get_by_role("row", name=improvement).get_by_role("link", name="Ghi kết quả").click()
    fill(team, **found)
    press(team, "Ghi kết quả")


def confirm(team: Page) -> None:
    team.get_by_role("row", name=CARE).get_by_role("button", name="Xác nhận đã xong").click()
    expect(team.get_by_text("Đã xác nhận hoàn thành", exact=True).first).to_be_visible()


def follow_up(site: Any, year: Year, team: Page) -> None:
    head = year.window(site, year.head)
    head.goto(site.url("rounds", year.school.slug))
    head.get_by_role("link", name="Trả lời").click()
    fill(head, answer="Giao Phó Hiệu trưởng ký hợp đồng.", accepted="1", due_on="20/12/2026")
    take_picture(head, "tra-loi-kien-nghi", phone=False)
    press(head, "Trả lời")
    team.goto(site.url("rounds", year.school.slug))
    take_picture(team, "kien-nghi", phone=False)
    team.get_by_role("link", name="Kết thúc", exact=True).click()
    fill(team, done="Đã ký hợp đồng ngày 18/12.")
    press(team, "Kết thúc")
    expect(team.get_by_text("Kiến nghị chưa kết thúc")).to_have_count(0)
    assert MonitoringRound.objects.of(year.school).get().state == "closed"


def review_the_semester(site: Any, year: Year) -> None:
    """The council looks at the items, measures one, proposes an adjustment; the minutes are finished."""
    page = year.window(site, year.secretary)
    new_review(site, year, page, "semester_1")
    judge(page, CARE, result="12 lượt tư vấn.", effect="partly", indicator="Số lượt tư vấn", value="12", measure="lượt")
    judge(page, DEVICES, result="Chờ lắp máy.", effect="too_early", adjustment="Lùi hạn sang tháng 3/2027.")
    take_picture(page, "so-ket-ky")
    write_minutes(page, "14/01/2027", "Nhất trí điều chỉnh một mục.")


def new_review(site: Any, year: Year, page: Page, kind: str) -> None:
    page.goto(site.url("reviews", year.school.slug))
    page.get_by_role("link", name="Kỳ sơ kết mới").first.click()
    fill(page, kind=kind)
    press(page, "Lập kỳ sơ kết")


def judge(page: Page, improvement: str, **said: str) -> None:
    page.get_by_role("row", name=improvement).get_by_role("link", name="Đánh giá").click()
    fill(page, **said)
    take_picture(page, "danh-gia-muc", phone=False)
    press(page, "Ghi đánh giá")


def write_minutes(page: Page, on: str, conclusion: str) -> None:
    day, month, year = on.split("/")
    on = f"{day}/{month}/{year}"
    fill(page, held_at_ngay=on, held_at_gio="14h00", ended_at_ngay=on, ended_at_gio="16h30", chair="Hà Thị Mận")
    fill(page, place="Phòng họp", secretary="Cầm Thị Hiên", present="9 thành viên", content="Rà soát kế hoạch.")
    fill(page, lessons="Mời phụ huynh sớm hơn.", conclusion=conclusion)
    press(page, "Lưu và hoàn thành")
    expect(page.get_by_text("Đã hoàn thành biên bản.")).to_be_visible()


def adjust(site: Any, year: Year) -> None:
    """The head accepts, opens the adjustment, changes the item and issues version 2."""
    page = year.window(site, year.head)
    page.goto(site.url("reviews", year.school.slug))
    take_picture(page, "de-nghi-dieu-chinh", phone=False)
    press(page, "Chấp nhận")
    page.get_by_role("link", name="Mở điều chỉnh").click()
    page.get_by_label("Lý do điều chỉnh, bổ sung").fill("Kinh phí cấp chậm")
    press(page, "Điều chỉnh, bổ sung")
    row = year.item(DEVICES)
    row.time_text = "Tháng 3/2027"
    row.save()
    page.goto(site.url("plan-issue-adjustment", *year.here))
    page.get_by_label("Số, ký hiệu").fill("05/KH-THSN")
    press(page, "Ban hành điều chỉnh")
    expect(page.get_by_role("heading", name="Phiên bản 2")).to_be_visible()
    assert ReviewResult.objects.of(year.school).get(item=row).version.number == 2


def report_to_the_commune(site: Any, year: Year) -> None:
    """Two reports are composed, edited, signed, sent; the commune takes one and sends one back."""
    compose(site, year, year.vice, "progress", span="học kỳ I")
    sign_and_send(site, year, "Báo cáo tiến độ")
    compose(site, year, year.vice, "to_authority")
    sign_and_send(site, year, "Báo cáo gửi cơ quan quản lý")
    officer = year.window(site, year.officer)
    officer.goto(site.url("received", year.school.parent.slug))
    take_picture(officer, "van-ban-den", phone=False)
    press(officer, "Tiếp nhận")
    officer.get_by_role("link", name="Trả lại").click()
    fill(officer, remark="Bổ sung số liệu kinh phí.")
    press(officer, "Trả lại")
    expect(officer.get_by_text("Đã trả lại", exact=True)).to_be_visible()
    head = year.window(site, year.head)
    head.goto(site.url("papers", year.school.slug))
    expect(head.get_by_text("UBND xã Suối Ngọc trả lại")).to_be_visible()
    take_picture(head, "van-ban", phone=False)


def compose(site: Any, year: Year, user: User, kind: str, **given: str) -> None:
    page = year.window(site, user)
    page.goto(site.url("paper-new", year.school.slug, kind))
    fill(page, **given)
    press(page, "Soạn văn bản")
    page.get_by_role("link", name="Sửa văn bản").click()
    texts = page.locator("main form textarea, main form input.form-control")
    texts.first.fill(texts.first.input_value() + " (bản sửa)")
    take_picture(page, "sua-van-ban", phone=False)
    press(page, "Lưu dự thảo")
    expect(page.get_by_text("Đã lưu dự thảo.")).to_be_visible()


def sign_and_send(site: Any, year: Year, kind: str) -> None:
    page = year.window(site, year.head)
    page.goto(site.url("papers", year.school.slug))
    page.get_by_role("row", name=kind).first.get_by_role("link").click()
    expect(page.frame_locator("iframe").get_by_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).to_be_visible()
    take_picture(page, "van-ban-du-thao", phone=False)
    press(page, "Ban hành văn bản")
    page.locator("[name=to]").select_option(label="UBND xã Suối Ngọc")
    press(page, "Gửi văn bản")
    expect(page.get_by_text("Chưa tiếp nhận")).to_be_visible()


def review_the_year(site: Any, year: Year) -> None:
    """At the year's end every item is judged; minutes, monitoring and year reports are composed."""
    page = year.window(site, year.secretary)
    new_review(site, year, page, "year")
    judge(page, CARE, effect="met", result="Đã thực hiện đủ.")
    review = Review.objects.of(year.school).get(kind="year")
    for item in year.plan.items.exclude(improvement=CARE):
        note_result(review, item, effect="partly", by=year.secretary, at=timezone.now())
    write_minutes(page, "28/05/2027", "Hoàn thành kế hoạch, chuyển tiếp một mục.")
    assert Review.objects.of(year.school).filter(closed_at=None).count() == 0
    for kind in ("review_minutes", "monitoring", "evaluation"):
        compose(site, year, year.secretary, kind)
    assert Paper.objects.of(year.school).filter(state="draft").count() == 3


def end_the_year(site: Any, year: Year) -> None:
    """One item is reached, one carried over, the others partly reached."""
    page = year.window(site, year.vice)
    page.goto(site.url("plan-year-end", *year.here))
    take_picture(page, "cuoi-nam", phone=False)
    end(page, CARE, outcome="met", result="12 lượt tư vấn, 3 kế hoạch cá nhân.")
    end(page, DEVICES, outcome="carried_over", reason="Máy về sau tháng 5.")
    for item in year.plan.items.filter(ending=None).select_related("plan__unit"):
        end_item(item, "partly", result="Còn một phần.", by=year.vice, at=timezone.now())
    page.reload()
    expect(page.get_by_role("link", name="Lập kế hoạch năm sau")).to_be_visible()


def end(page: Page, improvement: str, **said: str) -> None:
    page.get_by_role("row", name=improvement).get_by_role("link", name="Ghi kết quả").click()
    fill(page, **said)
    press(page, "Ghi kết quả")


def begin_the_next(site: Any, year: Year) -> None:
    """Next year's draft holds what was carried over, and its chain leads back."""
    page = year.window(site, year.vice)
    page.goto(site.url("plan-year-end", *year.here))
    page.get_by_role("link", name="Lập kế hoạch năm sau").click()
    take_picture(page, "ke-hoach-nam-sau", phone=False)
    press(page, "Tạo bản nháp")
    following = SchoolPlan.objects.of(year.school).get(from_year=2027)
    (carried,) = following.items.all()
    assert (carried.carried_from.improvement, carried.times_carried) == (DEVICES, 1)
    page.goto(site.url("item-chain", year.school.slug, year.item(DEVICES).pk))
    expect(page.get_by_text("Chuyển tiếp lần 1")).to_be_visible()
    take_picture(page, "qua-cac-nam", phone=False)
