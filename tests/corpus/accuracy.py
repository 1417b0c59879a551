"""How exactly invented plans of every kind are read back: `python -m corpus.accuracy [--kind docx] [--count 12]`.

Each kind's documents come from fixed seeds. The plans beside the clone (../shared), where they are there, come last.
"""

import argparse
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.documents import KINDS, Made, make_documents
from corpus.score import Count, Score, score

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEED_TARGET = 0.97


@dataclass(frozen=True)
class Outcome:
    """What became of one document: its score, or the words of the refusal."""

    name: str
    items: int
    score: Score | None
    refusal: str | None = None


def read_one(made: Made) -> Outcome:
    """Read a document and score it; one that cannot be read counts with nothing right."""
    from caitien.findings import CannotRead
    from caitien.plan import to_json
    from caitien.reading import read_plan

    count = len(made.plan["items"])
    try:
        got = to_json(read_plan(made.path).plan)
    except CannotRead as refusal:
        return Outcome(made.path.name, count, score(made.plan, {}, made.accept), str(refusal))
    except Exception as error:  # a traceback of the product is the worst result: show it, go on with the others
        return Outcome(made.path.name, count, score(made.plan, {}, made.accept), f"{type(error).__name__}: {error}")
    return Outcome(made.path.name, count, score(made.plan, got, made.accept))


def shared_plans() -> list[Made]:
    import json

    folder = SHARED / "gold" / "plans"
    found = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else []:
        source = next((SHARED / "seeds").glob(f"{path.stem}_*"))
        accept = json.loads((SHARED / "gold" / "accept" / path.name).read_text("utf-8"))
        found.append(Made(source, json.loads(path.read_text("utf-8")), accept))
    return found


def measure(kinds: list[str], seed: int, count: int | None, folder: Path, workers: int) -> dict[str, list[Outcome]]:
    """The outcomes by kind, "real" for the plans beside the clone."""
    results: dict[str, list[Outcome]] = {}
    with ProcessPoolExecutor(workers) as pool:
        for name in kinds:
            made = make_documents(name, range(seed, seed + (count or KINDS[name].documents)), folder, pool)
            results[name] = list(pool.map(read_one, made))
            print(".", end="", file=sys.stderr, flush=True)
        results["real"] = list(pool.map(read_one, shared_plans()))
    print(file=sys.stderr)
    return {name: outcomes for name, outcomes in results.items() if outcomes}


def _sum(outcomes: list[Outcome], part: str) -> float:
    totals = [getattr(outcome.score, part) for outcome in outcomes if outcome.score]
    counts = [total if isinstance(total, Count) else total.total for total in totals]
    return sum(counts, Count()).f1


def show(results: dict[str, list[Outcome]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Plans read back, F1 by cell")
    for heading in ("kind", "documents", "items", "F1 items", "F1 head", "F1 all", "worst", "target", ""):
        table.add_column(heading, justify="left" if heading == "kind" else "right")
    for name, outcomes in results.items():
        target = KINDS[name].target if name in KINDS else SEED_TARGET
        whole = _sum(outcomes, "all")
        worst = min(outcome.score.all.f1 for outcome in outcomes if outcome.score)
        figures = (_sum(outcomes, "items"), _sum(outcomes, "head"), whole, worst)
        shown = [f"{figure:.4f}" for figure in figures]
        items = sum(outcome.items for outcome in outcomes)
        met = "met" if whole >= target else "[bold red]missed[/]"
        table.add_row(name, str(len(outcomes)), str(items), *shown, f"{target:.2f}", met)
    Console(width=100 if not sys.stdout.isatty() else None).print(table)


def show_errors(results: dict[str, list[Outcome]]) -> None:
    for outcomes in results.values():
        for outcome in outcomes:
            if outcome.refusal:
                print(f"{outcome.name}: {outcome.refusal}")
            for error in outcome.score.errors if outcome.score and not outcome.refusal else ():
                print(f"{outcome.name}: {error}")


def main() -> Any:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", action="append", choices=sorted(KINDS), help="only this kind (may be repeated)")
    parser.add_argument("--count", type=int, help="documents of each kind")
    parser.add_argument("--from-seed", type=int, default=0, help="the first seed; other seeds are other documents")
    parser.add_argument("--errors", action="store_true", help="list every wrong cell")
    parser.add_argument("--keep", type=Path, help="keep the documents, with their plans as JSON, in this folder")
    parser.add_argument("--workers", type=int, default=min(4, os.cpu_count() or 1))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        results = measure(asked.kind or list(KINDS), asked.from_seed, asked.count, folder, asked.workers)
    show(results)
    if asked.errors:
        show_errors(results)


if __name__ == "__main__":
    main()
