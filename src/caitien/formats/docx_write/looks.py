"""How each style of an official document looks in Word (Decree 30/2020/NĐ-CP, Annex I), and the part styles.xml.

Sizes and gaps in points, indents in twips (1/1440 inch). Names are what a clerk sees in Word's list of styles; the
headings, title and subtitle are Word's own, so that its navigation pane and table of contents know them.
"""

from dataclasses import dataclass
from functools import lru_cache

from caitien.blocks import Style

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
INDENT = 567  # 1 cm, first line of a paragraph
CELL_MARGIN = 85  # 1.5 mm, left and right in a bordered cell
GRID, FRAME = "BangKeHoach", "KhungHaiCot"  # table styles: with rules, without


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its id in the file, its name on screen, what it looks like."""

    id: str
    name: str
    size: int = 14
    bold: bool = False
    italic: bool = False
    align: str = "left"
    indent: int = 0
    before: int = 0
    after: int = 0
    keep_next: bool = False
    level: int | None = None  # outline level from 1
    own: bool = True  # False: one of Word's built-in styles
    colour: str | None = None


BODY = Look("DoanVan", "Đoạn văn", align="both", indent=INDENT, after=6)
HEADINGS = (
    Look("Heading1", "heading 1", bold=True, indent=INDENT, before=6, after=6, keep_next=True, level=1, own=False),
    Look("Heading2", "heading 2", bold=True, indent=INDENT, before=6, after=6, keep_next=True, level=2, own=False),
    Look("Heading3", "heading 3", bold=True, italic=True, indent=INDENT, after=6, keep_next=True, level=3, own=False),
)
LOOKS: dict[Style, Look] = {
    Style.NATION: Look("QuocHieu", "Quốc hiệu", 12, bold=True, align="center"),
    Style.MOTTO: Look("TieuNgu", "Tiêu ngữ", 13, bold=True, align="center"),
    Style.GOVERNING_BODY: Look("CoQuanChuQuan", "Cơ quan chủ quản", 12, align="center"),
    Style.SCHOOL: Look("TenTruong", "Tên trường", 12, bold=True, align="center"),
    Style.NUMBER: Look("SoKyHieu", "Số và ký hiệu", 13, align="center"),
    Style.REGARDING: Look("VeViec", "Về việc", 12, align="center"),
    Style.PLACE_DATE: Look("DiaDanhNgayThang", "Địa danh và ngày tháng", 13, italic=True, align="center"),
    Style.KIND: Look("Title", "Title", bold=True, align="center", before=12, keep_next=True, own=False),
    Style.SUBJECT: Look("Subtitle", "Subtitle", bold=True, align="center", keep_next=True, own=False),
    Style.ADDRESSEE: Look("KinhGui", "Kính gửi", align="center", before=10, after=10),
    Style.AUTHORITY: Look("ThamQuyen", "Thẩm quyền", bold=True, align="center", before=8, after=8, keep_next=True),
    Style.BASIS: Look("CanCu", "Căn cứ", italic=True, align="both", indent=INDENT, after=6),
    Style.PART: HEADINGS[0],
    Style.POINT: HEADINGS[1],
    Style.TEXT: BODY,
    Style.NONE: BODY,
    Style.LIST: Look("GachDauDong", "Gạch đầu dòng", align="both", indent=INDENT, after=6),
    Style.CAPTION: Look("ChuThich", "Chú thích", 13, italic=True, align="center", before=6, after=6),
    Style.RECIPIENTS_TITLE: Look("NoiNhan", "Nơi nhận", 12, bold=True, italic=True, keep_next=True),
    Style.RECIPIENT: Look("DanhSachNoiNhan", "Danh sách nơi nhận", 11),
    Style.SIGNER_TITLE: Look("ChucVuNguoiKy", "Chức vụ người ký", bold=True, align="center", keep_next=True),
    Style.SIGNER_NAME: Look("HoTenNguoiKy", "Họ tên người ký", bold=True, align="center", before=72),
    Style.ANNEX: Look("PhuLuc", "Phụ lục", bold=True, align="center", keep_next=True, level=1),
    Style.ANNEX_TITLE: Look("TenPhuLuc", "Tên phụ lục", bold=True, align="center", keep_next=True),
    Style.ANNEX_OF: Look("KemTheo", "Kèm theo", italic=True, align="center", keep_next=True),
    Style.NOTE: Look("CanQuyetDinh", "Cần quyết định", 12, italic=True, after=6, colour="FFF2CC"),
}
CELL = Look("OBang", "Ô bảng", 12)
CELL_HEAD = Look("DauCotBang", "Đầu cột bảng", 12, bold=True, align="center", keep_next=True)
CELL_BAND = Look("HangTieuChuan", "Hàng tiêu chuẩn", 12, bold=True, keep_next=True)
RULE = Look("KeNgang", "Kẻ ngang", 2, align="center")
SEAM = Look("MachNoi", "Mạch nối", 1)
PAGE_HEAD = Look("Header", "header", 13, align="center", own=False)


def look_of(style: Style, level: int | None) -> Look:
    """The look of a paragraph by its style, or by its outline level where it has no style."""
    if style is Style.NONE and level:
        return HEADINGS[min(level, len(HEADINGS)) - 1]
    return LOOKS[style]


@lru_cache(maxsize=1)
def styles_xml(namespace: str) -> str:
    """The part styles.xml. `namespace`: the declaration of the prefix w."""
    looks = dict.fromkeys((*LOOKS.values(), *HEADINGS, CELL, CELL_HEAD, CELL_BAND, RULE, SEAM, PAGE_HEAD))
    fonts = "".join(f' w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    paragraphs = "".join(_style(look) for look in looks)
    return f"<w:styles {namespace}>{defaults}{normal}{paragraphs}{_table_styles()}</w:styles>"


def _style(look: Look) -> str:
    own = ' w:customStyle="1"' if look.own else ""
    following = f'<w:next w:val="{BODY.id}"/>' if look.level else ""
    keep = "<w:keepNext/>" if look.keep_next else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.colour}"/>' if look.colour else ""
    line = ' w:line="20" w:lineRule="exact"' if look in (RULE, SEAM) else ""
    spacing = f'<w:spacing w:before="{look.before * 20}" w:after="{look.after * 20}"{line}/>'
    indent = f'<w:ind w:firstLine="{look.indent}"/>' if look.indent else ""
    outline = f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else ""
    weight = ("<w:b/><w:bCs/>" if look.bold else "") + ("<w:i/><w:iCs/>" if look.italic else "")
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{look.id}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f'<w:pPr>{keep}{shade}{spacing}{indent}<w:jc w:val="{look.align}"/>{outline}</w:pPr>'
        f'<w:rPr>{weight}<w:sz w:val="{look.size * 2}"/><w:szCs w:val="{look.size * 2}"/></w:rPr></w:style>'
    )


def _table_styles() -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f"<w:tblPr>{_margins(0)}</w:tblPr></w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{GRID}"><w:name w:val="Bảng kế hoạch"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>{_margins(CELL_MARGIN, 28)}'
        f'</w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="{FRAME}">'
        f'<w:name w:val="Khung hai cột"/><w:basedOn w:val="TableNormal"/><w:tblPr>{_margins(0)}</w:tblPr></w:style>'
    )


def _margins(sides: int, above: int = 0) -> str:
    edges = (("top", above), ("left", sides), ("bottom", above), ("right", sides))
    inner = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in edges)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"
