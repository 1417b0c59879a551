"""Fields inside paragraphs: their texts put in with the looks of the place where they stand."""

from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from caitien.findings import CannotWrite
from caitien.formats.docx.parts import W
from caitien.formats.docx_template.names import FIELD, plain_name, texts_of
from caitien.formats.docx_write.paragraphs import NO_XML

if TYPE_CHECKING:
    Element = etree._Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill_paragraphs(root: "Element", values: Mapping[str, str]) -> None:
    """Fill every field under `root`. A paragraph that is one field alone stands once for each line of its text."""
    for paragraph in list(root.iter(f"{W}p")):
        texts = texts_of(paragraph)
        whole = "".join(text.text or "" for text in texts)
        if "{{" not in whole:
            continue
        alone = FIELD.fullmatch(whole.strip())
        if alone is None:
            _fill(texts, values)
        else:
            _repeat(paragraph, _value(alone[1], values).split("\n"))


def _value(typed: str, values: Mapping[str, str]) -> str:
    name = plain_name(typed)
    if name not in values:
        raise CannotWrite(
            f"Trường {{{{{typed.strip()}}}}} chỉ dùng được trong dòng của bảng; "
            "hãy đặt các trường {{muc.…}} vào một dòng, {{tieu_chuan.…}} vào dòng ngay trên nó; "
            "mỗi dòng lặp chỉ có trường của một loại."
        )
    return NO_XML.sub(" ", values[name])


def _repeat(paragraph: "Element", lines: list[str]) -> None:
    """The paragraph once for each line; none where there is no text, unless its cell would be empty of paragraphs."""
    parent = paragraph.getparent()
    if parent is None:
        return
    for line in lines[:-1] if len(lines) > 1 else []:
        copy = deepcopy(paragraph)
        paragraph.addprevious(copy)
        _say(texts_of(copy), line)
    _say(texts_of(paragraph), lines[-1])
    holds_section = paragraph.find(f"{W}pPr/{W}sectPr") is not None
    if lines == [""] and not holds_section and len(parent.findall(f"{W}p")) > 1 and parent[-1] is not paragraph:
        parent.remove(paragraph)


def _say(texts: "list[Element]", line: str) -> None:
    for text in texts:
        text.text = ""
    _put(texts[0], line)


def _fill(texts: "list[Element]", values: Mapping[str, str]) -> None:
    """Word may part a field over several runs: its text goes where it begins, the rest of it is taken away."""
    whole = "".join(text.text or "" for text in texts)
    found = [(match.start(), match.end(), _value(match[1], values)) for match in FIELD.finditer(whole)]
    begin = 0
    for text in texts:
        own = text.text or ""
        end, made, at = begin + len(own), [], begin
        for start, stop, value in found:
            if stop <= begin or start >= end:
                continue
            made.append(whole[at : max(at, start)])
            if start >= begin:
                made.append(value)
            at = max(at, min(stop, end))
        made.append(whole[at:end])
        begin = end
        if (new := "".join(made)) != own:
            _put(text, new)


def _put(text: "Element", value: str) -> None:
    """The value as the text of a run, its lines parted by line breaks."""
    first, *others = value.split("\n")
    text.text = first
    text.set(_SPACE, "preserve")
    last = text
    for line in others:
        following = etree.Element(f"{W}t", {_SPACE: "preserve"})
        following.text = line
        brk = etree.Element(f"{W}br")
        last.addnext(brk)
        brk.addnext(following)
        last = following
