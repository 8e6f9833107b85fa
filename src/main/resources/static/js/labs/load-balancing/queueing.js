// Closed forms of queueing theory: mean response times in units of the mean service time, in the long run.
// `load` is the load of each target, at least 0 and below 1; where there is no long run the answer is Infinity.

const ENOUGH = 1e-13;

/** One target, Poisson arrivals, any service (Pollaczek–Khinchine). @param {number} c2 squared coefficient of variation of service */
export const poissonAny = (load, c2) => (load < 1 ? 1 + (load / (1 - load)) * ((1 + c2) / 2) : Infinity);

/** M/M/n: one queue before n targets, Poisson arrivals, exponential service (Erlang C). */
export function oneQueue(n, load) {
  if (load >= 1) return Infinity;
  let blocked = 1;
  for (let k = 1; k <= n; k++) blocked = (n * load * blocked) / (k + n * load * blocked);
  const waits = blocked / (1 - load * (1 - blocked));
  return 1 + waits / (n * (1 - load));
}

/** E_n/M/1: every nth of Poisson arrivals, exponential service. */
export const everyNth = (n, load) => geometric(sigma => ((n * load) / (n * load + 1 - sigma)) ** n, load);

/** D/M/1: arrivals one after another at equal distances, exponential service. */
export const regular = load => geometric(sigma => Math.exp(-(1 - sigma) / load), load);

/** GI/M/1: the number that an arrival finds is geometric with the root of σ = A*(μ(1 − σ)) below 1. */
function geometric(next, load) {
  if (load >= 1) return Infinity;
  let sigma = 0;
  for (let before = -1; sigma - before > ENOUGH; ) [before, sigma] = [sigma, next(sigma)];
  return 1 / (1 - sigma);
}

/**
 * M/D/n (Crommelin): one queue before n targets, Poisson arrivals, all requests alike. They end in the order in which they began,
 * so that whoever deals them out in turn does the same.
 */
export function alikeInTurn(n, load) {
  if (load >= 1) return Infinity;
  let waits = 0;
  for (let i = 1, more = 1; Math.abs(more) > ENOUGH; i++) {
    const [from, beyond] = poissonTails(i * n * load, i * n);
    more = from - beyond / load;
    waits += more;
  }
  return 1 + waits;
}

/** Of a Poisson number: how likely it is `count` at least, and more than that. */
function poissonTails(mean, count) {
  let exactly = Math.exp(count * Math.log(mean) - mean - logFactorial(count)),
    beyond = 0;
  const own = exactly;
  for (let j = count + 1; exactly > ENOUGH * ENOUGH; j++) beyond += exactly *= mean / j;
  return [own + beyond, beyond];
}

function logFactorial(n) {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}
