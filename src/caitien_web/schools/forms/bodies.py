"""Forms of decisions, of bodies and of the rows of their members."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.forms.formsets import BaseFormSet

from caitien_web.schools.actions.bodies import Member
from caitien_web.schools.models import Body, BodyKind, Position
from caitien_web.schools.models.body import positions_in
from caitien_web.schools.queries.bodies import GROUPS, replaceable, standards_for
from caitien_web.schools.roster import Roster, SeveralPeople
from caitien_web.tenancy.models import Unit
from caitien_web.ui.fields import DayField, UploadField

MOST_ROWS = 80


class DecisionForm(forms.Form):
    """What a decision is about."""

    subject = forms.CharField(
        label="Về việc", max_length=300, help_text="Ví dụ: Thành lập Hội đồng tự đánh giá năm học 2026 - 2027"
    )

    def clean_subject(self) -> str:
        """One line, beginning with a capital."""
        text = " ".join(self.cleaned_data["subject"].split())
        return text[:1].upper() + text[1:]


class NewDecisionForm(DecisionForm):
    """A new decision, with the bodies to be renewed where there are some."""

    renewed: Any = forms.ModelMultipleChoiceField(
        Body.objects.none(),
        label="Kiện toàn (chép thành viên hiện nay để sửa)",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bộ phận được kiện toàn kết thúc khi quyết định mới có hiệu lực; các nhóm bên dưới đi cùng hội đồng.",
    )

    def __init__(self, *args: Any, unit: Unit, on: date, **given: Any) -> None:
        super().__init__(*args, **given)
        field = cast("forms.ModelMultipleChoiceField[Body]", self.fields["renewed"])
        field.queryset = replaceable(unit, on=on).filter(above=None)
        if not field.queryset.exists():
            del self.fields["renewed"]


class BodyForm(forms.Form):
    """A body: its name, what it replaces, its place below a council, its standards."""

    name = forms.CharField(label="Tên", max_length=200)
    above: Any = forms.ModelChoiceField(Body.objects.none(), label="Thuộc", required=False, empty_label="Không thuộc")
    replaces: Any = forms.ModelChoiceField(
        Body.objects.none(),
        label="Thay cho",
        required=False,
        empty_label="Không thay bộ phận nào",
        help_text="Bộ phận được thay kết thúc khi quyết định có hiệu lực.",
    )
    standards = forms.MultipleChoiceField(
        label="Tiêu chuẩn được giao", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, kind: str, decision: Any, on: date, body: Body | None = None, **given: Any) -> None:
        super().__init__(*args, **given)
        unit = decision.unit
        fields: dict[str, Any] = self.fields
        fields["replaces"].queryset = replaceable(unit, on=on, kind=kind)
        councils = Body.objects.of(unit).filter(kind=BodyKind.COUNCIL)
        fields["above"].queryset = councils.filter(decision=decision) | replaceable(unit, on=on, kind=BodyKind.COUNCIL)
        fields["standards"].choices = [(str(one.number), f"{one.number}. {one.title}") for one in standards_for(unit)]
        if kind not in GROUPS:
            del fields["above"]
        if kind != BodyKind.WORKING_GROUP or not fields["standards"].choices:
            del fields["standards"]
        if not fields["replaces"].queryset.exists():
            del fields["replaces"]

    def given(self) -> dict[str, Any]:
        """The keywords of the action."""
        data = dict(self.cleaned_data)
        return data | {"standards": ", ".join(data.get("standards", ()))}


class MemberForm(forms.Form):
    """A row: somebody of the list of staff, or from outside; office, position, task."""

    who = forms.CharField(label="Họ và tên", max_length=240, required=False)
    outside = forms.BooleanField(label="Người ngoài trường", required=False)
    duty = forms.CharField(label="Chức danh, chức vụ", max_length=120, required=False)
    position = forms.ChoiceField(label="Nhiệm vụ", required=False)
    task = forms.CharField(
        label="Công việc được giao", max_length=2000, required=False, widget=forms.Textarea({"rows": 1})
    )

    def __init__(self, *args: Any, kind: str, roster: Roster, **given: Any) -> None:
        super().__init__(*args, **given)
        self.roster = roster
        cast(forms.ChoiceField, self.fields["position"]).choices = positions_in(kind)
        self.fields["who"].widget.attrs |= {"list": "nhan-su", "autocomplete": "off", "data-person": ""}

    def clean(self) -> dict[str, Any]:
        """Finds the person who was typed; a row without a name must be empty."""
        data = super().clean() or {}
        typed = " ".join(data.get("who", "").split())
        data["person"] = None
        if not typed and (data.get("duty") or data.get("task")):
            self.add_error("who", "Chưa ghi họ và tên. Ghi tên, hoặc xóa cả dòng.")
        if typed and not data.get("outside"):
            data["person"] = self._person(typed)
        return data | {"who": typed}

    def _person(self, typed: str) -> Any:
        try:
            found = self.roster.find(typed)
        except SeveralPeople as told:
            self.add_error("who", str(told))
            return None
        if found is None:
            self.add_error(
                "who",
                f"Không có “{typed}” trong danh sách nhân sự. Chọn trong danh sách gợi ý, hoặc đánh dấu “Người ngoài "
                "trường”.",
            )
        return found


class _Rows(BaseFormSet[MemberForm]):
    """The rows of a body's members in their order; empty rows and those struck out are no members."""

    def __init__(self, data: Any = None, *, kind: str, roster: Roster, initial: Any = None) -> None:
        super().__init__(data, prefix="tv", initial=initial, form_kwargs={"kind": kind, "roster": roster})

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["ORDER"].label, form.fields["DELETE"].label = "Thứ tự", "Xóa dòng"

    def clean(self) -> None:
        """Nobody stands in two rows."""
        seen: dict[Any, Any] = {}
        for form in self._kept():
            person = form.cleaned_data.get("person")
            if person and person.pk in seen:
                form.add_error("who", f"{person} đã có ở một dòng khác. Xóa bớt một dòng.")
            elif person:
                seen[person.pk] = form

    def _kept(self) -> list[Any]:
        return [form for form in self.forms if hasattr(form, "cleaned_data") and not form.cleaned_data.get("DELETE")]

    def members(self) -> list[Member]:
        """Those who were named, in the order of the rows."""
        rows = [form.cleaned_data for form in self._kept() if form.cleaned_data.get("who")]
        rows.sort(key=lambda row: row["ORDER"] if row.get("ORDER") is not None else 10_000)
        return [
            Member(row["person"], "" if row["person"] else row["who"], row["duty"], row["position"], row["task"])
            for row in rows
        ]


