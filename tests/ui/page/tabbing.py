"""Going through a page with the Tab key: what it reaches, and whether a person sees where they are."""

from dataclasses import dataclass

from playwright.sync_api import Page

_MOST_PRESSES = 600
# Numbers each control that can be seen and used, and keeps how each looks without the focus.
_PREPARE = """() => {
  const looks = (element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor;
    return [outline, style.boxShadow, style.borderColor, style.backgroundColor].join(' ');
  };
  const around = (element) => [element, element.closest(".wrap") ?? element].map(looks).join('|');
  const says = (element) => `${element.tagName} ${element.id} ${element.name ?? ''} ${
    (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}`;
  const isCovered = (element) => {
    const {left, top, right, bottom} = element.getBoundingClientRect();
    const across = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const down = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const shown = document.elementFromPoint(across, down);
    return !shown || !(shown.contains(element) || element.parentElement.contains(shown));
  };
  document.activeElement?.blur();
  const groups = new Set();
  const isFirstOfGroup = ({type, name}) => type !== 'radio' || (!groups.has(name) && groups.add(name));
  const controls = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]')
    && element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && isFirstOfGroup(element));
  const plain = new Map(controls.map((element) => [element, around(element)]));
  window.tabbing = {
    unreached: new Set(controls), unseen: [], covered: [], first: null, round: false, says,
    async look() {
      const now = document.activeElement;
      if (now === document.body) return false;
      const isRound = now === this.first;
      this.first ??= now;
      this.unreached.delete(now);
      if (plain.has(now) && around(now) === plain.get(now)) this.unseen.push(says(now));
      // A list that is closing goes before a person presses the next key.
      for (const until = performance.now() + 1000; isCovered(now) && performance.now() < until;)
        await new Promise((resolve) => setTimeout(resolve, 20));
      if (isCovered(now)) this.covered.push(says(now));
      return isRound;
    },
  };
  return controls.length;
}"""
_REPORT = """() => {
  const {unreached, unseen, covered, says} = window.tabbing;
  return [[...unreached].map(says), unseen, covered];
}"""


@dataclass(frozen=True)
class Round:
    """What went wrong on a way through the page, each control in words."""

    controls: int
    unreached: list[str]
    """Controls that the Tab key never came to."""
    unseen: list[str]
    """Controls that look the same with the focus as without."""
    covered: list[str]
    """Controls that had the focus out of sight."""


def round_of(page: Page) -> Round:
    """Press Tab until the focus is where it began."""
    controls: int = page.evaluate(_PREPARE)
    for _ in range(_MOST_PRESSES):
        page.keyboard.press("Tab")
        if page.evaluate("window.tabbing.look()"):
            break
    else:
        raise AssertionError(f"the focus never came round: {page.evaluate('tabbing.says(document.activeElement)')}")
    return Round(controls, *page.evaluate(_REPORT))
