// The result up to the instant on the stage: the same figures as numbers.
import { grouped, inUnit } from '../../scene/numbers.js';
import { upto } from '../../timeline/query.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';

const CLOSEST = 100; // ms between two readings while the run plays: nobody reads quicker

export class SoFar {
  /** @param {HTMLElement} part with a table and a [data-when] */
  constructor(part, words) {
    this.part = part;
    this.table = part.querySelector('table');
    this.when = part.querySelector('[data-when]');
    this.words = words;
    this.shown = '';
    this.next = 0;
  }

  /** A run that is too large to be drawn has no instant. */
  hide() {
    clearTimeout(this.timer);
    this.run = null;
    this.part.hidden = true;
  }

  show(run, t, now = performance.now()) {
    if (this.run === run && now < this.next) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run === run && this.show(run, t), this.next - now);
      return;
    }
    this.next = now + CLOSEST;
    this.part.hidden = false;
    const rows = run.lanes.map(lane => figuresOf(run, lane, t)),
      shown = JSON.stringify(rows);
    this.when.textContent = this.words('so-far.when', (t / 1e6).toFixed(1));
    if (this.run === run && shown === this.shown) return;
    this.run = run;
    this.shown = shown;
    this.table.tBodies[0].replaceChildren(
      ...rows.map((row, i) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, laneTag(i), h('span', {}, this.words(`option.${run.lanes[i].strategy}`))),
          ...row.map(text => h('td', { class: 'num' }, text)),
        ),
      ),
    );
  }
}

function figuresOf(run, lane, t) {
  const { completed, errors, p50, p95, p99 } = lane.summaryAt(t),
    times = [p50, p95, p99].map(v => (Number.isFinite(v) ? `${inUnit(v, run.unit)} ${run.unit}` : '–'));
  return [grouped(completed), grouped(errors), ...times, grouped(longestQueueAt(lane, t))];
}

/** Most requests that waited at one target up to the instant. */
export function longestQueueAt(lane, t) {
  const { at, most } = (lane.longest ??= longestOf(lane));
  return most[upto(at, t) - 1] ?? 0;
}

/** The instants from which on a longer queue than ever has been seen. */
function longestOf({ queues }) {
  const longer = queues.flatMap(({ reach, leave }) => {
    const found = [];
    let most = 0,
      left = 0;
    reach.forEach((at, j) => {
      while (left <= j && leave[left] <= at) left++;
      const waiting = j + 1 - left;
      if (at >= 0 && waiting > most) found.push([at, (most = waiting)]);
    });
    return found;
  });
  longer.sort((a, b) => a[0] - b[0]);
  let most = 0;
  const records = longer.filter(([, waiting]) => waiting > most && (most = waiting));
  return { at: Float64Array.from(records, ([at]) => at), most: records.map(([, waiting]) => waiting) };
}
