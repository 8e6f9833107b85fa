// Numbers as they stand on a stage: as short as they can be and still tell lanes apart.

const GROUPS = new Intl.NumberFormat('en');

/** Thousands grouped by a comma, in both languages. */
export const grouped = n => GROUPS.format(Math.round(n));

/** The unit in which times are easiest to compare, given a short one among them. */
export const unitFor = micros => (micros < 1e5 ? 'ms' : 's');

/** A time in the given unit, without the unit. */
export function inUnit(micros, unit) {
  if (!Number.isFinite(micros)) return '–';
  const v = micros / (unit === 's' ? 1e6 : 1e3);
  return v < 10
    ? v.toFixed(unit === 's' ? 2 : 1)
    : v < 100
      ? v.toFixed(unit === 's' ? 1 : 0)
      : v < 1e4
        ? grouped(v)
        : v < 1e5
          ? `${(v / 1e3).toFixed(1)}k`
          : compact(v);
}

/** A round time with its unit, for axes and legends: 300 ms, 2 s, 5 min. */
export function short(micros) {
  if (micros >= 3600e6) return `${+(micros / 3600e6).toFixed(2)} h`;
  if (micros > 120e6) return `${+(micros / 60e6).toFixed(2)} min`;
  if (micros >= 1e6) return `${+(micros / 1e6).toPrecision(4)} s`;
  return micros >= 1e3 ? `${+(micros / 1e3).toPrecision(3)} ms` : `${Math.round(micros)} µs`;
}

/** The clock: as many decimals as the pace needs. */
export function clockText(micros, pace) {
  const decimals = pace >= 4 ? 1 : pace >= 1 ? 2 : pace >= 0.01 ? 3 : 4;
  return (micros / 1e6).toFixed(decimals);
}

/** A count in at most four signs: 812, 9999, 12k. */
export const compact = n =>
  n < 10000 ? String(Math.round(n)) : n < 999500 ? `${Math.round(n / 1000)}k` : `${(n / 1e6).toFixed(1)}M`;

/** A time as an address carries it, to the millisecond and no finer than the run needs: 12.3s. */
export const addressTime = micros => `${+(Math.floor(micros / 100) / 10000).toFixed(4)}s`;
