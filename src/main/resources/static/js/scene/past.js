// A line over the whole run on a bar of time: full where the run has been, faint where it will be.
import { layer } from './layers.js';

/** @typedef {import('./pen.js').Pen} Pen */

const FUTURE = 0.32;

/**
 * Both are painted once; a frame shows one on either side of the playhead.
 * @param {Pen} pen
 * @param {object} owner as for `layer`
 * @param {{W: number, H: number, x: number}} bar its size, and where the playhead stands
 * @param {boolean} withheld nothing of the future is to be seen yet
 * @param {(pen: Pen, alpha: number) => void} paint the whole line, as dark as alpha
 */
export function drawPastAndFuture(pen, owner, { W, H, x }, withheld, paint) {
  /** @type {[number, number, number, number]} */
  const whole = [0, 0, W, H];
  layer(pen, owner, 'past', whole, '', own => paint(own, 1), [0, x]);
  if (!withheld) layer(pen, owner, 'future', whole, '', own => paint(own, FUTURE), [x, W]);
}
