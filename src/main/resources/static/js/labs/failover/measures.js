// What a lane shows of each claim at an instant, in a word or a number; null where the lane has no part in the claim.
import { grouped } from '../../scene/numbers.js';
import { upto } from '../../timeline/query.js';

const seconds = micros => `${(micros / 1e6).toFixed(1)} s`;

/** How long until a write was acknowledged again, or the last client was back; the clock runs meanwhile. */
const outage = until => (lane, t) => {
  const { began, running, [until]: known } = lane.summaryAt(t);
  if (!began) return '–';
  return known === null ? `${(running / 1e6).toFixed(0)} s…` : seconds(known);
};

/** Writes gone; of those that came back, also how many there had been. */
function lost(lane, t) {
  const regained = lane.regainedAt(t),
    now = grouped(lane.lostAt(t));
  return regained ? `${grouped(regained)} → ${now}` : now;
}
const failed = (lane, t) => grouped(lane.summaryAt(t).failed);

/** Clients without a link. */
function without(lane, t) {
  const counts = lane.countsAt(t);
  return grouped(lane.run.clients - counts.connected);
}

function readsByCopies(lane, t) {
  const times = (lane.copyReads ??= lane.readsByCopies());
  return grouped(upto(times, t));
}

/** Median commit time so far, in ms. */
function commit(lane, t) {
  const times = Array.from(lane.ackedRequests.slice(0, upto(lane.acks, t)), i => lane.columns.endedMicros[i]).sort((a, b) => a - b);
  return times.length ? `${(times[Math.ceil(times.length / 2) - 1] / 1000).toFixed(1)} ms` : '–';
}

export const MEASURES = {
  'no-acknowledged-write-lost': lost,
  'instance-60-to-120': outage('first'),
  'standby-serves-no-reads': readsByCopies,
  'multi-az-costs-latency': commit,
  'cached-for-ever': without,
  'proxy-shortens': outage('last'),
  'wrong-delete': lost,
  'one-zone': outage('first'),
  'plain-reboot': failed,
  'targets-in-one-zone': outage('first'),
  'balancer-outlasts-cluster': outage('last'),
};

/** Claims that only the end of the run can show. */
const AT_THE_END = new Set(['cached-for-ever']);

/** When the run has shown what a claim asks: a second after the last thing that the system does, or at its end. */
export function settledAt(run, claim) {
  const last = run.marks.findLast(mark => !mark.person)?.atMicros;
  return last === undefined || AT_THE_END.has(claim) ? run.durationMicros : Math.min(run.durationMicros, last + 1e6);
}
