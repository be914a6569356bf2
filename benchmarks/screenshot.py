"""Draws docs/page.png: the page as it looks with an answer and an opened citation.

Run from the root of the project: ``python -m benchmarks.screenshot``. It ingests the samples into a library of its own.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "page.png"
QUESTIONS = (
    "What is the salary of the Librarian?",
    "How often does the Utility Customer Service Manager stand?",
)


def draw(address: str) -> None:
    """Ask the questions on the page at ``address``, open a citation, and save what is seen."""
    # The first question that searches passages waits until the server has loaded the embedding model.
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 980})
        page.goto(address)
        expect(page.get_by_text("Example questions")).to_be_visible()
        for number, question in enumerate(QUESTIONS, 1):
            page.get_by_label("Question", exact=True).fill(question)
            page.get_by_role("button", name="Ask", exact=True).click()
            expect(page.locator(".answer")).to_have_count(number)
            expect(page.get_by_label("Question", exact=True)).to_have_value("")
        page.locator(".exchange").last.get_by_role("link", name="Citation 1").first.click()
        page.evaluate("window.scrollTo({top: 0, behavior: 'instant'})")
        page.screenshot(path=PICTURE)
        browser.close()


def main() -> None:
    """Ingest the samples, serve them, draw the page, stop."""
    with TemporaryDirectory() as library:
        rolebook = [sys.executable, "-m", "ui", "--library", library]
        subprocess.run([*rolebook, "ingest", "samples"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        serve = [*rolebook, "serve", "--port", "0"]
        with subprocess.Popen(serve, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                draw(server.stdout.readline().split()[3])
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
