"""Comparing on the page: choose classes and sections, see what differs, open the address again."""

import re
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

from tests.ui.conftest import Rolebook
from tests.ui.page.conftest import needs_chromium

pytestmark = needs_chromium

TAB = "#tab-compare"
CHOOSE = "Class specifications to compare"


def ids_of(rolebook: Rolebook, *titles: str) -> list[str]:
    """The ids of specs, which are the same in every copy of a library."""
    held = {spec["title"]: spec["spec_id"] for spec in rolebook("list", "--json").json["specs"]}
    return [held[title] for title in titles]


def choose(page: Page, label: str, *names: str) -> None:
    """Choose from a list that is searched, by the keyboard alone."""
    box = page.get_by_role("combobox", name=label)
    for name in names:
        box.click()
        box.press_sequentially(name)
        expect(page.get_by_role("option").first).to_contain_text(name)
        box.press("Enter")


def row(page: Page, name: str) -> Locator:
    return page.locator(f"{TAB} tr:has(.name:text-is('{name}'))")


def parameters(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query)


def fits(page: Page) -> bool:
    """Whether nothing makes the page scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_two_classes_are_compared_as_soon_as_they_are_chosen_and_narrowed_down(
    page: Page, address: str, rolebook: Rolebook
) -> None:
    page.goto(f"{address}/?tab=compare")
    expect(page.locator(f"{TAB} .welcome")).to_have_text(re.compile("Choose at least two"))
    choose(page, CHOOSE, "Librarian", "Custodian")
    lifting = row(page, "Lifting")
    expect(lifting).to_contain_text("≠ differs")
    expect(lifting.get_by_role("cell")).to_have_text(
        [re.compile(r"^Occasionally \(O\) \[\d+\]"), re.compile(r"^Frequently \(F\) \[\d+\]")]
    )
    expect(lifting.locator("a[data-source]")).to_have_count(2)
    expect(row(page, "Reaching")).to_contain_text("= same")
    assert fits(page)
    page.get_by_label("Only differences").check()
    expect(row(page, "Reaching")).to_have_count(0)
    choose(page, "Sections", "Physical demands")
    expect(row(page, "Department")).to_have_count(0)
    expect(lifting).to_be_visible()
    chosen = [("compare", spec_id) for spec_id in ids_of(rolebook, "Librarian", "Custodian")]
    assert parameters(page) == [
        ("tab", "compare"), *chosen, ("section", "physical_demands"), ("only", "differences"),
    ]  # fmt: skip


def test_an_address_opens_its_comparison_again_and_says_what_is_gone(
    page: Page, address: str, rolebook: Rolebook
) -> None:
    first, second = ids_of(rolebook, "Librarian", "Custodian")
    said = f"tab=compare&compare={first}&compare=astronaut-0&compare={second}&section=physical_demands&only=differences"
    page.goto(f"{address}/?{said}")
    expect(page.locator(f"{TAB} .compare-notice")).to_have_text(re.compile("not held.*astronaut-0"))
    expect(row(page, "Lifting")).to_be_visible()
    expect(row(page, "Reaching")).to_have_count(0)
    expect(page.get_by_label("Only differences")).to_be_checked()
    workbook = page.get_by_role("link", name="Download as Excel").get_attribute("href") or ""
    assert parse_qsl(urlsplit(workbook).query) == [
        ("compare", first), ("compare", second), ("section", "physical_demands"), ("only", "differences"),
        ("lang", "en"),
    ]  # fmt: skip
    assert fits(page)


def test_the_picture_is_one_image_with_its_words_below(page: Page, address: str, rolebook: Rolebook) -> None:
    first, second = ids_of(rolebook, "Librarian", "Custodian")
    page.goto(f"{address}/?tab=compare&compare={first}&compare={second}")
    expect(page.get_by_role("img", name=re.compile("How often each physical demand"))).to_be_visible()
    page.get_by_text("The picture in words").click()
    expect(page.get_by_text("Foot Controls: Librarian Rarely (R); Custodian left blank.")).to_be_visible()


def test_a_section_is_gone_to_without_leaving_the_comparison(page: Page, address: str, rolebook: Rolebook) -> None:
    first, second = ids_of(rolebook, "Librarian", "Custodian")
    page.goto(f"{address}/?tab=compare&compare={first}&compare={second}")
    page.get_by_role("link", name="Non-physical demands", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Non-physical demands")).to_be_in_viewport()
    assert parameters(page) == [("tab", "compare"), ("compare", first), ("compare", second)]
    assert fits(page)


def test_the_link_to_a_comparison_is_copied(browser: Browser, address: str, rolebook: Rolebook) -> None:
    first, second = ids_of(rolebook, "Librarian", "Custodian")
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/?tab=compare&compare={first}&compare={second}")
        page.get_by_role("button", name="Copy the link to this comparison").press("Enter")
        expect(page.get_by_text("The link is copied.")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}/?tab=compare&compare={first}&compare={second}"
