// The page of the doctor: the address is the patient and what was done to it. An act happens at the instant on screen and makes
// another address, for which the server writes the lists and draws up the diagnosis; the stage shows that.
import '../../player/lab-player.js';
import { fit } from '../../scene/canvas.js';
import { palette } from '../../scene/palette.js';
import * as scene from '../doctor.js';
import { h } from '../html.js';
import { copyLink, hashOf, sharedInstant } from '../link.js';
import { Signs } from '../signs.js';
import { scaleNow, Sizes } from '../sizes.js';
import { readTexts } from '../texts.js';
import { actsOf, actsText, withAct } from './acts.js';
import { remember, showCured } from './cured.js';
import { askOf } from './describe.js';
import { noteLink, noteText } from './note-text.js';
import { AtInstant, focusOn, swap } from './swap.js';

const LONG = 200, // ms that nobody minds
  OPENS = 14e6, // µs at which a patient whom nobody has touched is first seen: the first answers are there
  WAITS = 30e6; // and at which the stage then waits for whoever looks at it
/** µs for which the stage plays on after an act, so that what it did is seen. */
const PLAYS_ON = { probe: 6e6, open: 0, repair: 16e6 };
const SEEDS = 2 ** 40,
  LISTED = 20;
const $ = id => document.getElementById(id);

class DoctorPage {
  constructor() {
    document.documentElement.classList.add('js');
    this.main = $('main');
    this.element = document.querySelector('lab-player');
    this.player = this.element.player;
    this.words = readTexts($('texts'), this.main.dataset.lab);
    this.calm = matchMedia('(prefers-reduced-motion: reduce)');
    this.patient = this.main.dataset.patient;
    this.acts = actsOf(this.main.dataset.acts); // as the server read them: none where it could not
    this.run = null;
    this.layout = null;
    /** What was asked last; an answer to anything else comes too late. @type {object|null} */
    this.asked = null;
    /** The instant at which the stage stands still for whoever looks at it, µs. */
    this.waitsAt = Infinity;
    this.lists = new AtInstant();
    /** CSS pixels of a unit of the pictures. */
    this.scale = scaleNow();
    this.sizes = new Sizes(() => {
      this.scale = scaleNow();
      this.layout = null;
      this.player.changed();
    });
    this.restyle();
    this.listen();
    this.explain();
    showCured($('patients'), $('cured'));
    $('another').setAttribute('href', `${location.pathname}?patient=${LISTED + 1 + Math.floor(Math.random() * SEEDS)}`);
    this.show(this.query(), { first: true });
  }

  listen() {
    const stage = $('stage');
    this.element.addEventListener('restyle', () => this.restyle());
    this.main.addEventListener('click', e => {
      const link = e.target instanceof Element ? e.target.closest('[data-act]') : null;
      if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
      e.preventDefault();
      this.act(link.getAttribute('data-act'));
    });
    stage.addEventListener('click', e => {
      const hit = this.hit(e);
      if (hit) this.open(hit.place);
    });
    stage.addEventListener('pointermove', e => stage.classList.toggle('over', Boolean(this.hit(e))));
    addEventListener('popstate', () => {
      this.acts = actsOf(new URLSearchParams(location.search).get('acts'));
      this.show(this.query(), { at: sharedInstant() });
    });
    $('copy').addEventListener('click', () => this.copy());
    $('note').addEventListener('submit', () => this.fillNote());
  }

  /** What the stage is written in explains itself. */
  explain() {
    const signs = new Signs($('stage'), $('scrub'), {
      signs: scene.signs,
      words: this.words,
      paintStage: canvas => this.layout && scene.draw(canvas, this.run, this.layout, this.player.tMicros, this.player),
      paintScrub: canvas => this.layout && scene.drawScrubber(canvas, this.run, this.sizes.of($('scrub'), this.scale), this.look, this.player.tMicros),
      touchable: e => Boolean(this.hit(e)),
      scale: () => this.scale,
    });
    this.element.addEventListener('help', () => signs.fillSheet($('columns'), $('signs'), this.look.palette));
    this.signs = signs;
  }

  hit({ offsetX: x, offsetY: y }) {
    return this.layout && this.run ? scene.touchAt(this.layout, this.run, x / this.scale, y / this.scale, this.player.tMicros) : null;
  }

  /** A number on the stage was pressed: what it opens stands in the list. @param {string} place */
  open(place) {
    const seen = document.querySelector(`[data-place="${place}"] details:not([hidden])`);
    if (!seen) this.act(`open:${place}`);
    else this.lists.open(seen.hasAttribute('open') ? undefined : place);
  }

  query(acts = this.acts) {
    return `patient=${this.patient}${acts.length ? `&acts=${actsText(acts)}` : ''}`;
  }

  /** @param {string} what `probe:client`, `open:listener`, `repair:listener:https` */
  async act(what) {
    const acts = withAct(this.acts, what, this.player.tMicros),
      { at } = acts.at(-1),
      fewer = acts.length <= this.acts.length,
      was = this.run,
      playing = this.player.playing;
    this.player.pause();
    const shown = await this.show(this.query(acts), { push: acts, at: Math.min(this.player.tMicros, at * 1e6 + 1e5) });
    if (!shown) return;
    const [kind, place] = what.split(':');
    if (kind === 'open') this.lists.open(place);
    focusOn(what);
    notice(fewer ? this.words('dropped') : '');
    const until = Math.max(at * 1e6 + PLAYS_ON[kind], this.run.solved && !was.solved ? wellAgain(this.run) : 0);
    if (this.calm.matches) this.player.seek(Math.min(until, at * 1e6 + PLAYS_ON.repair, this.run.durationMicros));
    else if (playing || until > this.player.tMicros) {
      this.waitsAt = kind === 'open' && playing ? this.waitsAt : until;
      this.player.play();
    }
  }

