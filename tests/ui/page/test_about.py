"""The About tab and the footer."""

import re
from importlib.metadata import version

import pytest
from playwright.sync_api import Page, expect

from tests.ui.page.conftest import needs_chromium
from ui.feedback import FILE_NAME
from ui.page.about import about_html, footer_html
from ui.words import LANGUAGES, Language, words_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_is_kept_and_which_version_this_is(language: Language) -> None:
    said = about_html(words_in(language))
    assert FILE_NAME in said
    assert f"Rolebook {version('rolebook')}" in said
    assert 'href="/docs"' in said


def test_every_heading_of_the_table_says_what_it_heads() -> None:
    table = about_html(words_in("en")).partition("<table>")[2]
    assert len(re.findall(r'<th scope="col">', table)) == 3
    assert len(re.findall(r'<th scope="row">', table)) == len(re.findall(r"<tr>", table)) - 1


def test_the_footer_leads_to_it_in_its_language() -> None:
    assert 'href="/?tab=about"' in footer_html(words_in("en"))
    assert 'href="/es/?tab=about"' in footer_html(words_in("es"))


@needs_chromium
def test_from_the_footer_a_person_reads_what_rolebook_is_not_and_how_programs_ask_it(page: Page) -> None:
    page.get_by_role("link", name="About Rolebook").click()
    expect(page.get_by_role("tab", name="About", selected=True)).to_be_visible()
    expect(page.get_by_text("It is not legal advice.", exact=True)).to_be_visible()
    expect(page.get_by_text("Your conversation", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.context.cookies() == []
    page.get_by_role("link", name="How other programs can ask Rolebook").click()
    expect(page).to_have_url(re.compile("/docs$"))
