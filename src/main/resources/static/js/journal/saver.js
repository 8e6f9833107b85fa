// Saves while somebody writes: two idle seconds after the last key, one request at a time, and says in words how it stands.
import { say } from './texts.js';
import { renew } from './token.js';
import * as draft from './draft.js';

const IDLE = 2000, RETRY = 5000;

export class Saver {
  #form; #words; #said; #box; #timer; #ticker; #changes = 0; #leaving = false; #halted = false;

  /** @type {Promise<void>|null} the save on its way */
  #flight = null;

  /** When it was last saved, in milliseconds. */
  at = 0;

  /** @param lists gives the row elements of every list as they stand now, to tell each where it is stored */
  constructor(form, lists) {
    this.#form = form;
    this.lists = lists;
    this.#box = form.querySelector('.saved');
    this.#words = document.getElementById('words');
    this.#said = document.getElementById('said');
    this.#words.setAttribute('aria-hidden', 'true');
    this.dirty = form.dataset.dirty === 'true';
    this.atDate = document.getElementById('date').value;
    addEventListener('beforeunload', event => { if (this.dirty && !this.#leaving) event.preventDefault(); });
    addEventListener('pagehide', () => { if (this.dirty) this.#keep(); });
    addEventListener('pageshow', () => { this.#leaving = false; });
    document.addEventListener('visibilitychange', () => { if (document.hidden && this.dirty) this.save(); });
    addEventListener('online', () => { if (this.dirty) this.save(); });
    form.addEventListener('submit', event => this.#submit(event));
  }

  /** Something was typed or moved. */
  touch() {
    this.#changes++;
    this.dirty = true;
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.#keep(), 300);
    // While the day stands still because it was saved elsewhere, the words and the button that say so stay.
    if (this.#halted) return;
    this.#show('unsaved', say('unsaved'));
    this.#later(IDLE);
  }

  /** A new day whose date is being changed has one draft, that of the date it has now. */
  #keep() {
    const key = draft.keyOf(this.#form);
    if (this.kept && this.kept !== key) draft.forget(this.kept);
    this.kept = key;
    draft.keep(key, draft.fieldsOf(this.#form));
  }

  async save() {
    clearTimeout(this.#timer);
    // Of all who wait for the same answer, the first sends what is left, and the others wait for that.
    while (this.#flight) { await this.#flight; if (!this.dirty) return; }
    if (this.#halted) return;
    this.#flight = this.#send().finally(() => { this.#flight = null; });
    await this.#flight;
  }

  async #send() {
    const changes = this.#changes, form = this.#form, body = draft.fieldsOf(form), key = draft.keyOf(form);
    const lists = this.lists();
    // A stored day moves to another date only when its writer says so, not while the date is being typed.
    if (form.dataset.date) body.set('date', form.dataset.date);
    body.set('action', 'save');
    if (!navigator.onLine) { this.#show('trouble', say('offline')); return; }
    this.#show('saving', say('saving'));
    let answer, result;
    try {
      const ask = () => fetch(form.getAttribute('action'), { method: 'POST', body, headers: { Accept: 'application/json' } });
      answer = await ask();
      if (answer.status === 403 && await renew(form, body)) answer = await ask();
      result = await answer.json();
    } catch {
      this.#show('trouble', say(answer && answer.status < 500 ? 'refused' : 'failed', answer?.status ?? ''));
      this.#later(RETRY);
      return;
    }
    if (answer.ok) this.#saved(result, lists, changes, key);
    else this.#refused(result);
  }

  #saved(result, lists, changes, key) {
    const form = this.#form;
    form.elements.version.value = result.version;
    for (const [list, rows] of Object.entries(lists)) {
      rows.forEach((row, i) => { row.querySelector('[name$=".origin"]').value = result[list][i]; });
    }
    if (!form.dataset.date) {
      form.dataset.date = result.date;
      const { stored } = form.dataset;
      const action = stored ? stored.replace('{date}', result.date) : `${form.getAttribute('action')}/${result.date}`;
      form.setAttribute('action', action);
      for (const button of document.querySelectorAll('[formaction]')) button.setAttribute('formaction', action + button.getAttribute('formaction').replace(/^[^#]*/, ''));
      history.replaceState(null, '', stored ? action : `${action}/edit`);
      form.querySelector('.bar a.btn').href = `/journal/${result.date}`;
      this.atDate = result.date;
    }
    draft.forget(key);
    this.at = Date.now();
    if (changes === this.#changes) {
      const moved = document.getElementById('date').value !== form.dataset.date;
      this.dirty = moved;
      clearTimeout(this.keeping);
      this.#show(moved ? 'unsaved' : 'saved', say(moved ? 'date-later' : 'saved.now'));
      if (moved) this.#keep(); else this.#tick();
    } else {
      this.#keep();
    }
  }

  #refused({ reason, problems = [], message }) {
    if (reason === 'refused') this.#show('trouble', say('refused', problems[0]?.message ?? ''));
    else if (reason === 'notstored') { this.#show('trouble', message); this.#later(RETRY); }
    else if (reason === 'toolarge') this.#show('trouble', message ?? say('too-large'));
    else this.#show('trouble', say(reason));
    this.#halted = reason === 'stale' || reason === 'gone';
    if (reason !== 'stale') return;
    const compare = document.createElement('button');
    Object.assign(compare, { type: 'submit', name: 'action', value: 'save', textContent: say('stale.compare') });
    this.#words.removeAttribute('aria-hidden');
    this.#words.append(compare);
  }

  /** A version that is on its way back must not be overtaken by the form, or the form would be late by its own hand. */
  async #submit(event) {
    if (this.#flight) {
      const { submitter } = event;
      event.preventDefault();
      await this.#flight;
      this.#form.requestSubmit(submitter);
      return;
    }
    clearTimeout(this.#timer);
    const key = draft.keyOf(this.#form);
    if (this.dirty) this.#keep();
    if (!navigator.onLine) {
      // The browser's own page for a lost connection would stand where the text was.
      event.preventDefault();
      this.#show('trouble', say('offline'));
      this.#later(RETRY);
      return;
    }
    draft.sent(key);
    this.#leaving = true;
  }

  #later(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), ms);
  }

  #show(state, words) {
    clearInterval(this.#ticker);
    this.#box.dataset.state = state;
    this.#words.textContent = words;
    this.#words.setAttribute('aria-hidden', 'true');
    // Spoken once per change; neither every key nor every second is news.
    if (state === 'saved' || state === 'trouble') this.#said.textContent = words;
  }

  #tick() {
    const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    this.#ticker = setInterval(() => {
      const s = Math.round((Date.now() - this.at) / 1000);
      if (s < 60 && (s <= 5 || s % 5 === 0)) this.#words.textContent = say('saved.seconds', s);
      else if (s >= 60 && s < 600) this.#words.textContent = say('saved.minutes', Math.floor(s / 60));
      else if (s >= 600) this.#words.textContent = say('saved.at', clock.format(this.at));
    }, 1000);
  }
}
