"""Reading in a process apart: the same reading, and bounds that hold."""

import os
from pathlib import Path

import pytest

from caitien import plan_to_json, read_plan
from caitien.apart import Bounds, TookTooLong, read_apart
from caitien.findings import CannotRead

SAMPLE = Path(__file__).parents[2] / "samples" / "ke-hoach-mau.docx"


def test_what_is_read_apart_is_what_is_read():
    here, apart = read_plan(SAMPLE), read_apart(SAMPLE, name=SAMPLE.name)
    assert apart.plan == plan_to_json(here.plan)
    assert apart.positions.keys() == here.positions.keys()
    assert [one["code"] for one in apart.findings] == [one.code for one in here.findings]
    assert any("rows" in block for block in apart.original)


def test_a_reading_that_takes_too_long_is_ended():
    with pytest.raises(TookTooLong, match="đã dừng"):
        read_apart(SAMPLE, name="lau.docx", bounds=Bounds(seconds=0.01))


def test_a_reading_that_takes_too_much_memory_is_ended_with_words():
    with pytest.raises(CannotRead, match="dừng giữa chừng"):
        read_apart(SAMPLE, name="nang.docx", bounds=Bounds(memory=10_000_000))


def test_the_child_knows_no_secret(tmp_path, monkeypatch):
    from caitien.apart import _surroundings

    monkeypatch.setenv("CAITIEN_SECRET_KEY", "bí mật")
    assert "CAITIEN_SECRET_KEY" in os.environ and "CAITIEN_SECRET_KEY" not in _surroundings()
