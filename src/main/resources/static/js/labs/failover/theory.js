// Two sentences of theory with numbers of the current conditions, beside what this run measured.
import { grouped } from '../../scene/numbers.js';

const BACKUP_EVERY = 300; // seconds between backups of the log, as RDS documents for point-in-time restore

/** What no backup has, lost or only out of reach; what was deleted is another matter. */
const SINCE_THE_BACKUP = new Set(['no-copy', 'not-restored', 'out-of-reach']);

const median = times => {
  const sorted = times.slice().sort((a, b) => a - b);
  return sorted.length ? sorted[Math.ceil(sorted.length / 2) - 1] : NaN;
};

/** Median commit time before anything happened, in ms. */
function commitBefore(lane) {
  const until = lane.incidents[0]?.fault[0] ?? Infinity,
    count = lane.acks.findIndex(at => at >= until);
  const requests = count < 0 ? lane.ackedRequests : lane.ackedRequests.slice(0, count);
  return median(Array.from(requests, i => lane.columns.endedMicros[i])) / 1000;
}

export function theory(run, words) {
  const said = [words('theory.backup', +run.writeRate.toFixed(1), grouped((run.writeRate * BACKUP_EVERY) / 2))],
    alone = run.lanes.find(lane => lane.machines.length === 1),
    synchronous = run.lanes.find(lane => lane.topology.startsWith('multi-az'));
  const missing = alone ? [...alone.losses, ...alone.outOfReach] : [],
    worst = Math.max(0, ...missing.filter(({ cause }) => SINCE_THE_BACKUP.has(cause)).map(range => alone.log.acknowledgedIn([range])));
  if (worst) said.push(words('theory.lost', grouped(worst)));
  said.push(words('theory.round-trip', ((run.latencyMicros * 2) / 1000).toFixed(1)));
  if (alone && synchronous) {
    const extra = commitBefore(synchronous) - commitBefore(alone);
    if (Number.isFinite(extra)) said.push(words('theory.commit', extra.toFixed(1)));
  }
  return said.join(' ');
}
