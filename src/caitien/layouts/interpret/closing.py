"""The foot of a plan: to whom it is sent, who signed it and as what."""

import re
from dataclasses import dataclass

from caitien.layouts.interpret.lines import Line
from caitien.plan import Signatory
from caitien.vietnamese.fold import fold
from caitien.vietnamese.syllables import CAPITALS

_TITLE = re.compile(
    r"((kt|tm|tl|tuq|q)\.?\s+)?(pho\s+)?"
    r"(hieu truong|giam doc|chu tich|truong ban|hoi dong|thu truong|chu co so)\b.{0,40}"
)
_NAME = re.compile(rf"([{CAPITALS}]\w*\s+){{1,5}}[{CAPITALS}]\w*")
_RANK = re.compile(r"^(ThS|TS|PGS|GS|CN|NGƯT|NGND|Thạc sĩ|Tiến sĩ)\.?\s+")
_NOISE = re.compile(r"\(?(handwritten|signature|da ky|ky, (ghi ro )?|ky ten|dong dau|ky va dong dau|chu ky|ky so)\b.*")


@dataclass(frozen=True, slots=True)
class Foot:
    recipients: tuple[str, ...]
    signatory: Signatory | None


def read_foot(lines: list[Line], body: list[Line]) -> Foot:
    """Recipients and signatory from the lines after "Nơi nhận", or from the last lines where that is missing."""
    chosen = lines or body[-6:]
    title_at = [i for i, line in enumerate(chosen) if _is_title(line)]
    signatory = _signatory(chosen, title_at)
    end = title_at[0] if title_at else len(chosen)
    before = chosen[:end] if lines else []
    after = [line for line in chosen[end:] if line.bullet or fold(line.text).startswith("luu")] if lines else []
    names = [text for line in [*before, *after] if (text := _recipient(line, signatory))]
    return Foot(tuple(names), signatory)


def _is_title(line: Line) -> bool:
    plain = fold(line.text).strip(" .")
    return not line.bullet and bool(_TITLE.fullmatch(plain)) and (line.text.upper() == line.text or line.bold)


def _signatory(lines: list[Line], title_at: list[int]) -> Signatory | None:
    if not title_at:
        return None
    title = _whole_title(lines, title_at)
    below = [line for line in lines[title_at[-1] + 1 :] if not _NOISE.match(fold(line.text)) and not line.bullet]
    names = [_RANK.sub("", line.text.strip()) for line in below]
    name = next(
        (text for text in reversed(names) if _NAME.fullmatch(text) or (text.isupper() and 2 <= len(text.split()) <= 6)),
        None,
    )
    return Signatory(title[:1].upper() + title[1:].lower(), name)


def _whole_title(lines: list[Line], title_at: list[int]) -> str:
    """The signer's own title; with the council that it belongs to where a chairman signs for one ("TM. …")."""
    title = lines[title_at[-1]].text.strip(" .")
    above = lines[title_at[-1] - 1].text if len(title_at) > 1 and title_at[-2] == title_at[-1] - 1 else ""
    council = re.fullmatch(r"TM\.?\s+(HỘI ĐỒNG\b.*)", above.strip(" ."), re.I)
    return f"{title} {council[1]}" if council and fold(title) == "chu tich" else title


def _recipient(line: Line, signatory: Signatory | None) -> str | None:
    text = re.sub(r"^nơi nhận\s*:?\s*", "", line.text, flags=re.I).strip(" ;.,")
    if not text or _NOISE.match(fold(text)) or (signatory and text == signatory.name):
        return None
    return text
