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
