// Touching the system: what can be done to a thing at the instant on screen. The same run is computed with one more
// intervention; what lies before stays as it was. Which things there are, and what can be done to them, is the lab's own.
import { addressTime, clockText } from '../scene/numbers.js';
import { h } from './html.js';
import { Interventions, MOST, openBeside, returnFocus } from './interventions.js';

/** What opens a menu beside it, and the menu's parts that the page's template holds. */
export class Touching {
  /**
   * @param {{buttons: HTMLElement, menu: HTMLElement, list: HTMLElement, hint: HTMLElement, when: HTMLElement}} parts
   * @param {(key: string, ...values) => string} words
   * @param {(items: string[]) => void} change called with the interventions as an address carries them
   * @param {() => void} opening called before a menu opens
   */
  constructor({ buttons, menu, list, hint, when }, words, change, opening) {
    this.buttons = buttons;
    this.menu = menu;
    this.hint = hint;
    this.when = when;
    this.words = words;
    this.change = change;
    this.opening = opening;
    /** @type {any} the run on screen, null where it is too large to be drawn */
    this.run = null;
    this.t = 0;
    /** What the menu is open for, as an address carries it. */
    this.subject = '';
    this.shown = '';
    /** @type {HTMLElement|null} */
    this.opener = null;
    this.done = new Interventions(list, words, item => this.inWords(item), change, time => this.clock(time));
    buttons.addEventListener('click', e => {
      const button = /** @type {HTMLElement} */ (e.target).closest('button');
      if (button) this.press(button);
    });
    menu.addEventListener('click', e => {
      const button = /** @type {HTMLElement} */ (e.target).closest('[data-touch]');
      if (button) this.act(button);
    });
    menu.addEventListener('keydown', e => {
      const input = /** @type {HTMLElement} */ (e.target).closest('input');
      if (input && e.key === 'Enter') this.act(input.closest('div').querySelector('[data-touch]'));
    });
    returnFocus(menu, () => this.opener);
  }

  /** An intervention as the address carries it, in words. @param {string} item @returns {string} */
  inWords(item) {
    const [, kind, subject = '', value = ''] = item.split(':');
    return this.words(`mark.${kind}`, this.nameOf(subject), value);
  }

  /** What a subject of the address is called. @param {string} subject @returns {string} */
  nameOf(subject) {
    throw new Error(`the lab names ${subject}`);
  }

  /** The subject that a thing on the stage is, as an address carries it. @param {any} thing @returns {string} */
  subjectOf(thing) {
    throw new Error(`the lab knows ${thing}`);
  }

  /** What of the wanted kind a thing on the stage is or stands in, or null. @param {any} thing @param {string} wanted a subject */
  subjectBehind(thing, wanted) {
    return this.subjectOf(thing);
  }

  /** What holds of all that can be touched, as far as its buttons tell it. @param {number} t @returns {any} */
  statesAt(t) {
    throw new Error(`the lab knows what holds at ${t}`);
  }

  /** A button for each of them. @param {any} states @returns {HTMLElement[]} */
  buttonsFor(states) {
    throw new Error(`the lab shows ${states}`);
  }

  /** Offers in the menu what can be done to the subject now. @param {string} subject */
  offer(subject) {
    throw new Error(`the lab knows what can be done to ${subject}`);
  }

  /** The heading of the menu. @param {string} subject */
  titleOf(subject) {
    return this.nameOf(subject);
  }

  /** The instant on screen, in words. */
  moment() {
    return clockText(this.t, Math.min(1, this.run.pace));
  }

  /** The buttons tell the states of the instant. @param {number} t */
  showInstant(t) {
    this.t = t;
    this.when.textContent = this.words('when', this.moment());
    const states = this.statesAt(t);
    if (this.changed(JSON.stringify(states))) this.showButtons(this.buttonsFor(states), ['subject']);
  }

  /** One of the lab's buttons was pressed. @param {HTMLButtonElement} button */
  press(button) {
    this.open(button.dataset.subject, button.getBoundingClientRect(), button);
  }

  /** Opens the choice beside what was pressed: a thing on the stage, or a subject. @param {any} thing */
  open(thing, place, opener = null) {
    this.subject = typeof thing === 'string' ? thing : this.subjectOf(thing);
    this.opening();
    this.offer(this.subject);
    this.openMenu(place, opener, this.titleOf(this.subject), this.moment());
  }

  /** Something in the menu is to be done. @param {HTMLElement} button */
  act(button) {
    throw new Error(`the lab knows ${button}`);
  }

  /** A time as an address carries it, as fine as the clock beside the stage: an instant that was pressed has more places. */
  clock(time) {
    const micros = parseFloat(time) * (time.endsWith('ms') ? 1e3 : 1e6);
    return `${+clockText(micros, this.run?.pace ?? 1)}s`;
  }

  /** @param {object|null} run  @param {string[]} items interventions as the address carries them */
  showRun(run, items) {
    this.run = run;
    this.shown = '';
    for (const part of [this.buttons, this.when]) part.hidden = !run; // a run that is not drawn has no instant to touch
    this.done.show(items);
    this.hint.hidden = !run || items.length > 3;
  }

  /** Whether the buttons have to tell something else than they do. */
  changed(now) {
    if (now === this.shown) return false;
    this.shown = now;
    return true;
  }

  /** Other buttons, with the focus on the one that is the same as before: `key` is what tells them apart in their dataset. */
  showButtons(buttons, keys) {
    const focused = this.buttons.contains(document.activeElement) ? document.activeElement.dataset : {};
    this.buttons.replaceChildren(...buttons);
    const key = keys.find(each => focused[each]);
    if (key) this.buttons.querySelector(`[data-${key}="${focused[key]}"]`)?.focus({ preventScroll: true });
  }

  /** A button that opens the menu: its name, and what is to be known of the thing. */
  button(data, name, state = '', mark = '') {
    return h(
      'button',
      { type: 'button', class: mark, ...data, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      `${name} `,
      state && h('small', {}, state),
      h('span', { class: 'sr' }, `: ${this.words('disturb')}`),
    );
  }

  /** Opens the menu beside what was pressed. */
  openMenu(place, opener, name, moment) {
    this.opener = opener;
    this.menu.querySelector('#touch-heading').textContent = this.words('touch.at', name, moment);
    this.say('');
    opener?.setAttribute('aria-expanded', 'true');
    openBeside(this.menu, place);
  }

  /** One more intervention, as an address carries it but for its time. */
  add(what) {
    if (this.done.items.length >= MOST) return this.say('touch.many');
    if (this.menu.matches(':popover-open')) this.menu.hidePopover();
    this.change([...this.done.items, `${addressTime(this.t)}:${what}`]);
  }

  say(key, ...values) {
    const line = this.menu.querySelector('#touch-problem');
    line.hidden = !key;
    line.textContent = key && this.words(key, ...values);
  }
}

/** What stands in the field beside a button of the menu: its number, and whether it is one of those that are allowed. */
export function numberBeside(button, { least, most, whole = false }) {
  const value = Number(button.closest('div').querySelector('input').value.replace(',', '.'));
  return { value, allowed: value >= least && value <= most && (!whole || Number.isInteger(value)) };
}
