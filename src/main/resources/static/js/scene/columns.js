// The columns of a stage: each has its share of the width. Where one is left out, its room goes to those that can use it.

/**
 * @typedef {object} Column
 * @property {number} to the share of the width at which it ends; it begins where the one before it does
 * @property {string[]} of the parts that stand in it; it closes when none of them is shown
 * @property {number} [grows] how eagerly it takes room that became free, as a factor of its share; 1 unless said
 */

/**
 * A ruler over the stage: at which x a share of the width lies that was measured with everything shown.
 * @param {number} W
 * @param {Column[]} columns from left to right, the last one to 1
 * @param {(name: string) => boolean} shows
 * @returns {(share: number) => number}
 */
export function ruler(W, columns, shows) {
  const open = columns.map(({ of }) => of.some(shows));
  if (open.every(Boolean)) return share => W * share;
  const from = i => columns[i - 1]?.to ?? 0,
    share = i => columns[i].to - from(i),
    eager = i => (open[i] ? share(i) * (columns[i].grows ?? 1) : 0),
    all = of => columns.reduce((sum, _, i) => sum + of(i), 0),
    free = all(i => (open[i] ? 0 : share(i))),
    greed = all(eager) || 1,
    widths = columns.map((_, i) => (open[i] ? share(i) + (free * eager(i)) / greed : 0));
  return at => {
    let x = 0;
    for (const [i, width] of widths.entries()) {
      if (at <= columns[i].to) return W * (x + (width * (at - from(i))) / share(i));
      x += width;
    }
    return W * x;
  };
}
