"""What every page must hold in a browser: usable by everybody, light, dark and narrow; nothing that the CSP stops."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 390, 640)  # a small phone and 400 % of a wide window; a phone; 200 % of a wide window
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 780}
# Whether axe is on the page, told when two frames have passed.
TWO_FRAMES = """() => new Promise((done) => requestAnimationFrame(
  () => requestAnimationFrame(() => done("axe" in window))))"""
# The colours of dark mode come last, and what a script asked for has come.
COMPLETE = """() => !document.querySelector(".htmx-request")
  && [...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet)"""
SHEET = 718  # A4 upright between margins of a centimetre, at 96 to the inch
PICTURES = "CAITIEN_PICTURES"  # the folder for pictures of the guide; without it none is taken


def assert_accessible(page: Page, *, without: tuple[str, ...] = ()) -> None:
    """axe finds nothing in light and dark, wide and on a phone; no page scrolls sideways, however far one zooms in."""
    page.wait_for_load_state("load")
    page.wait_for_function(COMPLETE)
    before, found = page.viewport_size or WIDE, []
    for scheme in ("light", "dark"):
        for size in (WIDE, PHONE):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            found += [f"{scheme}, {size['width']} wide: {fault}" for fault in faults(page, without)]
    assert found == []
    page.emulate_media(color_scheme="light")
    for width in WIDTHS:
        assert_fits(page, width)
    page.set_viewport_size(before)


def assert_fits(page: Page, width: int) -> None:
    """Nothing sticks out at the right."""
    page.set_viewport_size({"width": width, "height": 800})
    out = page.evaluate(
        """() => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          return [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
            .map((e) => e.outerHTML.slice(0, 120)).slice(0, 5).concat("wider than the window");
        }"""
    )
    assert out == [], f"{page.url} at {width}"


def assert_prints(page: Page) -> None:
    """On paper stands what the page says, within the sheet, and nothing that can only be clicked."""
    page.emulate_media(media="print", color_scheme="light")
    assert_fits(page, SHEET)
    clicked = page.locator("button:visible, .site-head:visible, .thumb-nav:visible, .crumbs:visible")
    assert clicked.count() == 0, clicked.first.inner_html()
    expect(page.locator("#noi-dung")).not_to_be_empty()
    page.emulate_media(media="screen")


def assert_csp_clean(page: Page) -> None:
    """The browser stopped nothing of the page, and no script of it failed. Held after every journey, too."""
    assert page.told == [], page.url  # type: ignore[attr-defined]


def faults(page: Page, without: tuple[str, ...] = ()) -> list[str]:
    """What axe finds: rule, what is wrong, where. Two frames first: the shortest transition of a colour takes one."""
    if not page.evaluate(TWO_FRAMES):
        page.evaluate(AXE_SCRIPT)
    options = {
        "runOnly": RULES,
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": False} for rule in without},
        "preload": False,  # fetches every style sheet anew, for rules that are not among ours
    }
    found: list[dict[str, Any]] = page.evaluate(
        "(options) => axe.run(document, options).then((told) => told.violations)", options
    )
    return [
        f"{one['id']}: {one['help']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for one in found
        for node in one["nodes"][:3]
    ]


def take_picture(page: Page, name: str, *, phone: bool = True) -> None:
    """For the guide: `<name>.png`, and `<name>-dien-thoai.png`. Only scripts/make_guide_pictures.py asks for them."""
    folder = picture_folder()
    if folder is None:
        return
    before = page.viewport_size or WIDE
    for size, ending in ((WIDE, ""), (PHONE, "-dien-thoai")) if phone else ((WIDE, ""),):
        page.set_viewport_size(size)
        page.evaluate("() => window.scrollTo(0, 0)")
        page.screenshot(path=folder / f"{name}{ending}.png", animations="disabled")
    page.set_viewport_size(before)


@cache
def picture_folder() -> Path | None:
    given = os.environ.get(PICTURES)
    if given:
        Path(given).mkdir(parents=True, exist_ok=True)
    return Path(given) if given else None
