import { upto } from '../../timeline/query.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';
import { letterWords, reasonFor } from './describe.js';

/** "Why there?": the letter that is looked at, the same in every lane, and by what it went where it went. */
export class Why {
  constructor(list, letter, words) {
    this.list = list;
    this.letter = letter;
    this.words = words;
    this.shown = '';
  }

  show(run, t) {
    const k = upto(run.looks.at, t) - 1,
      i = k < 0 ? -1 : run.looks.letters[k],
      known = run.lanes.map(lane => i >= 0 && t >= Math.min(lane.endedAt[i], lane.reachedAt[i])),
      now = `${i} ${known}`;
    if (this.run === run && this.shown === now) return;
    this.run = run;
    this.shown = now;
    const { words } = this;
    this.letter.textContent = i < 0 ? '' : letterWords(run, i, words);
    this.list.replaceChildren(
      ...(i < 0
        ? []
        : run.lanes.map((lane, index) => {
            const { where, reason, bad } = known[index] ? reasonFor(run, lane, i, words) : { where: '…', reason: words('why.waits'), bad: false };
            return h('li', {}, laneTag(index), h('div', {}, h('div', {}, h('b', bad ? { class: 'trouble' } : {}, where)), h('div', {}, reason)));
          })),
    );
  }
}
