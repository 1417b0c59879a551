"""Size and make-up of a self-assessment council, by the generation of the standards in force: data with its source."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from caitien_web.schools.models import Position


@dataclass(frozen=True, slots=True)
class Composition:
    """What an edition asks of a council: members at least, whether an odd number, where it says so, how sure we are."""

    least: int
    odd: bool
    source: str
    verified: bool = False


@cache
def compositions() -> dict[str, Composition]:
    """The rules by edition; an edition without a rule is not in it."""
    data = json.loads(Path(__file__).with_name("composition.json").read_text("utf-8"))
    return {edition: Composition(**rule) for edition, rule in data.items()}


def composition_faults(edition: str, positions: Iterable[str]) -> list[str]:
    """What is wrong with a council of these positions, as Vietnamese sentences; empty where nothing is."""
    rule, held = compositions().get(edition), list(positions)
    if rule is None:
        return []
    says = f"({rule.source}{'' if rule.verified else ', cần đối chiếu'})"
    faults = []
    if len(held) < rule.least:
        faults.append(f"Hội đồng có {len(held)} người, cần ít nhất {rule.least} người {says}.")
    if rule.odd and len(held) % 2 == 0:
        faults.append(f"Hội đồng có {len(held)} người, số thành viên phải là số lẻ {says}.")
    for position, name in ((Position.CHAIR, "Chủ tịch"), (Position.SECRETARY, "Thư ký")):
        if (count := held.count(position)) != 1:
            faults.append(f"Hội đồng có {count} {name}, cần đúng 1 {name} {says}.")
    return faults
