"""Which official form a plan is laid in."""

from caitien.findings import CannotWrite
from caitien.layouts.compose.omitted import omitted
from caitien.layouts.forms import FORMS, Form, form_by_id
from caitien.plan import Plan

_TT57 = "tt57-bieu2"


def chosen_form(plan: Plan, name: str | None) -> Form:
    """The form asked for; else the plan's own; else that form of its edition which has room for most of it.

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
    return min((form for form in FORMS if (form.id == _TT57) == is_tt57), key=lambda form: len(omitted(plan, form)))
