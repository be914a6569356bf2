"""How long a person waits on the page, in a real browser: to load it, to read an answer, to see its source.

Run from the root of the project: ``python -m benchmarks.page_times``. It ingests the samples into a library of its own
and serves it on this machine; the table goes to standard output. The clock is the browser's own, and what it waits for
is what can be seen.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.answering import ingest_specs
from benchmarks.scoring import percentile
from benchmarks.served import served
from benchmarks.table import table

_TIMES = 20
_COLD_TIMES = 3
PATIENCE_MS = 120_000
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
_LOOKUP = "How often does the Utility Customer Service Manager {}?"
_LOOKED_UP = ("stand", "sit", "walk", "kneel", "crawl", "climb", "balance", "lift", "bend", "reach")
_SECTION = "What are the physical demands of the {}?"
_CLASSES = ("Utility Customer Service Manager", "Custodian", "Accountant I", "Accountant II", "Bridge Tender")

CLOCK = Path(__file__).with_name("page_clock.js")


@dataclass(frozen=True, slots=True)
class Waits:
    """The milliseconds that a person waited, of each time."""

    cold_load: tuple[float, ...]
    load: tuple[float, ...]
    lookup_words: tuple[float, ...]
    lookup: tuple[float, ...]
    section_words: tuple[float, ...]
    section: tuple[float, ...]
    source: tuple[float, ...]


def page_waits() -> Waits:
    """What a person waits for over the samples, in one window at a time."""
    with TemporaryDirectory() as folder, _browser() as browser:
        ingest_specs(Path(folder))
        cold = []
        for _ in range(_COLD_TIMES):
            with served(Path(folder)) as address:
                cold.append(_load_ms(browser, address))
        with served(Path(folder)) as address:
            _load_ms(browser, address)
            loads = tuple(_load_ms(browser, address) for _ in range(_TIMES))
            lookups = [_LOOKUP.format(_LOOKED_UP[number % len(_LOOKED_UP)]) for number in range(_TIMES)]
            sections = [_SECTION.format(_CLASSES[number % len(_CLASSES)]) for number in range(_TIMES)]
            looked_up = [_answer_ms(browser, address, question) for question in lookups]
            read = [_answer_ms(browser, address, question) for question in sections]
            sources = tuple(_source_ms(browser, address, question) for question in lookups)
    words, whole = zip(*looked_up, strict=True)
    section_words, section = zip(*read, strict=True)
    return Waits(tuple(cold), loads, words, whole, section_words, section, sources)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


def _load_ms(browser: Browser, address: str) -> float:
    """Until the page can be asked, from its address on, in a window that has nothing in store."""
    with _window(browser, address) as page:
        return float(page.evaluate("performance.now()"))


def _answer_ms(browser: Browser, address: str, question: str) -> tuple[float, float]:
    """Until the first words of an answer and until all of it, from the key that asks on."""
    with _window(browser, address) as page:
        return _ask(page, question)


def _source_ms(browser: Browser, address: str, question: str) -> float:
    """Until the words that an answer cites are marked beside it, from the click on."""
    with _window(browser, address) as page:
        _ask(page, question)
        page.evaluate("watchSource()")
        page.locator(".answer a[data-source]").first.click()
        return float(page.evaluate("waited"))


def _ask(page: Page, question: str) -> tuple[float, float]:
    page.locator("#question textarea").fill(question)
    page.evaluate("watchAnswer()")
    page.keyboard.press("Enter")
    first, last = page.evaluate("waited")
    return float(first), float(last)


@contextmanager
def _window(browser: Browser, address: str) -> Iterator[Page]:
    """A window of its own, with the page in it as soon as it can be asked: box and welcome are there."""
    page = browser.new_context().new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(path=CLOCK)
    page.goto(address)
    page.locator(".conversation .welcome").wait_for()
    page.locator("#question textarea").wait_for()
    yield page
    page.context.close()


def page_section(waits: Waits, busy: str) -> str:
    """The waits as a Markdown section; ``busy`` is the load of the machine before."""
    rows = [_row(what, times) for what, times in _named(waits)]
    return (
        "### The page in a browser\n\n"
        + table(("from … until …", "times", "p50, ms", "p95, ms", "slowest, ms"), rows)
        + "\n\nChromium without a graphics card, on the machine that serves; its load before was "
        f"{busy}. Every time in a window of its own with nothing in store. A server just started loads its "
        "embedding model meanwhile."
    )


def _named(waits: Waits) -> list[tuple[str, Sequence[float]]]:
    return [
        ("the address, a server just started, until the page can be asked", waits.cold_load),
        ("the address until the page can be asked", waits.load),
        ("a question with one value for an answer until its first words", waits.lookup_words),
        ("the same until all of it", waits.lookup),
        ("a question with a whole section for an answer until its first words", waits.section_words),
        ("the same until all of it", waits.section),
        ("a click on a citation until its words are marked in the source", waits.source),
    ]


def _row(what: str, times: Sequence[float]) -> tuple[object, ...]:
    return (
        what,
        len(times),
        *(f"{each:.0f}" for each in (percentile(times, 0.5), percentile(times, 0.95), max(times))),
    )


def main() -> int:
    """Measure, and print the table; return 0."""
    busy = f"{os.getloadavg()[0]:.1f}"
    print(page_section(page_waits(), busy))
    return 0


if __name__ == "__main__":
    sys.exit(main())
