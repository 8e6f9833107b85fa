// Words for what is on the stage: for those who do not see it.
import { browserAt, healthAt, insideAt, mendedAt } from './run.js';

/** What a glance at the stage tells at an instant, in a few sentences. */
export function describe(run, t, words) {
  const { answered, of } = browserAt(run, t),
    said = [words('say.at', (t / 1e6).toFixed(1)), words('say.requests', of, of - answered)],
    inside = insideAt(run, t);
  if (inside.of) said.push(words('say.inside', inside.of, inside.of - inside.answered));
  run.targets.forEach((target, i) => {
    const now = healthAt(run, i, t);
    if (now) said.push(`${[target, now.state, now.state === 'healthy' ? '' : (now.reason ?? '')].filter(Boolean).join(' ')}.`);
  });
  for (const probe of run.probes)
    if (probe.at <= t) said.push(`${words(`probe.${probe.id}`)}: ${probe.ends.map(({ how }) => words(`how.${how}`)).join(', ')}.`);
  return said.join(' ');
}

/**
 * The sentence above the stage: what the browser shows, and what is believed of the targets.
 * @returns {{said: string[], codes: string}} sentences, the last one the question, and what in them is printed bold
 */
export function askOf(run, t, words) {
  const since = mendedAt(run, t),
    now = list => list.filter(each => each.at >= since && each.ends <= t),
    ended = now(run.ended),
    failed = ended.filter(each => each.outcome !== 'ok'),
    of = ended.length,
    answered = of - failed.length,
    codes = [...new Set(failed.map(each => codeOf(each, words)))].join(', '),
    states = run.targets.map((_, i) => healthAt(run, i, t)?.state),
    count = state => states.filter(each => each === state).length,
    browser = !of ? words('ask.browser.none') : !failed.length ? words('ask.browser.fine') : words(answered ? 'ask.browser.some' : 'ask.browser.only', codes);
  const calls = now(run.endedInside),
    inside = { of: calls.length, answered: calls.filter(each => each.outcome === 'ok').length },
    job = inside.of && of && luck(inside) !== luck({ answered, of }) ? words('ask.inside', inside.of, inside.answered) : '',
    targets = !states.length
    ? words('ask.targets.none')
    : count('unused') === states.length
      ? words('ask.targets.unused')
      : count('unhealthy')
        ? words('ask.targets.unhealthy', states.length, count('unhealthy'))
        : count('healthy') === states.length
          ? words(failed.length ? 'ask.targets.healthy' : 'ask.targets.healthy.all')
          : '';
  return { said: [since ? words('ask.since') : '', browser, targets, job, words('ask.where')].filter(Boolean), codes };
}

/** Whether all went well, some, or nothing; what happens inside is worth a word where it is other than outside. */
const luck = ({ answered, of }) => (answered === of ? 'all' : answered ? 'some' : 'none');

/** What a person calls the answer. */
const codeOf = ({ outcome, status }, words) =>
  outcome === 'silent' ? words('answer.silent') : outcome === 'refused' ? words('answer.refused') : String(status);
