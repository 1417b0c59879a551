"""A school's record: out and in."""

import tempfile
from pathlib import Path
from typing import Any

from caitien_web.record.actions.bringing import bring_record
from caitien_web.record.actions.exporting import ask_export, make_export
from caitien_web.record.actions.taking_in import begin_reading
from caitien_web.record.packing import pack
from house.addresses import Address, the_school
from house.world import World
from web.builders import NOW
from web.files import a_file


def made(world: World) -> dict[str, Any]:
    export = ask_export(world.school, by=None, at=NOW)
    make_export(export, at=NOW)
    return the_school(world) | {"key": export.pk}


def brought(world: World) -> dict[str, Any]:
    """The record of an empty school, brought in and read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ho-so.zip"
        pack(world.school, path, by="", at=NOW)
        record = bring_record(world.school, a_file(path.name, path.read_bytes()), by=None, at=NOW)
    begin_reading(record)
    return the_school(world) | {"key": record.pk}


ADDRESSES = {
    "record": Address("record.export"),
    "record-ask": Address("record.export", post={}),
    "record-progress": Address("record.export", made),
    "record-file": Address("record.export", made),
    "record-bring": Address("record.import"),
    "record-import": Address("record.import", brought),
    "record-import-progress": Address("record.import", brought),
    "record-import-confirm": Address("record.import", brought, post={}),
    "record-import-again": Address("record.import", brought, post={}),
    "record-import-drop": Address("record.import", brought, post={}),
}
