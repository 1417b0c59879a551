"""The phrases that invented plans are made of; all written for this project."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words(name: str) -> Any:
    """The data file `name`.json of this folder."""
    return json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8"))
