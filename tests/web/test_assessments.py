"""Self-assessment, assessment from outside, recognition, and a plan from the weaknesses found: through the pages."""

from datetime import date

from django.test import Client

from caitien.frameworks import load_framework
from caitien_web.assessment.actions import Found, mark_criterion, open_assessment
from caitien_web.assessment.models import Assessment, Recognition, Weakness
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_school, a_user
from web.queries import assert_constant_queries

EDITION = "TT57-2026-PT"


def an_assessment(unit: Unit, by: User | None = None, *, from_year: int = 2026) -> Assessment:
    return open_assessment(unit, from_year=from_year, edition=EDITION, by=by, at=NOW)


def fill(assessment: Assessment, by: User, *, weak: str = "", but: str = "") -> None:
    """Each criterion met at all its levels; `weak` stays below level 1, `but` is left out."""
    for criterion in load_framework(EDITION).criteria:
        if criterion.code == but:
            continue
        mark = "not_met" if criterion.code == weak else "met"
        marks = {str(level.number): mark for level in criterion.levels}
        weaknesses = ("Thiếu hồ sơ minh chứng.",) if criterion.code == weak else ()
        mark_criterion(assessment, criterion.code, Found(marks, weaknesses=weaknesses), by=by, at=NOW)


def test_an_assessment_is_opened_filled_in_finished_and_approved(school: Unit, head: User, as_head: Client):
    at = f"/don-vi/{school.slug}/tu-danh-gia/"
    made = as_head.post(f"{at}moi/", {"from_year": "2025", "edition": EDITION})
    assessment = Assessment.objects.of(school).get()
    assert made["Location"] == f"{at}{assessment.pk}/"
    code = load_framework(EDITION).criteria[0].code
    page = as_head.get(f"{at}{assessment.pk}/tieu-chi/{code}/").content.decode()
    points = [part.split('"')[0] for part in page.split('name="muc-')[1:]]
    saved = as_head.post(
        f"{at}{assessment.pk}/tieu-chi/{code}/",
        {f"muc-{point}": "met" for point in points} | {"strengths": "Có kế hoạch rõ.", "weaknesses": "Chậm.\nThiếu."},
        follow=True,
    )
    assert "Đã lưu kết quả" in saved.content.decode()
    result = assessment.results.get(criterion=code)
    assert (result.mark, result.strengths) == ("met", "Có kế hoạch rõ.")
    assert Weakness.objects.of(school).count() == 2

    refused = as_head.post(f"{at}{assessment.pk}/hoan-thanh/", {"as_of": "2026-05-31"}, follow=True)
    assert "chưa đánh giá xong" in refused.content.decode()
    fill(assessment, head, but=code)
    as_head.post(f"{at}{assessment.pk}/hoan-thanh/", {"as_of": "2026-05-31"})
    as_head.post(f"{at}{assessment.pk}/phe-duyet/", {"on": "2026-06-02"})
    assessment.refresh_from_db()
    assert (assessment.state, assessment.approved_on) == ("approved", date(2026, 6, 2))
    assert assessment.level_reached.startswith("Đạt Mức")

    late = as_head.post(f"{at}{assessment.pk}/tieu-chi/{code}/", {"strengths": "Khác"}, follow=True)
    assert "đã phê duyệt" in late.content.decode()
    as_head.post(f"{at}{assessment.pk}/danh-gia-tiep/")
    following = Assessment.objects.of(school).exclude(pk=assessment.pk).get()
    assert following.follows == assessment
    assert following.results.get(criterion=code).strengths == "Có kế hoạch rõ."


def test_the_outcome_is_the_librarys(school: Unit, head: User, as_head: Client):
    assessment = an_assessment(school, head)
    weak = load_framework(EDITION).criteria[2].code
    fill(assessment, head, weak=weak)
    page = as_head.get(f"/don-vi/{school.slug}/tu-danh-gia/{assessment.pk}/").content.decode()
    total = len(load_framework(EDITION).criteria)
    assert f"{total - 1}/{total}" in page and "Không đạt Mức 1" in page


