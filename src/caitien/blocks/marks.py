"""Marks of open decisions inside a text: “[Cần quyết định: …]”, “[Cần đối chiếu: …]”, made by `layouts.convert`.

Writers make them stand out, so that a draft is not taken for a finished document.
"""

import re

__all__ = ["OPEN_MARK"]

OPEN_MARK = re.compile(r"(\[Cần (?:quyết định|đối chiếu)\b[^\[\]]*\])")
