"""The Find tab as a person uses it, at a desk and on a phone."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.page.conftest import needs_chromium

LIFTING = "physical_demands.lifting"
TALLY = re.compile(r"(\d+) of \d+ specs held match")


@pytest.fixture
def page(page: Page, address: str) -> Page:
    """The page with its Find tab opened."""
    page.goto(f"{address}/?tab=find")
    expect(tally(page)).to_contain_text("specs held match")
    return page


def tally(page: Page) -> Locator:
    return page.locator("[data-tally]")


def found(page: Page) -> int:
    said = TALLY.search(tally(page).inner_text())
    assert said is not None
    return int(said[1])


def unfold(page: Page) -> None:
    """On a phone the filters are folded above what they find."""
    folded = page.locator("[data-filters]:not([open]) > summary")
    if folded.count():
        folded.click()


def asked(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


@needs_chromium
def test_filters_narrow_what_is_found_by_just_their_counts_and_stand_in_the_address(page: Page) -> None:
    everything = found(page)
    unfold(page)
    page.get_by_label("Overall strength", exact=True).select_option("at_most_light")
    expect(page.locator("[data-drop=overall_strength]")).to_be_visible()
    page.locator("[data-group=physical] > summary").click()
    lifting = page.get_by_label("Lifting", exact=True)
    promised = lifting.locator("option[value=at_least_occasionally]").inner_text()
    lifting.select_option("at_least_occasionally")
    expect(page.locator(f"[data-drop='{LIFTING}']")).to_be_visible()
    assert promised == f"At least occasionally ({found(page)})"
    assert 0 < found(page) < everything
    assert page.locator(".find-table tbody tr").count() == found(page)
    assert asked(page) == {"tab": "find", "overall_strength": "at_most_light", LIFTING: "at_least_occasionally"}
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Clear filters").last.click()
    expect(page.locator("[data-drop]")).to_have_count(0)
    assert (found(page), asked(page)) == (everything, {"tab": "find"})


@needs_chromium
def test_the_address_opens_the_same_again_and_a_title_opens_its_spec(page: Page, address: str) -> None:
    page.goto(f"{address}/?tab=find&{LIFTING}=at_least_frequently&sort=-strength&colour=red")
    expect(page.locator(".find-unknown")).to_contain_text("colour “red”")
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Strength")
    first = page.locator(".find-table tbody tr").first
    expect(first.locator("td").nth(1)).to_contain_text("Lifting:")
    expect(first.locator("a[data-source]").first).to_have_attribute(
        "href", re.compile(r"^/source/.+start=\d+&end=\d+$")
    )
    first.locator("th a").click()
    expect(page).to_have_url(re.compile(r"\?tab=spec&spec="))


@needs_chromium
def test_the_tab_is_used_by_the_keyboard_alone(page: Page) -> None:
    by_strength = page.locator("[data-column=strength]")
    by_strength.focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Strength")
    expect(by_strength).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Strength")
    assert asked(page)["sort"] == "-strength"
    for place in range(2):
        page.locator("[data-choose]").nth(place).press("Space")
    ids = [page.locator("[data-choose]").nth(place).get_attribute("data-choose") for place in range(2)]
    href = page.get_by_role("link", name="Compare the chosen classes").get_attribute("href") or ""
    assert parse_qsl(urlsplit(href).query) == [("tab", "compare"), *(("compare", one) for one in ids)]
