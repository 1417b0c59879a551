"""Legacy Vietnamese encodings: TCVN3 (.VnTime and its capitals .VnTimeH) and VNI, told by the font of a run.

Texts are given as a program shows them that takes the bytes for cp1252. Source of the tables: TCVN 5712:1993, set VN1
(of which the .Vn fonts show the upper half), and the published VNI Windows table.
"""

import re
import unicodedata
from typing import Literal

from caitien.vietnamese.syllables import is_syllable

Encoding = Literal["tcvn3", "tcvn3-capitals", "vni"]

_TCVN3_CODES = (
    "àb5 ảb6 ãb7 áb8 ạb9 ăa8 ằbb ẳbc ẵbd ắbe ặc6 âa9 ầc7 ẩc8 ẫc9 ấca ậcb ècc ẻce ẽcf éd0 ẹd1 êaa ềd2 ểd3 ễd4 ếd5 ệd6 "
    "ìd7 ỉd8 ĩdc ídd ịde òdf ỏe1 õe2 óe3 ọe4 ôab ồe5 ổe6 ỗe7 ốe8 ộe9 ơac ờea ởeb ỡec ớed ợee ùef ủf1 ũf2 úf3 ụf4 "
    "ưad ừf5 ửf6 ữf7 ứf8 ựf9 ỳfa ỷfb ỹfc ýfd ỵfe đae Ăa1 Âa2 Êa3 Ôa4 Ơa5 Ưa6 Đa7"
)
_TO_TCVN3 = {pair[0]: chr(int(pair[1:], 16)) for pair in _TCVN3_CODES.split()}
_FROM_TCVN3 = {code: letter for letter, code in _TO_TCVN3.items()}

_VNI_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
_VNI_CIRCUMFLEX = dict(zip(("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), "âáàåãä", strict=True))
_VNI_BREVE = dict(zip(("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), "êéèúüë", strict=True))
_VNI_SINGLE = dict(zip("ơưíìỉĩịỵđ", "ôöíìæóòîñ", strict=True))


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    tones = ["", *_VNI_TONES]
    for tone in tones:
        for vowel in "aeouy":
            table.setdefault(_compose(vowel, tone), vowel + _VNI_TONES.get(tone, ""))
        for vowel, code in (("ơ", "ô"), ("ư", "ö")):
            table.setdefault(_compose(vowel, tone), code + _VNI_TONES.get(tone, ""))
        for vowel in "aeo":
            table[_compose(vowel + "\u0302", tone)] = vowel + _VNI_CIRCUMFLEX[tone]
        table[_compose("a\u0306", tone)] = "a" + _VNI_BREVE[tone]
    lower = {letter: code for letter, code in table.items() if not letter.isascii()}
    return lower | {letter.upper(): code.upper() for letter, code in lower.items()}


def _compose(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


_TO_VNI = _vni_table()
# A capital with a small mark ("Aù") is met too: the letter says the case, not its mark.
_FROM_VNI = {
    spelling: letter
    for letter, code in _TO_VNI.items()
    for spelling in {code, code[0] + code[1:].lower(), code[0] + code[1:].upper()}
}
_VNI_PAIR = re.compile("|".join(sorted(map(re.escape, _FROM_VNI), key=len, reverse=True)))


def legacy_encoding(font_name: str) -> Encoding | None:
    """The encoding that goes with a font (".VnTime", ".VnArialH", "VNI-Times"), None for a Unicode font."""
    name = font_name.strip().strip("'\"").casefold()
    name = re.sub(r"^[a-z]{6}\+", "", name)  # a PDF's subset prefix
    if re.match(r"vni[\s_-]", name):
        return "vni"
    if not re.match(r"\.vn", name):
        return None
    family = re.split(r"[\s,_-]|bold|italic|regular", name, maxsplit=1)[0]
    return "tcvn3-capitals" if family.endswith("h") and not family.endswith("thanh") else "tcvn3"


def decode_legacy(text: str, encoding: Encoding) -> str:
    """Unicode (NFC) of a text in a legacy encoding; characters outside its table stay as they are."""
    text = "".join(chr(ord(c) - 0xF000) if 0xF020 <= ord(c) <= 0xF0FF else c for c in text)
    if encoding == "vni":
        return _VNI_PAIR.sub(lambda pair: _FROM_VNI[pair[0]], text)
    decoded = "".join(_FROM_TCVN3.get(character, character) for character in text)
    return decoded.upper() if encoding == "tcvn3-capitals" else decoded


def encode_legacy(text: str, encoding: Encoding) -> str:
    """The text as a cp1252 program shows it in a legacy encoding; the way back from `decode_legacy`.

    The .VnTime fonts have no toned capitals: they become small letters, as typists wrote them.
    """
    text = unicodedata.normalize("NFC", text)
    if encoding == "vni":
        return "".join(_TO_VNI.get(character, character) for character in text)
    if encoding == "tcvn3-capitals":
        text = text.lower()
    return "".join(_TO_TCVN3.get(c) or _TO_TCVN3.get(c.lower(), c) for c in text)


def looks_legacy(text: str) -> Encoding | None:
    """The legacy encoding in which most accented words of the text are Vietnamese and which as Unicode are not."""
    words = [word for word in re.split(r"[\s\d.,;:/()\"“”?!–-]+", text) if word and not word.isascii()]
    words = [word for word in words if re.search("[A-Za-z]", word)]
    if not words:
        return None
    if sum(map(is_syllable, words)) > 0.3 * len(words):
        return None
    candidates: tuple[Encoding, ...] = ("tcvn3", "vni")
    shares = {name: sum(_reads_as(word, name) for word in words) / len(words) for name in candidates}
    best = max(candidates, key=lambda name: shares[name])
    return best if shares[best] >= 0.6 and (len(words) > 1 or _REMNANT.search(text)) else None


def _reads_as(word: str, encoding: Encoding) -> bool:
    decoded = decode_legacy(word, encoding)
    return decoded != word and (is_syllable(decoded) or (bool(_REMNANT.search(word)) and encoding == "tcvn3"))


_REMNANT = re.compile(
    "(?<![^\\W_])(?:[a-zA-Z\u00a1-\u00ff]*[a-z]®[a-zA-Z\u00a1-\u00ff]*|®[a-z\u00a1-\u00ff]{1,5})(?![^\\W_])"
)


def decode_remnants(text: str) -> str:
    """A Unicode text in which single words were left in TCVN3 (`t®g`), those words turned into Unicode."""
    if "®" not in text:
        return text
    return _REMNANT.sub(lambda word: decode_legacy(word[0], "tcvn3"), text)
