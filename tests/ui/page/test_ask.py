import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.ui.conftest import SEED_TITLE
from tests.ui.page.conftest import PATIENCE_MS, needs_chromium

LOOKUP = f"How often does the {SEED_TITLE} stand?"
COMPARISON = f"Compare the physical demands of the {SEED_TITLE} and the Firefighter"


@pytest.fixture
def page(page: Page) -> Page:
    """The page when it can be asked: its examples are there."""
    expect(page.get_by_text("Example questions")).to_be_visible()
    return page


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a window of its own, opened at an address of the test's choice."""
    page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE_MS)
    yield page
    page.close()


def box(page: Page) -> Locator:
    return page.get_by_label("Question", exact=True)


def ask(page: Page, question: str) -> None:
    box(page).fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".question").last).to_contain_text(question[:400])
    expect(page.locator(".answer.pending")).to_have_count(0)


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@needs_chromium
def test_a_question_is_answered_with_its_sources_listed_below(page: Page) -> None:
    ask(page, LOOKUP)
    answer = page.locator(".answer.answered")
    expect(answer).to_contain_text("Frequently [1]")
    expect(answer.locator(".sources li").first).to_contain_text("Copier, fax machine, presentations")
    link = answer.get_by_role(
        "link", name=re.compile("^Citation 1: Utility Customer Service Manager, Physical demands")
    )
    expect(link.first).to_have_attribute("href", re.compile("^/source/utility.*start="))
    expect(box(page)).to_have_value("")
    assert fits(page)


@needs_chromium
def test_a_comparison_is_a_table_whose_codes_say_what_they_mean(page: Page) -> None:
    ask(page, COMPARISON)
    table = page.locator(".answer.answered table")
    expect(table.locator("thead th")).to_contain_text([SEED_TITLE, "Firefighter"])
    assert table.locator("tbody tr", has_text="Lifting").locator("abbr").first.get_attribute("title")
    assert fits(page)


@needs_chromium
def test_suggestions_follow_an_answer_and_ask_by_a_click(page: Page) -> None:
    page.get_by_role("navigation", name="Example questions").get_by_role("button").first.click()
    expect(page.locator(".answer.answered")).to_have_count(1)
    following = page.get_by_role("navigation", name="You could ask next").get_by_role("button")
    following.first.press("Enter")
    expect(page.locator(".answer.answered")).to_have_count(2)
    expect(page.locator(".answer.answered").last).to_be_focused()


@needs_chromium
def test_the_classes_selected_are_asked_about(page: Page) -> None:
    page.get_by_label("Classes to ask about").click()
    page.get_by_role("option", name=SEED_TITLE).click()
    page.keyboard.press("Escape")
    ask(page, "How often does one stand?")
    expect(page.locator(".answer.answered")).to_contain_text("Frequently [1]")


@needs_chromium
def test_an_agency_shortens_the_list_of_classes(page: Page) -> None:
    page.get_by_label("Agency").click()
    page.get_by_role("option", name="County of Wendrake").click()
    page.get_by_label("Classes to ask about").click()
    expect(page.get_by_role("option")).to_have_text([re.compile("Hydrographer")])


@needs_chromium
def test_a_question_asked_back_is_answered_by_a_button(page: Page) -> None:
    ask(page, "What education does the Court Clerk need?")
    page.get_by_role("group", name="Ask the same question about").get_by_role("button", name="Court Clerk II").click()
    expect(page.locator(".answer.answered")).to_contain_text("Court Clerk II, Formal Education")


@needs_chromium
def test_words_that_look_like_markup_are_shown_as_words(page: Page) -> None:
    hostile = "How high does the <img src=x onerror=alert(1)> **Astronaut** ${alert(1)} {{value}} $$x$$ jump?"
    ask(page, hostile)
    expect(page.locator(".question")).to_contain_text(hostile)
    expect(page.locator(".answer.abstained")).to_be_visible()
    assert page.locator(".conversation img").count() == 0


@needs_chromium
def test_what_cannot_be_taken_is_said_in_one_sentence_and_can_be_mended(page: Page) -> None:
    too_long = "x" * 100_000
    ask(page, too_long)
    expect(page.locator(".answer.problem")).to_contain_text("100,000 characters")
    expect(box(page)).to_have_value(too_long)
    box(page).fill("")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="Please write a question first.")).to_be_visible()
    expect(page.locator(".exchange")).to_have_count(1)


@needs_chromium
def test_a_conversation_goes_on_after_a_reload_until_a_new_one_is_begun(page: Page) -> None:
    ask(page, LOOKUP)
    page.reload()
    expect(page.locator(".answer.answered")).to_contain_text("Frequently [1]")
    ask(page, "And how often does it sit?")
    expect(page.locator(".answer.answered").last).to_contain_text("Sitting")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".exchange")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("Example questions")).to_be_visible()
    expect(page.locator(".exchange")).to_have_count(0)


@needs_chromium
def test_a_link_to_an_answer_asks_it_again_in_another_window(page: Page, opened: Page) -> None:
    ask(page, LOOKUP)
    ask(page, "And how often does it sit?")
    page.get_by_role("button", name="Copy link").last.click()
    expect(page.get_by_text("The link to this answer is copied.")).to_be_visible()
    opened.goto(page.locator("[data-link]").last.get_attribute("data-link") or "")
    expect(opened.locator(".answer.answered").last).to_contain_text("Sitting")
    expect(opened.locator(".exchange")).to_have_count(2)
    opened.reload()
    expect(opened.locator(".exchange")).to_have_count(2)


@needs_chromium
def test_classes_that_the_address_names_are_selected(opened: Page) -> None:
    opened.goto(
        f"/?{urlencode([('ask', 'How often does one lift?'), ('class', 'Custodian'), ('class', 'Firefighter')])}"
    )
    expect(opened.locator(".answer.answered")).to_contain_text("Firefighter")
    expect(opened.locator(".token")).to_have_text([re.compile("Custodian"), re.compile("Firefighter")])


@needs_chromium
def test_what_is_wrong_with_an_answer_is_sent_with_a_reason(page: Page) -> None:
    sent: list[Any] = []

    def take(route: Route) -> None:
        sent.append(route.request.post_data_json)
        route.fulfill(json={})

    page.route("**/api/feedback", take)
    ask(page, LOOKUP)
    page.get_by_role("button", name="Something is wrong with this answer").click()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Please choose what is wrong.")).to_be_visible()
    page.get_by_label("The source is the wrong one").check()
    page.get_by_label("Comment").fill("Page 2")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you, your feedback has been sent.")).to_be_visible()
    assert [(one["question"], one["verdict"], one["reason"], one["comment"]) for one in sent] == [
        (LOOKUP, "down", "wrong_source", "Page 2")
    ]
    assert str(sent[0]["answer_text"]).startswith("Frequently [1]")


@needs_chromium
def test_a_server_that_cannot_be_reached_is_said_in_words_and_the_question_is_kept(opened: Page) -> None:
    opened.goto("/")
    expect(opened.get_by_text("Example questions")).to_be_visible()
    opened.route(re.compile("gradio_api|/api/"), lambda route: route.abort())
    box(opened).fill(LOOKUP)
    opened.get_by_role("button", name="Ask", exact=True).click()
    expect(opened.locator(".answer.problem")).to_contain_text("The server was restarted or cannot be reached.")
    opened.unroute_all()
    opened.reload()
    expect(box(opened)).to_have_value(LOOKUP)
