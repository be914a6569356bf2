"""axe, which finds what people with a screen reader, a keyboard or weak sight would stumble over."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_CONTRAST = "color-contrast"
# Colours and lists that are on their way are not what is read.
_STILL = "*, *::before, *::after { transition: none !important; animation: none !important; }"
_WAIT_FOR_STILLNESS = "Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))"
_RUN = """async ([scope, options]) => {
  const {violations} = await axe.run(scope, {...options, resultTypes: ['violations'], preload: false});
  return violations.flatMap(({id, nodes}) => nodes.map(({target, html, failureSummary}) =>
    `${id}: ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary}`));
}"""
# axe does not judge the colours of what is scrolled out of sight or lies under what stays in sight: so all is unrolled.
_UNROLL = """() => {
  const changed = [];
  const set = (element, style) => { changed.push([element, element.getAttribute('style')]);
    for (const [name, value] of style) element.style.setProperty(name, value, 'important'); };
  for (const element of document.body.querySelectorAll('*')) {
    const {position, overflowY} = getComputedStyle(element);
    if (position === 'sticky') set(element, [['position', 'static']]);
    if (/auto|scroll/.test(overflowY) && element.tagName !== 'TEXTAREA')
      set(element, [['max-height', 'none'], ['height', 'auto'], ['overflow', 'visible']]);
  }
  return () => changed.reverse().forEach(([element, style]) =>
    style === null ? element.removeAttribute('style') : element.setAttribute('style', style));
}"""


def violations(page: Page, scope: str = ":root") -> list[str]:
    """What axe finds in a part of a page as it is now: the rule, the element and what is wrong with it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
        page.add_style_tag(content=_STILL)
    page.evaluate(_WAIT_FOR_STILLNESS)
    tags = {"type": "tag", "values": _TAGS}
    found: list[str] = page.evaluate(_RUN, [scope, {"runOnly": tags, "rules": {_CONTRAST: {"enabled": False}}}])
    roll_up = page.evaluate_handle(_UNROLL)
    found += page.evaluate(_RUN, [scope, {"runOnly": {"type": "rule", "values": [_CONTRAST]}}])
    roll_up.evaluate("(roll_up) => roll_up()")
    return found


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
