// The stage: draw(context, run, L, t) paints the instant t and remembers nothing, so that scrubbing looks like playing.
import { short } from '../../scene/numbers.js';
import { Pen } from '../../scene/pen.js';
import { wholePixels } from '../../scene/roll.js';
import { nameActivities } from './activities.js';
import { baseOf, perPixel } from './layout.js';
import { drawFleet } from './fleet.js';
import { drawHead } from './head.js';
import { drawAlarms, nameMetric } from './metric.js';
import { drawPaper } from './paper.js';
import { spanOf } from './time.js';

/**
 * @param {CanvasRenderingContext2D} context counting in CSS pixels
 * @param {object} run from runOf
 * @param {object} L from layout
 * @param {number} t instant in microseconds
 */
export function draw(context, run, L, t) {
  const pen = new Pen(context, L.palette),
    { c } = pen,
    figures = run.lanes.map(lane => lane.summaryAt(t)),
    worst = Math.max(...figures.map(f => f.outside)),
    paper = wholePixels(pen, perPixel(L), t);
  context.clearRect(0, 0, L.W, L.H);
  if (!L.narrow) drawColumnWords(pen, run, L);
  run.lanes.forEach((lane, index) => {
    const now = { t, y: L.top + index * L.laneH, figures: figures[index], worst, paper };
    pen.fill(0, Math.round(now.y), L.W, 1, c.rule);
    drawHead(pen, run, lane, L, now);
    drawPaper(pen, run, lane, L, now);
    nameActivities(pen, lane, L, now);
    nameMetric(pen, lane, L, now);
    drawFleet(pen, run, lane, L, now);
    drawAlarms(pen, run, lane, L, now);
    drawNow(pen, lane, L, now);
  });
}

/** The names of the columns stand once, on top. */
function drawColumnWords(pen, run, L) {
  const color = pen.c.ink3;
  pen.text(L.words('column.paper', spanOf(L.win, L.words)), L.x0, 8, { color });
  pen.text(L.words('column.now'), L.now0 + L.nowW / 2, 8, { color, align: 'center' });
  pen.text(L.words('column.outside', short(run.objectiveMicros)), L.W, 8, { color, align: 'right' });
}

/** The pen of the recorder, with the lane's letter between what it sees and what it has. */
function drawNow(pen, lane, L, { y }) {
  const base = baseOf(L, y);
  pen.fill(L.x1 - 0.75, y + L.head - 6, 1.5, L.chart + L.act + L.met + 6, pen.c.jjok);
  pen.tag(L.x1, base + (L.narrow ? 11 : 13), lane.index, L.tag);
}
