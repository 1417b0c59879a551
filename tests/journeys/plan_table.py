"""The plan's table as a person at the keyboard sees it."""

from typing import Any

from playwright.sync_api import Page, expect

from caitien_web.plans.models import PlanItem, SchoolPlan

READY = "html[data-plan-editor=ready]"


class Table:
    """The editor in one window."""

    def __init__(self, page: Page, site: Any, plan: SchoolPlan) -> None:
        self.page, self.plan = page, plan
        self.address = site.url("plan", plan.unit.slug, plan.slug)
        self.load()

    def load(self) -> None:
        self.page.goto(self.address)
        self.page.wait_for_selector(READY)

    def cell(self, row: PlanItem, field: str) -> Any:
        return self.page.locator(f'[id="muc-{row.pk}"] [data-f={field}]')

    def go(self, row: PlanItem, field: str) -> None:
        """Click into the cell, as moving begins."""
        self.cell(row, field).locator(".c").click(position={"x": 5, "y": 5})

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def shows(self, row: PlanItem, field: str, text: str) -> None:
        expect(self.cell(row, field).locator(".v")).to_have_text(text)

    def says(self, text: str) -> None:
        expect(self.page.locator("#trang-thai")).to_contain_text(text)

    def saved(self) -> None:
        """Nothing waits on the device any more, and the page says so."""
        for _ in range(100):
            if not self.page.evaluate("() => Object.keys(localStorage).some((name) => name.startsWith('caitien/'))"):
                break
            self.page.wait_for_timeout(50)
        self.says("Đã lưu.")

    def paste(self, text: str, html: str = "") -> None:
        """What Ctrl+V brings, with the clipboard holding this; the async clipboard would clean Word's HTML."""
        self.page.evaluate(
            """([text, html]) => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              if (html) data.setData("text/html", html);
              document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }""",
            [text, html],
        )

    def copied(self) -> dict[str, str]:
        """What Ctrl+C gives to other programs."""
        got: dict[str, str] = self.page.evaluate(
            """() => {
              const data = new DataTransfer();
              document.activeElement.dispatchEvent(
                new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
              return { text: data.getData("text/plain"), html: data.getData("text/html") };
            }"""
        )
        return got

    @property
    def active(self) -> str:
        """The name of the cell that has the focus, as screen readers say it."""
        return self.page.evaluate("() => document.activeElement.getAttribute('aria-label') ?? ''")


def stored(row: PlanItem, field: str) -> str:
    row.refresh_from_db()
    return getattr(row, field)
