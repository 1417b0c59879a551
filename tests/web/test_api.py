"""The REST API: keys and what they open, every answer by its description, failures in Vietnamese."""

import json
from datetime import date, timedelta
from urllib.parse import quote

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caitien.plan import to_json
from caitien_web.api.access import A_MINUTE
from caitien_web.api.actions import CannotMakeKey, make_key, revoke_key
from caitien_web.api.models import Key, Scope
from caitien_web.api.wiring import api
from caitien_web.plans.actions import Signing, approve_plan, issue_plan, submit_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Role
from web.builders import NOW, a_plan, a_user, sample
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
UNKNOWN = "018f0000-0000-7000-8000-000000000000"
SIGNING = Signing("12/KH-THSN", date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận")


def with_key(user, scopes=tuple(Scope.values), **given) -> Client:
    _, secret = make_key(user, "Thử", scopes=scopes, valid_until=given.get("until"), by=user, at=NOW)
    return Client(headers={"Authorization": f"Bearer {secret}"})


def issued(school, head) -> SchoolPlan:
    plan = a_plan(school, head)
    submit_plan(plan, by=head, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    issue_plan(plan, SIGNING, by=head, at=NOW)
    return plan


def test_a_key_reads_what_its_person_may_see(school, head):
    plan = issued(school, head)
    at, mine = f"/api/v1/units/{school.slug}/plans", with_key(head)
    assert mine.get("/api/v1/units").json()[0]["slug"] == school.slug
    assert mine.get(at).json()[0]["number"] == "12/KH-THSN"
    assert mine.get(f"{at}/{plan.slug}").json()["plan"] == plan.versions.get().data
    assert mine.get(f"{at}/{plan.slug}/versions/1").json()["sha256"] == plan.versions.get().sha256
    assert mine.get(f"{at}/{plan.slug}/versions/1/document.pdf").content.startswith(b"%PDF")
    assert mine.get(f"{at}/{plan.slug}/document.docx?form=cv5932-8").content.startswith(b"PK")
    assert mine.get(f"{at}/{plan.slug}/findings").status_code == 200


def test_no_key_opens_more_than_its_person_may(school, head):
    plan = issued(school, head)
    officer = with_key(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    at = f"/api/v1/units/{school.slug}/plans/{plan.slug}"
    assert officer.get(at).status_code == 200
    assert officer.get(f"{at}/findings").status_code == 200
    below = officer.get(f"/api/v1/units/{school.parent.slug}/plans-below").json()
    assert (below["count"], below["results"][0]["unit"]) == (1, school.slug)
    staff = with_key(a_user(school, Role.STAFF, "Tòng Thị Ín"))
    assert staff.post(f"/api/v1/units/{school.slug}/plans", "{}", content_type="application/json").status_code == 422


def test_a_key_is_for_its_scopes_only(school, head):
    reads = with_key(head, [Scope.READ_OVERSIGHT])
    answer = reads.get("/api/v1/units")
    assert (answer.status_code, "plans:read" in answer.json()["message"]) == (403, True)


def test_unknown_old_and_revoked_keys_open_nothing(head):
    user_key, secret = make_key(head, "Cũ", scopes=[Scope.READ_PLANS], valid_until=None, by=head, at=NOW)
    client = Client(headers={"Authorization": f"Bearer {secret}"})
    assert client.get("/api/v1/units").status_code == 200
    assert secret not in json.dumps(list(Key.objects.values("secret_hash", "start", "name")))
    revoke_key(user_key, by=head, at=NOW)
    for answer in (client.get("/api/v1/units"), Client().get("/api/v1/units")):
        assert (answer.status_code, "khóa API" in answer.json()["message"]) == (401, True)
    Key.objects.update(revoked_at=None, valid_until=date(2020, 1, 1))
    assert client.get("/api/v1/units").status_code == 401
    with pytest.raises(CannotMakeKey, match="đã qua"):
        make_key(head, "Sai", scopes=[Scope.READ_PLANS], valid_until=date(2026, 1, 1), by=head, at=NOW)


def test_who_asks_too_often_waits(head, monkeypatch):
    mine = with_key(head)
    monkeypatch.setattr(timezone, "now", lambda: NOW)  # or a minute might end in between
    answers = [mine.get("/api/v1/units").status_code for _ in range(A_MINUTE + 1)]
    assert (set(answers[:-1]), answers[-1]) == ({200}, 429)
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(minutes=1))
    assert mine.get("/api/v1/units").status_code == 200


def test_a_draft_is_made_of_json_once(school, head):
    mine, at = with_key(head), f"/api/v1/units/{school.slug}/plans"
    draft = {"from_year": 2026, "to_year": 2027, "plan": to_json(sample())}
    answer = mine.post(at, json.dumps(draft), content_type="application/json")
    assert (answer.status_code, answer.json()["state"]) == (201, "draft")
    again = mine.post(at, json.dumps(draft), content_type="application/json")
    assert (again.status_code, "đã có kế hoạch" in again.json()["message"]) == (422, True)
    assert mine.post(at, "{", content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    "plan", [{}, {"schema": "caitien.plan/1"}, {"note": "\x00"}, {"items": [{"budget_vnd": 10**30}]}, {"items": 5}]
)
def test_what_is_no_plan_is_told_so(school, head, plan):
    data = {"from_year": 2026, "to_year": 2027, "plan": to_json(sample()) | plan if "items" in plan else plan}
    answer = with_key(head).post(
        f"/api/v1/units/{school.slug}/plans", json.dumps(data), content_type="application/json"
    )
    assert (answer.status_code, bool(answer.json()["message"])) == (422, True)


def test_a_file_comes_in_to_be_confirmed(school, head):
    text = SimpleUploadedFile("ke-hoach.txt", "KẾ HOẠCH\nCải tiến chất lượng năm học 2026 - 2027\n".encode())
    answer = with_key(head).post(f"/api/v1/units/{school.slug}/imports", {"file": text})
    assert answer.status_code == 202, answer.json()
    assert answer.json()["address"].startswith(f"/don-vi/{school.slug}/ke-hoach/nhap/")


def test_keys_are_made_shown_once_and_revoked_on_the_page(as_head, head):
    form = {"name": "Cổng của Sở", "scopes": ["plans:read"], "valid_until": ""}
    page = as_head.post("/tai-khoan/khoa-api/", form).content.decode()
    secret = page.partition('id="khoa-moi" class="text-break">')[2].partition("<")[0]
    assert Client(headers={"Authorization": f"Bearer {secret}"}).get("/api/v1/units").status_code == 200
    assert secret not in as_head.get("/tai-khoan/khoa-api/").content.decode()
    key = Key.objects.get()
    assert key.last_used_at is not None
    as_head.post(f"/tai-khoan/khoa-api/{key.pk}/thu-hoi/")
    assert Client(headers={"Authorization": f"Bearer {secret}"}).get("/api/v1/units").status_code == 401


def test_the_documentation_names_every_endpoint():
    page = Client().get("/api/").content.decode()
    schema = Client().get("/api/v1/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    assert [path for path in schema["paths"] if path not in page] == []
    assert "http://" not in page.replace("http://www.w3.org", "") and "https://" not in page


WORDS = st.one_of(st.text(max_size=12), st.sampled_from(["2026-2027", "1", "0", "-1", "99999999999999999999", "pdf"]))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_answer_is_one_that_is_described(school, head, data):
    """Whatever is asked: a documented status, and a body by the schema of it."""
    if not SchoolPlan.objects.of(school).exists():
        issued(school, head)
    client, schema = with_key(head) if not Key.objects.exists() else None, api.get_openapi_schema()
    if client is None:
        Key.objects.all().delete()
        client = with_key(head)
    address, ways = data.draw(st.sampled_from(sorted(schema["paths"].items())))
    method, way = data.draw(st.sampled_from(sorted(ways.items())))
    filled = address
    for one in way.get("parameters", []):
        if one["in"] == "path":
            known = {"unit": school.slug, "period": "2026-2027", "number": "1", "ending": "pdf", "key": UNKNOWN}[
                one["name"]
            ]
            word = data.draw(st.one_of(st.just(known), WORDS.filter(lambda text: text and "/" not in text)))
            filled = filled.replace(f"{{{one['name']}}}", quote(word, safe=""))
    query = {one["name"]: data.draw(WORDS) for one in way.get("parameters", []) if one["in"] == "query"}
    body = data.draw(st.one_of(st.just(b"{}"), st.binary(max_size=30), st.just(b'{"from_year": 1, "plan": []}')))
    if method == "get":
        answer = client.get(filled, query)
    else:
        answer = client.generic("POST", filled, body, content_type="application/json")
    described = {int(status) for status in way["responses"]} | {404}
    assert answer.status_code in described, (method, filled, answer.content[:300])
    told = way["responses"].get(answer.status_code, {}).get("content", {}).get("application/json", {}).get("schema")
    if told and answer["Content-Type"].startswith("application/json") and answer.status_code != 404:
        jsonschema.validate(answer.json(), told | {"components": schema["components"]})


def test_lists_ask_as_often_for_many_as_for_few(school, head):
    mine, years = with_key(head), iter(range(2000, 2026))

    def more(count: int) -> None:
        for _ in range(count):
            a_plan(school, head, from_year=next(years))

    assert_constant_queries(more, lambda: mine.get(f"/api/v1/units/{school.slug}/plans"))


def test_keys_end_with_their_day(head):
    today = date.today()
    assert with_key(head, until=today + timedelta(days=400)).get("/api/v1/units").status_code == 200
