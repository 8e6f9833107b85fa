// What a lane shows of each claim at an instant, in a word or a number; null where the lane has no part in the claim.
import { grouped } from '../../scene/numbers.js';
import { microsOf } from './time.js';

const outside = (lane, t) => `${grouped(lane.outsideAt(t))} s`;
const cost = (lane, t) => `$${lane.costAt(t).toFixed(2)} · ${outside(lane, t)}`;
const instances = (lane, t) => grouped(lane.summaryAt(t).serving);
const only = (policies, measure) => (lane, t) => (policies.includes(lane.policy) ? measure(lane, t) : null);

/** The most instances so far and how often the group turned round. */
function swings(lane, t) {
  const most = lane.activities.reduce((a, { at, to }) => (at <= t ? Math.max(a, to) : a), 0);
  return `${most} · ${lane.turnsAt(t)}↕`;
}

/** Seconds in which nothing served. */
function away(lane, t) {
  const { serving } = lane.columns,
    last = lane.row(t);
  let rows = 0;
  for (let i = 0; i <= last; i++) if (!serving[i]) rows++;
  return `${grouped((rows * lane.run.slotMicros) / 1e6)} s`;
}

const replaced = (lane, t) => grouped(lane.changes.filter(({ at, cause }) => at <= t && cause.startsWith('replaced')).length);

export const MEASURES = {
  'lunch-without-room': (lane, t) => grouped(lane.failedAt(t)),
  'night-costs-less': cost,
  'cpu-80-late': outside,
  'no-cooldown-swings': swings,
  'slow-scale-in': instances,
  'schedule-beats-reactive': outside,
  'rush-elsewhere': outside,
  'forecast-needs-history': instances,
  'forecast-never-in': instances,
  'fixed-replaces': instances,
  'zone-needs-room': outside,
  'warm-pool-cuts': only(['target-tracking', 'warm-pool'], outside),
  'up-needs-a-stop': away,
  'short-grace': replaced,
};

/** Claims that only the end of the run can show. */
const AT_THE_END = new Set(['night-costs-less', 'no-cooldown-swings', 'slow-scale-in', 'forecast-never-in', 'short-grace', 'up-needs-a-stop']);
const AFTERWARDS = 45 * 60e6;

/** When the run has shown what a claim asks: some time after the last rush or the last thing that a person did, or at its end. */
export function settledAt(run, claim) {
  const last = run.marks.findLast(mark => mark.atMicros > 0);
  if (!last || AT_THE_END.has(claim)) return run.durationMicros;
  const length = last.person ? 0 : rushLength(run);
  return Math.min(run.durationMicros, last.atMicros + length + AFTERWARDS);
}

const rushLength = run => microsOf(run.scenario.rushLength);
