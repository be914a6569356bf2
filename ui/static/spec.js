// The Spec tab: links to a spec, or to a place in one, open it without loading the page again, and the address says
// which one is shown.

const FORM = '#spec-shown .spec';
const PATIENCE_MS = 4000;
// Where the contents stand beside the form, as in `spec.css`; above it they are folded.
const WIDE = matchMedia('(min-width: 1000px)');

// The address that was followed and whose spec has not come yet.
let followed = null;

// Where a link leads, if that is a spec of this page in this language.
function specAddress(link) {
  const address = new URL(link.href, location.href);
  const here = address.origin === location.origin && address.pathname === location.pathname;
  return here && address.searchParams.get('tab') === 'spec' && address.searchParams.get('spec') ? address : null;
}

function isShown(address) {
  const form = document.querySelector(FORM);
  return Boolean(form?.checkVisibility()) && new URL(form.dataset.path, location.href).search === address.search;
}

// Brings a place of the form into sight, and the keyboard with it; false where the form has no such place.
function goTo(hash) {
  const place = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!place) return false;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
  return true;
}

// The tab's own elements are made when it is first selected, so the form may have to be waited for.
function open(address, since = Date.now()) {
  const shown = document.querySelector('#spec-shown');
  const id = address.searchParams.get('spec');
  if (shown) shown.dispatchEvent(new CustomEvent('open-spec', { detail: id }));
  else if (Date.now() - since > PATIENCE_MS) location.assign(address);
  else setTimeout(() => open(address, since), 40);
}

document.addEventListener('click', (event) => {
  const modified = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const link = event.target.closest('a[href]');
  const address = link && !modified && !event.defaultPrevented && !link.target ? specAddress(link) : null;
  if (!address) return;
  event.preventDefault();
  if (isShown(address) && goTo(address.hash)) {
    history.replaceState(history.state, '', address);
    return;
  }
  // A source that covers the page makes way for the spec that it is of.
  link.closest('[role="dialog"]')?.querySelector('.source-close')?.click();
  followed = address;
  document.querySelector('#tab-spec-button')?.click();
  open(address);
});

document.addEventListener('click', (event) => {
  if (event.target.closest('.spec [data-print]')) window.print();
});

// A spec has come onto the page: the address names it, and who followed a link is brought to its place or its title.
// When the page is opened at a spec, its tab may be selected a moment after the spec has come.
function specShown(since = Date.now()) {
  const form = document.querySelector(FORM);
  if (!form?.checkVisibility()) {
    const awaited = followed || new URLSearchParams(location.search).get('tab') === 'spec';
    if (awaited && Date.now() - since < PATIENCE_MS) setTimeout(() => specShown(since), 40);
    return;
  }
  const status = document.querySelector('#spec-status');
  if (status) status.textContent = form.dataset.says;
  const contents = form.querySelector('.contents details');
  if (contents) contents.open = WIDE.matches;
  const address = followed ?? new URL(form.dataset.path, location.href);
  if (address.search !== location.search || followed) history.replaceState(history.state, '', address);
  if (!goTo(location.hash) && followed) form.querySelector('h2').focus();
  followed = null;
}

window.rolebook = Object.assign(window.rolebook ?? {}, { specShown });
