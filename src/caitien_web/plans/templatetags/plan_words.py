"""What changed in a row, in words and with its differences."""

import re
from difflib import SequenceMatcher

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from caitien_web.plans.models import CellChange
from caitien_web.plans.queries.columns import label_of

register = template.Library()
ROW = {("", "1"): "thêm mục này", ("1", ""): "xóa mục này"}


@register.filter
def what_changed(change: CellChange) -> str:
    """ "sửa giải pháp", "thêm mục này"."""
    if change.field == "row":
        return ROW.get((change.before, change.after), "chuyển chỗ mục này")
    return f"sửa {label_of(change.field)}"


@register.filter
def difference(change: CellChange) -> SafeString:
    """The text with what was taken out and what was put in, word by word."""
    old, new = (re.findall(r"\s+|\S+", text) for text in (change.before, change.after))
    parts = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(format_html("{}", "".join(old[i1:i2])))
            continue
        if i2 > i1:
            parts.append(format_html("<del>{}</del>", "".join(old[i1:i2])))
        if j2 > j1:
            parts.append(format_html("<ins>{}</ins>", "".join(new[j1:j2])))
    return format_html_join("", "{}", ((part,) for part in parts))
