"""Plan → blocks: the official document in any of the forms of `layouts.forms`.

The presentation is that of Decree 30/2020/NĐ-CP, Annex I; what a paragraph looks like follows from its `Style`.
"""

from collections.abc import Iterator

from caitien.blocks import Block, Document
from caitien.layouts.compose.choose import chosen_form
from caitien.layouts.compose.foot import closing, foot
from caitien.layouts.compose.head import head, subject_text, title
from caitien.layouts.compose.omitted import describe, merged_tasks, omitted
from caitien.layouts.compose.organisation import organisation
from caitien.layouts.compose.parts import announcement, bases, numbered, purposes, results, targets
from caitien.layouts.compose.table import plan_table
from caitien.layouts.compose.tt57 import general, mechanism, problems, reviews
from caitien.layouts.forms import Form
from caitien.layouts.paper.foot import ended
from caitien.layouts.paper.numbering import Parts
from caitien.layouts.paper.texts import first_lowered, listed
from caitien.plan import Plan

__all__ = ["compose", "describe_left_out", "left_out", "merged"]


def compose(plan: Plan, *, form: str | None = None) -> Document:
    """The document of a plan. `form`: an id of `layouts.forms`; None takes the plan's own form, else its edition's.

    Parts that the plan says nothing of are left out and the numbers run on; texts of the plan stand as they are.
    Raises CannotWrite for a form that is not known.
    """
    chosen = chosen_form(plan, form)
    body = _tt57_body(plan, chosen) if chosen.id.startswith("tt57") else _body(plan, chosen)
    blocks = [head(plan), *title(plan), *ended([*body, *closing(plan)]), foot(plan)]
    return Document(tuple(blocks), "plan", title=f"Kế hoạch {first_lowered(subject_text(plan))}")


def left_out(plan: Plan, form: str | None = None) -> tuple[str, ...]:
    """What the form has no room for, as paths in the plan's JSON: "items.0.weakness", "problems"."""
    return omitted(plan, chosen_form(plan, form))


def merged(plan: Plan, form: str | None = None) -> list[str]:
    """What stands in another's column for want of its own, in Vietnamese sentences; nothing of it is lost."""
    return merged_tasks(plan, chosen_form(plan, form))


def describe_left_out(paths: tuple[str, ...]) -> list[str]:
    """The paths of `left_out` as Vietnamese sentences, one for each field."""
    return describe(paths)


def _body(plan: Plan, form: Form) -> Iterator[Block]:
    parts = Parts()
    yield from bases(plan)
    yield from announcement(plan)
    yield from purposes(plan, parts)
    yield from results(plan, parts)
    yield from targets(plan, parts)
    yield parts.title("Nội dung kế hoạch cải tiến chất lượng giáo dục")
    yield plan_table(plan, form)
    yield from organisation(plan, parts)


def _tt57_body(plan: Plan, form: Form) -> Iterator[Block]:
    parts = Parts()
    yield from general(plan, parts)
    if plan.legal_bases:
        yield parts.title("Căn cứ xây dựng kế hoạch")
        yield from numbered(listed([basis.text for basis in plan.legal_bases]))
    yield from purposes(plan, parts)
    yield from results(plan, parts)
    yield from targets(plan, parts)
    yield from problems(plan, parts)
    yield parts.title("Kế hoạch cải tiến chất lượng")
    yield plan_table(plan, form)
    yield from reviews(plan, parts)
    yield from organisation(plan, parts)
    yield from mechanism(parts)
