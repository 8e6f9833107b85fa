// Where a page opens a run whose address names no instant: as its situation says, else around what a person does in it.

import { clamp } from '../scene/ease.js';

/** The instant of the first disturbance, undefined where there is none. @returns {number|undefined} */
export const disturbedAt = run => run.marks.find(mark => mark.person && mark.atMicros > 0)?.atMicros;

/** Share of a run without a disturbance at which a picture that stands still has something to tell. */
const STILL = 0.4;

/**
 * @param {boolean} calm the picture stands still
 * @param {number} before so long before it a playing picture begins, µs
 * @param {number} after so long after it much has happened that a still picture shows, µs
 */
export function openingAround(run, calm, before, after) {
  const at = disturbedAt(run);
  if (at === undefined) return calm ? run.durationMicros * STILL : 0;
  return clamp(calm ? at + after : at - before, 0, run.durationMicros);
}

/**
 * What the situation that a page came with says of its opening; null where its run is none.
 * @returns {{from: number, to: number, pace: number}|null} as Opening in Java, in µs and run seconds per second
 */
export function openingOf(link) {
  if (!link?.dataset.to) return null;
  const { from, to, pace } = link.dataset;
  return { from: +from, to: +to, pace: +pace };
}
