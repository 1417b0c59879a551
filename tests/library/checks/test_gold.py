"""How many of the faults that experts found in three real plans the checks find, at the right place.

`pytest tests/library/checks/test_gold.py -s` prints the table by code, with what is missed.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import pytest

from caitien.checks import check_plan
from caitien.findings import Finding
from caitien.reading import read_plan
from caitien.vietnamese.fold import fold
from library.checks.command import ROOT

pytestmark = pytest.mark.needs_shared

SHARED = ROOT.parent / "shared"
TARGETS = {"yes": 0.95, "partly": 0.6}  # by how far a machine can tell a fault
ENFORCED = True  # becomes True with the last family of rules
RUN = 3  # words in a row that two quotes must share to overlap

PARTS = (
    (r"header|title|date", {"header"}),
    (r"2 Căn cứ", {"bases"}),
    (r"Nơi nhận|signature", {"closing"}),
    (r"VI\b|4$", {"organisation"}),
    (r"table|std", {"items"}),
    (r"II\b", {"bases", "results", "targets", "purposes", "header"}),
    (r"I\b", {"purposes", "bases", "header"}),
)
ANYWHERE = re.compile(r"whole|text|headings|plan")


@dataclass(frozen=True)
class Fault:
    """A fault of the reference: where and what words, as its authors put it."""

    seed: str
    code: str
    where: str
    quote: str
    kind: str

    def is_told_by(self, finding: Finding, criterion: str | None) -> bool:
        """Is it this one? The same code, and the same criterion or part or words."""
        if finding.code != self.code:
            return False
        place = finding.place
        named = re.findall(r"\d\.\d+", self.where)
        if {place.criterion, criterion} & set(named) or overlap(self.quote, f"{place.quote} {finding.message}"):
            return True
        if named:
            return place.part == "items" and place.item is None  # one finding for what is wrong in most rows
        parts = next((parts for pattern, parts in PARTS if re.match(pattern, self.where)), set())
        return place.part in parts or bool(ANYWHERE.search(self.where))


def overlap(one: str, other: str) -> bool:
    """Whether two quotes share some words in a row (all of them where one has few)."""
    words, text = re.findall(r"\w+", fold(one)), " ".join(re.findall(r"\w+", fold(other)))
    run = min(RUN, len(words))
    return run > 0 and any(f" {' '.join(words[a : a + run])} " in f" {text} " for a in range(len(words) - run + 1))


@cache
def faults() -> tuple[Fault, ...]:
    data = json.loads((SHARED / "gold" / "findings.json").read_text("utf-8"))
    return tuple(
        Fault(one["seed"], one["rule"], one["where"], one["quote"], re.split(r"\W", one["mechanical"])[0])
        for one in data
    )


@cache
def findings(seed: str) -> tuple[tuple[Finding, str | None], ...]:
    """What the checks find in a real plan, each with the criterion of its item."""
    path = next((SHARED / "seeds").glob(f"{seed}_*.txt"))
    reading = read_plan(path)
    found = check_plan(reading.plan, wording=reading.wording, positions=reading.positions)
    items = reading.plan.items
    return tuple((one, None if one.place.item is None else items[one.place.item].criterion) for one in found)


def told(fault: Fault) -> bool:
    return any(fault.is_told_by(finding, criterion) for finding, criterion in findings(fault.seed))


@pytest.mark.parametrize("kind", TARGETS)
def test_the_faults_that_experts_found_are_found(kind):
    asked = [fault for fault in faults() if fault.kind == kind]
    missed = [fault for fault in asked if not told(fault)]
    recall = 1 - len(missed) / len(asked)
    print(f"\n{kind}: {len(asked) - len(missed)} of {len(asked)}, {recall:.3f} (target {TARGETS[kind]})")
    every, lost = Counter(fault.code for fault in asked), Counter(fault.code for fault in missed)
    print(" ".join(f"{code} {every[code] - lost[code]}/{every[code]}" for code in sorted(every)))
    for fault in missed:
        print(f"  missed {fault.code} in {fault.seed}, {fault.where}: {fault.quote}")
    assert len(asked) > 20
    assert recall >= TARGETS[kind] or not ENFORCED
