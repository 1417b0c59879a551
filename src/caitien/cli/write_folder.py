"""`caitien write THƯ-MỤC -o THƯ-MỤC-RA`: a document for every plan below a folder, on all processors."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from caitien.checks.document import load
from caitien.checks.folder import documents_below, each, each_by_threads
from caitien.cli.progress import progress_bar
from caitien.findings import CannotRead, CannotWrite
from caitien.layouts.compose import describe_left_out, merged
from caitien.writing import write_plan


def write_folder(options: Namespace) -> int:
    """Write them all; the code is 1 where a plan could not be written, 2 where none could."""
    source, output = options.file.resolve(), options.output.resolve()
    if output.is_relative_to(source):
        raise CannotWrite("Thư mục ra phải nằm ngoài thư mục kế hoạch, để không lẫn với bản gốc.")
    if options.jobs is not None and options.jobs < 1:
        raise CannotWrite("--jobs phải từ 1 trở lên.")
    targets = _targets(source, output, f".{options.format or 'docx'}")
    if not targets:
        raise CannotRead(f"Không có văn bản hay dữ liệu kế hoạch nào trong “{options.file}”.")
    _make_folders({target.parent for target in targets.values()})
    work = partial(_write, targets=targets, form=options.form)
    with progress_bar() as progress:
        results = _way(targets)(
            work,
            list(targets),
            jobs=options.jobs,
            progress=lambda done, total, _: progress(done, total, "Đang ghi các văn bản"),
        )
    return _told({path.relative_to(source).as_posix(): result for path, result in zip(targets, results, strict=True)})


def _targets(source: Path, output: Path, suffix: str) -> dict[Path, Path]:
    """Where each plan's document goes: its own name, with the old ending kept where two would be one."""
    paths = documents_below(source)
    named = Counter(path.with_suffix("") for path in paths)
    return {
        path: output
        / path.relative_to(source).with_name((path.stem if named[path.with_suffix("")] == 1 else path.name) + suffix)
        for path in paths
    }


def _way(targets: Mapping[Path, Path]) -> Callable[..., list[list[str] | CannotRead]]:
    """Setting in type holds no lock of Python's: threads, with the faces once in memory. All else is Python's work."""
    in_type = all(source.suffix.lower() == ".json" and out.suffix == ".pdf" for source, out in targets.items())
    return each_by_threads if in_type else each


def _make_folders(folders: set[Path]) -> None:
    try:
        for folder in sorted(folders):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"Không tạo được thư mục ra: {error.strerror}.") from error


def _write(path: Path, *, targets: Mapping[Path, Path], form: str | None) -> list[str]:
    try:
        plan = load(path).plan
        return describe_left_out(write_plan(plan, targets[path], form=form)) + merged(plan, form)
    except CannotWrite as refusal:
        raise CannotRead(str(refusal)) from None


def _told(results: Mapping[str, list[str] | CannotRead]) -> int:
    refused = 0
    for name, result in results.items():
        refused += isinstance(result, CannotRead)
        for line in [str(result)] if isinstance(result, CannotRead) else result:
            print(f"{name}: {line}", file=sys.stderr)
    return 0 if not refused else 2 if refused == len(results) else 1