  /**
   * Fetches and shows what an address tells.
   * @param {string} query
   * @param {{first?: boolean, push?: import('./acts.js').Act[]|null, at?: number|null}} how `first` is the page's own address,
   *   whose lists are there; `push` makes it the page's; `at` goes to an instant
   * @returns {Promise<boolean>} whether it is shown
   */
  async show(query, { first = false, push = null, at = null } = {}) {
    const own = (this.asked = {}),
      slow = setTimeout(() => notice(this.words('asking')), LONG);
    try {
      const [diagnosis, page] = await Promise.all([
        json(`${this.main.dataset.api}?${query}`),
        first ? null : html(`${location.pathname}?${query}`),
      ]);
      if (this.asked !== own) return false;
      if (push) {
        this.acts = push;
        history.pushState(null, '', `?${query}`);
      }
      if (page) swap(page);
      this.diagnosed(diagnosis, first, at);
      notice('');
      return true;
    } catch (error) {
      if (this.asked === own) notice(this.words('failed', error.message));
      return false;
    } finally {
      clearTimeout(slow);
    }
  }

  diagnosed(diagnosis, first, at) {
    const places = [...document.querySelectorAll('[data-place]')].map(element => /** @type {HTMLElement} */ (element).dataset.place);
    this.run = scene.runOf(diagnosis, places);
    this.layout = null;
    this.lists.changed();
    if (this.run.solved) {
      remember(this.patient);
      showCured($('patients'), $('cured'));
    }
    const shared = sharedInstant(),
      last = this.acts.at(-1),
      opens = last ? last.at * 1e6 + (this.calm.matches ? 8e6 : 0) : this.calm.matches ? WAITS : OPENS;
    this.element.show({ ...this.run, draw: () => this.paint() }, first ? Math.min(this.run.durationMicros, shared ?? opens) : (at ?? undefined));
    if (!first || !this.acts.length) this.lists.open(this.run.opened.at(-1)?.place);
    if (first) {
      this.lists.open(this.run.opened.at(-1)?.place);
      this.waitsAt = last ? last.at * 1e6 + PLAYS_ON.repair : WAITS;
      if (shared === null && !this.calm.matches) this.player.play();
    }
  }

  paint() {
    const { run, player } = this,
      stage = $('stage'),
      scrub = $('scrub'),
      { width } = this.sizes.of(stage.parentElement, this.scale);
    if (!width || !run) return;
    const other = !this.layout;
    if (other) {
      this.layout = scene.layout(run, { width }, this.look);
      stage.style.height = `${this.layout.H * this.scale}px`;
    }
    const t = player.tMicros,
      size = this.sizes.of(scrub, this.scale);
    scene.draw(fit(stage, this.layout.W, this.layout.H, this.scale), run, this.layout, t, player);
    scene.drawScrubber(fit(scrub, size.width, size.height, this.scale), run, size, this.look, t);
    if (other) this.signs.arrange();
    this.lists.show(run, t);
    this.say(t);
    if (player.playing && t >= this.waitsAt) {
      this.waitsAt = Infinity;
      player.pause();
    }
    if (!player.playing) this.rest();
  }

  /** The sentence above the stage, while there is a question. */
  say(t) {
    const live = document.querySelector('#ask [data-live]');
    if (!live) return;
    const { said, codes } = askOf(this.run, t, this.words),
      text = said.join(' ');
    if (live.textContent === text) return;
    const [before, ...after] = codes ? text.split(codes) : [text];
    live.replaceChildren(before, ...(after.length ? [h('b', {}, codes), after.join(codes)] : []));
  }

  /** Words and address follow when the picture stands still. */
  rest() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      if (this.player.playing || !this.run) return;
      $('words').textContent = scene.describe(this.run, this.player.tMicros, this.words);
      if (location.hash !== this.hash()) history.replaceState(null, '', `${location.search}${this.hash()}`);
    }, 400);
  }

  hash() {
    return hashOf(this.player.tMicros);
  }

  restyle() {
    this.look = { palette: palette(), words: this.words };
    this.layout = null;
  }

  fillNote() {
    if (!this.run) return; // what the server wrote is all that is known
    const fields = /** @type {any} */ ($('note')).elements;
    fields.text.value = noteText(this.run, noteLink(this.patient, this.acts, this.hash()), place => this.placeName(place), this.words);
  }

  placeName(place) {
    return document.querySelector(`[data-place="${place}"] .row span:last-child`)?.textContent ?? place;
  }

  copy() {
    this.player.pause();
    return copyLink(`${location.origin}${location.pathname}?${this.query()}${this.hash()}`, $('copied'), this.words);
  }
}

/** When the last target is believed to be well again and one has seen it. */
const wellAgain = run => Math.max(...run.health.flatMap(({ changes }) => changes.map(({ at }) => at)), 0) + 4e6;

function notice(text) {
  $('notice').textContent = text;
  $('notice').hidden = !text;
}

/** @param {string} address */
async function json(address) {
  const response = await fetch(address, { headers: { Accept: 'application/json, application/problem+json' } }),
    body = await response.json();
  if (!response.ok) throw new Error(body.errors?.[0]?.message ?? body.detail ?? String(response.status));
  return body;
}

/** @param {string} address */
async function html(address) {
  const response = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!response.ok) throw new Error(String(response.status));
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

new DoctorPage();
