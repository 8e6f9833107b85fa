// Histories of things, read from tables whose rows are sorted by lane, then by time.
import { upto } from '../../timeline/query.js';

/** A thing's history: `at` ascending, `states` what holds from each instant on. */
export function histories(slice, count, key, read) {
  const made = Array.from({ length: count }, () => ({ at: [], states: [] }));
  for (let i = slice.from; i < slice.to; i++) {
    const one = made[slice.columns[key][i]];
    one?.at.push(slice.columns.atMicros[i]);
    one?.states.push(read(slice.columns, i));
  }
  return made;
}

/** What holds at t; the first state also before it. */
export const stateAt = (history, t) => history.states[Math.max(0, upto(history.at, t) - 1)];
