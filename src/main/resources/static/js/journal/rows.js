// Rows that can be added, removed and put in order without a new page: by buttons, by dragging, by keyboard. The same buttons work
// without this module, as submit buttons that the server answers.
import { say, count } from './texts.js';

const NUMBERED = ['name', 'id', 'aria-describedby', 'aria-controls'];

const kinds = () => [...document.querySelectorAll('[data-rows]')].map(list => list.dataset.rows);
const listOf = kind => document.querySelector(`[data-rows="${kind}"]`);
const rows = kind => [...listOf(kind).children].filter(child => child.matches('.row'));
/** The rows of every list that the form has, as they stand now, by the name that the list has in answers. */
export const lists = () => Object.fromEntries(kinds().map(kind => [`${kind}s`, rows(kind)]));

/** Gives a row another place: in its names, its ids and its labels. */
function renumber(row, from, to) {
  const place = `[${from}]`, number = new RegExp(`(^|[^\\d])${from + 1}(?!\\d)`);
  for (const el of [row, ...row.querySelectorAll('*')]) {
    for (const name of NUMBERED) {
      const value = el.getAttribute(name);
      if (value) el.setAttribute(name, value.includes(place) ? value.replaceAll(place, `[${to}]`) : value.replace(number, `$1${to + 1}`));
    }
    const label = el.getAttribute('aria-label');
    if (label) el.setAttribute('aria-label', label.replace(number, `$1${to + 1}`));
    if (el.matches('button[name="action"]')) el.value = el.value.replace(/:\d+$/, `:${to}`);
    if (el.matches('.no')) el.textContent = to + 1;
    if (el.matches('summary .sr')) el.textContent = el.textContent.replace(number, `$1${to + 1}`);
  }
  row.dataset.at = to;
}

export class Rows {
  #changed; #said;

  /** @param changed called after every change of rows */
  constructor(form, changed) {
    this.#changed = changed;
    this.#said = document.getElementById('said');
    for (const kind of kinds()) rows(kind).forEach((row, i) => { row.dataset.at = i; });
    form.addEventListener('click', event => this.#click(event));
    form.addEventListener('keydown', event => this.#key(event));
    form.addEventListener('pointerdown', event => this.#drag(event));
    // The list is brought up to date when the fingers rest: a key costs the same in a day of any length.
    form.addEventListener('input', event => {
      if (!event.target.closest('.row')) return;
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.index(), 200);
    });
  }

  /** Numbers all rows anew. */
  settle(kind) {
    rows(kind).forEach((row, i) => { if (+row.dataset.at !== i) renumber(row, +row.dataset.at, i); });
    this.index();
    this.#changed();
  }

  /** Brings the list at the left and the counts up to date. */
  index() {
    const links = document.getElementById('topic-links'), on = links.querySelector('.on')?.hash;
    // Rows beyond what a browser shows at once are carried along, hidden.
    links.replaceChildren(...rows('topic').flatMap((row, i) => {
      if (row.hidden) return [];
      const body = row.querySelector('textarea').value, link = document.createElement('a');
      link.href = `#topic-${i + 1}`;
      link.classList.toggle('on', link.hash === on);
      for (const [tag, cls, text] of [['span', 'no', i + 1], ['span', 'name', row.querySelector('.th input').value || say('unnamed')], ['small', '', count(body, '–')]]) {
        const el = document.createElement(tag);
        el.className = cls;
        el.textContent = text;
        link.append(el);
      }
      for (const el of row.querySelectorAll('.count')) el.textContent = count(body, say('blank'));
      return link;
    }));
    const said = row => [...row.querySelectorAll('textarea, input[type="text"]')].some(field => field.value.trim());
    for (const kind of kinds().filter(each => each !== 'topic')) document.querySelector(`[data-count="${kind}"]`).textContent = rows(kind).filter(said).length || '–';
  }

  #click(event) {
    const button = event.target.closest('button');
    if (button?.dataset.add) {
      event.preventDefault();
      this.#add(button.dataset.add);
    } else if (button?.dataset.verb) {
      event.preventDefault();
      const row = button.closest('.row');
      if (button.dataset.verb === 'remove') this.#remove(row);
      else this.#move(row, button.dataset.verb === 'up' ? -1 : 1, button);
    }
  }

  #add(kind) {
    const row = document.getElementById(`new-${kind}`).content.firstElementChild.cloneNode(true);
    row.dataset.at = 0;
    renumber(row, 0, rows(kind).length);
    listOf(kind).append(row);
    // A row that comes in open beside an open one is closed by the browser: only one of a name may be open.
    const body = row.querySelector('details');
    if (body) body.open = true;
    this.settle(kind);
    row.querySelector('input[type="text"], textarea').focus();
  }

  #move(row, by, focus) {
    const kind = row.dataset.list, all = rows(kind), other = all[all.indexOf(row) + by];
    if (!other) return;
    if (by < 0) other.before(row); else other.after(row);
    this.settle(kind);
    this.#said.textContent = say('moved', rows(kind).indexOf(row) + 1);
    (getComputedStyle(focus).visibility === 'hidden' ? row.querySelector('.grip, [data-verb]:not([data-verb="remove"])') : focus).focus();
  }

  /** What was removed can be had back as long as the page is open; the line that says so stands where the row stood. */
  #remove(row) {
    const kind = row.dataset.list, name = row.querySelector('.th input, textarea, input[type="text"]').value.trim();
    const line = document.createElement('p'), text = document.createElement('span'), undo = document.createElement('button');
    line.className = 'undo';
    line.dataset.list = kind;
    text.textContent = say('removed', (name || say('unnamed')).slice(0, 60));
    Object.assign(undo, { type: 'button', textContent: say('undo') });
    undo.addEventListener('click', () => { line.replaceWith(row); this.settle(kind); row.querySelector('input[type="text"], textarea').focus(); });
    line.append(text, undo);
    row.replaceWith(line);
    const empty = ![...row.querySelectorAll('textarea, input[type="text"]')].some(field => field.value.trim());
    this.settle(kind);
    if (empty) { line.remove(); document.querySelector(`[data-add="${kind}"]`).focus(); } else undo.focus();
  }

  #key(event) {
    const grip = event.target.closest('.grip');
    if (!grip || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    this.#move(grip.closest('.row'), event.key === 'ArrowUp' ? -1 : 1, grip);
  }

  /** The row stays where the finger holds it; its neighbours step aside. */
  #drag(event) {
    const grip = event.target.closest('.grip');
    if (!grip || event.button !== 0) return;
    const row = grip.closest('.row'), kind = row.dataset.list, before = rows(kind).indexOf(row);
    grip.setPointerCapture(event.pointerId);
    row.classList.add('dragging');
    const step = move => {
      const all = rows(kind), i = all.indexOf(row);
      const middle = el => { const box = el.getBoundingClientRect(); return box.top + box.height / 2; };
      if (i > 0 && move.clientY < middle(all[i - 1])) row.after(all[i - 1]);
      else if (i < all.length - 1 && move.clientY > middle(all[i + 1])) row.before(all[i + 1]);
    };
    const end = () => {
      grip.removeEventListener('pointermove', step);
      row.classList.remove('dragging');
      if (rows(kind).indexOf(row) !== before) this.settle(kind);
    };
    grip.addEventListener('pointermove', step);
    grip.addEventListener('lostpointercapture', end, { once: true });
  }
}
