// The first outage as users of a load balancer saw it, through the whole chain: a user is out from a request that failed until
// he has an answer to one that came after all of his that failed. As the summary counts it.

/**
 * @param {number} second when the second incident begins; Infinity without one
 * @returns {{from: number, seen: number, first: number, last: number}} µs of the run: when the first request that failed came
 *   and when it had failed, when the first later write was acknowledged, when the last user had an answer again
 */
export function userOutage(run, lane, second) {
  const { arrival, entrance, write } = run,
    { endedMicros } = lane.columns,
    lastFailed = new Int32Array(entrance.users).fill(-1);
  let begun = -1,
    seen = Infinity;
  for (let i = 0; i < arrival.length && arrival[i] < second; i++) {
    if (endedMicros[i] < 0 || lane.outcomeOf(i) === 'completed') continue;
    if (begun < 0) begun = i;
    seen = Math.min(seen, arrival[i] + endedMicros[i]);
    lastFailed[entrance.user[i]] = i;
  }
  if (begun < 0) return { from: Infinity, seen: Infinity, first: Infinity, last: Infinity };
  const answered = new Float64Array(entrance.users).fill(Infinity);
  let first = Infinity;
  for (let i = begun + 1; i < arrival.length; i++) {
    if (endedMicros[i] < 0 || lane.outcomeOf(i) !== 'completed') continue;
    const user = entrance.user[i],
      at = arrival[i] + endedMicros[i];
    if (write[i]) first = Math.min(first, at);
    if (i > lastFailed[user]) answered[user] = Math.min(answered[user], at);
  }
  const last = answered.reduce((most, at, user) => (lastFailed[user] < 0 ? most : Math.max(most, at)), first);
  return { from: arrival[begun], seen, first, last };
}
