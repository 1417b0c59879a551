"""What must not be in the repository: real people and schools, this machine, the addresses of registries."""

import json
import re
from pathlib import Path

import pytest

from house.repository import SHARED, files, texts, words

RUN = 14  # words
FEW_RUNS = 25  # set phrases, such as titles of laws and criteria, are the same in every plan
SCHOOL = re.compile(r"(?i:(?:trường )?(?:tiểu học|mầm non|thcs|TrMN))(?= [A-ZĐÀ-Ỹ0-9])")
AFTER_A_NAME = {"Số", "CỘNG", "Độc"}  # what the head of a document has beside or below the school
SEVERAL_MB = 2_000_000
# Written in parts, so that this file passes its own test.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("cdnjs", "cloudflare", "com"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
        ("googleapis", "com"),
        ("gstatic", "com"),
    )
]
MACHINE_PATH = re.compile(r"(?<![\w.:/\-])/(?:work|farm|root|home|Users|tmp/[a-z])(?:/[\w.-]+|\b)")


def test_no_registry_is_named():
    found = [(str(path), host) for path, text in texts().items() for host in REGISTRIES if host in text]
    assert found == []


def test_no_path_of_a_machine_is_named():
    here = Path(__file__).name
    found = {str(path): hit.group() for path, text in texts().items() if (hit := MACHINE_PATH.search(text))}
    assert {path: hit for path, hit in found.items() if not path.endswith(here)} == {}


def test_nothing_heavy_is_kept():
    root = Path(__file__).parents[2]
    assert [str(path) for path in files() if (root / path).stat().st_size > SEVERAL_MB] == []


@pytest.mark.needs_shared
def test_no_real_person_or_school_is_named():
    real = {name: " ".join(words(name)) for name in real_names()}
    assert len(real) > 10
    found = []
    for path, text in texts().items():
        folded = f" {' '.join(words(text))} "
        found += [f"{path}: {name}" for name, plain in real.items() if f" {plain} " in folded]
    assert found == []


@pytest.mark.needs_shared
def test_nothing_is_copied_from_real_plans():
    law = {run for path in (SHARED / "regulation").iterdir() for run in runs_of(path.read_text("utf-8"))}
    runs = {run for seed in seeds() for run in runs_of(seed)} - law
    copied = {str(path): sum(run in runs for run in runs_of(text)) for path, text in texts().items()}
    assert {path: count for path, count in copied.items() if count > FEW_RUNS} == {}


def real_names() -> set[str]:
    """Schools and signatories of the real plans: from the gold data, and from the plans' own text."""
    names: set[str] = set()
    for path in (SHARED / "gold" / "plans").glob("*.json"):
        plan = json.loads(path.read_text("utf-8"))
        names |= {plan["school"]["name"], *plan["school"]["name_as_written"], plan["signatory"]["name"]}
    for seed in seeds():
        names |= schools_in(seed)
        names.add(seed.split("HIỆU TRƯỞNG")[-1].strip().splitlines()[-1].strip())
    names = {name for name in names if not any(other.startswith(f"{name} ") for other in names)}  # cut at a line's end
    proper = {SCHOOL.sub("", name).strip() for name in names}
    return {name for name in names if len(words(name)) > 2} | {name for name in proper if is_a_name(name)}


def schools_in(text: str) -> set[str]:
    """ "tiểu học Xuân Hòa B" where a text names a school: the kind, and the capitalised words or day that follow."""
    found = set()
    for kind in SCHOOL.finditer(text):
        name: list[str] = []
        for word in text[kind.end() :].partition("\n\n")[0].split():
            ended = bool(name) and name[-1].endswith((".", ",", ";", ")"))
            if ended or word in AFTER_A_NAME or not (word[0].isupper() or re.match(r"\d+/\d", word)):
                break
            name.append(word)
        if name:
            found.add(f"{kind.group()} {' '.join(name)}".rstrip(".,;)"))
    return found


def is_a_name(text: str) -> bool:
    """Whether a school's name without its kind can be told from other words: a date is not, "Xuân Hòa B" is."""
    return len([word for word in words(text) if word.isalpha()]) >= 2


def seeds() -> list[str]:
    return [path.read_text("utf-8", "replace") for path in sorted((SHARED / "seeds").glob("*.txt"))]


def runs_of(text: str) -> list[tuple[str, ...]]:
    found = words(text)
    return [tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)]
