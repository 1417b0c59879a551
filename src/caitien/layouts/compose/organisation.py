"""The part on who does what: parties with numbers, parties under them, duties with dashes."""

from caitien.blocks import Paragraph, Style
from caitien.layouts.paper.numbering import Parts
from caitien.layouts.paper.texts import clean, first_lowered, paragraph
from caitien.plan import Plan


def organisation(plan: Plan, parts: Parts) -> tuple[Paragraph, ...]:
    """The part; nothing where the plan tells of no party."""
    if not plan.organisation:
        return ()
    lines = [parts.title("Tổ chức thực hiện")]
    number = inner = 0
    for part in plan.organisation:
        party = clean(part.party)
        if part.parent and number:
            inner += 1
            lines.append(paragraph(f"{number}.{inner}. Đối với {first_lowered(party)}", Style.POINT))
        else:
            number, inner = number + 1, 0
            lines.append(paragraph(f"{number}. {party}", Style.POINT))
        lines += [paragraph(f"- {duty}", Style.LIST) for duty in map(clean, part.duties) if duty]
    return tuple(lines)


def party_rows(plan: Plan) -> list[list[str]]:
    """Number, name and duties of each party, as rows of a table; never without a row."""
    rows = [
        [str(number), clean(part.party), "\n".join(f"- {duty}" for duty in map(clean, part.duties) if duty)]
        for number, part in enumerate(plan.organisation, 1)
    ]
    return rows or [["", "", ""]]
