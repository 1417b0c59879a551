"""`caitien write --template`: a school's own Word template filled from the command line."""

from pathlib import Path

import docx
import pytest

from caitien.cli import main

SAMPLE = Path(__file__).parents[3] / "samples" / "ke-hoach-mau.docx"


def template(folder: Path, *texts: str) -> Path:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    path = folder / "mẫu.docx"
    document.save(str(path))
    return path


def test_the_template_is_filled_with_the_plan_that_was_read(tmp_path: Path) -> None:
    out = tmp_path / "ra.docx"
    assert (
        main(
            ["write", str(SAMPLE), "--template", str(template(tmp_path, "{{truong}}", "{{trích yếu}}")), "-o", str(out)]
        )
        == 0
    )
    school, subject = (paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert school.startswith("Trường") and "năm học" in subject


@pytest.mark.parametrize(
    ("texts", "name", "told"),
    [
        (("{{truonng}}",), "ra.docx", "{{truonng}} (có phải {{truong}}?)"),
        (("{{truong}}",), "ra.pdf", "chỉ ghi ra tệp .docx"),
        (("{{truong}}",), "mẫu.docx", "chính là tệp mẫu"),
    ],
)
def test_a_faulty_template_ends_in_one_line_and_leaves_no_file(
    texts: tuple[str, ...], name: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = template(tmp_path, *texts)
    before = path.read_bytes()
    assert main(["write", str(SAMPLE), "--template", str(path), "-o", str(tmp_path / name)]) == 2
    refusal = capsys.readouterr().err.strip()
    assert told in refusal and "\n" not in refusal
    assert [entry.name for entry in tmp_path.iterdir()] == ["mẫu.docx"] and path.read_bytes() == before


def test_no_template_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["write", str(SAMPLE), "--template", str(tmp_path / "không.docx"), "-o", str(tmp_path / "ra.docx")]) == 2
    )
    assert "Không mở được tệp mẫu" in capsys.readouterr().err
