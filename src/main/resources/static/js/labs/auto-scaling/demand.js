// Demand as a line: the only black one.
import { heightOf, perPixel } from './layout.js';
import { rate, rowOf } from './run.js';

/** Time of demand that a point of its line is the mean of, in µs. */
export const SMOOTH = 20e6;

/** Requests per second around t, as the line shows them. */
export function demandAt(run, t) {
  const last = rowOf(run, t),
    first = Math.max(0, last - Math.max(0, Math.round(SMOOTH / run.slotMicros) - 1));
  return meanRate(run, first, last + 1);
}

function meanRate(run, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) sum += rate(run, i);
  return sum / (to - from);
}

/** @param {import('../../scene/roll.js').Stretch} stretch */
export function paintDemand(pen, run, L, y, stretch) {
  const { from, to, now, right, x } = stretch,
    { g, c } = pen,
    stride = Math.max(1, Math.round(Math.max(SMOOTH, perPixel(L)) / run.slotMicros)),
    point = t => Math.floor(rowOf(run, t) / stride),
    end = now < Infinity ? rowOf(run, now) + 1 : Math.min(run.demand.length, (point(to) + 3) * stride),
    level = perSecond => heightOf(L, y, perSecond / run.capacity);
  pen.means('demand');
  g.strokeStyle = c.ink;
  g.lineWidth = 1.7;
  g.lineJoin = 'round';
  g.beginPath();
  let begun = false;
  for (let i = Math.max(0, point(from) - 2) * stride; i < end; i += stride) {
    const at = x((i + stride / 2) * run.slotMicros),
      high = level(meanRate(run, i, Math.min(i + stride, end)));
    if (begun) g.lineTo(now < Infinity ? Math.min(right, at) : at, high);
    else g.moveTo(now < Infinity ? Math.min(right, at) : at, high);
    begun = true;
  }
  if (now < Infinity) g.lineTo(right, level(demandAt(run, now)));
  g.stroke();
}
