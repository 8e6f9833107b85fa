// Importing many files. Without this the forms do the same; with it files and folders can be dropped, a long way says how far it is,
// what was decided is sent in parts, so that it can be stopped between two of them, and back, forward and reload lose nothing of it.
import { forget, isKept, keep, kept } from './import-kept.js';

/** What is said on the way, as the server worded it. @param {HTMLFormElement} form @param {string} key @param {...(string|number)} values */
const say = (form, key, ...values) => (form.dataset[key] ?? '').replace(/\{(\d)\}/g, (_, i) => String(values[+i]));

/** One line about a long way, and the button that ends it. @param {HTMLFormElement} form @param {() => void} cancel */
function stateOf(form, cancel) {
  const line = document.createElement('p');
  line.className = 'sendstate';
  const words = document.createElement('span');
  words.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', form.querySelector('button[type="submit"]')?.textContent ?? '');
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.className = 'btn low';
  stop.textContent = say(form, 'cancel');
  stop.addEventListener('click', cancel);
  line.append(words, bar, stop);
  form.querySelector('.sendstate')?.remove();
  form.querySelector('.acts')?.before(line);
  return {
    /** @param {string} text @param {number} [share] none where nobody knows how long it takes */
    say(text, share) {
      words.textContent = text;
      if (share === undefined) bar.removeAttribute('value');
      else bar.value = share;
    },
    /** @param {string} text what stays to be read; empty for nothing */
    end(text) {
      bar.remove();
      stop.remove();
      words.textContent = text;
      if (text === '') line.remove();
    },
  };
}

/** @param {string} html */
const read = html => new DOMParser().parseFromString(html, 'text/html');

/** What the page was before an answer took its place: files that were chosen are still chosen there. @type {HTMLElement | null} */
let before = null;
let leaving = false;

/** The switches of every page send this one's form along, see CarriedChoice; but for the theme, which changes without asking. @param {Document} page */
function carry(page) {
  for (const name of ['lang', 'theme']) {
    const here = document.querySelector(`.spine .foot [name="${name}"]`);
    const there = page.querySelector(`.spine .foot [name="${name}"]`);
    for (const what of ['form', 'formaction', 'formenctype']) {
      const value = name === 'theme' ? null : there?.getAttribute(what) ?? null;
      if (value === null) here?.removeAttribute(what);
      else here?.setAttribute(what, value);
    }
  }
}

/** The answer takes the place of the page. @param {Document} page @param {boolean} [forward] whether "back" leads to what was here */
function show(page, forward = false) {
  const main = page.querySelector('main');
  const here = document.querySelector('main');
  if (!main || !here) return;
  document.title = page.title;
  if (forward) {
    before = here;
    history.pushState({ many: true }, '');
  }
  here.replaceWith(main);
  carry(page);
  window.scrollTo(0, 0);
  main.tabIndex = -1;
  main.focus();
  begin();
}

/** The question once more, in the language and with the days of now. */
async function restore() {
  const files = /** @type {HTMLFormElement | null} */ (document.getElementById('files'));
  const body = kept();
  if (!files || !body) return;
  body.append('_csrf', String(new FormData(files).get('_csrf') ?? ''));
  const answer = await fetch(files.dataset.again ?? '', { method: 'POST', body, headers: { Accept: 'text/html' } });
  const page = read(await answer.text());
  if (answer.ok && page.getElementById('many')) {
    before = document.querySelector('main');
    show(page);
  }
}

addEventListener('popstate', () => {
  const many = document.getElementById('many') ?? document.getElementById('sum');
  if (history.state?.many && !many) restore();
  else if (!history.state?.many && many && before) {
    document.querySelector('main')?.replaceWith(before);
    before = null;
  } else if (!history.state?.many && many) location.reload();
});

addEventListener('beforeunload', event => {
  if (!leaving && document.getElementById('many') && document.querySelector('#many [name="parcel"]') && !isKept()) event.preventDefault();
});

/** Said where the files still are. @param {HTMLFormElement} form @param {string} text */
function refuse(form, text) {
  const problem = document.createElement('div');
  problem.className = 'problem';
  problem.setAttribute('role', 'alert');
  problem.append(Object.assign(document.createElement('p'), { textContent: text }));
  form.parentElement?.querySelectorAll(':scope > .problem').forEach(old => old.remove());
  form.before(problem);
  problem.scrollIntoView({ block: 'center' });
}

/** Why it was refused, by the page that says so: ours, or the one for errors of every kind. @param {HTMLFormElement} form @param {Document} page @param {number} status */
function why(form, page, status) {
  const ours = page.querySelector('main .problem');
  if (ours) return ours.textContent?.trim() ?? '';
  const words = page.querySelector('main.sorry h1')?.textContent ?? '';
  return status === 413 ? say(form, 'tooMuch') : `${words} ${say(form, 'failed')}`.trim();
}

