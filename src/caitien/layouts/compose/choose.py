"""Which official form a plan is laid in."""

from caitien.findings import CannotWrite
from caitien.layouts.compose.omitted import merged_tasks, omitted
from caitien.layouts.forms import FORMS, Form, form_by_id
from caitien.plan import Plan

_TT57 = "tt57-bieu2"


def chosen_form(plan: Plan, name: str | None) -> Form:
    """The form asked for; else the plan's own; else that form of its edition which has most room, column by column.

    Raises CannotWrite for a form that is not known.
    """
    if name is not None:
        form = form_by_id(name)
        if form is None:
            known = ", ".join(form.id for form in FORMS)
            raise CannotWrite(f"Không có biểu mẫu “{name}”; các biểu mẫu: {known}.")
        return form
    own = form_by_id(plan.form or "")
    if own is not None:
        return own
    is_tt57 = (plan.framework or "").startswith("TT57")
    fitting = (form for form in FORMS if (form.id == _TT57) == is_tt57)
    return min(fitting, key=lambda form: (len(omitted(plan, form)), len(merged_tasks(plan, form))))
