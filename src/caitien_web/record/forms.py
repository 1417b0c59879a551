"""What people fill in about records."""

from django import forms

from caitien_web.record.actions.bringing import MOST_BYTES
from caitien_web.ui.fields import UploadField


class BringRecord(forms.Form):
    """The .zip of a school's record."""

    file = UploadField(label="Tệp hồ sơ (.zip)", most=MOST_BYTES, accept=[".zip", "application/zip"])
