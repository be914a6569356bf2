// The Library tab: what staff see and do is drawn by the server under /staff, and only shown and sent from here.

const POLL_MS = 1000;
const TYPED_MS = 250;

let sending = 0;       // how many times files were chosen that are still being sent
let asked = null;      // what the open dialog asks about: the button, and what to do
let replaced = null;   // the document that a file is chosen for
let polling = null;
const drawn = new WeakMap();
let typing = null;

const root = () => document.querySelector('[data-staff]');
const desk = () => document.querySelector('[data-desk]');
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const newBatch = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

function address(path, parameters = {}) {
  return `/staff/${path}?${new URLSearchParams({...parameters, lang: root().dataset.language})}`;
}

// Ask the server. What it answers, or none after whoever asked has been told why not.
async function sent(path, parameters, options = {}) {
  let response;
  try {
    response = await fetch(address(path, parameters), {credentials: 'same-origin', ...options});
  } catch {
    say(root().dataset.unreached);
    return null;
  }
  if (response.status === 401) {
    await showTab(await sentence(response));
    return null;
  }
  return response;
}

async function sentence(response) {
  try {
    const content = await response.json();
    return content.said ?? content.error ?? '';
  } catch {
    return root().dataset.unreached;
  }
}

function say(words) {
  const place = document.querySelector('[data-said]');
  if (place) place.textContent = words;
}

async function showTab(words = '') {
  clearTimeout(polling);
  const response = await fetch(address('tab')).catch(() => null);
  if (!response?.ok) {
    root().textContent = root().dataset.unreached;
    return;
  }
  root().innerHTML = await response.text();
  const refused = root().querySelector('[data-sign-in] [data-refused]');
  if (refused) refused.textContent = words;
  if (!desk()) return;
  say(words);
  await Promise.all([showHeld(), showWork(), show('feedback', 'feedback'), show('health', 'health')]);
}

async function show(name, path, parameters, options) {
  const response = await sent(path, parameters, options);
  if (!response) return false;
  if (!response.ok) {
    say(await sentence(response));
    return false;
  }
  const content = await response.text();
  const place = part(name);
  if (!place) return false; // signed out meanwhile
  // What has not changed stays as it is, with what is unfolded in it and where the focus is.
  if (drawn.get(place) !== content) place.innerHTML = content;
  drawn.set(place, content);
  return true;
}

function showHeld(first = 0) {
  return show('held', 'held', {asked: document.querySelector('[data-filter]')?.value ?? '', first});
}

// Draw how the work stands, and go on drawing while there is some; then what is held is drawn anew.
async function showWork() {
  clearTimeout(polling);
  const was = part('work')?.querySelector('[data-busy="yes"]');
  if (!await show('work', 'work')) return;
  const isBusy = part('work').querySelector('[data-busy="yes"]');
  if (isBusy || sending) polling = setTimeout(showWork, POLL_MS);
  if (was && !isBusy) {
    say(part('work').querySelector('[data-summary]')?.textContent ?? '');
    await Promise.all([showHeld(), show('health', 'health')]);
  }
}

async function signIn(form) {
  const password = form.querySelector('[name=password]');
  const response = await sent('sign-in', {}, {method: 'POST', body: JSON.stringify({password: password.value})});
  if (!response) return;
  const words = await sentence(response);
  if (response.ok) {
    await showTab(words);
    document.querySelector('#staff-held')?.closest('[data-desk]')?.querySelector('button')?.focus();
    return;
  }
  password.value = '';
  form.querySelector('[data-refused]').textContent = words;
  password.focus();
}

function refuse(words) {
  const list = document.querySelector('[data-desk] [data-refused]');
  if (!list) return;
  const item = document.createElement('li');
  item.textContent = words;
  list.append(item);
  list.hidden = false;
}

// Send files one after the other; each of them is an object with the file and the name it is to have.
async function sendAll(files, path, parameters) {
  const says = desk().dataset;
  const shown = document.querySelector('[data-sending]');
  const list = document.querySelector('[data-refused]');
  const batch = newBatch();
  if (!sending) list.replaceChildren();
  list.hidden = !list.children.length;
  sending += 1;
  let arrived = 0;
  for (const [place, {file, name}] of files.entries()) {
    if (!desk()) break;
    shown.textContent = filled(says.saysSending, {name, number: place + 1, total: files.length});
    const problem = await sendOne(file, path, {...parameters, name, batch});
    if (problem === null) arrived += 1;
    else refuse(`${name}: ${problem}`);
    if (arrived === 1 && problem === null) showWork();
  }
  sending -= 1;
  if (!desk()) return;
  shown.textContent = arrived ? filled(says.saysSent, {total: arrived}) : '';
  say(shown.textContent);
  await showWork();
}

// Send one file; why it was not taken, or null where it was.
async function sendOne(file, path, parameters) {
  const says = desk().dataset;
  if (file.size > Number(says.most)) return says.saysTooLarge;
  if (file.size === 0) return says.saysEmpty;
  try {
    const response = await fetch(address(path, parameters), {method: 'POST', body: file});
    if (response.status === 401) await showTab(await sentence(response));
    return response.ok ? null : await sentence(response);
  } catch {
    return says.saysUnsent;
  }
}

