// Sentences of theory with numbers of the current conditions, beside what this run did.
import { grouped } from '../../scene/numbers.js';
import { demandAt } from './demand.js';

const GROWING = new Set(['alarm-high', 'target-high']);

/** What the wait cost: the first growth after a rush of a lane that tracks a target, else of any that watches a metric. */
export function theory(run, words) {
  const rush = run.marks.find(mark => mark.kind === 'rush' || mark.kind === 'traffic')?.atMicros ?? 0,
    watching = [...run.lanes].sort((a, b) => Number(b.policy === 'target-tracking') - Number(a.policy === 'target-tracking')),
    found = watching
      .map(lane => ({ lane, grew: lane.changes.find(a => a.at >= rush && GROWING.has(a.cause) && a.to > a.from && Number.isFinite(servesAfter(lane, a.at))) }))
      .find(({ grew }) => grew);
  if (!found) return alone(run, words);
  const { lane, grew } = found,
    period = (lane.pointsAt[1] - lane.pointsAt[0] || 60e6) / 1e6,
    alarm = lane.highNeeded * period,
    launch = (servesAfter(lane, grew.at) - grew.at) / 1e6,
    wait = alarm + launch,
    from = grew.at - alarm * 1e6,
    before = demandAt(run, from),
    slope = (demandAt(run, grew.at) - before) / alarm,
    said = [words('theory.wait', lane.highNeeded, alarm.toFixed(0), launch.toFixed(0))];
  if (slope > 0.005) said.push(words('theory.growth', wait.toFixed(0), slope.toFixed(2), grouped(slope * wait)));
  if (lane.policy === 'target-tracking') {
    const n = lane.columns.serving[lane.row(from)];
    said.push(words('theory.room', run.target, n, grouped(Math.max(0, n * run.capacity - before))));
  }
  return said.join(' ');
}

/** When an instance more serves than at `at`; Infinity if none comes. */
function servesAfter(lane, at) {
  const { serving } = lane.columns,
    from = lane.row(at),
    row = serving.findIndex((n, i) => i > from && n > serving[from]);
  return row < 0 ? Infinity : row * lane.run.slotMicros;
}

/** How long a request stays in one instance: 1/(μ−λ). */
function alone(run, words) {
  const at = share => (1000 / (run.capacity * (1 - share))).toPrecision(3);
  return words('theory.alone', +at(0.6), +at(0.8), +at(0.95));
}
