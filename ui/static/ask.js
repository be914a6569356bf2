// The Ask tab. The conversation is here and nowhere else: exchanges come as HTML and are put in place, each carries
// what was said, and a tab's own storage keeps the questions over a reload.

const KEPT = 'rolebook.conversation';
const DRAFT = 'rolebook.draft';
const PATIENCE_MS = 2000;

// When a question last went to Gradio: once it has lost its server, it passes none on and says so in a corner only.
let passedOn = 0;
// Whether the last question was a button's: that goes away with the answer, and the focus with it.
let isOfButton = false;

const log = () => document.querySelector('.conversation');
const exchanges = () => [...document.querySelectorAll('.conversation .exchange[data-question]')];
const box = () => document.querySelector('#question textarea');

function stored(key, value) {
  try {
    if (value === undefined) return sessionStorage.getItem(key) ?? '';
    sessionStorage.setItem(key, value);
  } catch {
    // Where a browser keeps nothing, a reload begins anew.
  }
  return '';
}

function turns(withText) {
  return exchanges().map(({ dataset }) => ({
    question: dataset.question,
    classes: JSON.parse(dataset.classes),
    ...(withText ? { text: dataset.text } : {}),
  }));
}

const keep = () => stored(KEPT, JSON.stringify({ exchanges: turns(false) }));

// A question is on the page as soon as it is asked; the server's exchange takes its place.
function asking(question, classes) {
  const key = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  const sent = JSON.stringify({ key, classes: classes ?? [], exchanges: turns(true) });
  notice('');
  passedOn = Date.now();
  isOfButton = false;
  if (question.trim()) {
    wait(key, question);
    setTimeout(() => isReachable(key, question), PATIENCE_MS);
  }
  return sent;
}

function wait(key, question) {
  log().querySelector('.welcome')?.parentElement.remove();
  log().append(pending(key, question));
  log().scrollTo({ top: log().scrollHeight, behavior: 'instant' });
}

// A page that passes no question on, because its server is gone, says so in the conversation.
function isPassedOn() {
  const began = Date.now();
  const question = box()?.value ?? '';
  if (!question.trim()) return;
  setTimeout(async () => {
    if (passedOn >= began - PATIENCE_MS / 4 || (await isServed())) return;
    wait(`${began}`, question);
    unreachable(`${began}`, question);
  }, PATIENCE_MS / 4);
}

async function isServed() {
  try {
    await fetch('/api/health');
    return true;
  } catch {
    return false;
  }
}

function asking_by(button) {
  const { ask: question, about = '', classes = '[]' } = button.dataset;
  const sent = asking(question, JSON.parse(classes));
  isOfButton = true;
  return { question, about, sent };
}

function pending(key, question) {
  const { who, waiting } = log().dataset;
  const exchange = make('div', 'exchange');
  exchange.id = `exchange-${key}`;
  const asked = make('p', 'question', question.length > 500 ? `${question.slice(0, 499)}…` : question);
  asked.prepend(make('span', 'who', who));
  exchange.append(asked, make('div', 'answer pending', waiting));
  return exchange;
}

function make(name, kind, words = '') {
  const element = document.createElement(name);
  element.className = kind;
  element.textContent = words;
  return element;
}

async function isReachable(key, question) {
  if (!document.querySelector(`#exchange-${key} .pending`)) return;
  if (await isServed()) setTimeout(() => isReachable(key, question), PATIENCE_MS);
  else unreachable(key, question);
}

function unreachable(key, question) {
  const { notTaken, unreachable: said } = log().dataset;
  const waiting = document.querySelector(`#exchange-${key} .pending`);
  if (!waiting) return;
  stored(DRAFT, question);
  waiting.className = 'answer problem';
  waiting.replaceChildren(make('span', 'who', notTaken), make('p', 'line', said));
  announce(said);
}

// Put what came into the conversation: in the place of what has the same key, else last.
function show(element) {
  const note = element.querySelector('[data-notice]');
  if (note) {
    document.querySelectorAll('.conversation .pending').forEach((one) => one.closest('.exchange').remove());
    notice(note.textContent);
  }
  const whole = element.querySelector('[data-whole]');
  if (whole) {
    log().replaceChildren();
    const welcome = whole.querySelector('.welcome');
    if (welcome) log().append(make('div', '').appendChild(welcome).parentElement);
  }
  for (const exchange of element.querySelectorAll('.exchange')) {
    const shown = document.querySelector(`.conversation #${exchange.id}`);
    if (shown) shown.replaceWith(exchange);
    else log().append(exchange);
    intoView(exchange);
  }
  while (exchanges().length > Number(log().dataset.most)) exchanges()[0].remove();
  keep();
}

