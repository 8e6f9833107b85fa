// Things that somebody switches off and on again, by number: zones, targets, security groups.
import { upto } from '../../timeline/query.js';

export class Switch {
  /**
   * @param {{kind: string, subject: number, atMicros: number}[]} marks ascending in time
   * @param {string} on the kind after which it holds
   * @param {string[]} off those after which it does not
   * @param {number} count how many things there are
   * @param {boolean} first whether it holds from the beginning
   */
  constructor(marks, on, off, count, first) {
    this.first = first;
    this.turns = Array.from({ length: count }, () => []);
    for (const { kind, subject, atMicros } of marks)
      if (kind === on || off.includes(kind)) this.turns[subject]?.push({ at: atMicros, on: kind === on });
    this.times = this.turns.map(turns => turns.map(({ at }) => at));
  }

  at(index, t) {
    const n = upto(this.times[index] ?? [], t);
    return n ? this.turns[index][n - 1].on : this.first;
  }
}
