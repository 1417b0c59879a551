"""`caitien check THƯ-MỤC`: every plan below a folder checked, or compared with the others."""

import json
import sys
from argparse import Namespace
from datetime import date
from functools import partial
from pathlib import Path

from caitien.checks.document import check_file, load
from caitien.checks.duplicates import Pair, Texts, pairs, texts_of
from caitien.checks.folder import documents_below, each
from caitien.checks.report.as_json import findings_as_json
from caitien.checks.report.folder import Tally, folder_lines, pair_lines, tally
from caitien.checks.report.text import write_lines
from caitien.checks.run import prepare
from caitien.checks.settings import Given, settings_for
from caitien.cli.progress import progress_bar
from caitien.findings import CannotRead


def check_folder(options: Namespace, given: Given, on: date | None) -> int:
    """Print the findings of all plans; the code is 1 where one fails or a file cannot be read, 2 where none can."""
    paths = _paths(options)
    settings = settings_for(options.file, given)  # refuses wrong settings once and not for every file
    prepare(settings.select, settings.ignore)
    work = partial(_tally, given=given, on=on, as_data=options.format == "json")
    with progress_bar() as progress:
        results = each(work, paths, jobs=options.jobs, progress=progress)
    named = dict(zip(_names(paths, options.file), results, strict=True))
    refusals = {name: str(result) for name, result in named.items() if isinstance(result, CannotRead)}
    tallies = {name: result for name, result in named.items() if isinstance(result, Tally)}
    if options.format == "json":
        _print_json(named)
    else:
        write_lines(folder_lines(tallies, refusals), sys.stdout)
    if not tallies:
        return 2
    failed = any(one.fails for one in tallies.values()) or (refusals and settings.fail_on != "never")
    return int(bool(failed))


def _tally(path: Path, *, given: Given, on: date | None, as_data: bool) -> Tally:
    settings = settings_for(path.parent, given)
    report = check_file(path, on=on, settings=settings)
    data = json.dumps(findings_as_json(report.judged), ensure_ascii=False) if as_data else None
    return tally(report, fails=report.fails(settings.fail_on), data=data)


def _print_json(results: dict[str, Tally | CannotRead]) -> None:
    """A list of {"file", "findings"} and {"file", "error"}, an object a line."""
    lines = [
        f'{{"file": {json.dumps(name, ensure_ascii=False)}, "findings": {result.data}}}'
        if isinstance(result, Tally)
        else json.dumps({"file": name, "error": str(result)}, ensure_ascii=False)
        for name, result in results.items()
    ]
    print("[\n" + ",\n".join(lines) + "\n]")


def list_duplicates(options: Namespace) -> int:
    """Print the pairs of plans that share text, and on standard error what could not be read."""
    if not 0 < options.threshold <= 1:
        raise CannotRead("--threshold phải lớn hơn 0 và không quá 1, ví dụ 0.3.")
    paths = _paths(options)
    with progress_bar() as progress:
        results = each(_texts, paths, jobs=options.jobs, progress=progress)
    names = _names(paths, options.file)
    read = [(name, result) for name, result in zip(names, results, strict=True) if isinstance(result, Texts)]
    for name, result in zip(names, results, strict=True):
        if isinstance(result, CannotRead):
            print(f"{name}: {result}", file=sys.stderr)
    found = pairs([texts for _, texts in read], options.threshold)
    read_names = [name for name, _ in read]
    if options.format == "json":
        print(json.dumps([_pair(pair, read_names) for pair in found], ensure_ascii=False, indent=1))
    else:
        write_lines(pair_lines(read_names, found, options.threshold), sys.stdout)
    return 0 if read else 2


def _texts(path: Path) -> Texts:
    return texts_of(load(path).plan)


def _pair(pair: Pair, names: list[str]) -> dict[str, object]:
    return {
        "files": [names[pair.first], names[pair.second]],
        "share": round(pair.share, 4),
        "jaccard": round(pair.jaccard, 4),
        "passages": [{"text": passage.text, "words": passage.words} for passage in pair.passages],
    }


def _paths(options: Namespace) -> list[Path]:
    if options.format == "html":
        raise CannotRead("--format html in kết quả của một tệp; với thư mục hãy dùng text hoặc json.")
    if options.jobs is not None and options.jobs < 1:
        raise CannotRead("--jobs phải từ 1 trở lên.")
    paths = documents_below(options.file)
    if not paths:
        raise CannotRead(f"Không có văn bản hay dữ liệu kế hoạch nào trong “{options.file}”.")
    return paths


def _names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]
