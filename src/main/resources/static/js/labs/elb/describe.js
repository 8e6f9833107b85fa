// Words for what is on the stage: for those who do not see it, and for "why there?".
import { grouped } from '../../scene/numbers.js';
import { marksBetween } from '../../timeline/query.js';
import { serviceName } from './bars.js';
import { ruleOf, saidOf } from './desk.js';
import { markWords } from './scrubber.js';

/** What a glance at the stage tells at an instant, in a few sentences. */
export function describe(run, t, words) {
  const said = [words('say.at', (t / 1e6).toFixed(1))];
  for (const mark of marksBetween(run.marks, t - 3e6, t)) said.push(`${markWords(mark, run, words)}.`);
  for (const lane of run.lanes) {
    const counts = lane.countsAt(t),
      causes = Object.entries(counts.causes)
        .sort((a, b) => b[1] - a[1])
        .map(([cause, count]) => `${words(`fate.${cause}`)} ${grouped(count)}`);
    said.push(words('say.lane', words(`option.${lane.balancer}`), grouped(counts.ok), grouped(counts.bad)));
    if (causes.length) said.push(`${causes.join(', ')}.`);
  }
  return said.join(' ');
}

/** The letter that is looked at: "84.0 s · GET /api/items · from 198.51.100.9:51234". */
export const letterWords = (run, i, words) =>
  words('why.letter', (run.at[i] / 1e6).toFixed(1), run.asks[i], `${run.senders[run.sender[i]].address}:${run.port[run.connection[i]]}`);

/**
 * Why a letter went where it went in a lane.
 * @returns {{where: string, reason: string, bad: boolean}}
 */
export function reasonFor(run, lane, i, words) {
  const service = serviceName(run, run.service[i]),
    fate = lane.fate(i),
    target = run.targets[lane.target[i]]?.name,
    place = lane.rule[i];
  if (lane.single) return { where: `→ ${words('the-server')}`, reason: words(fate === 'delivered' ? 'why.dns' : `fate.${fate}.why`), bad: fate !== 'delivered' };
  if (lane.stopsAtDoor(i)) return { where: `✕ ${words(`fate.${fate}`)}`, reason: words(`fate.${fate}.why`, service, lane.idleMicros / 1e6), bad: true };
  if (fate === 'answered') return { where: `${lane.status[i]}`, reason: words('reason.answered', ruleOf(run, lane, i, words)), bad: false };
  const by = {
    alb: () => words('reason.alb', ruleOf(run, lane, i, words), place >= 0 ? run.rules[place].split(' ').slice(1, -1).join(' ') : ''),
    nlb: () => words('reason.nlb', target ?? ''),
    clb: () => words(run.service[i] < 3 ? 'reason.clb' : 'reason.clb.closed'),
  }[lane.balancer]();
  if (fate === 'wrong-404') return { where: `→ ${target} ✕ ${words('why.meant-for', service)}`, reason: by, bad: true };
  if (fate !== 'delivered' && fate !== 'in-flight') return { where: `→ ${target ?? '–'} ✕ ${words(`fate.${fate}`)}`, reason: words(`fate.${fate}.why`, service, lane.idleMicros / 1e6), bad: true };
  return { where: `→ ${target}`, reason: by, bad: false };
}

/**
 * The latest decisions of a lane up to t, oldest first: the letters that were looked at.
 * @returns {{since: string, words: string, bad: boolean}[]} `since` in seconds of the run
 */
export function decisions(run, lane, t, words, most = 3) {
  return run.looks.letters
    .filter(i => run.at[i] <= t)
    .slice(-most)
    .map(i => {
      const { where, reason, bad } = reasonFor(run, lane, i, words);
      return { since: (run.at[i] / 1e6).toFixed(1), words: `${run.asks[i]} ${where}. ${reason}`, bad };
    });
}

export { saidOf };
