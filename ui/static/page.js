// What the tabs have in common.

document.documentElement.lang = location.pathname.startsWith('/es') ? 'es' : 'en';

// Gradio's page has a base address, by which a bare fragment would load the page anew.
document.addEventListener('click', (event) => {
  if (!event.target.closest?.('.skip')) return;
  event.preventDefault();
  document.querySelector('#tabs [role="tab"][aria-selected="true"]')?.focus();
});

// A list that is left with the Tab key stays open, over what comes next: Escape closes it, and nothing else.
document.addEventListener('focusout', ({target}) => {
  if (target.getAttribute?.('role') !== 'combobox') return;
  setTimeout(() => {
    if (document.activeElement === target || target.getAttribute('aria-expanded') !== 'true') return;
    const escape = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true});
    escape.preventDefault();
    target.dispatchEvent(escape);
  }, 50);
});

// Gradio names the button that takes a choice away by the choice's number: "Remove 17". Chromium lets the Tab key
// stop at a list that can be scrolled: the arrow keys go through it from its box, and Tab goes on to the next control.
new MutationObserver(() => {
  for (const remove of document.querySelectorAll('.token .token-remove')) {
    const chosen = remove.closest('.token').textContent.trim();
    const said = remove.getAttribute('aria-label') ?? '';
    if (chosen && /\d+$/.test(said) && !said.endsWith(chosen)) {
      remove.setAttribute('aria-label', said.replace(/\d+$/, chosen));
    }
  }
  for (const list of document.querySelectorAll('[role="listbox"]')) list.tabIndex = -1;
}).observe(document.documentElement, {childList: true, subtree: true});
