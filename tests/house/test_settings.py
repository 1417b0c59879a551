"""Every setting from the environment is told in docs/settings.md, and nothing there is invented."""

import re

from house.repository import ROOT, python_files

READ = re.compile(r"environ(?:\.get|\.setdefault)?[\[(]\s*\"(CAITIEN_\w+|DATABASE_URL)\"")


def test_settings_and_their_page_agree():
    sources = [path for path in python_files("src") if path.parts[1] == "caitien_web"]
    read = {name for path in sources for name in READ.findall((ROOT / path).read_text("utf-8"))}
    told = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "settings.md").read_text("utf-8"), re.MULTILINE))
    assert read == told
