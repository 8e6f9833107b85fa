// What a lane shows of each claim at an instant; null where the lane has no part in the claim.
import { short } from '../../scene/numbers.js';

/** Claims compare the first two lanes. */
const ofTwo = measure => (lane, t) => (lane.index < 2 ? measure(lane.summaryAt(t)) : null);

const p95 = ofTwo(({ p95 }) => (Number.isFinite(p95) ? `p95 ${short(p95)}` : '–'));

export const MEASURES = {
  'refuses-looks-free': ofTwo(({ errors }) => `× ${errors}`),
  'best-when-alike': ofTwo(({ mean }) => (Number.isFinite(mean) ? short(mean) : '–')),
  'sticky-piles-up': p95,
  'in-turn-suits-unequal': p95,
};

/** Errors end when the target is back; a percentile is one of the whole run. */
export function settledAt(run, claim) {
  const last = claim === 'refuses-looks-free' ? run.marks.findLast(mark => !mark.person)?.atMicros : undefined;
  return Math.min(run.durationMicros, last === undefined ? run.durationMicros : last + 1e6);
}

/** Where a run waits for a guess that nothing has happened in yet. */
export const quietFor = run => Math.min(run.durationMicros / 4, 3e6 * run.pace);
