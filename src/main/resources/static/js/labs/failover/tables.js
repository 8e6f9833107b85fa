// Reading tables whose rows are sorted by lane, then by time.
import { upto } from '../../timeline/query.js';

/** Where each lane's rows begin and end: one { columns, from, to } a lane. */
export function slicesByLane({ columns }, lanes) {
  return Array.from({ length: lanes }, (_, lane) => ({
    columns,
    from: upto(columns.lane, lane - 1),
    to: upto(columns.lane, lane),
  }));
}

/** Every row of a slice as what `read(columns, i)` makes of it. */
export function readRows({ columns, from, to }, read) {
  return Array.from({ length: to - from }, (_, i) => read(columns, from + i));
}

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
