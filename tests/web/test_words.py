"""No English on the page: every text of Django and allauth that a person may meet has its Vietnamese words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import allauth
import django
import pytest
from django import forms
from django.utils import translation
from django.utils.translation import ngettext, trans_real

from caitien_web.ui.words import WORDS

DJANGO, ALLAUTH = Path(django.__file__).parent, Path(allauth.__file__).parent
MET = [
    *(DJANGO / "forms").rglob("*.py"),
    *(DJANGO / name for name in ("core/validators.py", "contrib/auth/password_validation.py")),
    *(DJANGO / name for name in ("contrib/auth/forms.py", "utils/timesince.py", "utils/text.py")),
    *(DJANGO / "db/models/fields").glob("*.py"),
    *(ALLAUTH / "account" / name for name in ("adapter.py", "fields.py", "forms.py")),
    *(path for path in (ALLAUTH / "mfa").rglob("*.py") if not {"webauthn", "migrations", "tests"} & set(path.parts)),
]
NEVER_SHOWN = {"%(from)s-%(to)s relationship", "%(from)s-%(to)s relationships", "MFA"}
SINGLE, CONTEXT = {"_", "gettext", "gettext_lazy"}, {"pgettext", "pgettext_lazy"}
PLURAL = {"ngettext", "ngettext_lazy"}


def keys(path: Path) -> Iterator[object]:
    """The texts of a module as its catalogue would have them."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        given = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name in SINGLE and given and given[0] not in NEVER_SHOWN:
            yield given[0]
        elif name in CONTEXT and len(given) > 1:
            yield f"{given[0]}\x04{given[1]}"
        elif name in PLURAL and len(given) > 1:
            yield given[0], 0


def test_every_text_that_people_meet_has_vietnamese_words():
    known = trans_real.translation("vi")._catalog
    texts = {key for path in MET for key in keys(path)}
    assert len(texts) > 200
    assert {key for key in texts if not known.get(key)} == set()


def test_the_words_keep_the_places_of_what_is_filled_in():
    def places(text: str) -> set[str]:
        return {part.partition(")")[0] for part in text.split("%(")[1:]}

    english = {key if isinstance(key, str) else key[1]: said for key, said in WORDS.items()}
    assert {key: said for key, said in english.items() if not places(said) <= places(key)} == {}


def test_plurals_have_one_form():
    with translation.override("vi"):
        told = [
            ngettext("This password is too short. It must contain at least %d character.",
                     "This password is too short. It must contain at least %d characters.", n) % n for n in (1, 8)
        ]  # fmt: skip
    assert told == ["Mật khẩu quá ngắn: cần ít nhất 1 ký tự.", "Mật khẩu quá ngắn: cần ít nhất 8 ký tự."]


@pytest.mark.parametrize(
    ("typed", "day"), [("05/9/2025", (2025, 9, 5)), ("2025-09-05", (2025, 9, 5)), ("5.9.2025", (2025, 9, 5))]
)
def test_days_are_read_with_the_day_first(typed, day):
    read = forms.DateField(localize=True).clean(typed)
    assert (read.year, read.month, read.day) == day
