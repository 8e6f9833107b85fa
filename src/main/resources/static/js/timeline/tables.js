// Reading tables whose rows are sorted by lane, then by time.
import { upto } from './query.js';

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
