// A run of the auto-scaling lab: the demand that all lanes face, what a group did under each policy, and the marks.
import { marksOf, numbersOf, rowsByLane, zonesOf } from '../indexing.js';
import { Lane } from './lane.js';
import { isShort, pacesFor, paperOf } from './time.js';

/**
 * Indexes a decoded timeline once; every question about an instant is cheap afterwards.
 * @param {import('../../timeline/decode.js').Timeline} timeline
 */
export function runOf(timeline) {
  const { shared, durationMicros, facts, dictionaries, scenario } = timeline,
    number = numbersOf(facts),
    slotMicros = number('slotMicros') || 5e6;
  /** @type {Object<string, any>} */
  const run = {
    durationMicros,
    scenario,
    ...pacesFor(durationMicros),
    short: isShort(durationMicros),
    paperMicros: paperOf(durationMicros),
    slotMicros,
    demand: shared.demand.columns.requests,
    zones: zonesOf(facts),
    capacity: number('instanceCapacity'),
    objectiveMicros: number('objectiveMicros'),
    desired: number('desired'),
    target: Number(scenario.target ?? 0),
  };
  run.marks = marksOf(shared.marks, dictionaries.kind);
  const slowness = run.marks
    .filter(mark => mark.kind === 'slow-version' || mark.kind === 'good-version')
    .map(mark => ({ at: mark.atMicros, factor: mark.kind === 'slow-version' ? mark.value || 1 : 1 }));
  const rows = rowsByLane(shared, ['instances', 'datapoints', 'activities', 'cooldowns', 'waits'], timeline.lanes.length);
  run.lanes = timeline.lanes.map(
    ({ columns }, index) =>
      new Lane(run, {
        index,
        policy: facts.lanes[index],
        columns,
        dictionaries,
        facts,
        slowness,
        rows: rows[index],
      }),
  );
  run.rateAt = t => rate(run, rowOf(run, t));
  run.events = [...new Set(run.lanes.flatMap(lane => lane.changes.map(change => change.at)))].sort((a, b) => a - b);
  run.peakRate = Array.from(run.demand).reduce((most, _, i) => Math.max(most, rate(run, i)), 0);
  run.mostRows = Math.max(2, run.peakRate / run.capacity, ...run.lanes.map(lane => lane.rows.highest));
  run.still = Math.min(1, ((run.marks.find(mark => mark.atMicros > 0)?.atMicros ?? durationMicros * 0.4) + run.paperMicros / 4) / durationMicros);
  run.bound = boundOf(run, shared.bound.columns);
  return run;
}

/** The row of the demand that holds t. */
export const rowOf = (run, t) => Math.min(run.demand.length - 1, Math.max(0, Math.floor(t / run.slotMicros)));

/** Length of row i in seconds; the last may be cut short. */
const seconds = (run, i) => Math.min(run.slotMicros, run.durationMicros - i * run.slotMicros) / 1e6;

/** Requests per second in row i. */
export const rate = (run, i) => run.demand[i] / Math.max(1e-6, seconds(run, i));

const MINUTE = 60e6;

/**
 * Whoever knows the future: the fewest instances at every moment. `atMost(n, t)` tells what it would have cost up to t, and how
 * long it would have been short, with never more than n of them.
 */
/** @param {Object<string, any>} run  @param {Object<string, Int32Array|Float64Array>} columns */
function boundOf(run, { instances, costMicroUsd }) {
  const points = Math.ceil(run.durationMicros / MINUTE) + 1,
    most = Array.from(instances).reduce((a, b) => Math.max(a, b), 0),
    needed = Array.from({ length: most + 2 }, () => new Float64Array(points)); // seconds with at least k needed, by the minute
  let row = 0;
  const at = new Float64Array(most + 2);
  for (let point = 0; point < points; point++) {
    const until = Math.min(run.durationMicros, point * MINUTE);
    for (; row < instances.length && row * run.slotMicros < until; row++) at[instances[row]] += seconds(run, row);
    let sum = 0;
    for (let k = most; k >= 1; k--) needed[k][point] = sum += at[k];
  }
  const price = (run.lanes[0]?.priceMicros ?? 0) / 1e6 / 3600,
    place = t => Math.min(points - 1, Math.floor(t / MINUTE)),
    costAt = t => costMicroUsd[rowOf(run, Math.min(t, run.durationMicros - 1))] / 1e6;
  return {
    most,
    costAt,
    instancesAt: t => instances[rowOf(run, t)],
    atMost(n, t) {
      const point = place(t);
      let paid = 0;
      for (let k = 1; k <= Math.min(n, most); k++) paid += needed[k][point];
      return { cost: paid * price, outside: n >= most ? 0 : needed[n + 1][point] };
    },
  };
}
