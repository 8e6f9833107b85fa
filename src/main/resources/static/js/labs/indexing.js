// What all labs read alike from a decoded timeline: facts, marks, the rows of each lane, and histories of things.
import { upto } from '../timeline/query.js';
import { slicesByLane } from '../timeline/tables.js';

/** @returns {(name: string) => number} a fact that is one number; 0 where there is none */
export const numbersOf = facts => name => Number(facts[name]?.[0] ?? 0);

/** The letters of the zones. */
export const zonesOf = facts => facts.zones.map(zone => zone.replace('az-', ''));

/**
 * What people and the system did to all lanes.
 * @param {import('../timeline/decode.js').Table} marks
 * @param {string} [subject] the column that says to what
 */
export const marksOf = ({ rows, columns }, kinds, subject = 'subject') =>
  Array.from({ length: rows }, (_, i) => ({
    atMicros: columns.atMicros[i],
    kind: kinds[columns.kind[i]],
    subject: columns[subject][i],
    value: columns.value[i] / 1000, // thousandths on the wire
    person: columns.person[i] === 1,
  }));

/** For every lane its rows of each of these tables, by the table's name. */
export function rowsByLane(shared, names, lanes) {
  const tables = names.map(name => [name, slicesByLane(shared[name], lanes)]);
  return Array.from({ length: lanes }, (_, lane) => Object.fromEntries(tables.map(([name, slices]) => [name, slices[lane]])));
}

/**
 * The histories of so many things, from rows in the order of time: `at` ascending, `states` what holds from each instant on.
 * @param {{columns: Object<string, Int32Array|Float64Array>, from: number, to: number}} slice
 * @param {number} count
 * @param {string} key the column that numbers the things
 * @param {(columns: Object<string, any>, row: number) => any} read
 * @param {any[]} [first] what holds before the first row, where no row says so
 */
export function histories({ columns, from, to }, count, key, read, first = []) {
  const made = Array.from({ length: count }, () => ({ at: first.map(() => -1), states: [...first] }));
  for (let i = from; i < to; i++) {
    const one = made[columns[key][i]];
    one?.at.push(columns.atMicros[i]);
    one?.states.push(read(columns, i));
  }
  return made;
}

/**
 * What is measured at evenly spaced instants of a run, from its beginning to its end.
 * @param {{durationMicros: number}} run
 * @param {number} steps
 * @param {(t: number) => number} of
 */
export const alongTheRun = ({ durationMicros }, steps, of) =>
  Array.from({ length: steps + 1 }, (_, i) => of((durationMicros * i) / steps));

/** What holds at t; the first state also before it. */
export const stateAt = (history, t) => history.states[Math.max(0, upto(history.at, t) - 1)];
