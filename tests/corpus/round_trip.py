"""How exactly plans come back from the documents written of them: `python -m corpus.round_trip [--count 12]`.

Plan → document → file → plan, for each format and form: invented schools of every level, and the plans beside the clone
(../shared), each in the form that it has itself. Targets are those of the issue on writing.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from corpus.accuracy import shared_plans
from corpus.invent import LEVELS, invent_plan
from corpus.score import Count, score

TARGETS = {".docx": 0.995, ".xlsx": 0.995, ".pdf": 0.98, ".html": 0.995, ".md": 0.995}
FORMS = ("cv5932-9", "cv5932-8", "weakness-10", "tt57-bieu2")


def invented_round(suffix: str, form: str, count: int, folder: Path) -> tuple[Count, list[str]]:
    """The cells of `count` invented plans that came back, and every wrong one in words."""
    from caitien import plan_from_json, plan_to_json, read_plan, write_plan

    total, errors = Count(), []
    for seed in range(count):
        invented = invent_plan(500 + seed, level=LEVELS[seed % len(LEVELS)], form=form)
        path = folder / f"{form}-{seed}{suffix}"
        write_plan(plan_from_json(invented.plan), path, form=form)
        counted = score(invented.plan, plan_to_json(read_plan(path).plan), invented.accept)
        total += counted.all
        errors += [f"{path.name}: {error}" for error in counted.errors]
    return total, errors


def real_round(suffix: str, folder: Path) -> tuple[Count, list[str]]:
    """The same for the plans of real schools: what was read of them against what is read of the document written."""
    from caitien import plan_to_json, read_plan, write_plan

    total, errors = Count(), []
    for source in sorted({made.path.parent for made in shared_plans()}):
        for file in sorted(source.glob("*.txt")):
            plan, path = read_plan(file).plan, folder / f"{file.stem}{suffix}"
            write_plan(plan, path)
            counted = score(plan_to_json(plan), plan_to_json(read_plan(path).plan))
            total += counted.all
            errors += [f"{path.name}: {error}" for error in counted.errors]
    return total, errors


def main() -> None:
    from rich.console import Console
    from rich.table import Table

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=6, help="plans of each form in each format")
    parser.add_argument("--errors", action="store_true", help="list every wrong cell")
    asked = parser.parse_args()
    table = Table("format", *FORMS, "real", "target", title="Plans written and read back, F1 by cell")
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        for suffix, target in TARGETS.items():
            rounds = [invented_round(suffix, form, asked.count, Path(temporary)) for form in FORMS]
            rounds.append(real_round(suffix, Path(temporary)))
            shown = [f"{count.f1:.4f}" if count.right else "–" for count, _ in rounds]
            wrong += [error for _, errors in rounds for error in errors]
            table.add_row(suffix, *shown, f"{target:.3f}")
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    Console(width=100 if not sys.stdout.isatty() else None).print(table)
    if asked.errors:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
