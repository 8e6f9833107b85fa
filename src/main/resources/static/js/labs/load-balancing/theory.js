// What queueing theory says of each lane for the long run, and why it says nothing where it does.
import { alikeInTurn, everyNth, oneQueue, poissonAny, regular } from './queueing.js';
import { stateAt } from './run.js';

/** Squared coefficients of variation of the service times. */
const SPREAD = { deterministic: 0, 'erlang-2': 0.5, exponential: 1, hyperexponential: 4 };

/** So near to its capacity a queue takes longer than any run to become what theory says. */
const FULL = 1 - 1e-9;

/**
 * @typedef {{form?: string, micros?: number, upTo?: number, none?: string, value?: string}} Said the name of a form, its mean response
 *   time, and where it is only a bound the other one; or why there is none, and what of
 * @typedef {{target: number, receives: number, finishes: number}} Overload requests a second
 */

/** A time as an address writes it, in µs. */
export const microsOf = text => parseFloat(text) * (/\dms$/.test(text) ? 1e3 : /\dus$/.test(text) ? 1 : 1e6);

/** When a run is not any more what it was at its beginning, or undefined. */
export const changesAt = run => run.marks.find(mark => mark.atMicros > 0)?.atMicros;

/** Conditions of a run as theory needs them. */
export function conditionsOf({ scenario, speeds, targets, ...run }) {
  const serviceMicros = microsOf(scenario.serviceMean);
  return {
    poisson: scenario.arrivals === 'poisson',
    service: scenario.service,
    c2: SPREAD[scenario.service],
    rate: Number(scenario.rate) / 1e6,
    // of one request at each target
    services: speeds.map((speed, k) => (serviceMicros * stateAt({ ...run, targets }, k, 0).factor) / speed),
  };
}

/** How arrivals are shared out among the targets by a strategy that looks at no target; null where it does. */
function sharesOf(run, lane) {
  const n = run.targets.length;
  if (lane.strategy === 'round-robin' || lane.strategy === 'random') return new Array(n).fill(1 / n);
  if (lane.strategy !== 'hash' || !run.count) return null;
  return Array.from(lane.shares.at(run.count).subarray(0, n), count => count / run.count);
}

/** The target that gets most beyond what it can do, or null. @returns {Overload|null} */
export function overloadOf(run, lane) {
  const { rate, services } = conditionsOf(run),
    shares = sharesOf(run, lane);
  if (!shares) return null;
  const all = shares.map((share, target) => ({ target, receives: share * rate * 1e6, finishes: 1e6 / services[target] })),
    worst = all.reduce((a, b) => (b.receives - b.finishes > a.receives - a.finishes ? b : a));
  return worst.receives >= worst.finishes * FULL ? worst : null;
}

/** @returns {Said} */
export function theoryOf(run, lane) {
  const known = formOf(run, lane);
  if (known.none) return known;
  const way = 2 * run.latency;
  return { ...known, micros: known.micros + way, ...(known.upTo ? { upTo: known.upTo + way } : {}) };
}

/** @returns {Said} */
function formOf(run, lane) {
  const changed = changesAt(run);
  if (changed !== undefined) return { none: 'changes', value: (changed / 1e6).toFixed(0) };
  if (lane.errors.length) return { none: 'rejects' };
  if (lane.strategy === 'response-time') return { none: 'measures' };
  const about = conditionsOf(run),
    n = run.targets.length,
    alike = about.services.every(service => service === about.services[0]);
  if (n > 1 && lane.strategy === 'least-connections') return shortestOf(about, n, alike);
  const over = overloadOf(run, lane);
  if (over) return { none: 'overload', value: `t${over.target + 1}` };
  const shares = n > 1 ? sharesOf(run, lane) : [1],
    /** The mean over requests of what a form gives for the load of each target. */
    each = form => shares.reduce((sum, share, k) => sum + share * about.services[k] * form(share * about.rate * about.services[k]), 0);
  if (about.poisson && (n === 1 || lane.strategy !== 'round-robin'))
    return { form: n === 1 ? 'single' : lane.strategy === 'hash' ? 'shares' : 'split', micros: each(load => poissonAny(load, about.c2)) };
  if (lane.strategy !== 'round-robin' && n > 1) return { none: 'regular' };
  return inTurn(about, n, alike, each);
}

/** @returns {Said} */
function inTurn({ poisson, service, services, rate }, n, alike, each) {
  if (service === 'exponential') return poisson ? { form: 'nth', micros: each(load => everyNth(n, load)) } : { form: 'evenly', micros: each(regular) };
  if (service !== 'deterministic') return { none: 'in-turn' };
  if (!poisson) return { form: 'no-wait', micros: each(() => 1) };
  return alike ? { form: 'cyclic', micros: services[0] * alikeInTurn(n, (rate * services[0]) / n) } : { none: 'in-turn' };
}

/**
 * No closed form for more than two targets; for exponential service it lies between one queue for all, which no choice at the
 * arrival can beat, and dealing out in turn, which looks at nothing.
 * @returns {Said}
 */
function shortestOf({ poisson, service, services, rate }, n, alike) {
  const load = (rate * services[0]) / n;
  if (!poisson || service !== 'exponential' || !alike || load >= FULL) return { none: 'shortest' };
  return { form: 'between', micros: services[0] * oneQueue(n, load), upTo: services[0] * everyNth(n, load) };
}
