import { grouped } from '../../scene/numbers.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';
import { activitiesOf, stateOfMind } from './describe.js';
import { demandAt } from './demand.js';
import { momentOf } from './time.js';

/** "Why": the latest activities of every lane with their rule, and what it sees at this moment. */
export class Why {
  constructor(list, demand, words) {
    this.list = list;
    this.demand = demand;
    this.words = words;
    /** @type {HTMLElement[]} an element for each text, as long as there are as many */
    this.cells = [];
    this.shape = '';
    this.texts = [];
  }

  show(run, t) {
    const { words } = this,
      now = momentOf(run, t, words),
      rate = demandAt(run, t),
      lanes = run.lanes.map(lane => [...activitiesOf(run, lane, t, words), { when: now, words: stateOfMind(run, lane, t, words) }]);
    this.demand.textContent = words('why.demand', now, grouped(rate), (rate / run.capacity).toFixed(1));
    this.arrange(lanes.map(said => said.length));
    // the clock runs in every frame: what says the same stays untouched
    lanes.flatMap(said => said.flatMap(one => [one.when, one.words])).forEach((text, i) => {
      if (this.texts[i] === text) return;
      this.texts[i] = text;
      this.cells[i].textContent = text;
    });
  }

  /** A list with so many sentences for each lane; the one that is there, if it is such a one. @param {number[]} counts */
  arrange(counts) {
    const shape = counts.join();
    if (shape === this.shape) return;
    this.shape = shape;
    this.texts = [];
    const lists = counts.map(count => Array.from({ length: count }, () => [h('dt'), h('dd')]).flat());
    this.cells = lists.flat();
    this.list.replaceChildren(...lists.map((cells, i) => h('li', {}, laneTag(i), h('dl', {}, ...cells))));
  }
}
