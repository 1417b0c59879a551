"""The parts that Word writes in every file and that validators miss: the theme's colours and faces, the list of faces.

Nothing in the document refers to them; a clerk finds their colours and faces in Word's menus.
"""

from caitien.formats.docx_write.looks import FONT

_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2A44",
    "lt2": "F2F2F2",
    "accent1": "1D4E89",
    "accent2": "A00000",
    "accent3": "2E7D32",
    "accent4": "B26A00",
    "accent5": "5E4B8B",
    "accent6": "00707A",
    "hlink": "1D4E89",
    "folHlink": "5E4B8B",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_xml() -> str:
    """The part theme1.xml: black on white, one face, plain lines, no effects."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    return (
        f'<a:theme {_DRAWING} name="Kế hoạch"><a:themeElements><a:clrScheme name="Kế hoạch">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Kế hoạch"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Kế hoạch"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def fonts_xml(namespace: str) -> str:
    """The part fontTable.xml: what may stand for the one face where it is missing. `namespace`: that of prefix w."""
    return (
        f'<w:fonts {namespace}><w:font w:name="{FONT}"><w:altName w:val="Liberation Serif"/>'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