MemberRows: Any = forms.formset_factory(
    MemberForm, formset=_Rows, extra=0, can_order=True, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)


def rows_of(members: Iterable[Any], roster: Roster) -> list[dict[str, Any]]:
    """Members, kept or to be, as initial rows."""
    return [
        {
            "who": roster.label(one.person) if one.person else one.outside_name,
            "outside": one.person is None,
            "duty": one.duty,
            "position": one.position,
            "task": one.task,
        }
        for one in members
    ]


def typed_rows(data: Any) -> list[dict[str, Any]]:
    """The rows as they were typed, in their order, those struck out left away: to show them again, unjudged."""
    try:
        count = min(int(data.get("tv-TOTAL_FORMS", 0)), MOST_ROWS)
    except ValueError:
        count = 0
    rows = []
    for n in range(count):
        if not data.get(f"tv-{n}-DELETE"):
            texts = {name: data.get(f"tv-{n}-{name}", "") for name in ("who", "duty", "position", "task")}
            order = data.get(f"tv-{n}-ORDER", "")
            place = int(order) if order.isascii() and order.isdigit() else 10_000
            rows.append((place, n, texts | {"outside": bool(data.get(f"tv-{n}-outside"))}))
    return [row for _, _, row in sorted(rows, key=lambda row: row[:2])]


def empty_rows(kind: str, count: int) -> list[dict[str, Any]]:
    """Rows to fill in, the first of them for those who lead."""
    positions = [position for position, _ in positions_in(kind)]
    leading = [one for one in positions if one != Position.MEMBER]
    return [{"position": leading[n] if n < len(leading) else Position.MEMBER} for n in range(count)]


class IssueDecisionForm(forms.Form):
    """Number, day, who signs, from when it holds; the signed file where it is at hand."""

    number = forms.CharField(label="Số, ký hiệu", max_length=60, help_text="Ví dụ: 21/QĐ-THSN")
    signed_on = DayField(label="Ngày ký")
    signatory_title = forms.CharField(label="Chức vụ người ký", max_length=120)
    signatory_name = forms.CharField(label="Họ và tên người ký", max_length=100)
    since = DayField(label="Có hiệu lực từ ngày", required=False, help_text="Để trống thì từ ngày ký.")
    file = UploadField(label="Bản đã ký", required=False, accept=[".pdf", "image/*"], camera=True)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("since") and data.get("signed_on") and data["since"] < data["signed_on"]:
            self.add_error("since", "Ngày có hiệu lực không thể trước ngày ký.")
        return data


class SignedFileForm(forms.Form):
    """The decision as it was signed."""

    file = UploadField(label="Bản đã ký (PDF hoặc ảnh)", accept=[".pdf", "image/*"], camera=True)
