"""Which form goes with which edition: said by the circular that has it in its annexes."""

import pytest

from caitien.frameworks import all_frameworks
from caitien.layouts.forms import form_for, forms_of_edition


@pytest.mark.parametrize("edition", all_frameworks(), ids=lambda one: one.id)
def test_every_edition_has_its_form(edition):
    own = [form for form in forms_of_edition(edition.id) if form.annexed_to]
    assert all(form.annexed_to == edition.document.number for form in own)
    assert forms_of_edition(edition.id)


def test_the_form_of_the_plan_comes_before_that_of_the_edition():
    assert form_for("cv5932-8", "TT57-2026-PT").id == "cv5932-8"
    assert form_for("", "TT57-2026-GDTX").id == "tt57-bieu2"
    assert form_for(None, "TT18-2018").id == "cv5932-9"
    assert form_for(None, "unknown").id == "cv5932-9"
