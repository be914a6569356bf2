"""The Spec tab in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.ui.conftest import SEED_TITLE
from tests.ui.page.conftest import needs_chromium

NEWEST = "Greenhouse Grower (City of Brannock Ferry, 2018-09)"


@pytest.fixture
def page(page: Page, address: str) -> Page:
    """The page with its Spec tab selected and nothing chosen there."""
    page.goto(f"{address}/?tab=spec")
    expect(page.get_by_text("Choose a class above")).to_be_visible()
    return page


def choose(page: Page, typed: str, label: str) -> None:
    page.get_by_label("Class", exact=True).fill(typed)
    page.get_by_role("option", name=label, exact=True).click()


def fits(page: Page) -> bool:
    """Whether the page has to be scrolled sideways nowhere."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@needs_chromium
def test_a_class_is_chosen_by_a_part_of_its_title_and_the_address_names_it(page: Page) -> None:
    choose(page, "customer serv", SEED_TITLE)
    expect(page.locator(".spec h2")).to_contain_text(SEED_TITLE)
    row = page.get_by_role("row").filter(has_text="Foot Controls")
    expect(row).to_contain_text("Occasionally")
    expect(row).to_contain_text("read as “O” from “0”")
    expect(page).to_have_url(re.compile(r"\?tab=spec&spec=utility-customer-service-manager-\w+$"))
    assert fits(page)
    page.reload()
    expect(page.locator(".spec h2")).to_contain_text(SEED_TITLE)


@needs_chromium
def test_the_contents_lead_to_a_section_by_keyboard(page: Page) -> None:
    choose(page, "custod", "Custodian")
    contents = page.get_by_role("navigation", name="Contents")
    link = contents.get_by_role("link", name="Physical demands", exact=True)
    expect(contents).to_be_visible()
    if not link.is_visible():
        contents.locator("summary").press("Enter")
    link.press("Enter")
    expect(page.locator("#spec-physical_demands")).to_be_in_viewport()
    assert "#spec-physical_demands" in page.url


@needs_chromium
def test_a_revision_shows_what_changed_and_a_link_opens_the_other_without_loading_the_page(page: Page) -> None:
    choose(page, "greenhouse", NEWEST)
    talking = page.locator(".changes tr").filter(has=page.get_by_role("rowheader", name="Talking"))
    expect(talking).to_contain_text("Occasionally (O)")
    expect(talking).to_contain_text("Frequently (F)")
    expect(page.get_by_role("img", name="Page 1 of Greenhouse Grower")).to_have_count(1)
    assert fits(page)
    page.evaluate("window.wasNotLoadedAgain = true")
    page.locator(".revisions a", has_text="April 2004").click()
    expect(page.locator(".standing")).to_contain_text("This is an older revision")
    expect(page.locator(".spec h2")).to_be_focused()
    expect(page).to_have_url(re.compile(r"spec=greenhouse-grower-2004-\w+$"))
    assert page.evaluate("window.wasNotLoadedAgain")


@needs_chromium
def test_an_address_of_a_spec_that_is_not_held_says_so_and_a_class_can_be_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}/?tab=spec&spec=<b>removed</b>")
    expect(page.locator(".spec")).to_contain_text("no specification under the name “<b>removed</b>”")
    choose(page, "custod", "Custodian")
    expect(page.locator(".spec h2")).to_contain_text("Custodian")
