"""What only an office program can do: open .rtf, Word XML and damaged .doc files, and lay Word files out in pages.

LibreOffice turns the one into .docx, the other into PDF. It runs without a window, in a profile of its own that is
thrown away, with macros off, links never updated and every web address sent to a dead proxy, so that a document cannot
make it fetch or run anything.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from caitien.blocks import Document
from caitien.findings import CannotRead
from caitien.formats.archive import refuse_entities
from caitien.formats.sniff import Kind

if TYPE_CHECKING:
    from caitien.formats import Limits, Progress

__all__ = ["NO_PAGES", "find_soffice", "pdf_of", "read", "read_converted"]

_NAMES = {
    "rtf": ".rtf",
    "doc": "Word đời cũ (.doc)",
    "xml": "Word dạng XML",
    "docx": "Word (.docx)",
    "odt": "OpenDocument (.odt)",
}
_SUFFIXES = {Kind.DOCX: "docx", Kind.DOC: "doc", Kind.ODT: "odt", Kind.RTF: "rtf", Kind.WORD_XML: "xml"}
NO_PAGES = "Máy chủ chưa cài LibreOffice nên chưa vẽ được các trang in của tệp Word."
_PLACES = ("/usr/lib/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_DEAD = ("127.0.0.1", "9")  # the port that throws everything away
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Writer/Content/Update", "Field", "false"),
    ("Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", _DEAD[0]),
    ("Inet/Settings", "ooInetHTTPProxyPort", _DEAD[1]),
    ("Inet/Settings", "ooInetHTTPSProxyName", _DEAD[0]),
    ("Inet/Settings", "ooInetHTTPSProxyPort", _DEAD[1]),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def pdf_of(data: bytes, kind: Kind, *, seconds: int) -> bytes:
    """A Word file as LibreOffice prints it. Raises CannotRead for another kind, without LibreOffice, where it fails."""
    suffix = _SUFFIXES.get(kind)
    if suffix is None:
        raise CannotRead("Loại tệp này không có trang in để vẽ.")
    if find_soffice() is None:
        raise CannotRead(NO_PAGES)
    try:
        return _converted(data, suffix, seconds, to="pdf")
    except CannotRead:
        raise CannotRead("LibreOffice không vẽ được các trang in của tệp này.") from None


def read(data: bytes, *, limits: "Limits", progress: "Progress") -> Document:
    """The blocks of an .rtf or Word XML file. Raises CannotRead, also where there is no LibreOffice."""
    suffix = "rtf" if data.lstrip().startswith(b"{\\rtf") else "xml"
    if suffix == "xml":
        refuse_entities(data)
    return read_converted(data, suffix, limits=limits, progress=progress)


def read_converted(data: bytes, suffix: str, *, limits: "Limits", progress: "Progress") -> Document:
    """The blocks of a file that LibreOffice knows by `suffix`; the document's format is that suffix."""
    from caitien.formats import docx

    progress(0, 1, "đang chuyển tệp bằng LibreOffice")
    converted = _converted(data, suffix, limits.seconds)
    progress(1, 1, "đang chuyển tệp bằng LibreOffice")
    return replace(docx.read(converted, limits=limits, progress=progress), format=suffix)


def find_soffice() -> str | None:
    """The LibreOffice program of this machine, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def _converted(data: bytes, suffix: str, seconds: int, *, to: str = "docx") -> bytes:
    name = _NAMES[suffix]
    program = find_soffice()
    if program is None:
        message = (
            f"Muốn đọc tệp {name} cần có LibreOffice trên máy; hoặc mở bằng Word, lưu lại thành .docx rồi đọc lại."
        )
        raise CannotRead(message)
    with tempfile.TemporaryDirectory(prefix="caitien-") as folder:
        source, target, profile = Path(folder) / f"in.{suffix}", Path(folder) / "out", Path(folder) / "profile"
        source.write_bytes(data)
        _write_profile(profile)
        _run([program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
              "--convert-to", to, "--outdir", str(target), str(source)], Path(folder), seconds, name)  # fmt: skip
        made = target / f"in.{to}"
        if not made.exists():
            raise CannotRead(f"LibreOffice không mở được tệp {name} này; hãy lưu lại thành .docx rồi đọc lại.")
        return made.read_bytes()


def _run(command: list[str], folder: Path, seconds: int, name: str) -> None:
    """Run to its end or to the limit; LibreOffice is a tree of processes, so the whole group is ended."""
    surroundings = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    surroundings |= {"HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=surroundings,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        message = f"LibreOffice mở tệp {name} quá {seconds} giây; hãy lưu lại thành .docx rồi đọc lại."
        raise CannotRead(message) from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, 9)
            process.wait()


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path if path.startswith("Inet") else f"Office.{path}"}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )
