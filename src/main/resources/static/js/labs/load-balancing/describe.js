// Words for what is on the stage: for those who do not see it, and for "why there?".
import { grouped, inUnit, short } from '../../scene/numbers.js';
import { marksBetween } from '../../timeline/query.js';
import { failsOpen, stateAt } from './run.js';
import { markWords } from './scrubber.js';
import { seenText } from './targets.js';

/** What a glance at the stage tells at an instant, in a few sentences. */
export function describe(run, t, words) {
  const said = [words('say.at', (t / 1e6).toFixed(run.pace >= 1 ? 1 : 3))];
  for (const mark of marksBetween(run.marks, t - 2e6 * run.pace, t)) said.push(`${markWords(mark, words)}.`);
  for (const lane of run.lanes) {
    const s = lane.summaryAt(t),
      waiting = run.targets.map((_, k) => {
        const q = lane.queueAt(k, t);
        return q.to - q.from;
      });
    const longest = Math.max(...waiting),
      name = words(`option.${lane.strategy}`);
    said.push(
      words(
        'say.lane',
        name,
        grouped(s.completed),
        grouped(s.failed),
        grouped(s.rejected),
        `${inUnit(s.p95, run.unit)} ${run.unit}`,
      ),
    );
    if (longest > 0) said.push(words('say.queue', `t${waiting.indexOf(longest) + 1}`, grouped(longest)));
  }
  return said.join(' ');
}

/**
 * Why request i went where it went in this lane.
 * @returns {{target: string, reason: string, label: string, values: {text: string, won: boolean}[], trouble: string}}
 */
export function reasonFor(run, lane, i, words) {
  const chosen = lane.target[i],
    reason = lane.reasonOf(i),
    values = run.targets.map((_, k) => ({ text: seenText(run, lane, i, k), won: k === chosen }));
  const tied = lane.seen.length ? lane.seen.filter(column => column[i] === lane.seen[chosen][i]).length : 0;
  const at = run.arrival[i];
  return {
    target: chosen < 0 ? '–' : `t${chosen + 1}`,
    reason: words(reason === 'smallest' && lane.strategy === 'response-time' ? 'why.quickest' : `why.${reason}`, tied, run.client[i] + 1) + (failsOpen(run, at) ? ` · ${words('why.fail-open')}` : ''),
    label: words(`sees.${lane.strategy}`),
    values: lane.seen.length
      ? values
      : run.targets.map((_, k) => ({ text: stateAt(run, k, at).known ? `t${k + 1}` : '–', won: k === chosen })),
    trouble: troubleOf(run, lane, i, words),
  };
}

function troubleOf(run, lane, i, words) {
  if (lane.outcomeOf(i) === 'rejected') return words('why.full');
  if (chosenIsDown(run, lane, i)) return words('why.stopped');
  return '';
}

const chosenIsDown = (run, lane, i) => lane.target[i] >= 0 && !stateAt(run, lane.target[i], run.arrival[i]).up;

/** "24.677 s · request #228 · needs 420 ms" */
export const requestWords = (run, i, words) =>
  words('why.request', (run.arrival[i] / 1e6).toFixed(3), i + 1 - run.warm, short(run.demand[i]), run.client[i] + 1);
