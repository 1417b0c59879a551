"""The command as its tests call it, and plans as JSON files for it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from library.checks.faultless import changed

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "ke-hoach-mau.docx"


def caitien(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "caitien", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd)


def write_plan(path: Path, overlay: dict[str, Any] | None = None) -> Path:
    """The faultless plan with the overlay's fields in it, as a JSON file."""
    path.write_text(json.dumps(changed(overlay or {}), ensure_ascii=False), "utf-8")
    return path


# Two faults of one kind, which the check S07 finds: nothing is planned for criteria named as weak.
WEAK = {"weak_criteria": ["1.2", "3.4", "5.1"]}
