// What the tabs have in common.

document.documentElement.lang = location.pathname.startsWith('/es') ? 'es' : 'en';

// Gradio's page has a base address, by which a bare fragment would load the page anew.
document.addEventListener('click', (event) => {
  if (!event.target.closest?.('.skip')) return;
  event.preventDefault();
  document.querySelector('#tabs [role="tab"][aria-selected="true"]')?.focus();
});