// A long answer is read from its question down.
function intoView(exchange) {
  log().scrollTo({ top: exchange.offsetTop - 12, behavior: 'instant' });
}

function notice(words) {
  document.querySelector('.notice').textContent = words;
}

function announce(words) {
  document.querySelector('.announced').textContent = words;
}

// The question box is emptied, unless something else was written in it meanwhile or the question can be mended.
function answered(written) {
  const last = log().querySelector('.exchange:last-of-type');
  const label = last?.querySelector('.answer .who')?.textContent ?? '';
  announce(`${label}: ${last?.querySelector('.answer .words')?.textContent.slice(0, 400) ?? ''}`);
  if (isOfButton) last?.querySelector('.answer')?.focus({ preventScroll: true });
  return last?.dataset.question === written ? '' : written;
}

function loaded() {
  const address = new URL(location.href);
  if (address.searchParams.has('ask')) {
    // What was asked by the address is kept with what is asked after it: a reload asks all of it again.
    ['ask', 'class'].forEach((name) => address.searchParams.delete(name));
    history.replaceState(history.state, '', address);
  }
  const draft = stored(DRAFT);
  if (draft && box() && !box().value) {
    box().value = draft;
    box().dispatchEvent(new Event('input', { bubbles: true }));
  }
  stored(DRAFT, '');
}

function cleared() {
  announce(log().dataset.cleared);
  box()?.focus();
}

async function copy(words, said) {
  try {
    await navigator.clipboard.writeText(words);
    return said;
  } catch {
    return copyOldWay(words) ? said : `${log().dataset.notCopied} ${words}`;
  }
}

// Pages that come without encryption, as from an office's own server, are not given the clipboard.
function copyOldWay(words) {
  const area = make('textarea', 'unseen');
  area.value = words;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}

const say = (inside, words) => {
  inside.closest('.actions').querySelector('.said').textContent = words;
};

async function judge(actions, verdict, reason, comment) {
  const { question, classes, text } = actions.closest('.exchange').dataset;
  const body = { question, classes: JSON.parse(classes), verdict, reason, comment, answer_text: text };
  const sent = await fetch('/api/feedback', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  say(actions.firstElementChild, sent?.ok ? log().dataset.thanks : log().dataset.notSent);
  return Boolean(sent?.ok);
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('.actions button');
  if (!button) return;
  const actions = button.closest('.actions');
  const form = actions.querySelector('.feedback');
  const focused = button;
  if (button.dataset.copy) say(button, await copy(button.dataset.copy, log().dataset.copied));
  if (button.dataset.link) say(button, await copy(new URL(button.dataset.link, location.href).href, log().dataset.linked));
  if (button.dataset.verdict === 'up') await judge(actions, 'up', null, '');
  if (button.dataset.verdict === 'down') {
    form.hidden = !form.hidden;
    button.setAttribute('aria-expanded', String(!form.hidden));
    if (!form.hidden) form.querySelector('input').focus();
  } else if (button.type === 'button') focused.focus({ preventScroll: true });
});

document.addEventListener('click', (event) => {
  if (event.target.closest?.('#ask')) isPassedOn();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && event.target === box()) isPassedOn();
});

document.addEventListener('submit', async (event) => {
  const form = event.target.closest?.('form.feedback');
  if (!form) return;
  event.preventDefault();
  const reason = new FormData(form).get('reason');
  if (!reason) return say(form, log().dataset.chooseReason);
  const isSent = await judge(form.closest('.actions'), 'down', reason, form.elements.comment.value.trim());
  if (isSent) {
    form.hidden = true;
    const thumb = form.closest('.actions').querySelector('[data-verdict=down]');
    thumb.setAttribute('aria-expanded', 'false');
    thumb.focus({ preventScroll: true });
  }
});

window.rolebook = {
  ...window.rolebook,
  asking,
  asking_by,
  answered,
  show,
  loaded,
  cleared,
  kept: () => stored(KEPT),
  said: () => JSON.stringify({ exchanges: turns(true) }),
};
