"""A floor under the accuracy of reading, on a handful of small documents; `make accuracy` measures many more."""

from pathlib import Path

import pytest

from corpus.accuracy import read_one
from corpus.documents import KINDS, make_documents
from corpus.score import Count


@pytest.mark.parametrize("name", ["docx", "docx-own", "tt57", "xlsx", "legacy", "html", "markdown"])
def test_plans_are_read_back(name: str, tmp_path: Path) -> None:
    outcomes = [read_one(made) for made in make_documents(name, range(100, 104), tmp_path, count=4)]
    assert [outcome.refusal for outcome in outcomes if outcome.refusal] == []
    whole = sum((outcome.score.all for outcome in outcomes if outcome.score), Count())
    errors = [error for outcome in outcomes if outcome.score for error in outcome.score.errors]
    assert whole.f1 >= KINDS[name].target - 0.02, "\n".join(errors)
