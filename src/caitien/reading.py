"""The front door for reading: a file in, the plan and every doubt about it out."""

from dataclasses import dataclass, field
from pathlib import Path

from caitien.findings import Finding, Position
from caitien.formats import Limits, Progress, open_document
from caitien.layouts.interpret import interpret
from caitien.plan import Plan
from caitien.plan.wording import Wording


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the plan, what was doubtful, and where each value stood in the file.

    `positions` maps a value's path in the plan's JSON ("items.3.solution") to its position in the file; `wording` holds
    what the document says beyond the plan's data.
    """

    plan: Plan
    findings: tuple[Finding, ...] = ()
    positions: dict[str, Position] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)


def read_plan(path: Path | str, *, limits: Limits | None = None, progress: Progress | None = None) -> Reading:
    """Read the plan in any supported file. Raises CannotRead with one Vietnamese line that says what to do."""
    path = Path(path)
    document = open_document(path, limits=limits, progress=progress)
    found = interpret(document, source=path.name)
    return Reading(found.plan, found.findings, found.positions, found.wording)
