"""Pictures in the Word document: an inline drawing, as PNG for all and as SVG for those that can show it."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from caitien.blocks import Block, Picture, Style
from caitien.formats.docx_write.looks import LOOKS
from caitien.formats.docx_write.paragraphs import NO_XML

_EMU = 36_000  # to a millimetre
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


class Pictures:
    """The pictures of a document in their order, each with the parts that hold it: `media/hinh1.png` and `.svg`."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.all = [block for block in blocks if isinstance(block, Picture)]

    def parts(self) -> dict[str, bytes]:
        """The files below word/."""
        from caitien.formats.pictures import png, safe_svg

        made: dict[str, bytes] = {}
        for number, picture in enumerate(self.all, 1):
            made[f"media/hinh{number}.png"] = png(picture)
            made[f"media/hinh{number}.svg"] = safe_svg(picture.svg).encode("utf-8")
        return made

    def xml(self, picture: Picture, *, keep_next: bool = False, section: str = "") -> str:
        """The paragraph that shows the picture. `section`: the w:sectPr of the section that ends with it."""
        from caitien.formats.pictures import size_of

        number = next(at for at, one in enumerate(self.all, 1) if one is picture)
        size = " ".join(
            f'{name}="{round(side * _EMU)}"' for name, side in zip(("cx", "cy"), size_of(picture), strict=True)
        )
        drawing = _inline(number, size, quoteattr(" ".join(NO_XML.sub(" ", picture.alt).split())))
        keep = "<w:keepNext/>" if keep_next else ""
        style = f'<w:pStyle w:val="{LOOKS[Style.CAPTION].id}"/>'
        return f"<w:p><w:pPr>{style}{keep}{section}</w:pPr><w:r>{drawing}</w:r></w:p>"


def relation(part: str) -> str:
    """The id of the relation that leads to a part of a picture: "media/hinh1.png" → "hinh1png"."""
    return part.rpartition("/")[2].replace(".", "")


def _inline(number: int, size: str, alt: str) -> str:
    name = f'id="{number}" name="Hình {number}" descr={alt}'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {name}/>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="hinh{number}png">{_svg(number)}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _svg(number: int) -> str:
    return (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="hinh{number}svg"/></a:ext></a:extLst>'
    )
