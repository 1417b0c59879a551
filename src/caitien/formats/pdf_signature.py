"""Empty signature fields in a PDF: places that were laid as links become fields that signing programs offer.

The file is not written anew: the changed objects follow its end, as PDF foresees (an incremental update), so that the
same file gives the same bytes. Made for files fresh from typst, whose objects stand in plain text.
"""

import re
from collections.abc import Sequence

LINK = rb"(\d+) 0 obj\s*<<(/Type/Annot/Subtype/Link/Rect\[([^\]]*)\][^\n]*)>>\s*endobj"
LINK_PARTS = re.compile(rb"/Subtype/Link|/Border\[[^\]]*\]|/A<<.*?>>|/Contents\([^)]*\)|/F \d+")
ELEMENT = rb"(\d+) 0 obj\s*<<(/Type/StructElem/S/Link[^\n]*/Obj %s 0 R[^\n]*)>>\s*endobj"
CATALOG = re.compile(rb"(\d+) 0 obj\s*<<(/Type/Catalog[^\n]*)>>\s*endobj")
TRAILER = re.compile(rb"trailer\s*<</Size (\d+)([^\n]*)>>\s*startxref\s*(\d+)\s*%%EOF\s*$")
LABEL = "Nơi ký số của {}"


def mark_signature_fields(pdf: bytes, address: str, signers: Sequence[str]) -> bytes:
    """The PDF with an empty signature field in place of each link to `address`; `signers` are named in their order.

    Tags stay whole: the link's structure element becomes a form's, as PDF/UA-1 asks of fields. Raises ValueError for a
    file that is not laid out as typst lays it out.
    """
    links = [found for found in re.finditer(LINK, pdf) if b"(" + address.encode() + b")" in found[2]]
    catalog, trailer = CATALOG.search(pdf), TRAILER.search(pdf)
    if not (links and len(links) == len(signers) and catalog and trailer):
        raise ValueError("the links that mark the places to sign are not where typst writes them")
    size = int(trailer[1])
    changed: dict[int, bytes] = {}
    for number, (link, signer) in enumerate(zip(links, signers, strict=True), start=1):
        look = size + number - 1
        label = _text(LABEL.format(" ".join(signer.split())))
        changed[int(link[1])] = _field(link[2], number, label, look)
        changed[look] = _no_look(link[3])
        for element in re.finditer(ELEMENT % link[1], pdf):
            changed[int(element[1])] = b"<<" + element[2].replace(b"/S/Link", b"/S/Form/Alt" + label, 1) + b">>"
    fields = b" ".join(link[1] + b" 0 R" for link in links)
    form = b"/AcroForm<</Fields[" + fields + b"]/SigFlags 0>>"
    changed[int(catalog[1])] = b"<<" + catalog[2] + form + b">>"
    return pdf + _update(pdf, changed, trailer, size + len(links))


def _field(link: bytes, number: int, label: bytes, look: int) -> bytes:
    kept = LINK_PARTS.sub(b"", link)
    name = b"/Subtype/Widget/FT/Sig/T(chu_ky_%d)/TU%s/Contents%s/F 4" % (number, label, label)  # F 4: it is printed
    return b"<<" + kept + name + b"/AP<</N %d 0 R>>>>" % look


def _no_look(rectangle: bytes) -> bytes:
    """The empty appearance that PDF/A asks of a field that is not signed yet."""
    left, low, right, high = (float(side) for side in rectangle.split())
    box = b"%.4f %.4f" % (right - left, high - low)
    return b"<</Type/XObject/Subtype/Form/BBox[0 0 " + box + b"]/Length 0>>\nstream\n\nendstream"


def _text(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def _update(pdf: bytes, changed: dict[int, bytes], trailer: re.Match[bytes], size: int) -> bytes:
    """What follows the file: the objects, their places, and where the places of the others are told."""
    out = bytearray(b"\n")
    table = b"xref\n"
    for number in sorted(changed):
        table += b"%d 1\n%010d 00000 n\r\n" % (number, len(pdf) + len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, changed[number])
    start = len(pdf) + len(out)
    end = b"trailer\n<</Size %d%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer[2], trailer[3], start)
    return bytes(out + table + end)
