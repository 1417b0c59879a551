"""The forms of comments and their answers."""

from typing import Any

from django import forms

from caitien_web.plans.actions.comments import LONGEST
from caitien_web.plans.models import PlanItem


class CommentForm(forms.Form):
    """An opinion, on the whole plan or on one of its items."""

    item = forms.ChoiceField(label="Góp ý về", required=False)
    text = forms.CharField(label="Ý kiến", max_length=LONGEST, widget=forms.Textarea({"rows": 4}))

    def __init__(self, items: list[PlanItem], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(item.pk): item for item in items}
        named = [(key, _name(number, item)) for number, (key, item) in enumerate(self.items.items(), 1)]
        self.fields["item"].choices = [("", "Cả kế hoạch"), *named]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> PlanItem | None:
        return self.items.get(self.cleaned_data["item"])


class AnswerForm(forms.Form):
    """The answer: taken up or not, and a few words."""

    taken_up = forms.ChoiceField(
        label="Ý kiến này", choices=(("yes", "Tiếp thu"), ("no", "Không tiếp thu")), widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label="Trả lời",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
        help_text="Không tiếp thu thì ghi lý do.",
    )


def _name(number: int, item: PlanItem) -> str:
    what = item.criterion_title or item.target_result or item.improvement or item.solution
    code = f"Tiêu chí {item.criterion}" if item.criterion else f"Mục {number}"
    return f"{code}: {what[:70]}" if what else code
