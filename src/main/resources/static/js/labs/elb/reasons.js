// Why a letter went where it went, in words: by what was read of it, and by what was chosen.

/** The letter that is looked at: "84.0 s · GET /api/items · from 198.51.100.9:51234". */
export const letterWords = (run, i, words) =>
  words('why.letter', (run.at[i] / 1e6).toFixed(1), run.asks[run.ask[i]], `${run.senders[run.sender[i]].address}:${run.port[run.connection[i]]}`);

/**
 * @returns {{where: string, reason: string, bad: boolean}} where it went or ended, by what, and whether it failed
 */
export function reasonFor(run, lane, i, words) {
  const outcome = lane.outcomeOf(i),
    service = words(`service.${run.services[run.service[i]]}`),
    place = lane.columns.rule[i],
    target = run.targets[lane.columns.target[i]]?.name ?? '',
    idle = run.idle[lane.index] / 1e6;
  if (lane.single) return { where: `→ ${words('why.server')}`, reason: words(outcome === 'delivered' ? 'decided.dns' : `why.${outcome}`), bad: outcome !== 'delivered' };
  if (outcome === 'answered') return { where: String(lane.columns.status[i]), reason: words('why.by-itself', ruleWords(run, place, words)), bad: false };
  if (!target) return { where: `✕ ${words(`outcome.${outcome}`)}`, reason: words(`why.${outcome}`, service, idle), bad: true };
  if (outcome === 'wrong-404') return { where: `→ ${target} ✕ ${words('why.meant-for', service)}`, reason: decided(run, lane, i, words, target), bad: true };
  if (outcome !== 'delivered' && outcome !== 'in-flight')
    return { where: `→ ${target} ✕ ${words(`outcome.${outcome}`)}`, reason: words(`why.${outcome}`, service, idle), bad: true };
  return { where: `→ ${target}`, reason: decided(run, lane, i, words, target), bad: false };
}

function decided(run, lane, i, words, target) {
  const place = lane.columns.rule[i];
  if (lane.balancer === 'alb') return words('decided.alb', ruleWords(run, place, words), place < 0 ? '' : run.rules[place].split(' ').slice(1, -1).join(' '));
  if (lane.balancer === 'nlb') return words('decided.nlb', target);
  return words(run.service[i] < 3 ? 'decided.clb' : 'decided.clb-tcp');
}

const ruleWords = (run, place, words) => (place < 0 ? words('decided.default') : words('decided.rule', run.rules[place].split(' ')[0]));
