"""Which official form a plan is laid in."""

from caitien.findings import CannotWrite
from caitien.layouts.compose.omitted import merged_tasks, omitted
from caitien.layouts.forms import FORMS, Form, form_by_id, forms_of_edition
from caitien.plan import Plan


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
    fitting = forms_of_edition(plan.framework or "")
    return min(fitting, key=lambda form: (len(omitted(plan, form)), len(merged_tasks(plan, form))))
