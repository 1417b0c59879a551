"""A school's record forgets no table: each is in it, or left out with a reason."""

import re

from django.db import models

from caitien_web.record.kinds import LEFT_OUT, all_kinds, is_place_of_file, our_models
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit


def test_every_table_is_in_a_record_or_left_out_with_a_reason():
    """A new table of units is in the record by itself. Others belong into `kinds.ALSO` or `kinds.LEFT_OUT`."""
    found = {model._meta.label_lower for model in our_models()}
    packed = {kind.label for kind in all_kinds()}
    assert packed | LEFT_OUT.keys() == found
    assert packed & LEFT_OUT.keys() == set()
    assert [label for label, reason in LEFT_OUT.items() if len(reason) < 10] == []


def test_what_rows_of_a_record_name_is_in_the_record():
    """Rows of the record name one another, units and accounts; a row left out would be named in vain."""
    packed = {kind.model for kind in all_kinds()} | {Unit, User}
    named = {
        f"{kind.label}.{field.name}": field.related_model
        for kind in all_kinds()
        for field in (*kind.fields, *kind.links)
        if field.related_model
    }
    assert {where: model for where, model in named.items() if model not in packed} == {}


def test_no_column_of_a_record_is_a_secret():
    secret = {
        f"{kind.label}.{field.name}"
        for kind in all_kinds()
        for field in kind.fields
        if re.search(r"password|secret(?!ary)|token", field.name)
    }
    assert secret == set()


def test_every_kept_file_has_its_hash():
    """A column that says where a file is kept stands beside one with its hash: files travel by their hashes."""
    for model in our_models():
        names = {field.name for field in model._meta.concrete_fields}
        for name in filter(is_place_of_file, names):
            assert name.removesuffix("stored") + "sha256" in names, f"{model._meta.label}.{name}"


def test_a_record_knows_every_sort_of_column():
    """`reading.values` gives back what `form.plain` wrote, for these and no others."""
    known = (
        *(models.CharField, models.TextField, models.UUIDField, models.JSONField, models.BooleanField),
        *(models.IntegerField, models.DateField, models.DecimalField),
    )
    columns = {field for kind in all_kinds() for field in kind.fields if not field.is_relation}
    assert [str(field) for field in columns if not isinstance(field, known)] == []
