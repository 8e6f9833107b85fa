// The log of one lane: who wrote each entry first, when every machine had it, and when it was acknowledged.
import { ascendingOrder, upto } from '../../timeline/query.js';

export class Log {
  /**
   * @param {object} columns of the lane, aligned with the requests
   * @param {number} machines how many the lane has
   * @param {number} completed the outcome of a request that was answered
   */
  constructor(run, columns, machines, completed) {
    const size = columns.lsn.reduce((most, lsn) => Math.max(most, lsn), 0);
    this.size = size;
    this.request = new Int32Array(size + 1).fill(-1);
    for (let i = 0; i < columns.lsn.length; i++) if (columns.lsn[i] > 0) this.request[columns.lsn[i]] = i;
    /** Index = lsn; 0 is before the first entry. */
    this.at = new Float64Array(size + 1).fill(-1);
    this.by = new Int8Array(size + 1).fill(-1);
    this.ackAt = new Float64Array(size + 1).fill(Infinity);
    this.confirmedBy = new Int8Array(size + 1).fill(-1);
    this.on = Array.from({ length: machines }, () => new Float64Array(size + 1).fill(Infinity));
    for (let lsn = 1; lsn <= size; lsn++) {
      const i = this.request[lsn];
      this.at[lsn] = this.at[lsn - 1];
      if (i < 0) continue;
      this.on.forEach((at, m) => {
        const after = columns[`log${m}Micros`][i];
        if (after >= 0) at[lsn] = run.arrival[i] + after;
      });
      this.by[lsn] = this.writerOf(lsn, columns.machine[i]);
      if (this.by[lsn] >= 0) this.at[lsn] = Math.max(this.at[lsn - 1], this.on[this.by[lsn]][lsn]);
      this.confirmedBy[lsn] = columns.confirmedBy[i];
      if (columns.endedMicros[i] >= 0 && columns.outcome[i] === completed) this.ackAt[lsn] = run.arrival[i] + columns.endedMicros[i];
    }
    this.acknowledged = new Int32Array(size + 1);
    for (let lsn = 1; lsn <= size; lsn++)
      this.acknowledged[lsn] = this.acknowledged[lsn - 1] + (Number.isFinite(this.ackAt[lsn]) ? 1 : 0);
    this.held = this.on.map(heldOver);
  }

  /** Who took the write: the machine that served it; of one that was never served, whoever had it first. */
  writerOf(lsn, served) {
    if (served >= 0 && Number.isFinite(this.on[served][lsn])) return served;
    const had = this.on.map(at => at[lsn]),
      first = Math.min(...had);
    return Number.isFinite(first) ? had.indexOf(first) : -1;
  }

  /** The newest entry that its writer had at t; 0 = none yet. */
  newestAt(t) {
    return upto(this.at, t) - 1;
  }

  /** The newest entry that this machine had at t. */
  heldAt(machine, t) {
    const { at, most } = this.held[machine];
    return most[upto(at, t)];
  }

  /** The first entry written after t. */
  firstAfter(t) {
    return upto(this.at, t);
  }

  /** How many entries of these ranges were acknowledged. */
  acknowledgedIn(ranges) {
    const counted = lsn => this.acknowledged[Math.min(this.size, Math.max(0, lsn))];
    return ranges.reduce((sum, { first, last }) => sum + Math.max(0, counted(last) - counted(first - 1)), 0);
  }
}

/** Instants at which a machine got entries, ascending, and the newest it had after each; most[0] = 0. */
function heldOver(at) {
  const lsns = [];
  for (let lsn = 1; lsn < at.length; lsn++) if (Number.isFinite(at[lsn])) lsns.push(lsn);
  const order = ascendingOrder(lsns.map(lsn => at[lsn])),
    most = new Int32Array(lsns.length + 1);
  order.forEach((place, i) => (most[i + 1] = Math.max(most[i], lsns[place])));
  return { at: Float64Array.from(order, place => at[lsns[place]]), most };
}
