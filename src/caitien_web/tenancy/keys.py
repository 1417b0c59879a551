"""Keys of records that may travel between an offline school and its authority."""

import uuid

from uuid_utils.compat import uuid7


def new_key() -> uuid.UUID:
    """A UUIDv7: unique without asking anyone, and in the order of its making."""
    return uuid7()
