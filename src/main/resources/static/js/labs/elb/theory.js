// What theory says of the conditions on the page, beside what this run measured: how doors share out connections among targets
// with and without cross-zone, and how old answers of the name die out.
import { listenersOf } from './place-text.js';

const HTTP = '80';
const WEB = ['login', 'api', 'chat'];

const percent = share => +(100 * share).toFixed(1);

/** @param {any} run  @param {(key: string, ...values) => string} words */
export function theory(run, words) {
  const stale = words('theory.stale', run.ttlMicros / 1e6, run.ttlMicros / 2e6),
    behind = behindTheDoors(run);
  if (!behind) return stale;
  const [a, b] = behind.map(({ length }) => length),
    said = [words('theory.share', a, percent(0.5 / a), b, percent(0.5 / b), percent(1 / (a + b)))],
    measured = sharesOf(run, behind);
  if (measured) said.push(words(`theory.measured.${run.scenario.nlbCrossZone}`, measured.all, ...measured.shares.map(percent)));
  return [...said, stale].join(' ');
}

/** The targets of each zone that an NLB's listener for the web chooses among; null where a zone has none. */
export function behindTheDoors({ targets, services, scenario, zones }) {
  const listener = listenersOf(scenario.nlbListeners ?? '')?.find(({ protocol, port }) => protocol !== 'UDP' && port === HTTP),
    group = (listener?.group ?? '').split('+').flatMap(name => (name === 'web' ? WEB : [name])),
    own = targets.filter(({ service }) => group.includes(services[service])),
    byZone = zones.map((_, zone) => own.filter(target => target.zone === zone));
  return byZone.length === 2 && byZone.every(({ length }) => length) ? byZone : null;
}

/**
 * Of the connections that an NLB of this run kept, the share that a target of each zone got on average. The partner's are left out:
 * who knows one address does not spread over doors.
 */
function sharesOf({ lanes, senders, connectionSender }, behind) {
  const lane = lanes.find(({ balancer }) => balancer === 'nlb'),
    spread = lane?.threads.filter(({ connection }) => senders[connectionSender[connection]].kind !== 'partner') ?? [],
    counts = behind.map(targets => spread.filter(({ target }) => targets.some(({ index }) => index === target)).length),
    all = counts.reduce((sum, count) => sum + count, 0);
  return all ? { all, shares: counts.map((count, zone) => count / all / behind[zone].length) } : null;
}
