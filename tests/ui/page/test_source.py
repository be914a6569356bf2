"""A citation opens its source beside what is read, on the very words that it quotes."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import numpy as np
import pdfplumber
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.ui.conftest import SAMPLES, SEED_TITLE
from tests.ui.page.conftest import PATIENCE_MS, needs_chromium
from ui.links import source_link, source_path
from ui.words import words_in

TITLES = [
    "Bridge Tender", "Forensic Photographer", "Greenhouse Grower", "Property Appraiser", "Traffic Signal Mechanic",
    "Planetarium Lecturer", "Court Clerk I", "Court Clerk II", SEED_TITLE, "Custodian",
]  # fmt: skip
QUESTIONS = [
    "How often does the {} stand?", "How often does the {} lift?", "What education does the {} need?",
    "What tools does the {} use?", "Is the {} exposed to noise?",
]  # fmt: skip
# Its row runs over the end of a page.
OVER_PAGES = "What certifications does the Greenhouse Grower need?"
SCAN = "property-appraiser.pdf"
REPAIRED = "How often does the Administrative Assistant walk?"
# Of a picture's width or height: a letter is in a mark by its middle, which no rounding moves further than this.
NEAR = 0.002

# Opens a citation and waits until all of it is in view; gives what then stands in the drawer.
_OPEN = """async (link) => {
  const begun = performance.now();
  link.click();
  const panel = document.querySelector('#source-panel');
  const isHere = () => panel.querySelector('#marked')
    && [...panel.querySelectorAll('img')].every((image) => image.complete && image.naturalWidth);
  panel.querySelector('.source-body').replaceChildren();
  while (!isHere()) {
    if (performance.now() - begun > 20000) throw new Error(panel.textContent);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const seen = panel.querySelector('.source-view').getBoundingClientRect();
  const first = panel.querySelector('#marked').getBoundingClientRect();
  const pages = [...panel.querySelectorAll('.source-page-shown')].map((page) => {
    const image = page.querySelector('img');
    const whole = image.getBoundingClientRect();
    const marks = [...page.querySelectorAll('.mark')].map((mark) => {
      const box = mark.getBoundingClientRect();
      return [(box.left - whole.left) / whole.width, (box.top - whole.top) / whole.height,
              (box.right - whole.left) / whole.width, (box.bottom - whole.top) / whole.height];
    });
    return {page: Number(page.dataset.page), source: image.src, marks};
  });
  return {
    pages,
    title: panel.querySelector('.source-title').textContent,
    about: panel.querySelector('.source-about').textContent,
    marked: [...panel.querySelectorAll('mark')].map((mark) => mark.textContent).join(''),
    quoted: panel.querySelector('.source-quote')?.textContent ?? null,
    inView: first.bottom > seen.top && first.top < seen.bottom && first.right > seen.left && first.left < seen.right,
  };
}"""


def asked(address: str, question: str) -> dict[str, Any]:
    """The answer to a question."""
    with urlopen(Request(f"{address}/api/ask", json.dumps({"question": question}).encode())) as response:
        answer: dict[str, Any] = json.load(response)
    return answer


def cite(page: Page, citations: Sequence[dict[str, Any]], language: str = "en") -> None:
    """Put links to citations on the page, as answers have them."""
    words = words_in("es" if language == "es" else "en")
    links = " ".join(
        source_link(f"[{n}]", each["spec_id"], each["start"], each["end"], words, says=f"Cited {n}")
        for n, each in enumerate(citations)
    )
    page.evaluate(
        "(links) => document.querySelector('.masthead').insertAdjacentHTML('afterend', `<p id='cited'>${links}</p>`)",
        links,
    )
    expect(page.locator("#source-panel")).to_be_attached()


def opened(page: Page, n: int) -> dict[str, Any]:
    """What the drawer shows of a citation that was put on the page."""
    shown: dict[str, Any] = page.locator("#cited a").nth(n).evaluate(_OPEN)
    return shown


@cache
def printed(path: Path, number: int) -> list[tuple[str, float, float]]:
    """The letters of a page of a PDF, each with its middle in fractions of the page."""
    with pdfplumber.open(path) as document:
        page = document.pages[number - 1]
        return [
            (each["text"], (each["x0"] + each["x1"]) / 2 / page.width, (each["top"] + each["bottom"]) / 2 / page.height)
            for each in page.chars
        ]


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def letters_in(path: Path, pages: Sequence[dict[str, Any]]) -> Counter[str]:
    """The letters that a PDF prints inside the marks."""
    return letters(
        "".join(
            text
            for page in pages
            for text, across, down in printed(path, page["page"])
            if any(left < across < right and top < down < bottom for left, top, right, bottom in page["marks"])
        )
    )


def ink(picture: bytes, mark: Sequence[float]) -> int:
    """How many dark pixels a mark covers."""
    with Image.open(BytesIO(picture)) as opened:
        grey = np.asarray(opened.convert("L"))
    left, top, right, bottom = (round(side * grey.shape[1 - at % 2]) for at, side in enumerate(mark))
    return int((grey[top:bottom, left:right] < 128).sum())


def is_covered(box: dict[str, Any], pages: Sequence[dict[str, Any]]) -> bool:
    return any(
        page["page"] == box["page"]
        and mark[0] <= box["left"] + NEAR
        and mark[1] <= box["top"] + NEAR
        and mark[2] >= box["right"] - NEAR
        and mark[3] >= box["bottom"] - NEAR
        for page in pages
        for mark in page["marks"]
    )


def check_pictured(address: str, citation: dict[str, Any], shown: dict[str, Any]) -> None:
    """The marks on the pictures are where the words are, and cover them and nothing else."""
    path = f"/api/source/{citation['spec_id']}?start={citation['start']}&end={citation['end']}"
    with urlopen(address + path) as response:
        boxes = json.load(response)["boxes"]
    assert [page["page"] for page in shown["pages"]] == sorted({box["page"] for box in boxes})
    assert shown["quoted"] == citation["quote"]
    assert [box for box in boxes if not is_covered(box, shown["pages"])] == []
    if citation["source"] != SCAN:
        assert letters_in(SAMPLES / citation["source"], shown["pages"]) == letters(citation["quote"])
        return
    for page in shown["pages"]:
        with urlopen(page["source"]) as response:
            picture = response.read()
        assert all(ink(picture, mark) > 40 for mark in page["marks"])
        assert sum((right - left) * (bottom - top) for left, top, right, bottom in page["marks"]) < 0.2


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a wide screen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    expect(page.locator("[role=tab][aria-selected=true]")).to_be_visible()
    yield page
    page.close()


@needs_chromium
def test_each_citation_of_fifty_answers_opens_on_the_words_that_it_quotes(desk: Page, address: str) -> None:
    questions = [question.format(title) for title in TITLES for question in QUESTIONS]
    answers = [asked(address, question) for question in (*questions, OVER_PAGES)]
    citations = [citation for answer in answers for citation in answer["citations"]]
    assert [answer["question"] for answer in answers if not answer["citations"]] == []
    assert {Path(citation["source"]).suffix for citation in citations} == {".pdf", ".docx", ".html", ".txt"}
    cite(desk, citations)
    most_pages = 0
    for n, citation in enumerate(citations):
        shown = opened(desk, n)
        most_pages = max(most_pages, len(shown["pages"]))
        assert shown["inView"], citation
        assert shown["title"] == citation["class"]
        assert citation["source"] in shown["about"]
        if citation["source"].endswith(".pdf"):
            check_pictured(address, citation, shown)
        else:
            assert shown["pages"] == []
            assert shown["marked"] == citation["quote"]
    assert most_pages == 2


@needs_chromium
def test_the_source_opens_beside_the_page_or_over_a_narrow_one_and_gives_the_focus_back(
    page: Page, address: str, tmp_path: Path
) -> None:
    cite(page, asked(address, REPAIRED)["citations"])
    link, panel = page.locator("#cited a").first, page.locator("#source-panel")
    link.focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("heading", name="Administrative Assistant")).to_be_focused()
    expect(panel.locator("mark").first).to_be_in_viewport()
    expect(panel).to_contain_text("Read as “O” from “0”")
    page.screenshot(path=tmp_path / "source.png")
    # On a wide screen nothing of the page is covered; on a narrow one nothing that is covered can be reached.
    is_wide = (page.viewport_size or {"width": 0})["width"] > 900
    covered = "link => link.closest('[inert]') !== null"
    edges = page.evaluate(
        "[document.querySelector('.gradio-container').getBoundingClientRect().right,"
        " document.querySelector('#source-panel').getBoundingClientRect().left]"
    )
    assert (edges[0] <= edges[1]) == is_wide
    assert link.evaluate(covered) != is_wide
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()


@needs_chromium
def test_where_the_connection_fails_the_drawer_says_so_and_the_link_can_be_followed_again(
    desk: Page, address: str
) -> None:
    cite(desk, asked(address, REPAIRED)["citations"], language="es")

    def fail(route: Route) -> None:
        route.abort()

    link, panel = desk.locator("#cited a").first, desk.locator("#source-panel")
    desk.route("**/source/**", fail)
    link.click()
    expect(panel.get_by_role("status").first).to_contain_text("the connection failed")
    desk.unroute("**/source/**")
    link.click()
    # The words of the page are in the link's language; those of the spec stay its own.
    expect(panel).to_contain_text("Se leyó “O” donde dice “0”")
    expect(panel.locator("mark").first).to_be_in_viewport()


@needs_chromium
def test_the_words_are_copied_and_the_link_to_the_passage_opens_without_the_page(desk: Page, address: str) -> None:
    (citation, *_) = asked(address, "How often does the Bridge Tender stand?")["citations"]
    cite(desk, [citation])
    opened(desk, 0)
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    desk.get_by_role("button", name="Copy the words").click()
    expect(desk.get_by_text("The words are copied.")).to_be_visible()
    assert desk.evaluate("navigator.clipboard.readText()") == citation["quote"]
    desk.get_by_role("link", name="Link to this passage").click()
    expect(desk.get_by_role("heading", level=1, name="Bridge Tender")).to_be_visible()
    expect(desk.locator("#marked")).to_be_in_viewport()


@needs_chromium
def test_without_scripts_a_citation_leads_to_its_marked_words(browser: Browser, address: str) -> None:
    words = words_in("en")
    with browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        for title in ("Bridge Tender", SEED_TITLE):
            (citation, *_) = asked(address, f"What tools does the {title} use?")["citations"]
            path = source_path(citation["spec_id"], citation["start"], citation["end"], words)
            page.goto(address + path)
            expect(page.locator("#marked")).to_be_in_viewport()
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
