"""Many windows of a browser at once, each with a conversation of its own about a class of its own."""

import asyncio
import shutil
from functools import partial

from playwright.async_api import Browser, Page, async_playwright

from benchmarks.load import PATIENCE_S, Asked, Load, Reply, all_at_once, http_client, own_questions
from benchmarks.page_times import ARGUMENTS, CLOCK, PATIENCE_MS

# What stands in the conversation of a window: the questions and the text of each answer.
_SHOWN = """[...document.querySelectorAll('.conversation .exchange[data-question]')]
  .map(({dataset}) => [dataset.question, dataset.text])"""


async def windows_load(address: str, windows: int, seconds: float) -> Load:
    """What people get who ask on the page at this address, each in a window that shares nothing with the others."""
    async with http_client(address) as http:
        own = await own_questions(http, windows)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        pages = [await _window(browser, address) for _ in own]
        load = await all_at_once(own, [partial(_reply, page, []) for page in pages], seconds)
        await browser.close()
    return load


async def _window(browser: Browser, address: str) -> Page:
    page = await (await browser.new_context()).new_page()
    page.set_default_timeout(PATIENCE_MS)
    await page.add_init_script(path=CLOCK)
    await page.goto(address)
    await page.locator(".conversation .welcome").wait_for()
    return page


async def _reply(page: Page, said: list[list[str]], asked: Asked, _: str) -> Reply:
    """What the window shows for one more question; ``said`` is what it has to show already."""
    route = asked.alone["route"]
    said.append([asked.question, asked.alone["text"]])
    await page.locator("#question textarea").fill(asked.question)
    await page.evaluate("watchAnswer()")
    await page.keyboard.press("Enter")
    try:
        elapsed_ms, _ = await asyncio.wait_for(page.evaluate("waited"), PATIENCE_S)
    except TimeoutError:
        return Reply(route, PATIENCE_S * 1000, f"{asked.question} was not answered in {PATIENCE_S:g} s")
    shown = await page.evaluate(_SHOWN)
    # The oldest leave the page.
    is_own = bool(shown) and shown == said[-len(shown) :]
    return Reply(route, elapsed_ms, None if is_own else f"{asked.question}: the window shows {shown[-1:]}")
