// The Spec tab: links to a spec open it without loading the page again, and the address says which one is shown.

const FORM = '#spec-shown .spec';
const PATIENCE_MS = 4000;
// Where the contents stand beside the form, as in `spec.css`; above it they are folded.
const WIDE = matchMedia('(min-width: 1000px)');

// The spec that a link leads to, where it is one of this page in this language.
function specOf(link) {
  const address = new URL(link.href, location.href);
  const here = address.origin === location.origin && address.pathname === location.pathname;
  return here && address.searchParams.get('tab') === 'spec' ? address.searchParams.get('spec') : null;
}

// The tab's own elements are made when it is first selected, so the form may have to be waited for.
function open(link, id, since = Date.now()) {
  const shown = document.querySelector('#spec-shown');
  if (shown) shown.dispatchEvent(new CustomEvent('open-spec', { detail: id }));
  else if (Date.now() - since > PATIENCE_MS) location.assign(link.href);
  else setTimeout(() => open(link, id, since), 40);
}

let followed = false;

document.addEventListener('click', (event) => {
  const modified = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const link = event.target.closest('a[href]');
  const id = link && !modified && !event.defaultPrevented && link.target !== '_blank' ? specOf(link) : null;
  if (!id) return;
  event.preventDefault();
  followed = true;
  document.querySelector('#tab-spec-button')?.click();
  open(link, id);
});

document.addEventListener('click', (event) => {
  if (event.target.closest('.spec [data-print]')) window.print();
});

// A spec has come onto the page: the address names it, and who followed a link is brought to its title. When the page
// is opened at a spec, its tab may be selected a moment after the spec has come.
function specShown(since = Date.now()) {
  const form = document.querySelector(FORM);
  if (!form?.checkVisibility()) {
    const awaited = new URLSearchParams(location.search).get('tab') === 'spec' && Date.now() - since < PATIENCE_MS;
    if (awaited) setTimeout(() => specShown(since), 40);
    return;
  }
  const status = document.querySelector('#spec-status');
  if (status) status.textContent = form.dataset.says;
  const contents = form.querySelector('.contents details');
  if (contents) contents.open = WIDE.matches;
  const address = new URL(form.dataset.path, location.href);
  if (address.search !== location.search) history.replaceState(history.state, '', address);
  const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (followed) form.querySelector('h2').focus();
  else if (place) place.scrollIntoView();
  followed = false;
}

window.rolebook = Object.assign(window.rolebook ?? {}, { specShown });