/** @param {HTMLFormElement} form @param {FormData} body */
function send(form, body) {
  const files = body.getAll('file').filter(file => file instanceof File);
  const bytes = files.reduce((sum, file) => sum + /** @type {File} */ (file).size, 0);
  // What would be refused need not be sent first.
  if (bytes > Number(form.dataset.bytes) || files.length > Number(form.dataset.files)) return refuse(form, say(form, 'tooMuch'));
  const request = new XMLHttpRequest();
  const state = stateOf(form, () => request.abort());
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button[type="submit"]'));
  button.disabled = true;
  const mega = (/** @type {number} */ bytes) => (bytes / 1048576).toFixed(1);
  request.upload.addEventListener('progress', e => state.say(say(form, 'sending', mega(e.loaded), mega(e.total)), e.loaded / e.total));
  request.upload.addEventListener('load', () => state.say(say(form, 'reading')));
  request.addEventListener('loadend', () => { button.disabled = false; });
  request.addEventListener('abort', () => state.end(''));
  request.addEventListener('error', () => state.end(say(form, 'failed')));
  request.addEventListener('load', () => {
    state.end('');
    const page = read(request.responseText);
    if (new URL(request.responseURL).pathname !== new URL(form.action).pathname) location.assign(request.responseURL);
    else if (request.status >= 400) refuse(form, why(form, page, request.status));
    else show(page, page.getElementById('many') !== null);
  });
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'text/html');
  request.send(body);
}

/** The form, but for its files. @param {HTMLFormElement} form */
function withoutFiles(form) {
  const body = new FormData(form);
  body.delete('file');
  return body;
}

/** Everything below a folder that was dropped, with its path. @param {FileSystemEntry} entry @returns {Promise<{ file: File, path: string }[]>} */
async function below(entry) {
  if (entry.isFile) {
    const file = await new Promise((take, fail) => /** @type {FileSystemFileEntry} */ (entry).file(take, fail));
    return [{ file: /** @type {File} */ (file), path: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const all = [];
  for (;;) { // a hundred at a time
    const some = /** @type {FileSystemEntry[]} */ (await new Promise((take, fail) => reader.readEntries(take, fail)));
    if (some.length === 0) return all;
    for (const one of some) all.push(...await below(one));
  }
}

/** @param {HTMLFormElement} form */
function choosing(form) {
  const place = /** @type {HTMLElement} */ (form.querySelector('.drop'));
  place.classList.add('on');
  /** @type {HTMLElement} */ (place.querySelector('.where')).hidden = false;
  form.addEventListener('submit', event => {
    if (event.submitter && !form.contains(event.submitter)) return;
    const body = withoutFiles(form);
    let files = 0;
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[type="file"]'))) {
      for (const file of input.files ?? []) {
        body.append('file', file, file.webkitRelativePath || file.name);
        files++;
      }
    }
    if (files === 0) return; // a text that was pasted takes no time
    event.preventDefault();
    send(form, body);
  });
  const over = (/** @type {boolean} */ is) => place.classList.toggle('over', is);
  form.addEventListener('dragover', event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  form.addEventListener('dragleave', event => over(form.contains(/** @type {Node | null} */ (event.relatedTarget))));
  form.addEventListener('drop', async event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(false);
    const body = withoutFiles(form);
    const given = [...event.dataTransfer.files];
    // Entries can be asked for only now; reading them takes its time.
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null);
    const files = entries.length > 0 ? (await Promise.all(entries.map(below))).flat() : given.map(file => ({ file, path: file.name }));
    files.forEach(({ file, path }) => body.append('file', file, path));
    send(form, body);
  });
}

/** @param {HTMLFormElement} form */
function deciding(form) {
  if (form.querySelector('[name="parcel"]')) keep(form);
  form.addEventListener('change', () => keep(form));
  form.addEventListener('submit', async event => {
    leaving = true; // by one of the page's switches, or by what follows
    if (event.submitter && !form.contains(event.submitter)) return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (name !== 'parcel') fields.append(name, String(value));
    const parcels = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[name="parcel"]'))].map(input => input.value);
    if (parcels.length < 2) return;
    event.preventDefault();
    leaving = false;
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('button[type="submit"]'));
    button.disabled = true;
    let stopped = false;
    const state = stateOf(form, () => { stopped = true; });
    const saved = [];
    let open = [], page = null;
    try {
      for (let i = 0; i < parcels.length && !stopped; i++) {
        state.say(say(form, 'working', i, parcels.length), i / parcels.length);
        const body = new URLSearchParams(fields);
        // What stays open comes with the next part, so that the last answer asks about all of it.
        for (const parcel of [...open, parcels[i]]) body.append('parcel', parcel);
        const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
        page = read(await answer.text());
        if (!page.getElementById('sum')) throw new Error(String(answer.status));
        open = [.../** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll('input[name="parcel"]'))].map(input => input.value);
        saved.push(...page.querySelectorAll('#saved li'));
        for (const [what, n] of Object.entries(/** @type {HTMLElement} */ (page.getElementById('sum')).dataset)) fields.set(`before.${what}`, String(n));
        if (!answer.ok) break; // the disk is full: the page says so
      }
      if (stopped) state.end(say(form, 'cancelled', ['create', 'replace', 'add'].reduce((sum, what) => sum + Number(fields.get(`before.${what}`)), 0)));
      else if (page) {
        page.querySelector('#saved ul')?.replaceChildren(...saved);
        show(page);
      }
    } catch {
      state.end(say(form, 'failed'));
    }
    button.disabled = false;
  });
}

function begin() {
  const files = /** @type {HTMLFormElement | null} */ (document.getElementById('files'));
  const many = /** @type {HTMLFormElement | null} */ (document.getElementById('many'));
  document.querySelectorAll('main a[href$="/journal/import"]').forEach(link => link.addEventListener('click', forget));
  if (files) choosing(files);
  if (many) deciding(many);
  else if (document.getElementById('sum')) forget();
}

carry(document);
begin();
if (history.state?.many && document.getElementById('files')) restore();

export {};
