"""A damaged office file gives a document or a refusal in one line, and nothing else."""

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO

import olefile
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caitien.blocks import Document
from caitien.findings import CannotRead
from caitien.formats import Limits, office, open_document
from library.formats.office_files import converted, parts_of, sample, saved, zipped
from library.formats.test_xlsx import plan

Damage = list[tuple[float, int, bytes]]  # where (0 … 1), how many bytes go, what comes instead

damages = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=6),
            st.sampled_from(
                [b"<", b"&", b"\xff\xff\xff\xff", b'"', b"</w:p>", b"<w:tbl>", b"-1", b"99999999999", b"\0"]
            ),
        ),
    ),
    min_size=1,
    max_size=6,
)


def fuzzed(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


def damaged(data: bytes, damage: Damage) -> bytes:
    for where, gone, instead in damage:
        at = int(where * len(data))
        data = data[:at] + instead + data[at + gone :]
    return data


def written(data: bytes, damage: Damage) -> bytes:
    """Damage that keeps every other byte in its place, as in a binary format."""
    content = bytearray(data)
    for where, _, instead in damage:
        at = int(where * len(content))
        content[at : at + len(instead)] = instead[: len(content) - at]
    return bytes(content)


@pytest.fixture(scope="module", autouse=True)
def without_libreoffice() -> object:
    """Damaged files must be judged by our own readers; the old formats are made before LibreOffice is hidden."""
    for suffix in ("odt", "doc"):
        converted(suffix)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")
        patch.setattr(office, "_PLACES", ())
        yield


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], None]:
    path = tmp_path_factory.mktemp("fuzz") / "tệp"

    def check(data: bytes) -> None:
        path.write_bytes(data)
        try:
            document = open_document(path, limits=Limits(seconds=1))
        except CannotRead as refusal:
            assert str(refusal) and "\n" not in str(refusal)
        else:
            assert isinstance(document, Document)

    return check


@lru_cache
def word() -> dict[str, bytes]:
    return parts_of(saved(sample()))


@lru_cache
def sheet() -> dict[str, bytes]:
    stream = BytesIO()
    plan(ruled=True).save(stream)
    return parts_of(stream.getvalue())


WORD_PARTS = [f"word/{name}" for name in ("document.xml", "numbering.xml", "styles.xml", "_rels/document.xml.rels")]
SHEET_PARTS = [f"xl/{name}.xml" for name in ("worksheets/sheet1", "styles", "workbook")]


@fuzzed(60)
@given(damage=damages, part=st.sampled_from(WORD_PARTS))
def test_parts_of_a_docx(check: Callable[[bytes], None], damage: Damage, part: str) -> None:
    check(zipped(word() | {part: damaged(word()[part], damage)}))


@fuzzed(60)
@given(damage=damages)
def test_bytes_of_a_docx(check: Callable[[bytes], None], damage: Damage) -> None:
    check(damaged(zipped(word()), damage))


@fuzzed(80)
@given(damage=damages, part=st.sampled_from(["content.xml", "styles.xml"]))
def test_parts_of_an_odt(check: Callable[[bytes], None], damage: Damage, part: str) -> None:
    parts = parts_of(converted("odt"))
    check(zipped(parts | {part: damaged(parts[part], damage)}))


@fuzzed(40)
@given(damage=damages, part=st.sampled_from(SHEET_PARTS))
def test_parts_of_an_xlsx(check: Callable[[bytes], None], damage: Damage, part: str) -> None:
    check(zipped(sheet() | {part: damaged(sheet()[part], damage)}))


@fuzzed(80)
@given(damage=damages)
def test_bytes_of_a_doc(check: Callable[[bytes], None], damage: Damage) -> None:
    check(damaged(converted("doc"), damage))


@fuzzed(200)
@given(damage=damages, stream=st.sampled_from(["WordDocument", "1Table"]))
def test_streams_of_a_doc(check: Callable[[bytes], None], damage: Damage, stream: str) -> None:
    content = BytesIO(converted("doc"))
    with olefile.OleFileIO(content, write_mode=True) as ole:
        ole.write_stream(stream, written(ole.openstream(stream).read(), damage))
        check(content.getvalue())
