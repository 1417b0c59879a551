"""What people see where a page cannot be shown, and what every answer of the server carries."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.views.decorators.http import require_POST

from caitien_web.ui.refusal import Refusal
from caitien_web.ui.views.failures import WORDS

TOO_MUCH = 150_000


def raises(exception: Exception):
    def view(request: HttpRequest) -> HttpResponse:
        raise exception

    return view


urlpatterns = [
    path("cong-khai/400/", raises(SuspiciousOperation("x"))),
    path("cong-khai/403/", raises(PermissionDenied("Vai trò của anh/chị chưa được: duyệt kế hoạch."))),
    path("cong-khai/405/", require_POST(raises(ValueError()))),
    path("cong-khai/413/", raises(RequestDataTooBig("x"))),
    path("cong-khai/414/", raises(TooManyFieldsSent("x"))),
    path("cong-khai/500/", raises(ValueError("secret"))),
    path("cong-khai/refused/", raises(Refusal("Chưa ban hành được: kế hoạch còn 2 lỗi."))),
    path("", include("caitien_web.urls")),
]
handler400 = "caitien_web.ui.views.failures.bad_request"
handler403 = "caitien_web.ui.views.failures.forbidden"
handler404 = "caitien_web.ui.views.failures.not_found"
handler500 = "caitien_web.ui.views.failures.server_error"


@pytest.fixture
def client(settings, db) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("at", "status"), [(400, 400), (403, 403), (404, 404), (405, 405), (413, 413), (414, 413)])
def test_failures_say_what_happened_and_what_to_do(client, at, status):
    answer = client.get(f"/cong-khai/{at}/")
    assert answer.status_code == status
    told = answer.content.decode()
    assert all(words in told for words in WORDS[status])
    assert '<html lang="vi"' in told
    as_data = client.get(f"/cong-khai/{at}/", headers={"Accept": "application/json"})
    assert as_data.status_code == status and WORDS[status][1] in as_data.json()["message"]


def test_a_server_error_tells_nothing_of_the_program_and_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/cong-khai/500/")
    assert answer.status_code == 500
    assert WORDS[500][0] in answer.content.decode() and "secret" not in answer.content.decode()


def test_a_form_that_was_open_too_long_says_so(db):
    answer = Client(enforce_csrf_checks=True).post("/dang-nhap/", {"login": "a"})
    assert answer.status_code == 403
    assert "Trang đã mở quá lâu" in answer.content.decode()


def test_too_many_fields_are_told_as_too_much(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    answer = client.post("/dang-nhap/", {f"field-{n}": "x" for n in range(10)})
    assert answer.status_code == 413


def test_a_refusal_comes_back_as_each_asked_for_it(client):
    text = "Chưa ban hành được: kế hoạch còn 2 lỗi."
    assert client.get("/cong-khai/refused/", headers={"Accept": "application/json"}).json() == {"message": text}
    fragment = client.get("/cong-khai/refused/", headers={"HX-Request": "true"})
    assert fragment.status_code == 422 and fragment["HX-Retarget"] == "#thong-bao"
    page = client.get("/cong-khai/refused/", headers={"Referer": "http://testserver/dang-nhap/"}, follow=True)
    assert text in page.content.decode() and page.redirect_chain[-1][0].endswith("/dang-nhap/")
    elsewhere = client.get("/cong-khai/refused/", headers={"Referer": "http://elsewhere.example/"})
    assert elsewhere["Location"] == "/"


def test_the_site_says_that_it_is_well(client):
    answer = client.get("/suc-khoe/")
    assert answer.status_code == 200 and answer.json() == {"status": "ok"}
    assert client.post("/suc-khoe/").status_code == 405


def test_the_theme_does_not_lead_away(client):
    answer = client.post("/giao-dien/", {"giao_dien": "dark", "ve": "https://elsewhere.example/"})
    assert answer["Location"] == "/" and answer.cookies["giao-dien"].value == "dark"


PAGES = ["/dang-nhap/", "/tai-khoan/", "/tai-khoan/hai-lop/", "/khong-co/"]


@pytest.mark.parametrize("at", PAGES)
def test_every_answer_carries_what_keeps_people_safe(as_head, at):
    answer = as_head.get(at)
    policy = dict(part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'self'",
        "img-src": "'self' data: blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


TEMPLATES = sorted(Path(__file__).parents[2].glob("src/caitien_web/*/templates/**/*.html"))
NOT_SERVED = ["index_look.html"]  # of the page within a record, which is opened from a disk
FORBIDDEN = re.compile(
    r"\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")|javascript:|<style"
)


def test_no_template_writes_what_the_policy_stops():
    served = [one for one in TEMPLATES if one.name not in NOT_SERVED]
    found = {str(one): hit.group() for one in served if (hit := FORBIDDEN.search(one.read_text("utf-8")))}
    assert found == {}


class Needed(HTMLParser):
    """What a page loads at once: style sheets for this screen and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and given.get("src"):
            self.found.append(given["src"] or "")
        if tag == "link" and given.get("rel") in ("stylesheet", "icon"):
            self.found.append(given["href"] or "")


@pytest.mark.parametrize("at", ["/dang-nhap/", "/tai-khoan/"])
def test_a_first_visit_is_light(as_head, at, head):
    """All that the page needs, packed as it is sent, the sprite of icons with it."""
    page = (Client() if at == "/dang-nhap/" else as_head).get(at).content
    needed = Needed()
    needed.feed(page.decode())
    names = {*(one.removeprefix("/static/") for one in needed.found), "ui/icons.svg"}
    files = [Path(found).read_bytes() for name in names if (found := finders.find(name))]
    assert len(files) == len(names)
    assert sum(len(gzip.compress(one)) for one in [page, *files]) < TOO_MUCH


def test_pages_of_somebody_are_not_kept_by_others(as_head):
    assert "Cookie" in as_head.get("/tai-khoan/")["Vary"]


def test_the_navigation_shows_what_one_may_open_and_marks_the_page(as_head, school, head):
    page = as_head.get(f"/don-vi/{school.slug}/").content.decode()
    assert re.search(rf'<a href="/don-vi/{school.slug}/" aria-current="page">', page)
