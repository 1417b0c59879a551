"""Empty signature fields in a PDF: places that were laid as links become fields that signing programs offer.

The file is not written anew: the changed objects follow its end, as PDF foresees (an incremental update), so that the
same file gives the same bytes. Made for files fresh from typst, whose objects stand in plain text.
"""

import re
from collections.abc import Sequence

LINK_PARTS = re.compile(rb"/Subtype/Link|/Border\[[^\]]*\]|/A<<.*?>>|/Contents\([^)]*\)|/F \d+")
RECTANGLE = re.compile(rb"/Rect\[([^\]]*)\]")
TRAILER = re.compile(rb"trailer\s*<</Size (\d+)([^\n]*)>>\s*startxref\s*(\d+)\s*%%EOF\s*$")
TAIL = 1024  # bytes; the trailer stands in them
LABEL = "Nơi ký số của {}"


def mark_signature_fields(pdf: bytes, address: str, signers: Sequence[str]) -> bytes:
    """The PDF with an empty signature field in place of each link to `address`; `signers` are named in their order.

    Tags stay whole: the link's structure element becomes a form's, as PDF/UA-1 asks of fields. Raises ValueError for a
    file that is not laid out as typst lays it out.
    """
    links = _objects(pdf, b"/Type/Annot/Subtype/Link", b"/URI(" + address.encode() + b")")
    catalogs, trailer = _objects(pdf, b"/Type/Catalog", b"/Pages"), TRAILER.search(pdf, len(pdf) - TAIL)
    if not (links and len(links) == len(signers) and len(catalogs) == 1 and trailer):
        raise ValueError("the links that mark the places to sign are not where typst writes them")
    size = int(trailer[1])
    changed: dict[int, bytes] = {}
    for at, ((number, link), signer) in enumerate(zip(links, signers, strict=True)):
        label = _text(LABEL.format(" ".join(signer.split())))
        changed[number] = _field(link, at + 1, label, size + at)
        changed[size + at] = _no_look(link)
        for element, said in _objects(pdf, b"/Type/StructElem/S/Link", b"/Obj %d 0 R" % number):
            changed[element] = said.replace(b"/S/Link", b"/S/Form/Alt" + label, 1)
    fields = b" ".join(b"%d 0 R" % number for number, _ in links)
    ((root, catalog),) = catalogs
    changed[root] = catalog[:-2] + b"/AcroForm<</Fields[" + fields + b"]/SigFlags 0>>>>"
    return pdf + _update(pdf, changed, trailer, size + len(links))


def _objects(pdf: bytes, begins: bytes, says: bytes) -> list[tuple[int, bytes]]:
    """Number and dictionary of each object that begins and speaks so; texts of the document speak, never begin so."""
    found, start = [], pdf.find(b" 0 obj\n<<" + begins)
    while start >= 0:
        end = pdf.find(b"\nendobj", start)
        said = pdf[start + len(b" 0 obj\n") : end]
        if says in said:
            number = pdf[max(start - 10, 0) : start].split()[-1]
            found.append((int(number), said))
        start = pdf.find(b" 0 obj\n<<" + begins, end)
    return found


def _field(link: bytes, number: int, label: bytes, look: int) -> bytes:
    kept = LINK_PARTS.sub(b"", link)[:-2]
    name = b"/Subtype/Widget/FT/Sig/T(chu_ky_%d)/TU%s/Contents%s/F 4" % (number, label, label)  # F 4: it is printed
    return kept + name + b"/AP<</N %d 0 R>>>>" % look


def _no_look(link: bytes) -> bytes:
    """The empty appearance that PDF/A asks of a field that is not signed yet."""
    rectangle = RECTANGLE.search(link)
    left, low, right, high = (float(side) for side in rectangle[1].split()) if rectangle else (0.0,) * 4
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
