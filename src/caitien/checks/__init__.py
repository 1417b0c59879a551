"""Checks a plan like a linter: every fault named, placed and explained.

    findings = check_plan(reading.plan, wording=reading.wording, positions=reading.positions)

One check is one file in `rules/<family>/`; `catalogue.json` lists them.
"""

from caitien.checks.run import check_plan, chosen, own_day

__all__ = ["check_plan", "chosen", "own_day"]
