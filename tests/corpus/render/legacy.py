"""An invented document as a Word file of the years before Unicode: its letters mean something only in their font."""

from pathlib import Path

from docx import Document as NewWord
from docx.oxml.ns import qn

from corpus.compose import Document, Style
from corpus.render.docx import write_docx


def write_legacy(document: Document, path: Path, style: Style, seed: int) -> None:
    """Write the document to `path`: TCVN3 in .VnTime and .VnTimeH, every third one VNI in VNI-Times."""
    from caitien.vietnamese.encodings import encode_legacy

    write_docx(document, path, style, seed)
    word = NewWord(str(path))
    for run in word.element.body.iter(qn("w:r")):
        text = "".join(node.text or "" for node in run.iter(qn("w:t")))
        capitals = text.upper() == text and any(letter.isalpha() for letter in text)
        encoding, font = ("vni", "VNI-Times") if seed % 3 == 2 else ("tcvn3", ".VnTime")
        if encoding == "tcvn3" and capitals:
            encoding, font = "tcvn3-capitals", ".VnTimeH"
        fonts = run.get_or_add_rPr().get_or_add_rFonts()
        for side in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(side), font)
        for node in run.iter(qn("w:t")):
            node.text = encode_legacy(node.text or "", encoding)
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    word.save(str(path))
