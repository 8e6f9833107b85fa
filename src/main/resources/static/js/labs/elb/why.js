import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';
import { letterWords, reasonFor } from './reasons.js';
import { lookedAt } from './run.js';

/** "Why there?": the letter that is looked at, the same in every lane, and by what it went where it went; a rule can be asked earlier. */
export class Why {
  /** @param {(rule: number, priority: number) => void} move called with a rule's place and the priority that it shall get */
  constructor(list, letter, words, move) {
    this.list = list;
    this.letter = letter;
    this.words = words;
    this.move = move;
    this.shown = '';
    list.addEventListener('click', e => {
      const button = e.target.closest('[data-rule]');
      if (button) this.move(Number(button.dataset.rule), Number(button.dataset.priority));
    });
  }

  show(run, t) {
    const i = lookedAt(run, t),
      known = run.lanes.map(lane => i >= 0 && lane.isDecided(i, t)),
      now = `${i} ${known}`;
    if (this.run === run && this.shown === now) return;
    this.run = run;
    this.shown = now;
    const { words } = this;
    this.letter.textContent = i < 0 ? '' : letterWords(run, i, words);
    this.list.replaceChildren(...(i < 0 ? [] : run.lanes.map((lane, index) => this.row(run, lane, index, i, known[index]))));
  }

  row(run, lane, index, i, isKnown) {
    const { words } = this,
      { where, reason, bad } = isKnown ? reasonFor(run, lane, i, words) : { where: '…', reason: words('why.waits'), bad: false };
    return h('li', {}, laneTag(index), h('div', {}, h('div', {}, h('b', { class: bad ? 'trouble' : null }, where)), h('div', {}, reason), ...this.moves(run, lane, i, isKnown)));
  }

  /** The rule that decided can be put before the others. */
  moves(run, lane, i, isKnown) {
    const place = lane.columns.rule[i];
    if (!isKnown || lane.balancer !== 'alb' || place < 0 || run.rules.length < 2) return [];
    const priority = run.priorityOf(place, run.at[i]),
      others = run.rules.map((_, other) => run.priorityOf(other, run.at[i])).filter(each => each !== priority),
      before = Math.max(...others.filter(each => each < priority)),
      after = Math.min(...others.filter(each => each > priority)),
      button = (to, key) => (Number.isFinite(to) ? [h('button', { type: 'button', class: 'btn low', 'data-rule': place, 'data-priority': to }, this.words(key))] : []);
    return [h('div', { class: 'moves' }, ...button(before, 'why.earlier'), ...button(after, 'why.later'))];
  }
}
