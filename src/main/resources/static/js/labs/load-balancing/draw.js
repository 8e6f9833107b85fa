// The stage: draw(context, run, layout, t) paints the instant t and remembers nothing, so that scrubbing looks like playing.
import { Pen } from '../../scene/pen.js';
import { clamp } from '../../scene/ease.js';
import { compact, short } from '../../scene/numbers.js';
import { decidedAt, failsOpen, stateAt } from './run.js';
import { rowsOf } from './layout.js';
import { drawHead } from './head.js';
import { drawNotes, drawPaths, drawTarget } from './targets.js';
import { drawRequests } from './requests.js';
import { drawErrors, drawResponseTimes, errorUnit } from './outcomes.js';

/** How long a decision stays lit, in run time at the run's own pace. */
const LIT = 350_000;

/**
 * @param {CanvasRenderingContext2D} context counting in CSS pixels
 * @param {object} run from runOf
 * @param {object} L from layout
 * @param {number} t instant in microseconds
 */
export function draw(context, run, L, t) {
  const pen = new Pen(context, L.palette),
    last = decidedAt(run, t);
  const states = run.targets.map((_, k) => stateAt(run, k, t)),
    open = failsOpen(run, t);
  context.clearRect(0, 0, L.W, L.H);
  drawColumnWords(pen, run, L);
  run.lanes.forEach((lane, index) => {
    const y = L.top + index * L.laneH,
      rows = rowsOf(L, y),
      middle = (rows[0] + rows.at(-1)) / 2;
    const now = {
      t,
      last,
      states,
      open,
      rows,
      middle,
      y,
      index,
      lit: last < 0 ? 0 : clamp(1 - (t - run.arrival[last]) / (LIT * run.pace), 0, 1),
      summary: lane.summaryAt(t),
      queues: run.targets.map((_, k) => lane.queueAt(k, t)),
    };
    pen.fill(0, Math.round(y), L.W, 1, pen.c.rule);
    drawHead(pen, run, lane, L, now);
    drawPaths(pen, lane, L, now);
    rows.forEach((_, k) => drawTarget(pen, run, lane, L, now, k));
    drawRequests(pen, run, lane, L, now);
    drawNotes(pen, L, now);
    pen.tag(L.balancer, middle, index, L.tag);
    drawResponseTimes(pen, run, lane, L, now);
    drawErrors(pen, run, lane, L, now);
  });
}

/** The names of the columns stand once, on top. */
function drawColumnWords(pen, run, L) {
  const { words } = L,
    color = pen.c.ink3,
    y = 8,
    write = (text, x, align = 'left') => pen.text(text, x, y, { color, align });
  write(words('column.arrivals'), 0);
  const unit = errorUnit(run, L);
  write(words('column.errors') + (unit > 1 ? ` ×=${compact(unit)}` : ''), L.errorTo, 'right'); // one mark for so many
  if (L.mode === 'narrow') {
    write(words('column.sees.short'), L.seen + 8, 'center');
    write(words('column.target'), L.server, 'left');
    drawQueueWord(pen, words('column.queue.short'), '', L, y);
    return;
  }
  write(words('column.sees'), L.seen + 6, 'right');
  drawQueueWord(pen, words('column.queue'), words('column.long-wait', short(run.longWait)), L, y);
  write(words('column.serve'), L.server + L.serverW / 2, 'center');
  write(words('column.target'), L.label);
  write(words('column.use'), L.use, 'right');
  write(words('column.response', run.unit), L.distFrom);
}

/** The queue's name, and what an ochre bar in it means. */
function drawQueueWord(pen, name, meaning, L, y) {
  const { c } = pen,
    x = L.queueTo - 2;
  pen.text(name, x, y, { color: c.ink3, align: 'right' });
  if (!meaning) return;
  const right = x - pen.width(name) - 12,
    w = pen.width(meaning);
  if (right - w - 8 < L.queueFrom) return;
  pen.text(meaning, right, y, { color: c.ink3, align: 'right' });
  pen.fill(right - w - 8, y - 6, 3.2, 11, c.slowMark);
}
