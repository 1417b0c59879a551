"""Head, sections and foot of an invented document."""

from corpus.compose.blocks import Block, Line, Pair, Style
from corpus.invent import Invented
from corpus.invent.random_choice import Choice

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def head_blocks(invented: Invented, style: Style) -> list[Block]:
    """The two columns over the title, or what is left of them."""
    document, setting = invented.plan["document"], invented.setting
    if setting.head == "nothing":
        return []
    number = f"Số: {document['number']}"
    if setting.head == "number":
        return [Line(number), Line(document["date_text"], italic=True)]
    body = setting.body.upper().replace("GD&ĐT", "GD&ĐT")
    left = (body, setting.name.upper(), number)
    return [Pair(left, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", document["date_text"]))]


def title_blocks(invented: Invented, style: Style) -> list[Block]:
    subject = "Cải tiến chất lượng giáo dục"
    span = f"{'Năm học' if invented.setting.one_year else 'Giai đoạn'} {invented.shown_year}"
    if style.title_joined:
        return [Line("KẾ HOẠCH", "title"), Line(f"{subject} {span[0].lower()}{span[1:]}", "title")]
    return [Line("KẾ HOẠCH", "title"), Line(subject.upper() if style.upper else subject, "title"), Line(span, "title")]


def section(number: int, title: str, style: Style) -> Line:
    """A section's heading in the style's numbering; `number` counts from 1, 6 being the form's jump."""
    mark = f"{number}." if style.sections == "arabic" else f"{ROMAN[number - 1]}."
    return Line(title.upper() if style.upper and style.sections != "arabic" else title, "section", mark)


def listed(texts: list[str], style: Style) -> list[Block]:
    """The texts as a list in the style's marks."""
    marks = {
        "numbers": [f"{at}." for at in range(1, len(texts) + 1)],
        "dashes": ["-"] * len(texts),
        "plain": [""] * len(texts),
    }
    kind = style.lists if style.lists in marks else "numbers"
    return [Line(text, "item", mark, auto=style.lists == "auto") for text, mark in zip(texts, marks[kind], strict=True)]


def base_blocks(invented: Invented, style: Style, *, before: bool) -> list[Block]:
    lines: list[Block] = []
    for basis in invented.plan["legal_bases"]:
        text = basis["text"]
        mark = "Căn cứ " if before else style.base_mark
        if mark.endswith("Căn cứ ") and basis["number"] is None:
            text = text[0].lower() + text[1:]
        lines.append(Line(f"{mark}{text};", "item", italic=before))
    if lines:
        last = lines[-1]
        assert isinstance(last, Line)
        told = invented.plan["prior_results"] is not None and not before
        lines[-1] = Line(last.text.removesuffix(";") + (":" if told else "."), "item", italic=before)
        lines += _prior(invented) if told else []
    return lines


def _prior(invented: Invented) -> list[Block]:
    """Counts of the year before, as bullets under a line that is no basis of its own."""
    lines: list[Block] = []
    for level, count in invented.plan["prior_results"]["levels"].items():
        share = f"{count['met'] / count['total'] * 100:.1f}".replace(".", ",")
        lines.append(Line(f"Mức {level}: {count['met']}/{count['total']} tiêu chí đạt, tỷ lệ {share}%", "item", "-"))
    return lines


def intro_blocks(invented: Invented) -> list[Block]:
    needed = invented.setting.head != "full"
    text = invented.intro or (f"{invented.setting.name} xây dựng kế hoạch như sau:" if needed else None)
    return [Line(text)] if text else []


def organisation_blocks(invented: Invented, style: Style) -> list[Block]:
    lines: list[Block] = []
    number = inner = 0
    for part in invented.plan["organisation"]:
        if part["parent"]:
            inner += 1
            lines.append(Line(f"Đối với {part['party'][0].lower()}{part['party'][1:]}", "sub", f"{number}.{inner}."))
        else:
            number += 1
            lines.append(Line(part["party"], "sub", f"{number}."))
        mark = "" if style.lists == "plain" else "-"
        lines += [Line(duty, "item", mark) for duty in part["duties"]]
    return lines


def foot_blocks(invented: Invented, style: Style, choice: Choice) -> list[Block]:
    plan = invented.plan
    closing: list[Block] = [Line(plan["closing"])] if plan["closing"] else []
    stop = choice.one((";", ";", "", "."))
    names = [f"- {name}{stop}" for name in plan["recipients"][:-1]] + [f"- {plan['recipients'][-1]}."]
    signatory = plan["signatory"]
    return [
        *closing,
        Pair(("Nơi nhận:", *names), (signatory["title"].upper(), "", "", "", signatory["name"]), foot=True),
    ]
