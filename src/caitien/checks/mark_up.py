"""Remnants of other programs in a text: tags, Markdown signs, entities, addresses, rows of dashes, captions."""

import re

TAGS = re.compile(
    r"</?(?:p|ul|ol|li|b|i|u|em|strong|br|div|span|table|t[rdh]|h[1-6]|font|a|img|sup|sub)\b[^<>\n]{0,200}>", re.I
)
STYLE = re.compile(r"style=\"[^\"\n]{0,80}")
ENTITIES = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|#\d{2,5}|[a-z]+(?:grave|acute|circ|tilde));", re.I)
STARS = re.compile(r"\*\*[^*\n]{1,80}\*\*")
HASHES = re.compile(r"^#{1,6}[ \t]+\S[^\n]{0,60}", re.M)
ADDRESS_LINE = re.compile(r"^[ \t]*(?:https?://|www\.)\S+[ \t]*$", re.M | re.I)
LAW_ADDRESS = re.compile(r"https?://\S*(?:thuvienphapluat|luatvietnam|vanbanphapluat|vbpl|hethongphapluat)\S*", re.I)
DASH_ROW = re.compile(r"^[ \t]*(?:--+[ \t]*\t[ \t]*)+--+[ \t]*$|^[ \t]*[-_=*]{10,}[ \t]*$", re.M)
PAGE_NUMBER = re.compile(
    r"^[ \t]*(?:trang|page)[ \t]*\d{1,3}(?:[ \t]*(?:/|of|trên)[ \t]*\d{1,3})?[ \t]*$"
    r"|^[ \t]*[-–][ \t]*\d{1,3}[ \t]*[-–][ \t]*$"
    r"|^[ \t\f]*\d{1,3}[ \t]*$(?=\s+[IVX]{1,4}\.[ \t]+[A-ZĐ])",
    re.M | re.I,
)
PICTURE = re.compile(
    r"[(\[](?:(?:hand-?written|red|blue|official|round|circular|illegible|company|school)\b[^()\[\]\n]{0,60}"
    r"|(?:signature|stamp|seal|logo|image|picture|photo|figure|qr code|barcode)\b[^()\[\]\n]{0,60}"
    r"|(?:hình ảnh|ảnh|con dấu|chữ ký|logo)\s*(?:chữ ký|con dấu|màu|mực|đỏ|tròn|bằng|của|:)[^()\[\]\n]{0,60})[)\]]"
    r"|!\[[^\]\n]{0,80}\]\([^)\n]{0,200}\)",
    re.I,
)
