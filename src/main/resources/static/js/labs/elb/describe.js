// Words for what is on the stage, for those who do not see it.
import { grouped } from '../../scene/numbers.js';
import { marksBetween } from '../../timeline/query.js';
import { lookedAt } from './run.js';
import { markWords } from './scrubber.js';

const MOST_CAUSES = 2;

/** What a glance at the stage tells at an instant, in a few sentences. */
export function describe(run, t, words) {
  const said = [words('say.at', (t / 1e6).toFixed(1))];
  for (const mark of marksBetween(run.marks, t - 6e6, t)) said.push(`${markWords(mark, run, words)}.`);
  const dark = run.zones.filter((_, zone) => run.dark.at(zone, t)),
    stopped = run.targets.filter(({ index }) => run.stopped.at(index, t));
  if (dark.length) said.push(words('say.dark', dark.join(', ')));
  if (stopped.length) said.push(words('say.stopped', stopped.map(({ name }) => name).join(', ')));
  const look = lookedAt(run, t);
  if (look >= 0) said.push(words('say.look', run.asks[run.ask[look]], grouped(run.ports[run.service[look]]).replace(',', '')));
  for (const lane of run.lanes) said.push(laneWords(run, lane, t, words, look));
  return said.join(' ');
}

function laneWords(run, lane, t, words, look) {
  const counts = lane.countsAt(t),
    name = words(`lane.${lane.balancer}`),
    shares = run.services.map((service, i) => {
      const sent = counts.ok[i] + counts.bad[i];
      return sent ? `${words(`service.${service}`)} ${Math.round((counts.ok[i] / sent) * 100)} %` : '';
    }),
    said = [words('say.lane', name, grouped(counts.delivered), grouped(counts.failed), shares.filter(Boolean).join(', '))],
    causes = lane.causesAt(t).slice(0, MOST_CAUSES);
  if (causes.length) said.push(words('say.causes', causes.map(({ cause, count }) => `${words(`outcome.${cause}`)} ${grouped(count)}`).join(', ')));
  if (look >= 0) {
    const target = run.targets[lane.columns.target[look]],
      outcome = lane.outcomeAt(look, t);
    if (target) said.push(words(outcome === 'wrong-404' ? 'say.goes-wrong' : 'say.goes', target.name));
    else if (outcome && outcome !== 'delivered') said.push(words('say.not', words(`outcome.${outcome}`)));
  }
  return said.join(' ');
}
