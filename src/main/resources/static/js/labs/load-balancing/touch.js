// Touching the system: stop, slow down, bring back a target at the instant on screen. The same run is computed with one more
// intervention; what lies before stays as it was.
import { addressTime, clockText } from '../../scene/numbers.js';
import { h } from '../html.js';
import { Interventions, MOST, openBeside, returnFocus } from '../interventions.js';
import { stateAt } from './run.js';

export class Touch {
  /**
   * @param {object} parts elements: buttons, menu, list, hint, when
   * @param {(items: string[]) => void} change called with the interventions as an address carries them
   */
  constructor(parts, words, change) {
    Object.assign(this, parts, { words, change, run: null, t: 0, target: 0 });
    this.done = new Interventions(this.list, words, item => this.inWords(item), change);
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
    returnFocus(this.menu, () => this.opener);
  }

  inWords(item) {
    const [, kind, subject, factor] = item.split(':'),
      name = subject?.replace('target-', 't') ?? '';
    return this.words(`mark.${kind === 'slow' && Number(factor) === 1 ? 'normal' : kind}`, name, factor ?? '');
  }

  /** @param {object|null} run  @param {string[]} items interventions as the address carries them */
  showRun(run, items) {
    this.run = run;
    this.shown = '';
    for (const part of [this.buttons, this.when]) part.hidden = !run; // a run that is not drawn has no instant to touch
    this.done.show(items);
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
    openBeside(menu, place);
  }

  act(verb) {
    const factor = Number(this.menu.querySelector('#factor').value.replace(',', '.'));
    if (verb === 'slow' && !(factor >= 1 && factor <= 20)) return this.say('touch.wrong');
    if (this.done.items.length >= MOST) return this.say('touch.many');
    const name = `target-${this.target + 1}`,
      action = { stop: `stop:${name}`, start: `start:${name}`, slow: `slow:${name}:${factor}`, normal: `slow:${name}:1` }[
        verb
      ];
    this.menu.hidePopover();
    this.change([...this.done.items, `${addressTime(this.t)}:${action}`]);
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
