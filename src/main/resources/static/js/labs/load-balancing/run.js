// A run of the load-balancing lab: what its lanes share, the states of the targets, and the scales on which it is drawn.
import { Tally, upto } from '../../timeline/query.js';
import { logAxis, nice } from '../../scene/axis.js';
import { unitFor } from '../../scene/numbers.js';
import { paceFor } from '../../player/speeds.js';
import { alongTheRun, marksOf, numbersOf, stateAt as heldAt } from '../indexing.js';
import { Lane } from './lane.js';

const BINS = 46,
  POINTS = 240,
  WINDOW = 0.1;

/**
 * Indexes a decoded timeline once; every question about an instant is cheap afterwards.
 * @param {import('../../timeline/decode.js').Timeline} timeline
 */
export function runOf(timeline) {
  const { requests, marks } = timeline.shared,
    { durationMicros, facts, dictionaries, scenario } = timeline;
  /** @type {Object<string, any>} */
  const run = {
    durationMicros,
    scenario,
    arrival: Float64Array.from(requests.columns.arrivalMicros),
    demand: requests.columns.demandMicros,
    client: requests.columns.client,
    latency: numbersOf(facts)('latencyMicros'),
    targets: facts.targets,
    speeds: facts.targets.map((_, k) => Number(facts.speeds?.[k] ?? 1)),
    seed: facts.seed?.[0],
  };
  /** Requests of the warm-up come first, before 0; they are seen while they are there, and counted nowhere. */
  run.warm = upto(run.arrival, -1);
  run.count = run.arrival.length - run.warm;
  run.events = run.arrival.subarray(run.warm);
  run.marks = marksOf(marks, dictionaries.kind, 'target');
  run.states = run.targets.map((_, k) => statesOf(run.marks, k));
  run.pace = paceFor((run.count / durationMicros) * 1e6);
  run.meanDemand = run.demand.reduce((a, b) => a + b, 0) / Math.max(1, run.arrival.length);
  run.longWait = nice(6.5 * Math.max(1, run.meanDemand)); // waiting longer than several services is worth a colour
  run.lanes = timeline.lanes.map((table, i) => new Lane(run, table, dictionaries, i, facts.lanes[i]));
  scale(run);
  return run;
}

/** The states that one target goes through: `at` ascending, and what holds from then on. */
function statesOf(marks, target) {
  const at = [-1],
    states = [{ up: true, known: true, factor: 1 }];
  for (const mark of marks) {
    if (mark.subject !== target) continue;
    const change = {
      stop: { up: false },
      start: { up: true },
      slow: { factor: mark.value },
      'taken-out': { known: false },
      'back-in': { known: true },
    }[mark.kind];
    at.push(mark.atMicros);
    states.push({ ...states.at(-1), ...change });
  }
  return { at, states };
}

/** `up`: it runs; `known`: the health check lets traffic through; `factor`: how many times slower than normal. */
export const stateAt = (run, target, t) => heldAt(run.states[target], t);

/** The number of the request decided last, −1 before the first of the run. */
export function decidedAt(run, t) {
  const last = upto(run.arrival, t) - 1;
  return last < run.warm ? -1 : last;
}

/** No target is let through: the balancer sends to all of them. */
export const failsOpen = (run, t) => run.targets.every((_, k) => !stateAt(run, k, t).known);

function scale(run) {
  const ends = run.lanes
    .filter(l => l.completed.length)
    .map(l => l.responses.between(0, l.completed.length, [0.01, 0.5, 1]));
  const high = Math.max(1, ...ends.map(e => e[2])),
    low = Math.min(...ends.map(e => e[0]), high / 10);
  // the quickest of all share the first bin rather than stretch the axis
  run.axis = logAxis(Math.max(1, low, high / 3000), high);
  run.unit = unitFor(Math.min(...ends.map(e => e[1]), high));
  run.bins = BINS;
  run.tallest = 1;
  for (const lane of run.lanes) {
    lane.binOf = micros => Math.min(BINS - 1, Math.floor(run.axis.at(micros) * BINS));
    lane.distribution = new Tally(
      new Uint8Array(lane.completed.length).map((_, m) => lane.binOf(lane.responses.values[m])),
      BINS,
    );
    run.tallest = Math.max(run.tallest, ...lane.distribution.at(lane.completed.length));
    lane.series = rollingP95(run, lane);
  }
  run.bothErrors = run.lanes.some(l => l.errorKinds.at(l.errors.length).every(count => count > 0));
  run.mostErrors = Math.max(0, ...run.lanes.map(l => l.errors.length));
  const seen = run.lanes.flatMap(l => l.series).filter(Number.isFinite);
  run.seriesAxis = logAxis(Math.min(run.axis.high, ...seen), Math.max(1, ...seen));
}

/** p95 of what completed in the last tenth of the run's length, at evenly spaced instants. */
function rollingP95(run, lane) {
  const window = run.durationMicros * WINDOW,
    { responses, completedAt } = lane;
  return alongTheRun(run, POINTS, t => responses.between(upto(completedAt, t - window), upto(completedAt, t), [0.95])[0]);
}
