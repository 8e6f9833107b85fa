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
  'plain-reboot': outage('first'),
  'targets-in-one-zone': outage('first'),
  'balancer-outlasts-cluster': outage('last'),
  'cut-off-writes-on': lost,
  'undo-first': outage('first'),
  'third-machine': outage('first'),
};

/** Of all lanes that the test is about, the last instant. */
const latest = (run, instant, about = () => true) => Math.max(...run.lanes.filter(about).map(instant));
const named = topology => lane => lane.topology === topology;

/** When a write was acknowledged again, or the first user had an answer. */
const firstBack = lane => lane.users?.first ?? lane.firstSuccess;
/** When the last client or user was back. */
const lastBack = lane => lane.users?.last ?? lane.incidents[0]?.['last-back'].at(-1) ?? Infinity;
const promoted = lane => lane.incidents[0]?.promoted[0] ?? Infinity;
const nameChanged = lane => lane.incidents[0]?.['dns-changed'][0] ?? Infinity;

/** Users who are not back so long after the database is do not wait for it, µs. */
const SOON = 10e6;

/** Claim → the instant at which its answer is decided; without one, only the end of the run decides. */
const DECIDED = {
  'no-acknowledged-write-lost': run => latest(run, promoted),
  'instance-60-to-120': run => latest(run, firstBack, ({ documented }) => documented),
  'standby-serves-no-reads': run => latest(run, lane => (lane.copyReads ??= lane.readsByCopies())[0] ?? Infinity, named('multi-az-cluster')),
  'multi-az-costs-latency': run => latest(run, lane => lane.incidents[0]?.fault[0] ?? Infinity),
  'proxy-shortens': run => latest(run, lastBack),
  'wrong-delete': run => latest(run, lane => Math.max(...lane.losses.map(({ until }) => until))),
  // the others' machines went with the same zone: that they do not come back by themselves is written beside them
  'one-zone': run => latest(run, firstBack, named('multi-az-instance')),
  'plain-reboot': run => latest(run, firstBack),
  'undo-first': run => latest(run, firstBack, named('single-az')),
  'third-machine': run => Math.min(...run.lanes.map(firstBack)),
  'targets-in-one-zone': run => latest(run, nameChanged) + SOON,
  'balancer-outlasts-cluster': run => latest(run, lastBack, named('multi-az-cluster')),
  'cut-off-writes-on': run => latest(run, lane => lane.losses.find(({ cause }) => cause === 'split-brain')?.at ?? Infinity, named('read-replica')),
};

/** When the run has shown what a claim asks: a second after it is decided, so that it is seen, and at the end at the latest. */
export function settledAt(run, claim) {
  const at = DECIDED[claim]?.(run) ?? Infinity;
  return Math.min(run.durationMicros, at + 1e6);
}
