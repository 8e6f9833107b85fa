// The bar of time as a chart: its axis, a line for every lane, flags and rings, the playhead. The past is full, the future faint,
// and not drawn at all while a guess is open.
import { clamp } from './ease.js';
import { drawMarks, drawPlayhead, drawTimes } from './marks.js';
import { drawPastAndFuture } from './past.js';
import { DASHES, Pen } from './pen.js';

/**
 * @typedef {{W: number, H: number, top: number, base: number, x: (micros: number) => number}} Bar
 *   its size, the heights that the chart lies between, and where an instant stands
 *
 * @typedef {object} Chart what is a lab's own
 * @property {(mark: any) => string} markWords
 * @property {(pen: Pen, bar: Bar) => void} [under] painted first
 * @property {(pen: Pen, bar: Bar) => void} [times] the axis, where it does not count seconds from the run's beginning
 * @property {(pen: Pen, bar: Bar, alpha: number) => void} lines painted for the past and, fainter, for the future
 * @property {(pen: Pen, bar: Bar) => void} [over] where the lanes are at the instant, and what the lines mean
 */

/**
 * @param {CanvasRenderingContext2D} context counting in CSS pixels
 * @param {any} run
 * @param {{width: number, height: number}} size
 * @param {any} look palette and words
 * @param {number} t instant in microseconds
 * @param {boolean} withheld the future is not to be seen yet
 * @param {Chart} chart
 */
export function drawTimebar(context, run, { width: W, height: H }, look, t, withheld, chart) {
  const pen = new Pen(context, look.palette),
    base = H - 16,
    x = micros => (micros / run.durationMicros) * W,
    bar = { W, H, top: 24, base, x };
  context.clearRect(0, 0, W, H);
  chart.under?.(pen, bar);
  if (chart.times) chart.times(pen, bar);
  else drawTimes(pen, run, W, base, x);
  drawPastAndFuture(pen, run, { W, H, x: x(t) }, withheld, (own, alpha) => chart.lines(own, bar, alpha));
  chart.over?.(pen, bar);
  const seen = run.marks.filter(mark => mark.atMicros > 0 && (mark.person || !withheld || mark.atMicros <= t));
  drawMarks(
    pen,
    { left: 0, right: W, base, x, named: W > 560 },
    seen.map(mark => ({ ...mark, words: chart.markWords(mark) })),
    t,
  );
  drawPlayhead(pen, clamp(Math.round(x(t)), 1, W - 2), base);
}

/** The lanes that have a line: those on the stage. @param {any} run  @param {{mask?: import('./stage.js').Mask}} look */
export const lanesOf = (run, { mask }) => run.lanes.filter(({ index }) => mask?.lanes?.includes(index) ?? true);

/**
 * The line of a lane through values at evenly spaced instants, broken where there is none.
 * @param {Pen} pen
 * @param {number[]} values
 * @param {number} index the lane's
 * @param {number} W
 * @param {(value: number) => number} y
 */
export function drawSeries(pen, values, index, W, y, alpha) {
  const { g } = pen;
  g.lineWidth = 1.7;
  g.lineJoin = 'round';
  g.strokeStyle = pen.lane(index);
  g.setLineDash(DASHES[index]);
  g.globalAlpha = alpha;
  g.beginPath();
  let on = false;
  values.forEach((value, i) => {
    const px = (W * i) / (values.length - 1);
    if (!Number.isFinite(value)) on = false;
    else if (on) g.lineTo(px, y(value));
    else {
      g.moveTo(px, y(value));
      on = true;
    }
  });
  g.stroke();
  g.globalAlpha = 1;
  g.setLineDash([]);
}
