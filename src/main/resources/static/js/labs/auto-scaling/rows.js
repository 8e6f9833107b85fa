// The instances of a lane as rows, one a piece, stacked by state and zone: who serves lies at the bottom, so that the top of
// what serves is the capacity; who starts lies above, who leaves on top.
import { upto } from '../../timeline/query.js';

/** From the bottom to the top. */
export const ORDER = ['in-service', 'warming', 'checking', 'starting', 'pending', 'requested', 'draining', 'stopped', 'failed'];
const SERVING = new Set(['in-service', 'warming']);
const PAID = new Set(['starting', 'checking', 'warming', 'in-service', 'draining', 'failed']);

export class Rows {
  /**
   * @param {{at: number, instance: number, zone: number, state: string}[]} changes ascending in time
   * @param {{at: number, unit: number}[]} units what one instance is worth from when on, 1 = one of the first size that runs
   *   a good version; ascending, the first at or before 0
   * @param {boolean} pool whether stopped instances wait in a pool, which is beside the group and not in its stack
   */
  constructor(changes, units, zones, pool) {
    this.zones = zones;
    this.pool = pool;
    this.at = [];
    this.counts = [];
    this.units = [];
    this.rows = [];
    this.keys = ORDER.length * zones;
    const now = new Map(),
      counts = new Uint16Array(this.keys);
    const instants = [...new Set([...changes.map(c => c.at), ...units.map(u => u.at)])].sort((a, b) => a - b);
    let next = 0;
    for (const at of instants) {
      for (; next < changes.length && changes[next].at <= at; next++) {
        const { instance, zone, state } = changes[next],
          before = now.get(instance);
        if (before !== undefined) counts[before]--;
        const order = ORDER.indexOf(state);
        if (order < 0) now.delete(instance);
        else {
          now.set(instance, order * zones + zone);
          counts[order * zones + zone]++;
        }
      }
      this.at.push(at);
      this.counts.push(counts.slice());
      this.units.push(units.findLast(u => u.at <= at)?.unit ?? 1);
    }
    this.stackRows();
    this.sumHours();
  }

  /** For every row its states one after another: { from, to, state, zone, unit }. */
  stackRows() {
    const last = this.at.length - 1;
    this.highest = 0;
    this.at.forEach((from, i) => {
      const to = i === last ? Infinity : this.at[i + 1],
        unit = this.units[i];
      let row = 0;
      for (let key = 0; key < this.keys; key++) {
        const state = ORDER[Math.floor(key / this.zones)];
        if (this.pool && state === 'stopped') continue;
        for (let n = 0; n < this.counts[i][key]; n++, row++) {
          const list = (this.rows[row] ??= []),
            before = list.at(-1);
          if (before?.to === from && before.key === key && before.unit === unit) before.to = to;
          else list.push({ from, to, key, state, zone: key % this.zones, unit });
        }
      }
      this.highest = Math.max(this.highest, row * unit);
    });
  }

  /** Hours that are paid for, up to every change. */
  sumHours() {
    this.hours = new Float64Array(this.at.length);
    for (let i = 1; i < this.at.length; i++) this.hours[i] = this.hours[i - 1] + ((this.at[i] - this.at[i - 1]) / 3600e6) * this.paidIn(i - 1);
  }

  paidIn(i) {
    return this.sum(i, PAID);
  }

  sum(i, states) {
    let n = 0;
    for (let key = 0; key < this.keys; key++) if (states.has(ORDER[Math.floor(key / this.zones)])) n += this.counts[i][key];
    return n;
  }

  place(t) {
    return upto(this.at, t) - 1;
  }

  hoursAt(t) {
    const i = this.place(t);
    return i < 0 ? 0 : this.hours[i] + ((t - this.at[i]) / 3600e6) * this.paidIn(i);
  }

  /** How many instances are in each state at t. */
  countsAt(t) {
    const i = this.place(t),
      found = Object.fromEntries(ORDER.map(state => [state, 0]));
    if (i >= 0) this.counts[i].forEach((n, key) => (found[ORDER[Math.floor(key / this.zones)]] += n));
    return found;
  }

  /** How many serve in each zone at t. */
  servingByZone(t) {
    const i = this.place(t),
      found = new Array(this.zones).fill(0);
    if (i >= 0)
      this.counts[i].forEach((n, key) => {
        if (SERVING.has(ORDER[Math.floor(key / this.zones)])) found[key % this.zones] += n;
      });
    return found;
  }

  unitAt(t) {
    return this.units[Math.max(0, this.place(t))] ?? 1;
  }

  /** The rows of the stack at t, from the bottom: { state, zone, unit }. */
  stackAt(t) {
    const found = [];
    for (const list of this.rows) {
      const segment = segmentAt(list, t);
      if (segment) found.push(segment);
      else break; // rows are filled from the bottom
    }
    return found;
  }

  /** Calls back with every stretch of a row that overlaps a..b: (row, segment). */
  between(a, b, each) {
    this.rows.forEach((list, row) => {
      for (let i = firstEndingAfter(list, a); i < list.length && list[i].from < b; i++) each(row, list[i]);
    });
  }
}

function firstEndingAfter(list, t) {
  let from = 0,
    to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle].to <= t) from = middle + 1;
    else to = middle;
  }
  return from;
}

function segmentAt(list, t) {
  const segment = list[firstEndingAfter(list, t)];
  return segment && segment.from <= t ? segment : null;
}
