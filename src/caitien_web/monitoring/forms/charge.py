"""The form that puts a person in charge of an item."""

from collections.abc import Sequence
from typing import Any

from django import forms

from caitien_web.monitoring.models import ItemParty, Part
from caitien_web.schools.forms.holders import PersonField
from caitien_web.schools.roster import Roster
from caitien_web.ui.fields import DayField


class ChargeForm(forms.Form):
    """Who, in whose place or beside whom, from when."""

    person: Any = PersonField(label="Người được giao")
    place = forms.ChoiceField(label="Làm gì", widget=forms.RadioSelect)
    since = DayField(label="Từ ngày")

    def __init__(self, *given: Any, roster: Roster, parties: Sequence[ItemParty], **named: Any) -> None:
        super().__init__(*given, **named)
        fields: dict[str, Any] = self.fields
        fields["person"].roster = roster
        self.places = {
            str(party.pk): (party.part, party.party, f"{party.get_part_display()}, thay cho {party.party}")
            for party in parties
            if party.person_id is None
        } | {part.value: (part.value, "", f"Thêm người {part.label.lower()}") for part in Part}
        fields["place"].choices = [(key, label) for key, (_, _, label) in self.places.items()]

    def given(self) -> dict[str, Any]:
        """The keywords of the action."""
        part, party, _ = self.places[self.cleaned_data["place"]]
        names = {name: self.cleaned_data[name] for name in ("person", "since")}
        return names | {"part": part, "instead_of": party}