function add(files, isFolder) {
  const suffixes = desk().dataset.suffixes.split(' ');
  const isRead = ({name}) => suffixes.some((suffix) => name.toLowerCase().endsWith(suffix));
  const isHidden = ({name}) => name.split('/').some((folder) => /^(\.|~\$)/.test(folder));
  const seen = isFolder ? files.filter((each) => !isHidden(each)) : files;
  const wanted = isFolder ? seen.filter(isRead) : seen;
  const agency = document.querySelector('#staff-agency').value;
  const finish = () => {
    const passed = seen.length - wanted.length;
    if (passed && desk()) refuse(filled(desk().dataset.saysPassedOver, {count: passed}));
  };
  if (wanted.length) return sendAll(wanted, 'files', {agency}).then(finish);
  if (isFolder) say(document.querySelector('[data-sending]').textContent = desk().dataset.saysNothing);
}

const chosen = (file) => ({file, name: file.webkitRelativePath || file.name});

async function dropped(transfer) {
  // Both are gone once the event is over.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...transfer.files].map(chosen);
  if (!entries.length) return add(plain, false);
  const files = [];
  for (const entry of entries) await walk(entry, '', files);
  await add(files, entries.some((entry) => entry.isDirectory));
}

async function walk(entry, folder, files) {
  const name = folder + entry.name;
  if (entry.isFile) {
    files.push({file: await new Promise((good, bad) => entry.file(good, bad)), name});
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((good, bad) => reader.readEntries(good, bad));
    if (!some.length) return;
    for (const each of some) await walk(each, `${name}/`, files);
  }
}

function ask(button, confirmed) {
  const dialog = document.querySelector('.staff-dialog');
  dialog.querySelector('h2').textContent = button.dataset.asked;
  dialog.querySelector('p').textContent = button.dataset.what;
  dialog.querySelector('[data-do=confirm]').textContent = button.dataset.confirm;
  asked = {button, confirmed};
  dialog.showModal();
}

async function change(path, parameters) {
  const response = await sent(path, parameters, {method: 'POST'});
  if (!response) return;
  say(await sentence(response));
  await Promise.all([showHeld(), showWork(), show('health', 'health')]);
}

const specOf = (button) => button.closest('[data-spec]').dataset.spec;

const DO = {
  'sign-out': async () => {
    const response = await sent('sign-out', {}, {method: 'POST'});
    if (!response) return;
    await showTab(await sentence(response));
    root().querySelector('input:not([hidden])')?.focus();
  },
  again: (button) => change('reading', {spec: specOf(button), batch: newBatch()}),
  'catch-up': () => change('reading/outdated', {batch: newBatch()}),
  replace: (button) => {
    replaced = specOf(button);
    document.querySelector('[data-choose=replacement]').click();
  },
  remove: (button) => ask(button, async () => {
    await change('removal', {spec: specOf(button)});
    document.querySelector('#staff-held')?.focus();
  }),
  erase: (button) => ask(button, async () => {
    const response = await sent('feedback/erasure', {feedback: button.dataset.feedback}, {method: 'POST'});
    if (!response) return;
    say(await sentence(response));
    await show('feedback', 'feedback');
    document.querySelector('#staff-feedback')?.focus();
  }),
  cancel: (button) => button.closest('dialog').close(),
  confirm: (button) => {
    button.closest('dialog').close();
    asked?.confirmed();
    asked = null;
  },
  turn: (button) => showHeld(button.dataset.from).then(() => document.querySelector('#staff-held')?.focus()),
  examine: (button) => {
    button.disabled = true;
    show('examination', 'examination', {}, {method: 'POST'}).finally(() => { button.disabled = false; });
  },
};

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-staff] [data-do]');
  if (button) DO[button.dataset.do]?.(button);
});

document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-sign-in]')) return;
  event.preventDefault();
  signIn(event.target);
});

document.addEventListener('input', (event) => {
  if (!event.target.matches?.('[data-filter]')) return;
  clearTimeout(typing);
  typing = setTimeout(async () => {
    await showHeld();
    say(document.querySelector('[data-count]')?.textContent ?? '');
  }, TYPED_MS);
});

document.addEventListener('change', (event) => {
  const input = event.target;
  if (!input.matches?.('[data-staff] [data-choose]') || !input.files.length) return;
  const files = [...input.files].map(chosen);
  input.value = '';
  if (input.dataset.choose === 'replacement') sendAll(files.slice(0, 1), 'replacement', {spec: replaced});
  else add(files, input.dataset.choose === 'folder');
});

for (const kind of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(kind, (event) => {
    const place = event.target.closest?.('[data-drop]');
    if (!place) return;
    event.preventDefault();
    place.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop') dropped(event.dataTransfer);
  });
}

addEventListener('beforeunload', (event) => { if (sending) event.preventDefault(); });

document.addEventListener('rolebook:staff', () => showTab());
if (root()) showTab();
