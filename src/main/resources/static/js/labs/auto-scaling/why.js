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
    this.shown = null;
  }

  show(run, t) {
    const { words } = this,
      now = momentOf(run, t, words),
      rate = demandAt(run, t),
      lanes = run.lanes.map(lane => [...activitiesOf(run, lane, t, words), { when: now, words: stateOfMind(run, lane, t, words) }]),
      state = JSON.stringify(lanes);
    this.demand.textContent = words('why.demand', now, grouped(rate), (rate / run.capacity).toFixed(1));
    if (state === this.shown && this.run === run) return;
    this.shown = state;
    this.run = run;
    this.list.replaceChildren(
      ...lanes.map((said, i) =>
        h('li', {}, laneTag(i), h('dl', {}, ...said.flatMap(one => [h('dt', {}, one.when), h('dd', {}, one.words)]))),
      ),
    );
  }
}
