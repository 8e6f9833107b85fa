// What can be done to a target: stop it, slow it down, bring it back.
import { numberBeside, Touching } from '../touching.js';
import { stateAt } from './run.js';

/** How many times slower a target can be. */
const SLOWER = { least: 1, most: 20 };

export class Touch extends Touching {
  inWords(item) {
    return super.inWords(item.replace(/:slow:(.*):1$/, ':normal:$1'));
  }

  nameOf(subject) {
    return subject.replace('target-', 't');
  }

  subjectOf({ target }) {
    return `target-${target + 1}`;
  }

  statesAt(t) {
    return this.run.targets.map((_, k) => stateAt(this.run, k, t));
  }

  buttonsFor(states) {
    this.buttons.classList.toggle('six', states.length > 5);
    return states.map((state, k) =>
      this.button({ 'data-subject': `target-${k + 1}` }, `t${k + 1}`, this.words(`state.${stateOf(state)}`), markOf(state)),
    );
  }

  offer(subject) {
    const { dataset } = this.menu,
      state = this.statesAt(this.t)[Number(subject.replace('target-', '')) - 1];
    dataset.state = state.up ? (state.factor > 1 ? 'slow' : 'normal') : 'stopped';
    if (state.factor > 1) dataset.factor = state.factor;
    else delete dataset.factor;
  }

  act(button) {
    const verb = button.dataset.touch,
      { subject } = this;
    if (verb !== 'slow') return this.add(verb === 'normal' ? `slow:${subject}:1` : `${verb}:${subject}`);
    const { value, allowed } = numberBeside(button, SLOWER);
    if (!allowed) return this.say('touch.wrong');
    this.add(`slow:${subject}:${value}`);
  }
}

const markOf = ({ up, factor }) => (!up ? 'stop' : factor > 1 ? 'slow' : '');

function stateOf({ up, known, factor }) {
  if (!up) return 'stopped.short';
  if (factor > 1) return 'slow.short';
  return known ? 'normal' : 'checking.short';
}
