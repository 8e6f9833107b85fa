import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';
import { decisions, wayDecisions } from './describe.js';

/** "Why": the latest decisions of every lane, with the seconds since the fault. */
export class Why {
  constructor(list, since, words) {
    this.list = list;
    this.since = since;
    this.words = words;
    this.shown = null;
  }

  show(run, t) {
    const { words } = this,
      faults = [...run.lanes.map(lane => lane.incidentAt(t)?.fault[0]), run.entrance?.fault],
      first = faults.find(at => at <= t),
      way = run.entrance ? [wayDecisions(run, t, words)] : [],
      lanes = [...way, ...run.lanes.map(lane => decisions(run, lane, t, words))],
      now = JSON.stringify(lanes);
    this.since.textContent = first === undefined ? words('why.none') : words('why.since', ((t - first) / 1e6).toFixed(1));
    if (now === this.shown && this.run === run) return;
    this.shown = now;
    this.run = run;
    this.list.replaceChildren(
      ...lanes.map((notes, i) =>
        h(
          'li',
          {},
          i < way.length ? h('span', { class: 'way', 'aria-hidden': 'true' }, '→') : laneTag(i - way.length),
          notes.length
            ? h(
                'dl',
                {},
                ...notes.flatMap(note => [h('dt', {}, note.since), h('dd', { class: note.bad ? 'bad' : null }, note.words)]),
              )
            : h('span', { class: 'quiet' }, words(i < way.length ? 'way.why.usual' : `why.usual.${run.lanes[i - way.length].topology}`)),
        ),
      ),
    );
  }
}
