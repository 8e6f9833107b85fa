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

/** Some time after a rush, or after the last thing that a person did. */
const AFTERWARDS = 45 * 60e6,
  AFTER_A_PERSON = 10 * 60e6;
const lastMark = run => run.marks.findLast(mark => mark.atMicros > 0);
const rushLength = run => microsOf(run.scenario.rushLength);
const of = (run, policy) => run.lanes.find(lane => lane.policy === policy);
const replacement = (run, n) => run.lanes[0]?.changes.filter(({ cause }) => cause.startsWith('replaced'))[n]?.at;

/** The first wait of a lane that ends after the rush has begun. */
const waitOf = (run, policy) => of(run, policy)?.waits.find(wait => wait.to > (lastMark(run)?.atMicros ?? 0));

/** When a run has decided what a claim asks, where that is sooner or later than some time after its rush; undefined where it never is. */
const DECIDED = {
  'night-costs-less': run => run.durationMicros,
  'no-cooldown-swings': run => run.durationMicros,
  'forecast-never-in': run => run.durationMicros,
  'cpu-80-late': run => {
    const wait = waitOf(run, 'simple');
    return wait && Math.min(wait.to, wait.from + 120e6);
  },
  'slow-scale-in': run => {
    const ends = lastMark(run).atMicros + rushLength(run);
    return of(run, 'target-tracking')?.changes.find(({ at, from, to }) => at >= ends && to < from)?.at;
  },
  'forecast-needs-history': run => lastMark(run)?.atMicros,
  'fixed-replaces': run => replacement(run, 0),
  'short-grace': run => replacement(run, 4),
  'warm-pool-cuts': run => {
    const waits = ['target-tracking', 'warm-pool'].map(policy => waitOf(run, policy)?.to);
    return waits.every(Boolean) ? Math.max(...waits) : undefined;
  },
  'up-needs-a-stop': run => of(run, 'scale-up')?.changes.find(({ cause }) => cause === 'resize')?.end,
};

/** When the run has shown what a claim asks; at its end at the latest. */
export function settledAt(run, claim) {
  const last = lastMark(run),
    decided = DECIDED[claim] ? DECIDED[claim](run) : last && last.atMicros + (last.person ? AFTER_A_PERSON : rushLength(run) + AFTERWARDS);
  return Math.min(run.durationMicros, decided ?? run.durationMicros);
}
