"""A real browser, and the page in it, wide as on a desk and narrow as on a phone."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
# The browser's own calls home are off, and what is left of them is no request of the page.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
PATIENCE_MS = 60_000
SIZES = [pytest.param((1280, 900), id="wide"), pytest.param((360, 740), id="narrow")]

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="NO CHROMIUM HERE: the page was NOT tested in a browser; install chromium and run again"
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    # The first question may wait until the server has loaded the embedding model.
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(params=SIZES)
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page, loaded and ready to be asked; every request it makes is to its own server, and it throws no error."""
    width, height = request.param
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(PATIENCE_MS)
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda sent: requests.append(sent.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.goto(address)
    expect(page.locator("[role=tab][aria-selected=true]")).to_be_visible()
    yield page
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []
    page.close()
