import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.conftest import ROOT, SAMPLES
from tests.ui.page.conftest import PATIENCE_MS, SIZES, needs_chromium

PASSWORD = "correct horse battery staple"


@pytest.fixture(scope="module")
def staffed(library_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server for whose Library tab a password is set."""
    folder = shutil.copytree(library_folder, tmp_path_factory.mktemp("staffed") / "library")
    command = [sys.executable, "-m", "ui", "--library", str(folder), "serve", "--port", "0"]
    environment = {**os.environ, "ROLEBOOK_ADMIN_PASSWORD": PASSWORD}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        announced = server.stdout.readline()
        try:
            yield announced.split()[3]
        finally:
            server.terminate()


@pytest.fixture(params=SIZES)
def library_page(browser: Browser, staffed: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The Library tab of that server, for somebody who is not signed in."""
    width, height = request.param
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(PATIENCE_MS)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{staffed}/?tab=library")
    expect(page.get_by_label("Staff password")).to_be_visible()
    yield page
    assert errors == []
    page.close()


@pytest.fixture
def lamp_keeper(tmp_path: Path, library_page: Page) -> Path:
    """A spec that the library does not hold, under a name of its own for every size of the page."""
    assert library_page.viewport_size is not None
    file = tmp_path / f"lamp-keeper-{library_page.viewport_size['width']}.txt"
    file.write_bytes((SAMPLES / "custodian.txt").read_bytes().replace(b"Custodian", b"Lamp Keeper"))
    return file


@needs_chromium
def test_staff_sign_in_add_files_read_the_report_remove_one_and_sign_out(
    library_page: Page, lamp_keeper: Path, tmp_path: Path
) -> None:
    page = library_page
    page.get_by_label("Staff password").fill("a wrong one")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("That is not the password.")
    page.get_by_label("Staff password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Add class specifications")).to_be_visible()

    (tmp_path / "picnic.txt").write_text("Minutes of the picnic.")
    page.get_by_label("Choose files").set_input_files([lamp_keeper, tmp_path / "picnic.txt"])
    expect(page.locator("[data-sending]")).to_contain_text("Sent: 2.")
    expect(page.locator(".report").first.locator("[data-summary]")).to_have_text("1 new, 1 not taken in")
    expect(page.locator(".report").first).to_contain_text(
        "picnic.txt: it is text, but nothing in it is a class specification"
    )
    page.reload()
    expect(page.locator(".report").first).to_contain_text("Lamp Keeper")

    page.get_by_label("Show only those with these words").fill(lamp_keeper.name)
    expect(page.locator("[data-count]")).to_contain_text("1 of ")
    page.get_by_role("button", name="Remove Lamp Keeper").click()
    dialog = page.get_by_role("dialog", name="Remove Lamp Keeper?")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Remove Lamp Keeper")).to_be_focused()
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("status").filter(has_text="Lamp Keeper has been removed.")).to_be_attached()
    expect(page.locator("[data-count]")).to_contain_text("0 of ")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Staff password")).to_be_focused()
    expect(page.locator("[data-staff]")).to_contain_text("You are signed out.")


@needs_chromium
def test_a_visitor_sees_why_the_tab_is_off(page: Page, address: str) -> None:
    page.set_extra_http_headers({"X-Forwarded-For": "192.0.2.1"})
    page.goto(f"{address}/?tab=library")
    expect(page.get_by_role("heading", name="The Library tab is off")).to_be_visible()
    expect(page.locator("[data-staff]")).to_contain_text("ROLEBOOK_ADMIN_PASSWORD")
    expect(page.get_by_label("Staff password")).to_have_count(0)
    page.goto(f"{address}/es/?tab=library")
    expect(page.get_by_role("heading", name="La pestaña Biblioteca está desactivada")).to_be_visible()
