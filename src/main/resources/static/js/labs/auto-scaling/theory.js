// Sentences of theory with numbers of the current conditions, beside what this run did.
import { grouped } from '../../scene/numbers.js';
import { demandAt } from './demand.js';

/** What the wait after a rush was made of and cost, in a lane that tracks a target, else in any; and how long a request stays. */
export function theory(run, words) {
  const rush = run.marks.find(mark => mark.kind === 'rush' || mark.kind === 'traffic')?.atMicros ?? 0,
    watching = [...run.lanes].sort((a, b) => Number(b.policy === 'target-tracking') - Number(a.policy === 'target-tracking')),
    found = watching.map(lane => ({ lane, took: firstServed(lane, rush) })).find(({ took }) => took);
  return [...(found ? waited(run, found, Math.min(rush || found.took.from, found.took.from), words) : []), alone(run, words)].join(' ');
}

function waited(run, { lane, took }, before, words) {
  const { from, to, seconds } = took,
    whole = (to - from) / 1e6,
    growth = demandAt(run, to) - demandAt(run, from),
    said = [words('theory.wait', ...['metric', 'alarm', 'boot', 'check'].map(part => (seconds[part] ?? 0).toFixed(0)))];
  if (growth > 1) said.push(words('theory.growth', whole.toFixed(0), (growth / whole).toFixed(2), grouped(growth)));
  if (lane.policy === 'target-tracking') {
    const n = lane.columns.serving[lane.row(before)];
    said.push(words('theory.room', run.target, n, grouped(Math.max(0, n * run.capacity - demandAt(run, before)))));
  }
  return said;
}

/** The first wait after an instant up to where what was launched first serves; null where nothing was. */
function firstServed(lane, after) {
  for (const { from, parts } of lane.waits.filter(wait => wait.from >= after)) {
    const last = parts.findIndex(({ part }) => part === 'check');
    if (last < 0) continue;
    const seconds = {};
    for (const { part, from: begin, to } of parts.slice(0, last + 1)) seconds[part] = (seconds[part] ?? 0) + (to - begin) / 1e6;
    return { from, to: parts[last].to, seconds };
  }
  return null;
}

/** How long a request stays in one instance: 1/(μ−λ). */
function alone(run, words) {
  const at = share => (1000 / (run.capacity * (1 - share))).toPrecision(3);
  return words('theory.alone', +at(0.6), +at(0.8), +at(0.95));
}
