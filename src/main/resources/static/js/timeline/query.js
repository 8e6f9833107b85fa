// Questions that a picture asks sixty times a second, answered without reading every row: bounds by binary search, counts
// and exact percentiles of "the first m that happened" from checkpoints.

/** How many numbers of an ascending list are at most `limit`. */
export function upto(list, limit, from = 0, to = list.length) {
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle] <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The marks after `a` up to and including `b`; marks ascend in time. */
export function marksBetween(marks, a, b) {
  const before = marks.findIndex(m => m.atMicros > a);
  return before < 0 ? [] : marks.slice(before).filter(m => m.atMicros <= b);
}

/**
 * The row numbers in ascending order of their values, equal values in row order.
 * A radix sort: 200,000 rows in a few milliseconds, where a comparator takes a tenth of a second.
 * @param {ArrayLike<number>} values whole numbers from 0 to 2^48
 * @returns {Int32Array}
 */
export function ascendingOrder(values) {
  const n = values.length;
  let order = new Int32Array(n),
    other = new Int32Array(n),
    most = 0;
  for (let i = 0; i < n; i++) {
    order[i] = i;
    if (values[i] > most) most = values[i];
  }
  // as many buckets as there are rows, roughly
  const digits = Math.min(65536, 2 ** Math.max(8, Math.ceil(Math.log2(n + 1))));
  for (let unit = 1; unit <= most; unit *= digits) {
    const starts = new Int32Array(digits + 1),
      digit = new Int32Array(n);
    for (let i = 0; i < n; i++) starts[(digit[i] = Math.floor(values[i] / unit) % digits) + 1]++;
    for (let d = 0; d < digits; d++) starts[d + 1] += starts[d];
    for (let i = 0; i < n; i++) other[starts[digit[order[i]]]++] = order[i];
    [order, other] = [other, order];
  }
  return order;
}

const EVERY = 1024;

/** How often each kind occurs among the first m of a list, from a checkpoint and at most 1,023 steps. */
export class Tally {
  /** @param {ArrayLike<number>} kinds the kind of each, from 0 to kindCount − 1, in the order of happening */
  constructor(kinds, kindCount) {
    this.kinds = kinds;
    this.kindCount = kindCount;
    const counts = new Int32Array(kindCount);
    this.checkpoints = new Int32Array((Math.floor(kinds.length / EVERY) + 1) * kindCount);
    for (let i = 0; i < kinds.length; i++) {
      counts[kinds[i]]++;
      if ((i + 1) % EVERY === 0) this.checkpoints.set(counts, ((i + 1) / EVERY) * kindCount);
    }
  }

  /** @returns {Int32Array} a count for each kind */
  at(m, sign = 1, counts = new Int32Array(this.kindCount)) {
    const point = Math.floor(m / EVERY),
      base = point * this.kindCount;
    for (let k = 0; k < this.kindCount; k++) counts[k] += sign * this.checkpoints[base + k];
    for (let i = point * EVERY; i < m; i++) counts[this.kinds[i]] += sign;
    return counts;
  }
}

const BLOCK = 512;

/**
 * Exact percentiles over any stretch of a list of numbers. Ranks are cut into blocks; a tally finds the block,
 * at most 512 steps find the rank inside it.
 */
export class Percentiles {
  /** @param {Float64Array} values whole numbers ≥ 0 in the order of happening */
  constructor(values) {
    this.values = values;
    this.byRank = ascendingOrder(values);
    const block = new Uint16Array(values.length);
    for (let rank = 0; rank < values.length; rank++) block[this.byRank[rank]] = Math.floor(rank / BLOCK);
    this.blocks = new Tally(block, Math.floor(values.length / BLOCK) + 1);
    this.sums = new Float64Array(values.length + 1);
    for (let i = 0; i < values.length; i++) this.sums[i + 1] = this.sums[i] + values[i];
  }

  /**
   * The smallest value that at least the share p of those from `from` up to but without `to` does not exceed
   * (nearest rank), for each of the ascending shares; NaN where there is none.
   */
  between(from, to, shares) {
    const n = to - from;
    if (n <= 0) return shares.map(() => NaN);
    const counts = this.blocks.at(to);
    if (from > 0) this.blocks.at(from, -1, counts);
    let block = 0,
      below = 0;
    return shares.map(share => {
      const wanted = Math.max(1, Math.ceil(share * n - 1e-9));
      while (below + counts[block] < wanted) below += counts[block++];
      let seen = below;
      for (let rank = block * BLOCK; ; rank++) {
        const position = this.byRank[rank];
        if (position >= from && position < to && ++seen === wanted) return this.values[position];
      }
    });
  }

  mean(m) {
    return m ? this.sums[m] / m : NaN;
  }
}
