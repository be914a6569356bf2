"""The whole page, with content on every tab: for people with a screen reader, a keyboard, weak sight or a phone."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.ui.conftest import ROOT, SEED_TITLE, Rolebook
from tests.ui.page.axe import violations
from tests.ui.page.conftest import PATIENCE_MS, needs_chromium
from tests.ui.page.tabbing import round_of

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


WIDE, NARROW = (pytest.mark.parametrize("looked_at", [look], indirect=True) for look in LOOKS)


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
    alone = []
    for title in (SEED_TITLE, PICTURED):
        link = page.get_by_role("link", name=re.compile(f"^Citation 1: {title}")).first
        alone.append(link.get_attribute("href") or "")
        link.click()
        expect(page.locator("#source-panel .source-title")).to_have_text(title)
        yield f"the source of the {title}", "#source-panel"
        page.keyboard.press("Escape")
    for path in alone:
        page.goto(path)
        expect(page.locator("#marked")).to_be_in_viewport()
        yield path, ":root"


def comparing(page: Page, ids: dict[str, str]) -> Iterator[tuple[str, str]]:
    go(page, "/", tab="compare", compare=[ids["Librarian"], ids["Custodian"], "gone"], section="physical_demands")
    expect(page.locator(".compared")).to_be_visible()
    unfold(page, ".compared")
    yield "a comparison", ":root"


def finding(page: Page) -> Iterator[tuple[str, str]]:
    go(page, "/", tab="find", overall_strength="at_most_light", colour="red")
    expect(page.locator(".find-table")).to_be_visible()
    unfold(page, "[data-find]")
    for box in page.locator("[data-choose]").all()[:2]:
        box.check()
    yield "what is found", ":root"


def reading(page: Page, ids: dict[str, str]) -> Iterator[tuple[str, str]]:
    for title in (SEED_TITLE, PICTURED):
        go(page, "/", tab="spec", spec=ids[title])
        expect(page.locator(".spec h2")).to_contain_text(title)
        unfold(page, ".spec")
        yield f"the {title}", ":root" if title == SEED_TITLE else ".spec"


def keeping(page: Page, picnic: Path) -> Iterator[tuple[str, str]]:
    go(page, "/", tab="library")
    page.get_by_label("Choose files").set_input_files(picnic)
    expect(page.locator(".report").first).to_contain_text("picnic.txt")
    unfold(page, "[data-staff]")
    yield "the library", ":root"
    page.get_by_role("button", name="Remove Custodian").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "a dialog", "[data-staff]"
    page.keyboard.press("Escape")


def in_spanish(page: Page) -> Iterator[tuple[str, str]]:
    asked(page, "/es/", QUESTIONS[:1])
    yield "an answer in Spanish", ":root"
    go(page, "/es/", tab="about")
    expect(page.locator("article.about")).to_be_visible()
    yield "about it in Spanish", ":root"


@pytest.fixture
def picnic(tmp_path: Path) -> Path:
    """A file that is no class specification, so that the library stays as it is."""
    file = tmp_path / "picnic.txt"
    file.write_text("Minutes of the picnic.")
    return file


def states(page: Page, ids: dict[str, str], picnic: Path) -> Iterator[tuple[str, str]]:
    """Bring the page into each state that it is judged in; gives what that is and what is new in it."""
    yield from asking(page)
    yield from comparing(page, ids)
    yield from finding(page)
    yield from reading(page, ids)
    yield from keeping(page, picnic)
    yield from in_spanish(page)


def too_wide(page: Page) -> list[str]:
    """When the page has to be scrolled sideways: as it is, as narrow as can be, or in letters twice as large."""
    wide = "document.documentElement.scrollWidth > innerWidth"
    before = page.viewport_size
    assert before is not None
    found = ["as it is"] if page.evaluate(wide) else []
    if before["width"] < 400:
        page.set_viewport_size({**before, "width": 320})
        found += ["320 px"] if page.evaluate(wide) else []
    else:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        found += ["letters twice as large"] if page.evaluate(wide) else []
        page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(before)
    return found


def test_axe_finds_nothing_and_nothing_is_too_wide_on_any_tab(
    looked_at: Page, ids: dict[str, str], picnic: Path
) -> None:
    found = {
        name: wrong
        for name, scope in states(looked_at, ids, picnic)
        if (wrong := [*violations(looked_at, scope), *too_wide(looked_at)])
    }
    assert found == {}


@pytest.mark.parametrize(
    ("parameters", "awaited"),
    [
        ({"ask": QUESTIONS[:2]}, ".suggestions button"),
        ({"tab": ["compare"], "compare": ["Librarian", "Custodian"], "section": ["physical_demands"]}, ".compared"),
        ({"tab": ["find"], "overall_strength": ["at_most_light"]}, ".find-table"),
        ({"tab": ["spec"], "spec": [SEED_TITLE]}, ".spec h2"),
        ({"tab": ["library"]}, "#staff-held"),
        ({"tab": ["about"]}, "article.about"),
    ],
    ids=["ask", "compare", "find", "spec", "library", "about"],
)
def test_the_tab_key_comes_to_every_control_and_shows_where_it_is(
    looked_at: Page, ids: dict[str, str], parameters: dict[str, list[str]], awaited: str
) -> None:
    page = looked_at
    go(page, "/", **{name: [ids.get(one, one) for one in said] for name, said in parameters.items()})
    expect(page.locator(awaited).first).to_be_visible()
    way = round_of(page)
    assert way.controls > 6
    assert (way.unreached, way.unseen, way.covered) == ([], [], [])
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement !== tabbing.first")


@WIDE
def test_the_tab_key_leaves_a_list_for_the_next_control(looked_at: Page, ids: dict[str, str]) -> None:
    page = looked_at
    go(page, "/", tab="spec", spec=ids[SEED_TITLE])
    expect(page.locator(".spec h2")).to_contain_text(SEED_TITLE)
    page.get_by_role("combobox").locator("visible=true").first.click()
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.get_by_role("listbox")).to_have_attribute("tabindex", "-1")
    page.keyboard.press("Tab")
    expect(page.get_by_role("option").first).to_be_hidden()


def press_to(page: Page, control: Locator, key: str = "Tab") -> None:
    """Press a key until a control has the focus."""
    for _ in range(300):
        if control.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never came to {control}")


def choose(page: Page, name: str, title: str) -> None:
    """Choose from a list that is searched; what was passed on the way has closed its own."""
    press_to(page, page.get_by_role("combobox", name=name))
    expect(page.get_by_role("listbox")).to_have_count(1)
    page.keyboard.type(title)
    expect(page.get_by_role("option").first).to_have_text(re.compile(title))
    page.keyboard.press("Enter")


def open_tab(page: Page, name: str) -> None:
    press_to(page, page.get_by_role("tab", name=name, exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name=name, selected=True)).to_be_visible()


@WIDE
def test_a_person_without_a_mouse_asks_checks_compares_finds_and_reads(looked_at: Page) -> None:
    page = looked_at
    go(page, "/")
    expect(page.get_by_text("Example questions")).to_be_visible()
    choose(page, "Classes to ask about", "Custodian")
    press_to(page, page.get_by_label("Question", exact=True), "Shift+Tab")
    page.keyboard.type("How often does one lift?")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name=re.compile("^Citation 1: Custodian")).first
    expect(link).to_be_visible()
    press_to(page, link, "Shift+Tab")
    page.keyboard.press("Enter")
    panel = page.locator("#source-panel")
    expect(panel.get_by_role("heading", name="Custodian")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()

    open_tab(page, "Compare")
    choose(page, "Class specifications to compare", "Librarian")
    choose(page, "Class specifications to compare", "Custodian")
    expect(page.get_by_role("columnheader", name=re.compile("Custodian"))).to_be_visible()

    open_tab(page, "Find")
    strength = page.get_by_label("Overall strength", exact=True)
    expect(strength).to_be_attached()
    if not strength.is_visible():
        press_to(page, page.locator("[data-filters] > summary"))
        page.keyboard.press("Enter")
    press_to(page, strength)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[data-drop=overall_strength]")).to_be_visible()
    press_to(page, page.locator(".find-table tbody th a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".spec h2")).to_be_focused()


@NARROW
def test_a_whole_visit_asks_no_other_host_and_nothing_fails(looked_at: Page, address: str, ids: dict[str, str]) -> None:
    page = looked_at
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    asked(page, "/", QUESTIONS[:1])
    unfold(page, ".conversation")
    with page.expect_download() as file:
        page.get_by_role("link", name="Word", exact=True).click()
    assert file.value.path().stat().st_size > 1000
    page.get_by_role("link", name=re.compile("^Citation 1")).first.click()
    expect(page.locator("#source-panel .source-title")).to_have_text(SEED_TITLE)
    tabs = [("/", tab) for tab in ("compare", "find", "spec", "library", "about")]
    for path, tab in (*tabs, ("/es/", "compare"), ("/es/", "spec")):
        go(page, path, tab=tab, spec=ids[PICTURED], compare=[ids["Librarian"], ids["Custodian"]])
        expect(page.locator(f"#tab-{tab}[role=tabpanel]")).to_be_visible()
        page.wait_for_load_state("networkidle")
    page.goto("/docs")
    expect(page.locator(".opblock").first).to_be_visible()
    # Swagger builds its own headings and buttons; what is around them is ours.
    swaggers = ("heading-order: #operations-tag", "nested-interactive: #operations-")
    assert [one for one in violations(page) if not one.startswith(swaggers)] == []
    assert len(asked_for) > 50
    assert [url for url in asked_for if not url.startswith((address, "data:", "blob:"))] == []


def test_the_page_answers_where_the_embedding_model_cannot_be_had(
    browser: Browser, library_folder: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(library_folder, tmp_path / "library")
    environment = {**os.environ, "ROLEBOOK_EMBEDDING_MODEL": str(tmp_path / "none")}
    command = [sys.executable, "-m", "ui", "--library", str(folder), "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        announced = server.stdout.readline()
        try:
            page = browser.new_page(base_url=announced.split()[3])
            page.set_default_timeout(PATIENCE_MS)
            asked(page, "/", QUESTIONS[:1])
            expect(page.locator(".answer")).to_contain_text("Frequently [1]")
            page.close()
        finally:
            server.terminate()
