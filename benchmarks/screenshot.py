"""Draws the pictures of the page in docs/: an answer with its source, and every tab, as people see them.

Run from the root of the project: ``python -m benchmarks.screenshot``. It ingests the samples into a library of its own,
but for some that it adds on the page, as staff do.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
PICTURES = ROOT / "docs" / "pictures"
ANSWER = ROOT / "docs" / "page.png"
DESK, PHONE = (1280, 900), (360, 740)
# The common colours of a page; more make the files larger, not the pictures better.
_COLOURS = 128
# The first question that searches passages waits until the server has loaded the embedding model.
_PATIENCE_MS = 60_000

ADDED = ("equipment-operator-ii.txt", "planetarium-lecturer.docx", "wastewater-plant-operator.txt")
QUESTION = "How often does the Bridge Tender climb?"
COMPARED = ("Custodian", "Librarian")
FILTERS = {"overall_strength": "at_most_medium", "class_requirements.education": "at_most_high_school"}
SPEC = "Utility Customer Service Manager"

Draw = Callable[[Page], None]


def add_files(page: Page) -> None:
    """Add files on the Library tab and wait until the report of them is whole."""
    page.goto("/?tab=library")
    page.get_by_label("Choose files").set_input_files([SAMPLES / name for name in ADDED])
    expect(page.locator(".report").first.locator("[data-summary]")).to_have_text(f"{len(ADDED)} new")
    expect(page.locator("[data-part=work] [data-busy=no]")).to_be_attached()


def open_source(page: Page) -> None:
    """Ask a question and open what its answer cites: a picture of the document's page."""
    page.goto("/")
    expect(page.get_by_text("Example questions")).to_be_visible()
    page.get_by_label("Question", exact=True).fill(QUESTION)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator(".answer.answered").get_by_role("link", name="Citation 1").first.click()
    expect(page.get_by_role("navigation", name="You could ask next")).to_be_visible()
    picture = page.locator("#source-panel img").first
    expect(picture).to_be_visible()
    picture.evaluate("image => image.decode()")


def show_comparison(page: Page) -> None:
    """Two classes side by side, with the picture of their demands in view."""
    chosen = [("compare", id_of(page, title)) for title in COMPARED]
    page.goto(f"/?{urlencode([('tab', 'compare'), *chosen])}")
    expect(page.get_by_role("heading", name="Physical demands side by side")).to_be_visible()


def show_found(page: Page) -> None:
    """The classes that meet some filters."""
    page.goto(f"/?{urlencode({'tab': 'find', **FILTERS})}")
    expect(page.locator("[data-tally]")).to_contain_text("specs held match")


def show_spec(page: Page) -> None:
    """A class spec as a form."""
    page.goto(f"/?{urlencode({'tab': 'spec', 'spec': id_of(page, SPEC)})}")
    expect(page.locator(".spec h2")).to_contain_text(SPEC)


def id_of(page: Page, title: str) -> str:
    """The id under which the server holds a class."""
    held = page.request.get(f"/api/specs/{title}").json()
    return str(held["spec_id"])


def draw_all(address: str) -> None:
    """Take every picture of the page at an address."""
    expect.set_options(timeout=_PATIENCE_MS)
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        draw(browser, address, add_files, PICTURES / "library.png")
        draw(browser, address, open_source, ANSWER)
        draw(browser, address, open_source, PICTURES / "phone.png", size=PHONE)
        draw(browser, address, open_source, PICTURES / "dark.png", dark=True)
        draw(browser, address, show_comparison, PICTURES / "compare.png")
        draw(browser, address, show_found, PICTURES / "find.png")
        draw(browser, address, show_spec, PICTURES / "spec.png")
        browser.close()


def draw(
    browser: Browser, address: str, act: Draw, path: Path, *, size: tuple[int, int] = DESK, dark: bool = False
) -> None:
    """Do something on the page in a window of its own, and save what is seen then."""
    page = browser.new_page(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    act(page)
    page.evaluate("scrollTo(0, 0)")
    save(page.screenshot(animations="disabled"), path)
    page.close()


def save(png: bytes, path: Path) -> None:
    """Write a picture with the colours that it needs, as a small file."""
    with Image.open(BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(path, optimize=True)


@contextmanager
def served() -> Iterator[str]:
    """The address of a server over the samples, but for those that are added on the page."""
    with TemporaryDirectory() as library:
        rolebook = [sys.executable, "-m", "ui", "--library", library]
        ingested = [str(path) for path in sorted(SAMPLES.iterdir()) if path.name not in (*ADDED, "README.md")]
        subprocess.run([*rolebook, "ingest", *ingested], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        serve = [*rolebook, "serve", "--port", "0"]
        with subprocess.Popen(serve, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            try:
                yield server.stdout.readline().split()[3]
            finally:
                server.terminate()


if __name__ == "__main__":
    with served() as at:
        draw_all(at)
