"""The authorities above a school as recipients."""

import re

from caitien.vietnamese.fold import fold

_AUTHORITY = re.compile(
    r"\b(?:phong (?:gd\w*|giao duc|van hoa|vh\w*)|p ?gd\w*|so (?:gd\w*|giao duc)|sgd\w*|bo (?:gd\w*|giao duc)|ubnd"
    r"|uy ban|hdnd|hoi dong nhan dan|dang uy|huyen uy|cap tren|tap doan|cong ty|co quan quan ly"
    r"|lanh dao (?:so|phong|xa|phuong|ubnd)|nhu tren|nhu dieu)\b"
)


def is_authority(recipient: str) -> bool:
    """Whether a recipient is a body above the school, or the letter that the plan answers ("Như trên")."""
    return bool(_AUTHORITY.search(fold(recipient)))
