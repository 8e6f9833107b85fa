// Logarithmic axes and round numbers, so that a run of milliseconds and a run of minutes are drawn by the same code.
import { clamp } from './ease.js';

/** The nearest of 1, 2, 5 × 10^k, measured as a ratio. */
export function nice(value) {
  const unit = 10 ** Math.floor(Math.log10(value)),
    v = value / unit;
  return unit * (v < Math.sqrt(2) ? 1 : v < Math.sqrt(10) ? 2 : v < Math.sqrt(50) ? 5 : 10);
}

const DECADE = 12;

/**
 * A log axis over at least one decade.
 * @returns {{low: number, high: number, at: (value: number) => number, ticks: number[]}} `at` runs from 0 to 1 and clamps
 */
export function logAxis(smallest, largest) {
  // what hardly varies stands in the middle
  const widen = Math.max(1, Math.sqrt(DECADE / ((largest * 1.1) / (smallest / 1.25))));
  const low = Math.max(1, smallest / 1.25 / widen),
    high = Math.max(largest * 1.1 * widen, low * DECADE);
  const from = Math.log(low),
    span = Math.log(high) - from,
    ticks = [];
  const parts = span > Math.log(4000) ? [1] : span > Math.log(40) ? [1, 3] : [1, 2, 5];
  for (let unit = 10 ** Math.floor(Math.log10(low)); unit <= high; unit *= 10) {
    for (const part of parts) if (unit * part >= low && unit * part <= high) ticks.push(unit * part);
  }
  return { low, high, at: value => clamp((Math.log(value) - from) / span, 0, 1), ticks };
}

/** Round steps for an axis of time: at most `most` of them over the whole length, in microseconds. */
export function timeStep(durationMicros, most) {
  for (let unit = 1000; ; unit *= 10) {
    for (const part of [1, 2, 5]) if (durationMicros / (unit * part) <= most) return unit * part;
    if (unit === 1e7) break;
  }
  return [60e6, 120e6, 300e6, 600e6, 1800e6, 3600e6, 7200e6, 14400e6].find(s => durationMicros / s <= most) ?? 21600e6;
}
