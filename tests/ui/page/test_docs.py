"""The page that describes the HTTP API, where a person reads it and tries it."""

from playwright.sync_api import Browser, expect

from tests.ui.page.conftest import needs_chromium


@needs_chromium
def test_the_api_is_described_and_tried_with_nothing_from_another_host(browser: Browser, address: str) -> None:
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda sent: requests.append(sent.url))
    page.goto(f"{address}/docs")
    operation = page.locator("[id=operations-Class_specifications-ask]")
    operation.locator(".opblock-summary-control").click()
    operation.get_by_role("button", name="Try it out").click()
    operation.get_by_role("button", name="Execute").click()
    expect(operation.locator(".live-responses-table")).to_contain_text("Frequently [1]")
    assert [url for url in requests if not url.startswith((address, "data:"))] == []
    page.close()
