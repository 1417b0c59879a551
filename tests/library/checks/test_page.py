"""The page that a head is handed: everything found is on it, what a plan says is only text, nothing is fetched."""

import json
from html.parser import HTMLParser

import pytest

from library.checks.command import caitien, write_plan

WEAK = {"weak_criteria": ["3.4", "5.1"]}
ONLY = ("--select", "S07", "--fail-on", "never")


class Page(HTMLParser):
    """What a reader of the page meets: headings, words, elements by name, addresses asked for."""

    def __init__(self, html: str):
        super().__init__()
        self.headings: list[int] = []
        self.words: list[str] = []
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.lang = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.headings += [int(tag[1])] if tag in ("h1", "h2", "h3") else []
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        self.lang = self.lang or dict(attrs).get("lang") or ""
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page(path, *arguments):
    return Page(caitien("check", path, "--format", "html", *ONLY, *arguments).stdout)


def test_everything_found_is_on_the_page(tmp_path):
    path = write_plan(tmp_path / "a.json", WEAK)
    shown = page(path)
    for finding in json.loads(caitien("check", path, "--format", "json", *ONLY).stdout):
        assert finding["message"] in shown.text
        assert finding["hint"] in shown.text
    for words in ("Trường Tiểu học Suối Ngọc", "41/KH-THSN, 30/8/2024", "vào ngày 30/8/2024", "còn 2 lỗi", "2 ✖ lỗi"):
        assert words in shown.text


def test_the_page_is_well_formed_in_vietnamese_and_fetches_nothing(tmp_path):
    html = caitien("check", write_plan(tmp_path / "a.json", WEAK), "--format", "html", *ONLY).stdout
    shown = Page(html)
    assert (shown.open, shown.lang) == ([], "vi")
    assert all(address.startswith("#") for address in shown.addresses)
    assert "url(" not in html
    assert "@import" not in html
    assert not {"script", "img", "link", "iframe"} & set(shown.elements)
    assert shown.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(shown.headings, shown.headings[1:], strict=False))


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "</style><img src=x onerror=a>", "{title} &amp; \"'"])
def test_what_a_plan_says_is_only_text_on_the_page(tmp_path, hostile):
    overlay = {
        "school": {"name": hostile},
        "document": {"subject": hostile, "number": hostile},
        "weak_criteria": [hostile],
    }
    (tmp_path / "a.json.bo-qua.toml").write_text(
        f"[[bo-qua]]\nma = 'S07'\ntieu-chi = '5.1'\nly-do = '''{hostile}'''\n", "utf-8"
    )
    overlay["weak_criteria"].append("5.1")
    shown = page(write_plan(tmp_path / "a.json", overlay))
    assert shown.text.count(" ".join(hostile.split())) >= 4
    assert not {"script", "img"} & set(shown.elements)


def test_a_plan_without_fault_has_a_page_too(tmp_path):
    shown = page(write_plan(tmp_path / "a.json"))
    assert "Không có lỗi hay cảnh báo nào." in shown.text
    assert "article" not in shown.elements
