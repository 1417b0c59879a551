"""The sample plan: drawn by its script, read back by the product."""

import json
import subprocess
import sys
from pathlib import Path

from caitien.plan import to_json
from caitien.reading import read_plan
from corpus.score import score

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "ke-hoach-mau.docx"


def test_the_script_draws_the_sample_byte_by_byte(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.docx"
    subprocess.run([sys.executable, ROOT / "scripts" / "make_sample.py", drawn], check=True)
    assert drawn.read_bytes() == SAMPLE.read_bytes()


def test_the_sample_is_read_as_it_was_written() -> None:
    plan = json.loads(SAMPLE.with_suffix(".json").read_text("utf-8"))
    result = score(plan, to_json(read_plan(SAMPLE).plan))
    assert result.all.f1 >= 0.98, "\n".join(result.errors)
