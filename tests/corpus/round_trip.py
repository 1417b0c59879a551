"""How exactly plans come back from the documents written of them: `python -m corpus.round_trip [--count 6]`.

Plan → document → file → plan, for each format and form: invented schools of every level, and the real plans beside the
clone (../shared) in every form that has room for all that was read of them. What a form has no room for is listed below
the table. Targets are those of the issue on writing.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from corpus.accuracy import shared_plans
from corpus.invent import LEVELS, invent_plan
from corpus.score import Count, Score, score

TARGETS = {".docx": 0.995, ".xlsx": 0.995, ".pdf": 0.98, ".html": 0.995, ".md": 0.995}
FORMS = ("cv5932-9", "cv5932-8", "weakness-10", "tt57-bieu2")
FIRST_SEED = 500  # other documents than those that the reading is measured on


@dataclass(frozen=True)
class Meant:
    """A plan as JSON that is written in `form`; `accept`: other true readings of it."""

    kind: str  # invented or real
    name: str
    form: str
    plan: dict[str, Any]
    accept: dict[str, Any]

    @property
    def left_out(self) -> tuple[str, ...]:
        """The fields that the form has no room for: "items.weakness"."""
        from caitien.layouts.compose import left_out
        from caitien.plan import from_json

        paths = left_out(from_json(self.plan), self.form)
        return tuple(sorted({".".join(part for part in path.split(".") if not part.isdigit()) for path in paths}))


def invented_plans(count: int) -> Iterator[Meant]:
    """`count` plans of each form, the levels taken in turn."""
    for form in FORMS:
        for number in range(count):
            level = LEVELS[number % len(LEVELS)]
            invented = invent_plan(FIRST_SEED + number, level=level, form=form)
            yield Meant("invented", f"{level} {FIRST_SEED + number}", form, invented.plan, invented.accept)


def real_plans() -> Iterator[Meant]:
    """What is read of the real plans, in every form; nothing where ../shared is absent."""
    from caitien.plan import to_json
    from caitien.reading import read_plan

    for source in sorted({made.path.parent for made in shared_plans()}):
        for file in sorted(source.glob("*.txt")):
            plan = to_json(read_plan(file).plan)
            for form in FORMS:
                yield Meant("real", file.stem[:3], form, plan, {})


def there_and_back(meant: Meant, suffix: str, folder: Path) -> Score:
    from caitien.plan import from_json, to_json
    from caitien.reading import read_plan
    from caitien.writing import write_plan

    path = folder / f"{meant.kind}-{meant.form}-{meant.name}{suffix}"
    write_plan(from_json(meant.plan), path, form=meant.form)
    return score(meant.plan, to_json(read_plan(path).plan), meant.accept)


def row(suffix: str, form: str, kind: str, scores: list[Score]) -> tuple[str, ...]:
    items = sum((one.items.total for one in scores), Count())
    head = sum((one.head.total for one in scores), Count())
    whole, worst = (items + head).f1, min(one.all.f1 for one in scores)
    shown = [f"{figure:.4f}" for figure in (items.f1, head.f1, whole, worst)]
    met = "met" if whole >= TARGETS[suffix] else "[bold red]missed[/]"
    return (suffix, form, kind, str(len(scores)), *shown, f"{TARGETS[suffix]:.3f}", met)


def measure(plans: list[Meant], folder: Path) -> tuple[list[tuple[str, ...]], list[str]]:
    """The rows of the table, and every wrong cell in words."""
    rows, errors = [], []
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        for suffix in TARGETS:
            scores = list(pool.map(partial(there_and_back, suffix=suffix, folder=folder), plans))
            for form, kind in dict.fromkeys((plan.form, plan.kind) for plan in plans):
                of_row = [
                    (plan, one)
                    for plan, one in zip(plans, scores, strict=True)
                    if (plan.form, plan.kind) == (form, kind)
                ]
                rows.append(row(suffix, form, kind, [one for _, one in of_row]))
                errors += [f"{suffix} {form} {plan.name}: {error}" for plan, one in of_row for error in one.errors]
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return rows, errors


def main() -> None:
    from rich.console import Console
    from rich.table import Table

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=len(LEVELS), help="invented plans of each form")
    parser.add_argument("--errors", action="store_true", help="list every wrong cell")
    asked = parser.parse_args()
    every = [*invented_plans(asked.count), *real_plans()]
    full = [meant for meant in every if not meant.left_out]
    with tempfile.TemporaryDirectory() as temporary:
        rows, errors = measure(sorted(full, key=lambda meant: FORMS.index(meant.form)), Path(temporary))
    table = Table("format", "form", "kind", title="Plans written and read back, F1 by cell")
    for heading in ("plans", "items", "head", "all", "worst", "target", ""):
        table.add_column(heading, justify="right")
    for cells in rows:
        table.add_row(*cells)
    Console(width=100 if not sys.stdout.isatty() else None).print(table)
    for (kind, form, fields), times in Counter(
        (meant.kind, meant.form, ", ".join(meant.left_out)) for meant in every if meant.left_out
    ).items():
        print(f"not measured: {times} {kind} in {form}, which has no room for {fields}")
    if asked.errors:
        print("\n".join(errors))


if __name__ == "__main__":
    main()
