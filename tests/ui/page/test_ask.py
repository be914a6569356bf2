from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.ui.conftest import SEED_TITLE
from tests.ui.page.conftest import needs_chromium

LOOKUP = f"How often does the {SEED_TITLE} stand?"
SECTION = f"What are the physical demands of the {SEED_TITLE}?"


@pytest.fixture
def page(page: Page) -> Page:
    """The page when it can be asked: its examples are there."""
    expect(page.get_by_text("Example questions")).to_be_visible()
    return page


def ask(page: Page, question: str) -> None:
    page.get_by_label("Question", exact=True).fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".question").last).to_contain_text(question[:400])


@needs_chromium
def test_a_question_is_answered_and_its_citation_opens_on_the_marked_words(page: Page, tmp_path: Path) -> None:
    ask(page, LOOKUP)
    answer = page.locator(".answer.answered")
    expect(answer).to_contain_text("Frequently [1]")
    answer.get_by_role("link", name="Citation 1").first.click()
    expect(page.locator("#passage-0-1 mark")).to_be_in_viewport()
    expect(page.locator("#passage-0-1 mark")).to_contain_text("Copier, fax machine, presentations")
    expect(page.locator("#passage-0-1")).to_contain_text("Sitting")
    page.screenshot(path=tmp_path / "answer.png")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@needs_chromium
def test_a_citation_of_a_long_answer_is_folded_until_it_is_opened(page: Page) -> None:
    ask(page, SECTION)
    expect(page.locator(".answer.answered")).to_be_visible()
    row = page.locator("#passage-0-5")
    expect(row).to_be_hidden()
    page.get_by_role("link", name="Citation 5", exact=True).first.click()
    expect(row.locator("mark")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@needs_chromium
def test_an_example_question_is_asked_by_choosing_it(page: Page) -> None:
    page.locator("button.gallery-item").first.click()
    expect(page.locator(".answer")).to_have_count(1)


@needs_chromium
def test_the_classes_selected_are_asked_about(page: Page) -> None:
    page.get_by_label("Classes to ask about").click()
    page.get_by_role("option", name=SEED_TITLE).click()
    page.keyboard.press("Escape")
    ask(page, "How often does one stand?")
    expect(page.locator(".answer.answered")).to_contain_text("Frequently [1]")


@needs_chromium
def test_words_that_look_like_markup_are_shown_as_words(page: Page) -> None:
    hostile = "How high does the <img src=x onerror=alert(1)> **Astronaut** ${alert(1)} {{value}} $$x$$ jump?"
    ask(page, hostile)
    expect(page.locator(".question")).to_contain_text(hostile)
    expect(page.locator(".answer.abstained")).to_be_visible()
    assert page.locator(".conversation img").count() == 0


@needs_chromium
def test_a_question_that_cannot_be_taken_is_answered_in_one_sentence(page: Page) -> None:
    too_long = "x" * 5000
    ask(page, too_long)
    expect(page.locator(".answer.problem")).to_contain_text("5000 characters")
    expect(page.get_by_label("Question", exact=True)).to_have_value(too_long)


@needs_chromium
def test_the_question_box_is_emptied_for_the_next_question_of_the_conversation(page: Page) -> None:
    ask(page, LOOKUP)
    expect(page.get_by_label("Question", exact=True)).to_have_value("")
    ask(page, "And how often does it sit?")
    expect(page.locator(".answer.answered").last).to_contain_text("Sitting")
    expect(page.get_by_label("Question", exact=True)).to_have_value("")


@needs_chromium
def test_a_new_conversation_begins_empty(page: Page) -> None:
    ask(page, LOOKUP)
    expect(page.locator(".answer")).to_have_count(1)
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".answer")).to_have_count(0)
    expect(page.locator(".passage")).to_have_count(0)
