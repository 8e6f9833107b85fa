// Touching the system: stop, slow down, bring back a target at the instant on screen. The same run is computed with one more
// intervention; what lies before stays as it was.
import { addressTime, clockText } from '../../scene/numbers.js';
import { h } from '../html.js';
import { stateAt } from './run.js';

const MOST = 50;

export class Touch {
  /**
   * @param {object} parts elements: buttons, menu, list, hint, when
   * @param {(items: string[]) => void} change called with the interventions as an address carries them
   */
  constructor(parts, words, change) {
    Object.assign(this, parts, { words, change, run: null, t: 0, items: [], target: 0 });
    this.buttons.addEventListener('click', e => {
      const button = e.target.closest('button');
      if (button) this.open(+button.dataset.target, button.getBoundingClientRect(), button);
    });
    this.menu.addEventListener('click', e => {
      const verb = e.target.closest('[data-touch]')?.dataset.touch;
      if (verb) this.act(verb);
    });
    this.menu.querySelector('#factor').addEventListener('keydown', e => {
      if (e.key === 'Enter') this.act('slow');
    });
    this.menu.addEventListener('toggle', e => {
      if (e.newState === 'open') return;
      this.opener?.setAttribute('aria-expanded', 'false');
      if (this.menu.contains(document.activeElement) || document.activeElement === document.body)
        this.opener?.focus({ preventScroll: true });
    });
    this.list.addEventListener('click', e => {
      const link = e.target.closest('[data-remove]');
      if (!link) return;
      e.preventDefault();
      const at = [...this.list.querySelectorAll('[data-remove]')].indexOf(link);
      this.change(this.items.filter((_, i) => i !== at));
    });
  }

  /** @param {object|null} run  @param {string[]} items interventions as the address carries them */
  showRun(run, items) {
    this.run = run;
    this.items = items;
    this.shown = '';
    for (const part of [this.buttons, this.when]) part.hidden = !run; // a run that is not drawn has no instant to touch
    this.list.replaceChildren(
      ...items.map(item => {
        const [time, kind, subject, factor] = item.split(':'),
          name = subject?.replace('target-', 't') ?? '';
        return h(
          'li',
          {},
          h('b', {}, time),
          h('span', {}, this.words(`mark.${kind === 'slow' && Number(factor) === 1 ? 'normal' : kind}`, name, factor ?? '')),
          h(
            'a',
            { href: without(item), 'data-remove': item, 'aria-label': this.words('remove.of', item) },
            this.words('remove'),
          ),
        );
      }),
    );
    this.hint.hidden = !run || items.length > 3;
  }

  /** The buttons tell the states of the instant. */
  showInstant(t) {
    this.t = t;
    const states = this.run.targets.map((_, k) => stateAt(this.run, k, t)),
      now = JSON.stringify(states);
    this.when.textContent = this.words('when', clockText(t, Math.min(1, this.run.pace)));
    if (now === this.shown) return;
    this.shown = now;
    this.buttons.classList.toggle('six', states.length > 5);
    const made =
      states.length === this.buttons.children.length
        ? [...this.buttons.children]
        : states.map((_, k) =>
            h('button', { type: 'button', 'data-target': k, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' }),
          );
    made.forEach((button, k) => {
      const word = this.words(`state.${stateOf(states[k])}`);
      button.className = !states[k].up ? 'stop' : states[k].factor > 1 ? 'slow' : '';
      button.replaceChildren(`t${k + 1} `, h('small', {}, word), h('span', { class: 'sr' }, `: ${this.words('disturb')}`));
    });
    if (made[0] !== this.buttons.children[0]) this.buttons.replaceChildren(...made);
  }

  /** Opens the choice beside what was pressed. */
  open(target, place, opener = null) {
    const { menu } = this,
      state = stateAt(this.run, target, this.t);
    Object.assign(this, { target, opener });
    this.onOpen?.();
    menu.dataset.state = state.up ? (state.factor > 1 ? 'slow' : 'normal') : 'stopped';
    if (state.factor > 1) menu.dataset.factor = state.factor;
    else delete menu.dataset.factor;
    menu.querySelector('#touch-heading').textContent = this.words(
      'touch.at',
      `t${target + 1}`,
      clockText(this.t, Math.min(1, this.run.pace)),
    );
    this.say('');
    opener?.setAttribute('aria-expanded', 'true');
    menu.showPopover();
    const { offsetWidth: w, offsetHeight: hgt } = menu;
    menu.style.left = `${Math.max(8, Math.min(innerWidth - w - 8, place.left))}px`;
    menu.style.top = `${place.bottom + 6 + hgt > innerHeight - 8 ? Math.max(8, place.top - hgt - 6) : place.bottom + 6}px`;
    [...menu.querySelectorAll('button')].find(b => b.offsetParent)?.focus();
  }

  act(verb) {
    const factor = Number(this.menu.querySelector('#factor').value.replace(',', '.'));
    if (verb === 'slow' && !(factor >= 1 && factor <= 20)) return this.say('touch.wrong');
    if (this.items.length >= MOST) return this.say('touch.many');
    const name = `target-${this.target + 1}`,
      action = { stop: `stop:${name}`, start: `start:${name}`, slow: `slow:${name}:${factor}`, normal: `slow:${name}:1` }[
        verb
      ];
    this.menu.hidePopover();
    this.change([...this.items, `${addressTime(this.t)}:${action}`]);
  }

  say(key) {
    const line = this.menu.querySelector('#touch-problem');
    line.hidden = !key;
    line.textContent = key && this.words(key);
  }
}

function stateOf({ up, known, factor }) {
  if (!up) return 'stopped.short';
  if (factor > 1) return 'slow.short';
  return known ? 'normal' : 'checking.short';
}

/** The address of the run without one intervention, so that a link stays a link. */
function without(item) {
  const query = new URLSearchParams(location.search),
    rest = query
      .getAll('at')
      .join(',')
      .split(',')
      .filter(other => other !== item)
      .join(',');
  if (rest) query.set('at', rest);
  else query.delete('at');
  return `?${query}`;
}
