// The Find tab: what is chosen goes into the address, and the server says what that finds.

const chosen = new Set();
let asked = 0;
const SAYS_IT_IS_BUSY_AFTER_MS = 400;

const root = () => document.querySelector('[data-find]');
const view = () => root()?.querySelector('[data-find-view]');

// Gradio mounts the tab when it is first opened.
new MutationObserver(() => {
  const place = root();
  if (!place || 'filled' in place.dataset) return;
  place.dataset.filled = '';
  const here = new URLSearchParams(location.search);
  show(here.get('tab') === 'find' ? here : new URLSearchParams(), {first: true});
}).observe(document.documentElement, {childList: true, subtree: true});

async function show(parameters, {first = false} = {}) {
  const place = root();
  const mine = ++asked;
  const wanted = new URLSearchParams([...parameters].filter(([name, value]) => value && !name.startsWith('__')));
  wanted.set('lang', place.dataset.find);
  const busy = setTimeout(() => {
    const tally = view()?.querySelector('[data-tally]');
    if (tally && mine === asked) tally.textContent = place.dataset.busy;
  }, SAYS_IT_IS_BUSY_AFTER_MS);
  const given = await fetch(`/find?${wanted}`).catch(() => null);
  clearTimeout(busy);
  if (mine !== asked) return;
  if (!given?.ok) {
    place.textContent = place.dataset.problem;
    return;
  }
  const fresh = document.createElement('template');
  fresh.innerHTML = await given.text();
  const shown = fresh.content.querySelector('[data-find-view]');
  if (first) {
    shown.querySelector('[data-filters]').open = matchMedia('(min-width: 901px)').matches;
    place.replaceChildren(shown);
  } else {
    update(shown);
    history.replaceState(history.state, '', shown.dataset.address);
  }
  offerComparison();
}

// The filters stay where they are, so that nothing moves under a finger or loses the focus: only their words change.
function update(shown) {
  const now = view();
  for (const select of now.querySelectorAll('select')) {
    const other = shown.querySelector(`select[name="${select.name}"]`);
    const value = other.value;
    select.replaceChildren(...other.children);
    select.value = value;
  }
  for (const name of ['text', 'sort', 'show']) {
    const field = now.querySelector(`form [name="${name}"]`);
    const value = shown.querySelector(`form [name="${name}"]`)?.value ?? '';
    if (field && field.value !== value) field.value = value;
  }
  now.querySelectorAll('.find-number').forEach((number, at) => {
    number.textContent = shown.querySelectorAll('.find-number')[at].textContent;
  });
  now.querySelector('[data-tally]').textContent = shown.querySelector('[data-tally]').textContent;
  const column = document.activeElement?.dataset.column;
  const open = [...now.querySelectorAll('[data-untold][open]')].map((one) => one.dataset.untold);
  const hadFocus = now.querySelector('[data-results]').contains(document.activeElement);
  now.querySelector('[data-results]').replaceChildren(...shown.querySelector('[data-results]').childNodes);
  for (const name of open) now.querySelector(`[data-untold="${name}"]`)?.setAttribute('open', '');
  if (hadFocus) (now.querySelector(`[data-column="${column}"]`) ?? now.querySelector('[data-tally]')).focus();
  now.dataset.address = shown.dataset.address;
}

function parameters(changes = {}) {
  const said = new URLSearchParams(new FormData(view().querySelector('form')));
  for (const [name, value] of Object.entries(changes)) said.set(name, value);
  return said;
}

function offerComparison() {
  const now = view();
  for (const box of now.querySelectorAll('[data-choose]')) box.checked = chosen.has(box.dataset.choose);
  const link = now.querySelector('[data-compare]');
  const fits = chosen.size >= 2 && chosen.size <= 5;
  link.hidden = !fits;
  now.querySelector('[data-compare-hint]').hidden = fits || chosen.size === 0;
  const address = new URL(link.href);
  address.searchParams.delete('compare');
  for (const id of chosen) address.searchParams.append('compare', id);
  link.href = address.href;
}

document.addEventListener('change', (event) => {
  if (!view()?.contains(event.target)) return;
  const {choose} = event.target.dataset;
  if (choose === undefined) {
    show(parameters());
  } else {
    event.target.checked ? chosen.add(choose) : chosen.delete(choose);
    offerComparison();
  }
});

document.addEventListener('submit', (event) => {
  if (!view()?.contains(event.target)) return;
  event.preventDefault();
  show(parameters());
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-drop], [data-clear], [data-sort], [data-show], [data-copy]');
  if (!button || !view()?.contains(button)) return;
  const {drop, clear, sort, show: rows, copied} = button.dataset;
  if (copied !== undefined) {
    if (!navigator.clipboard) return; // the link opens itself, to be copied from the address
    event.preventDefault();
    await navigator.clipboard.writeText(new URL(button.href).href);
    view().querySelector('[data-tally]').textContent = copied;
    return;
  }
  if (clear !== undefined) show(new URLSearchParams({sort: parameters().get('sort') ?? ''}));
  else if (drop) show(parameters({[drop]: ''}));
  else if (sort) show(parameters({sort}));
  else if (rows) show(parameters({show: rows}));
});
