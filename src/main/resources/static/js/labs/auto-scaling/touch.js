// Touching the system: what can be done to the group, a zone or a process at the instant on screen. The same run is computed
// with one more intervention; what lies before stays as it was.
import { addressTime } from '../../scene/numbers.js';
import { h } from '../html.js';
import { Interventions, MOST, openBeside, returnFocus } from '../interventions.js';
import { subjectWords } from './describe.js';
import { microsOf, momentOf } from './time.js';

/** What two buttons do at once, because it is done most often. */
const QUICK = { stop: 'stop-instance:group', traffic: 'traffic:group:1.5' };
const SIGNS = { stop: 'M2 4h12v8H2zM6 6l4 4m0-4-4 4', traffic: 'M1 12h4V5h6v7h4' };
const SVG = 'http://www.w3.org/2000/svg';

export class Touch {
  /**
   * @param {object} parts elements: buttons, menu, list, hint, when
   * @param {(items: string[]) => void} change called with the interventions as an address carries them
   */
  constructor(parts, words, change) {
    Object.assign(this, parts, { words, change, run: null, t: 0, subject: '' });
    this.done = new Interventions(this.list, words, item => this.inWords(item), change, time => this.clock(time));
    this.buttons.addEventListener('click', e => {
      const button = e.target.closest('button');
      if (button?.dataset.quick) this.add(QUICK[button.dataset.quick]);
      else if (button) this.open(button.dataset.subject, button.getBoundingClientRect(), button);
    });
    this.menu.addEventListener('click', e => {
      const button = e.target.closest('[data-touch]');
      if (button) this.act(button);
    });
    this.menu.addEventListener('keydown', e => {
      const input = e.target.closest('input');
      if (input && e.key === 'Enter') this.act(input.closest('[data-kind]').querySelector('[data-touch]'));
    });
    returnFocus(this.menu, () => this.opener);
  }

  inWords(item) {
    const [, kind, subject = '', value = ''] = item.split(':');
    return this.words(`mark.${kind}`, subjectWords(subject, this.words), value);
  }

  clock(time) {
    return this.run ? momentOf(this.run, microsOf(time), this.words) : time;
  }

  /** @param {object|null} run  @param {string[]} items interventions as the address carries them */
  showRun(run, items) {
    Object.assign(this, { run, shown: '' });
    for (const part of [this.buttons, this.when]) part.hidden = !run; // a run that is not drawn has no instant to touch
    this.done.show(items);
    this.hint.hidden = !run || items.length > 3;
  }

  /** The buttons tell the states of the instant. */
  showInstant(t) {
    this.t = t;
    const { run, words } = this;
    this.when.textContent = words('when', momentOf(run, t, words));
    const states = run.zones.map((_, zone) => this.zoneState(zone)),
      now = states.join();
    if (now === this.shown) return;
    this.shown = now;
    const focused = this.buttons.contains(document.activeElement) ? document.activeElement.dataset : null;
    this.buttons.replaceChildren(
      this.quickButton('stop'),
      this.quickButton('traffic'),
      ...run.zones.map((letter, zone) =>
        this.button(`az-${letter}`, words(`zone.${states[zone]}`), states[zone] === 'up' ? '' : 'stop', subjectWords(`az-${letter}`, words)),
      ),
      this.button('group', '', '', words('quick.group')),
      this.button('process', '', '', words('quick.process')),
    );
    const again = focused?.subject ? `[data-subject="${focused.subject}"]` : focused?.quick && `[data-quick="${focused.quick}"]`;
    if (again) this.buttons.querySelector(again)?.focus({ preventScroll: true });
  }

  quickButton(name) {
    const sign = document.createElementNS(SVG, 'svg'),
      path = document.createElementNS(SVG, 'path');
    sign.setAttribute('viewBox', '0 0 16 16');
    sign.setAttribute('aria-hidden', 'true');
    path.setAttribute('d', SIGNS[name]);
    sign.append(path);
    return h('button', { type: 'button', class: 'quick', 'data-quick': name }, sign, h('span', {}, this.words(`quick.${name}`)));
  }

  button(subject, small, mark, name) {
    return h(
      'button',
      { type: 'button', class: mark, 'data-subject': subject, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      `${name} `,
      small && h('small', {}, small),
      h('span', { class: 'sr' }, `: ${this.words('disturb')}`),
    );
  }

  /** Up, failed or without capacity, as the marks say. */
  zoneState(zone) {
    let state = 'up';
    for (const { atMicros, kind, subject } of this.run.marks) {
      if (atMicros > this.t) break;
      if (subject !== zone) continue;
      if (kind === 'fail-zone') state = 'failed';
      else if (kind === 'no-capacity' && state === 'up') state = 'full';
      else if (kind === 'repair-zone' || (kind === 'capacity-back' && state === 'full')) state = 'up';
    }
    return state;
  }

  /** Opens the choice beside what was pressed; a thing on the stage, or a subject's name. */
  open(thing, place, opener = null) {
    const { menu, words } = this,
      box = thing.kind === 'box',
      subject = typeof thing === 'string' ? thing : box ? `az-${this.run.zones[thing.zone]}` : 'group',
      kind = subject.startsWith('az-') ? 'zone' : subject;
    Object.assign(this, { subject, opener });
    this.onOpen?.();
    menu.dataset.state = kind === 'zone' ? this.zoneState(this.run.zones.indexOf(subject.slice(3))) : '';
    for (const choice of menu.querySelectorAll('[data-kind]'))
      choice.hidden = choice.dataset.kind !== kind && !(box && choice.querySelector('[data-touch="stop-instance"]'));
    menu.querySelector('#touch-heading').textContent = words(
      'touch.at',
      kind === 'process' ? words('quick.process') : subjectWords(subject, words),
      momentOf(this.run, this.t, words),
    );
    this.say('');
    opener?.setAttribute('aria-expanded', 'true');
    openBeside(menu, place);
  }

  act(button) {
    const input = button.closest('[data-kind]').querySelector('input'),
      value = Number(input?.value.replace(',', '.')),
      action = button.dataset.touch,
      whole = action === 'desired';
    if (input && !(value >= Number(input.dataset.min) && value <= Number(input.dataset.max) && (!whole || Number.isInteger(value))))
      return this.say('touch.wrong', input.dataset.min, input.dataset.max);
    const subject =
      this.subject === 'process' ? this.menu.querySelector('[data-process]').value : action === 'stop-instance' ? 'group' : this.subject;
    this.add([action, subject, ...(input ? [value] : [])].join(':'));
  }

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

