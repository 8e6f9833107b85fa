// What can be done to a target: stop it, slow it down, bring it back.
import { clockText } from '../../scene/numbers.js';
import { numberBeside, Touching } from '../touching.js';
import { stateAt } from './run.js';

/** How many times slower a target can be. */
const SLOWER = { least: 1, most: 20 };

export class Touch extends Touching {
  constructor(parts, words, change, opening) {
    super(parts, words, change, opening);
    this.target = 0;
  }

  inWords(item) {
    const [, kind, subject, factor] = item.split(':'),
      name = subject?.replace('target-', 't') ?? '';
    return this.words(`mark.${kind === 'slow' && Number(factor) === 1 ? 'normal' : kind}`, name, factor ?? '');
  }

  /** The buttons tell the states of the instant. */
  showInstant(t) {
    this.t = t;
    const states = this.run.targets.map((_, k) => stateAt(this.run, k, t));
    this.when.textContent = this.words('when', this.moment());
    if (!this.changed(JSON.stringify(states))) return;
    this.buttons.classList.toggle('six', states.length > 5);
    this.showButtons(
      states.map((state, k) => this.button({ 'data-target': k }, `t${k + 1}`, this.words(`state.${stateOf(state)}`), markOf(state))),
      ['target'],
    );
  }

  moment() {
    return clockText(this.t, Math.min(1, this.run.pace));
  }

  press(button) {
    this.open(+button.dataset.target, button.getBoundingClientRect(), button);
  }

  /** Opens the choice beside what was pressed. */
  open(target, place, opener = null) {
    const { menu } = this,
      state = stateAt(this.run, target, this.t);
    this.target = target;
    this.opening();
    menu.dataset.state = state.up ? (state.factor > 1 ? 'slow' : 'normal') : 'stopped';
    if (state.factor > 1) menu.dataset.factor = state.factor;
    else delete menu.dataset.factor;
    this.openMenu(place, opener, `t${target + 1}`, this.moment());
  }

  act(button) {
    const verb = button.dataset.touch,
      name = `target-${this.target + 1}`;
    if (verb !== 'slow') return this.add(verb === 'normal' ? `slow:${name}:1` : `${verb}:${name}`);
    const { value, allowed } = numberBeside(button, SLOWER);
    if (!allowed) return this.say('touch.wrong');
    this.add(`slow:${name}:${value}`);
  }
}

const markOf = ({ up, factor }) => (!up ? 'stop' : factor > 1 ? 'slow' : '');

function stateOf({ up, known, factor }) {
  if (!up) return 'stopped.short';
  if (factor > 1) return 'slow.short';
  return known ? 'normal' : 'checking.short';
}