def test_weaknesses_become_a_plan_and_wait_no_longer(school: Unit, head: User, as_head: Client):
    assessment = an_assessment(school, head)
    weak = load_framework(EDITION).criteria[2].code
    fill(assessment, head, weak=weak)
    weakness = Weakness.objects.of(school).get()
    at = f"/don-vi/{school.slug}/ke-hoach/moi/tu-diem-yeu/"
    assert "Thiếu hồ sơ minh chứng." in as_head.get(at).content.decode()
    as_head.post(at, {"from_year": "2026", "span": "1", "weaknesses": [str(weakness.pk)]})
    plan = SchoolPlan.objects.of(school).get()
    item = plan.items.get()
    assert (item.criterion, item.weakness) == (weak, "Thiếu hồ sơ minh chứng.")
    assert list(item.weaknesses.all()) == [weakness] and plan.assessment == assessment
    weakness.refresh_from_db()
    assert weakness.state == "planned"
    taken_back = as_head.post(
        f"/don-vi/{school.slug}/tu-danh-gia/{assessment.pk}/tieu-chi/{weak}/", {"weaknesses": ""}, follow=True
    )
    assert "đã có trong kế hoạch" in taken_back.content.decode()


def test_a_recommendation_becomes_a_weakness(school: Unit, as_head: Client):
    made = as_head.post(
        f"/don-vi/{school.slug}/danh-gia-ngoai/moi/",
        {"edition": EDITION, "assessed_on": "2026-03-10", "team": "Đoàn đánh giá ngoài tỉnh Bến Nước"},
    )
    code = load_framework(EDITION).criteria[4].code
    page = as_head.post(made["Location"], {"criterion": code, "text": "Bổ sung phòng học bộ môn."}, follow=True)
    assert "Bổ sung phòng học bộ môn." in page.content.decode()
    weakness = Weakness.objects.of(school).get()
    assert (weakness.source, weakness.state, weakness.criterion) == ("external", "open", code)


def test_a_recognition_is_valid_for_five_years_and_warns_before_its_end(school: Unit, as_head: Client):
    at = f"/don-vi/{school.slug}/cong-nhan/moi/"
    given = {"kind": "accreditation", "degree": "Cấp độ 3", "number": "2460/QĐ-SGDĐT", "decided_on": "2020-02-29"}
    as_head.post(at, given)
    assert Recognition.objects.of(school).get().valid_until == date(2025, 2, 28)
    page = f"/don-vi/{school.slug}/tu-danh-gia/"
    assert "Đã hết giá trị" in as_head.get(page).content.decode()
    as_head.post(at, given | {"number": "12/QĐ-SGDĐT", "decided_on": "2025-03-03"})
    told = as_head.get(page).content.decode()
    assert "Đã có quyết định mới" in told and "Đã hết giá trị" not in told


def test_another_schools_assessment_does_not_exist(school: Unit, as_head: Client):
    assert school.parent
    other = an_assessment(a_school(school.parent, "Trường Tiểu học Nà Hang"))
    assert as_head.get(f"/don-vi/{other.unit.slug}/tu-danh-gia/{other.pk}/").status_code == 404
    assert as_head.get(f"/don-vi/{school.slug}/tu-danh-gia/{other.pk}/").status_code == 404


def test_a_teacher_reads_and_does_not_write(school: Unit, head: User):
    assessment = an_assessment(school, head)
    client = Client()
    client.force_login(a_user(school, Role.STAFF))
    at = f"/don-vi/{school.slug}/tu-danh-gia/{assessment.pk}/"
    assert client.get(at).status_code == 200
    code = load_framework(EDITION).criteria[0].code
    assert client.get(f"{at}tieu-chi/{code}/").status_code == 200
    assert client.post(f"{at}tieu-chi/{code}/", {"strengths": "x"}).status_code == 403


def test_the_pages_ask_as_often_for_many_rows_as_for_few(school: Unit, head: User, as_head: Client):
    years = iter(range(2000, 2100))

    def build(count: int) -> None:
        for _ in range(count):
            one = an_assessment(school, head, from_year=next(years))
            fill(one, head, weak=load_framework(EDITION).criteria[1].code)

    assert_constant_queries(build, lambda: as_head.get(f"/don-vi/{school.slug}/tu-danh-gia/"), few=1, more=2)
    one = Assessment.objects.of(school).first()
    assert_constant_queries(
        lambda count: None, lambda: as_head.get(f"/don-vi/{school.slug}/tu-danh-gia/{one.pk}/"), at_most=10
    )
