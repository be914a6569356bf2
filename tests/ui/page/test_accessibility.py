"""The whole page, with content on every tab: for people with a screen reader, a keyboard, weak sight or a phone."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.conftest import SEED_TITLE, Rolebook
from tests.ui.page.conftest import PATIENCE_MS, needs_chromium

pytestmark = needs_chromium

PICTURED = "Bridge Tender"
# Of each outcome one: an answer, a question asked back, one that is not answered, and a table.
QUESTIONS = [
    f"How often does the {SEED_TITLE} stand?",
    "What education does the Court Clerk need?",
    "Will I get a pension as a Custodian?",
    f"How often do the {SEED_TITLE} and the Firefighter lift?",
    f"How often does the {PICTURED} stand?",
]
# A phone is also held in the dark: what is narrow is looked at in the other colours.
LOOKS = [pytest.param((1280, 900, "light"), id="wide-light"), pytest.param((360, 740, "dark"), id="narrow-dark")]
# Too wide by the page's root, in the width that WCAG asks for and with letters twice as large as they were.
_TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth"""


@pytest.fixture(params=LOOKS)
def looked_at(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of its own, wide and light or narrow and dark; what the server refuses or breaks is an error."""
    width, height, scheme = request.param
    page = browser.new_page(
        base_url=address, viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page.set_default_timeout(PATIENCE_MS)
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    yield page
    assert failed == []
    page.close()


@pytest.fixture
def ids(rolebook: Rolebook) -> dict[str, str]:
    """The ids of what is held, by title."""
    return {spec["title"]: spec["spec_id"] for spec in rolebook("list", "--json").json["specs"]}


def go(page: Page, path: str, **parameters: str | list[str]) -> None:
    page.goto(f"{path}?{urlencode(parameters, doseq=True)}")
    expect(page.locator("[role=tab][aria-selected=true]")).to_be_visible()


def asked(page: Page, path: str, questions: list[str]) -> None:
    """Ask questions by the address, and wait until they are answered and others are suggested."""
    go(page, path, ask=questions)
    expect(page.locator(".answer:not(.pending)")).to_have_count(len(questions))
    expect(page.locator(".suggestions button").first).to_be_visible()


def unfold(page: Page, within: str) -> None:
    """Unfold all that is folded, and what is folded in it."""
    page.evaluate(
        "(within) => document.querySelectorAll(`${within} details`).forEach((one) => { one.open = true; })", within
    )


def asking(page: Page) -> Iterator[tuple[str, str]]:
    go(page, "/")
    expect(page.get_by_text("Example questions")).to_be_visible()
    yield "nothing asked", ":root"
    page.get_by_label("Classes to ask about").click()
    expect(page.get_by_role("option").first).to_be_visible()
    yield "an open list", "#tab-ask"
    asked(page, "/", QUESTIONS)
    unfold(page, ".conversation")
    page.get_by_role("button", name="Something is wrong with this answer").first.click()
    yield "answers", ":root"
    for title in (SEED_TITLE, PICTURED):
        link = page.get_by_role("link", name=re.compile(f"^Citation 1: {title}")).first
        path = link.get_attribute("href") or ""
        link.click()
        expect(page.locator("#source-panel .source-title")).to_have_text(title)
        yield f"the source of the {title}", "#source-panel"
        page.keyboard.press("Escape")
        with page.context.new_page() as alone:
            alone.goto(path)
