// The source beside what is read: a click on a citation opens it in one drawer, with the quoted words in view.

const BESIDE = matchMedia('(min-width: 900px)');
const standsAlone = document.body.classList.contains('source-page');
const language = location.pathname.startsWith('/es') ? 'es' : 'en';

// Gradio keeps no media query of a style sheet for what stands outside its own container, as the drawer does.
// Where the marked words stand is known when it is there.
const styled = standsAlone ? Promise.resolve() : new Promise((arrived) => {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = '/page-files/source.css';
  sheet.onload = sheet.onerror = arrived;
  document.head.append(sheet);
});

// In pixels, what stays clear around the marked words.
const MARGIN = 24;

let panel = null;
let opener = null;
let arriving = null;

const within = (name) => panel.querySelector(name);

function say(sentence) {
  if (panel) within('.source-status').textContent = sentence;
}

// The drawer comes empty from the server, in the page's language, before it is needed: so it can also say that the
// connection failed. Until it is there, a citation's link leads to the page of the source.
async function fetchPanel() {
  if (panel || standsAlone) return;
  try {
    const response = await fetch(`/source-panel?lang=${language}`);
    if (!response.ok || panel) return;
    const made = document.createElement('template');
    made.innerHTML = await response.text();
    panel = made.content.querySelector('#source-panel');
    document.body.append(panel);
    within('.source-close').addEventListener('click', close);
  } catch {
    // The next click tries again.
  }
}

// Marked words that fit stand in the middle, taller ones begin at the top.
function showMark(view) {
  const bounds = [...view.querySelectorAll('mark, .mark')].map((each) => each.getBoundingClientRect());
  if (bounds.length === 0) return;
  const [left, top] = [Math.min(...bounds.map((each) => each.left)), Math.min(...bounds.map((each) => each.top))];
  const right = Math.max(...bounds.map((each) => each.right));
  const height = Math.max(...bounds.map((each) => each.bottom)) - top;
  const seen = view.getBoundingClientRect();
  if (right > seen.right || left < seen.left) view.scrollLeft += left - seen.left - MARGIN;
  const scroller = [view, view.closest('.source-body')].find((each) => each && each.scrollHeight > each.clientHeight + 1);
  const {top: ceiling, height: room} = scroller ? scroller.getBoundingClientRect() : {top: 0, height: innerHeight};
  const down = top - ceiling - Math.max((room - height) / 2, MARGIN);
  if (scroller) scroller.scrollTop += down;
  else if (standsAlone) scrollBy(0, down);
}

function prepare(shown) {
  const copy = shown.querySelector('.source-copy');
  if (copy) copy.hidden = false;
  const view = shown.querySelector('.source-view');
  if (view) keepMarkInView(view);
}

// Letters and pictures may still take their size when the words are there; whoever scrolls has seen them.
function keepMarkInView(view) {
  let isLeft = false;
  for (const moving of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    view.addEventListener(moving, () => { isLeft = true; }, {once: true, passive: true});
  }
  const sizes = new ResizeObserver(() => isLeft || showMark(view));
  [view, ...view.children].forEach((each) => sizes.observe(each));
  showMark(view);
}

function makeRoom(isOpen) {
  const isBeside = isOpen && BESIDE.matches;
  document.documentElement.classList.toggle('source-beside', isBeside);
  // As a sheet it covers the page, which nothing may reach meanwhile.
  const isSheet = isOpen && !BESIDE.matches;
  panel.setAttribute('role', isSheet ? 'dialog' : 'complementary');
  panel.ariaModal = isSheet ? 'true' : null;
  for (const other of document.body.children) {
    if (other !== panel) other.inert = isSheet;
  }
}

async function open(link) {
  arriving?.abort();
  arriving = new AbortController();
  const {signal} = arriving;
  document.querySelectorAll('a[data-source][aria-current]').forEach((other) => other.removeAttribute('aria-current'));
  opener = link;
  link.setAttribute('aria-current', 'true');
  const above = link.getBoundingClientRect().top;
  panel.hidden = false;
  makeRoom(true);
  say(panel.dataset.loading);
  // With less room the page's lines break elsewhere; the link stays where it was.
  scrollBy(0, link.getBoundingClientRect().top - above);
  const body = within('.source-body');
  try {
    const address = new URL(link.href);
    address.searchParams.set('part', '1');
    const response = await fetch(address, {signal});
    if (response.headers.get('content-type')?.startsWith('text/html') !== true) throw new TypeError('no source');
    const content = await response.text();
    await styled;
    if (signal.aborted) return;
    body.innerHTML = content;
    say('');
    within('.source-title')?.focus({preventScroll: true});
    prepare(body);
  } catch (error) {
    if (signal.aborted) return;
    body.replaceChildren();
    say(panel.dataset.failed);
    within('.source-close').focus();
  }
}

function close() {
  arriving?.abort();
  panel.hidden = true;
  makeRoom(false);
  within('.source-body').replaceChildren();
  // What a tab has drawn again since is another element with the same address.
  const same = opener?.isConnected
    ? opener
    : [...document.querySelectorAll('a[data-source]')].find((link) => link.href === opener?.href && link.offsetParent);
  opener?.removeAttribute('aria-current');
  same?.focus();
  same?.scrollIntoView({block: 'nearest'});
}

// Where the page may not write to the clipboard, as on a plain connection, the old way may still work.
async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = words;
    (panel ?? document.body).append(area);
    area.select();
    const isDone = document.execCommand('copy');
    area.remove();
    return isDone;
  }
}

async function copyWords(button) {
  const shown = button.closest('.source-shown');
  const quote = shown.querySelector('.source-quote');
  const words = quote
    ? quote.textContent
    : [...shown.querySelectorAll('.source-text mark')].map((mark) => mark.textContent).join('');
  const isDone = await copied(words);
  button.focus();
  const said = isDone ? button.dataset.copied : button.dataset.uncopied;
  shown.querySelector('.source-copy-status').textContent = said;
}

document.addEventListener('click', (event) => {
  const copy = event.target.closest?.('.source-copy');
  if (copy) {
    copyWords(copy);
    return;
  }
  const link = event.target.closest?.('a[data-source]');
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented) return;
  if (!panel) {
    fetchPanel();
    return;
  }
  event.preventDefault();
  open(link);
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !panel || panel.hidden || event.defaultPrevented) return;
  // A list that is open on the page takes Escape for itself.
  if (BESIDE.matches && document.activeElement?.getAttribute('aria-expanded') === 'true') return;
  close();
});

BESIDE.addEventListener('change', () => {
  if (panel && !panel.hidden) makeRoom(true);
});

if (standsAlone) {
  prepare(document.body);
} else {
  fetchPanel();
}
