// The story of a lab: the same stage, one sentence above it, and only what the step needs. The server writes each step with the
// figures of its run; this plays it, asks, lets its reader press, and fetches the next.
import { addressTime } from '../scene/numbers.js';
import { toQuery } from './conditions.js';

const $ = id => document.getElementById(id);

/** What a step can show beside the stage: the page's styles open it. */
const BESIDE = new Set(['plane']);

export class Story {
  /** @param {import('./run-page.js').RunPage} page whose document holds a step */
  constructor(page) {
    this.page = page;
    this.read();
    this.guess = null;
    this.main = page.main;
    this.main.addEventListener('click', e => this.pressed(e));
    this.main.addEventListener('change', e => this.changed(/** @type {HTMLInputElement} */ (e.target)));
    this.main.addEventListener('input', e => this.dragging(/** @type {HTMLInputElement} */ (e.target)));
  }

  /** What the step's element says. */
  read() {
    this.element = $('story');
    const { step, query, from, to, pace, shown } = this.element.dataset,
      touch = $('story-touch'),
      asked = /** @type {HTMLElement|null} */ (/** @type {HTMLTemplateElement|null} */ ($('story-ask'))?.content.firstElementChild);
    this.number = Number(step);
    this.query = query;
    this.from = Number(from) * 1e6;
    this.to = Number(to) * 1e6;
    this.pace = Number(pace);
    this.shown = shown.split(' ').filter(name => !BESIDE.has(name));
    this.touch = touch && !touch.hidden ? { ...touch.dataset, at: Number(touch.dataset.at) * 1e6 } : null;
    const drag = /** @type {HTMLInputElement|null} */ ($('story-drag'));
    if (drag) fill(drag);
    this.asked = asked ? { element: asked, at: Number(asked.dataset.at) * 1e6, answer: asked.dataset.answer } : null;
  }

  /** Plays the step that the page holds. */
  async start() {
    this.guess = null;
    this.settled = '';
    $('question').replaceChildren();
    await this.play(this.page.calm.matches ? this.stop() : this.from);
  }

  /** Shows the step's run at an instant and plays on to where it waits. */
  async play(at) {
    const { page } = this;
    page.showOnly({ parts: this.shown });
    await page.go(this.query, { follow: false, at });
    if (!page.run) return;
    page.element.choose(this.pace);
    if (!page.calm.matches && at < this.stop()) page.player.play();
  }

  /** Where the run waits: for a press, for a guess, at last for the reader to go on. */
  stop() {
    if (this.touch) return Math.min(this.to, this.touch.at);
    if (this.asked && this.guess === null) return Math.max(this.asked.at, this.touchedAt ?? 0);
    return this.to;
  }

  /** Nothing has been guessed yet, so the future is not to be seen. */
  get withheld() {
    return Boolean(this.asked) && this.guess === null;
  }

  onInstant(t, playing) {
    const { page } = this,
      stop = this.stop();
    if (playing && t >= stop) {
      page.player.pause();
      page.player.seek(stop);
      return;
    }
    this.element.classList.toggle('waits', t >= stop);
    this.element.classList.toggle('over', t >= this.to);
    page.main.classList.toggle('withheld', this.withheld);
    if (this.asked && !this.touch && t >= this.stopOfQuestion()) this.showQuestion();
    this.say(t);
  }

  stopOfQuestion() {
    return Math.max(this.asked.at, this.touchedAt ?? 0);
  }

  showQuestion() {
    if (!$('question').firstElementChild) $('question').append(document.importNode(this.asked.element, true));
  }

  /** The verdict comes when the step has shown it. */
  say(t) {
    const ask = $('question').querySelector('.ask'),
      now = `${this.guess} ${t >= this.to}`;
    if (!ask || this.settled === now) return;
    this.settled = now;
    const line = /** @type {HTMLElement} */ (ask.querySelector('.say')),
      { choose, running, right, wrong, shown } = line.dataset,
      known = this.guess !== null && t >= this.to;
    line.textContent = this.guess === null ? choose : known ? `${this.guess === this.asked.answer ? right : wrong} ${shown}` : running;
    for (const label of ask.querySelectorAll('label')) {
      const own = label.querySelector('input').value === this.asked.answer;
      label.classList.toggle('on', known && own);
      label.classList.toggle('gone', known && !own);
    }
  }

  changed(input) {
    if (input.name === 'story-guess') this.guessed(input.value);
    if (input.id === 'story-drag') this.change({ [input.dataset.parameter]: valueOf(input) });
  }

  dragging(input) {
    if (input.id !== 'story-drag') return;
    input.closest('label').querySelector('output').textContent = valueOf(input);
    fill(input);
  }

  guessed(option) {
    const { page } = this;
    this.guess = option;
    this.settled = '';
    if (page.calm.matches) page.player.seek(this.to);
    else if (page.player.tMicros < this.to) page.player.play();
    page.player.changed();
  }

  pressed(e) {
    const target = /** @type {HTMLElement} */ (e.target);
    if (target.closest('#story-touch')) return void this.touched(this.wanted());
    const link = /** @type {HTMLAnchorElement|null} */ (target.closest('[data-story]'));
    if (!link || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    this.go(Number(link.dataset.story));
  }

  /** What is pressed for whoever does not choose, as an address writes it. */
  wanted() {
    return this.touch.item.split(':')[2];
  }

  /** A thing on the stage was pressed, as the stage names it. */
  pressedOn(thing) {
    if (this.touch) this.touched(this.page.touch.subjectBehind(thing, this.wanted()));
  }

  /** @param {string|null} subject as an address writes it */
  touched(subject) {
    if (!this.touch || !subject) return;
    const { action, value } = this.touch,
      now = this.page.player.tMicros;
    this.touchedAt = now;
    this.change({ at: [`${addressTime(now)}:${action}:${subject}`, value].filter(Boolean).join(':') });
  }

  /** The step with another run; the instant stays. */
  async change(values) {
    const t = this.page.player.tMicros;
    if (!(await this.fetch(this.number, values))) return;
    this.settled = '';
    await this.play(this.page.calm.matches ? this.stop() : Math.min(t, this.to));
  }

  async go(number, push = true) {
    this.touchedAt = undefined;
    if (!(await this.fetch(number, {}))) return;
    if (push) history.pushState(null, '', `?story=${number}`);
    $('story-next').focus({ preventScroll: true });
    await this.start();
  }

  async fetch(number, values) {
    this.controller?.abort();
    const { signal } = (this.controller = new AbortController());
    try {
      const answer = await fetch(`${location.pathname}/step?${toQuery([['story', number], ...Object.entries(values)])}`, { signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const step = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('story');
      step.querySelector('noscript')?.remove(); // parsed apart it is elements, not text
      this.element.replaceWith(document.importNode(step, true));
      this.read();
      return true;
    } catch (error) {
      if (error.name !== 'AbortError') this.page.failed(error);
      return false;
    }
  }
}

/** The part of a slider left of its handle is painted. */
function fill(slider) {
  slider.style.setProperty('--f', `${(100 * Number(slider.value)) / Number(slider.max)}%`);
}

/** The value that a slider over a list of values stands at. */
const valueOf = slider => slider.dataset.values.split(' ')[Number(slider.value)];
