// The recorder's paper: the last hour with now at the right edge. Instances as rows on the scale of demand, the capacity as a
// step, demand as the only black line, a cross for what found no room, an ochre bar for time outside the objective. Below it
// what the policy did and what it saw. All that lies on the paper moves with it; words stay where they can be read.
import { roll, wholePixels } from '../../scene/roll.js';
import { paintActivities } from './activities.js';
import { paintDemand, SMOOTH } from './demand.js';
import { paintMetric } from './metric.js';
import { clockOf, clockStep, spanOf } from './time.js';
import { rate, rowOf } from './run.js';
import { drawState, gapOf, PATTERN } from './states.js';
import { baseOf, heightOf, paperX, perPixel } from './layout.js';
import { paintWait } from './wait.js';

/**
 * @typedef {import('../../scene/roll.js').Stretch} Stretch
 * @typedef {import('../../scene/stage.js').Now} Now
 */

/** px: no mark reaches further back from its instant. */
const REACH = 6;

/** @type {import('../../scene/stage.js').Part} */
export const paper = {
  name: 'paper',
  above(pen, { L }) {
    pen.means('column.paper');
    if (!L.narrow) pen.text(L.words('column.paper', spanOf(L.win, L.words)), L.x0, 8, { color: pen.c.ink3 });
  },
  draw(pen, now) {
    drawRoll(pen, now, 'paper');
    if (!now.L.bare) drawScale(pen, now.run, now.L, now.y);
  },
};

/** The instant that the paper shows. */
export const paperTime = (pen, { L, t }) => wholePixels(pen, perPixel(L), t);

const ON_PAPER = ['paper', 'wait', 'activities', 'metric'];

/** What lies on the paper is painted together, by the first of the parts that are shown. @param {Now} now */
export function drawRoll(pen, now, name) {
  const { run, lane, L, y, index, place } = now,
    shown = ON_PAPER.filter(L.shows);
  if (shown[0] !== name) return;
  const t = paperTime(pen, now),
    late = Math.max(REACH * perPixel(L), 1.5 * SMOOTH + perPixel(L)),
    cell = pitchOf(L) * perPixel(L),
    /** @type {[number, number, number, number]} */
    box = [L.x0, y + L.head - 6, L.x1 - L.x0, L.chart + L.act + L.met + 8],
    time = { now: t, settled: Math.floor((t - late) / cell) * cell, perPixel: perPixel(L) };
  roll(pen, L, `paper ${index}`, box, time, (own, stretch) => {
    // what lets nothing show through is shown quicker
    if (L.ground) own.fill(stretch.left, box[1], stretch.right - stretch.left, box[3], L.ground);
    paintGrid(own, run, L, y, stretch);
    if (L.shows('paper')) paintChart(own, run, lane, L, y, stretch);
    if (!L.bare && L.shows('wait')) paintWait(own, lane, L, y, stretch);
    if (L.act && L.shows('activities')) paintActivities(own, lane, L, y, stretch);
    if (L.met && L.shows('metric')) paintMetric(own, lane, L, y, stretch);
  });
  if (!L.bare && place === L.lanes.length - 1) drawClock(pen, run, L, y, t);
}

/** How many instances the lines of the grid stand for. */
const linesOf = (L, run) => [1, 2, 5, 10, 20, 50, 100, 200, 500].find(step => step * L.u >= 22 || step >= run.mostRows) ?? 1000;

/** How many instances a line of the grid stands for, one line after the other. */
function gridOf(L, run) {
  const step = linesOf(L, run),
    most = Math.floor(Math.min(run.mostRows * 1.04, L.chart / L.u) + 0.01);
  return Array.from({ length: Math.max(0, Math.floor(most / step)) }, (_, i) => (i + 1) * step);
}

const clockApart = L => clockStep(L.win, L.narrow ? 4 : 7);

/** @param {Stretch} stretch */
function paintGrid(pen, run, L, y, stretch) {
  const { from, to, left, right, wholeX } = stretch,
    { c } = pen;
  pen.means('');
  if (L.shows('paper')) for (const n of gridOf(L, run)) pen.fill(left, Math.round(heightOf(L, y, n)), right - left, 1, c.rule);
  pen.fill(left, baseOf(L, y), right - left, 1, c.rule2);
  const apart = clockApart(L);
  for (let m = Math.max(0, Math.ceil(from / apart - 1) * apart); m <= to; m += apart)
    pen.fill(wholeX(m), y + L.head, 1, L.chart + L.act + L.met, c.rule);
}

function drawScale(pen, run, L, y) {
  const color = pen.c.ink3;
  pen.means('rows');
  gridOf(L, run).forEach((n, i, all) => {
    if (heightOf(L, y, n) > y + (L.narrow ? 42 : 22))
      pen.text(i === all.length - 1 ? L.words('rows', n) : String(n), L.x0 - 6, heightOf(L, y, n), { color, align: 'right' });
  });
}

function drawClock(pen, run, L, y, t) {
  const color = pen.c.ink3,
    apart = clockApart(L);
  pen.means('clock');
  for (let m = Math.max(0, Math.ceil((t - L.win) / apart) * apart); m <= t; m += apart) {
    const x = Math.round(paperX(L, t, m));
    if (x > L.x0 + 16 && x < L.x1 - 18)
      pen.text(clockOf(m, run.short && apart < 60e6), x, baseOf(L, y) + L.act + L.met + 8, { color, align: 'center' });
  }
}

/** @param {Stretch} stretch */
function paintChart(pen, run, lane, L, y, stretch) {
  if (stretch.to <= 0) return; // paper before the run
  const { g } = pen;
  g.save();
  g.beginPath();
  g.rect(stretch.left, y + L.head - 6, stretch.right - stretch.left, L.chart + 7);
  g.clip();
  paintRows(pen, lane, L, y, stretch);
  paintCapacity(pen, run, lane, L, y, stretch);
  paintNoRoom(pen, run, lane, L, y, stretch);
  paintDemand(pen, run, L, y, stretch);
  g.restore();
  paintOutside(pen, run, lane, L, y, stretch);
}

/** @param {Stretch} stretch */
function paintRows(pen, lane, L, y, stretch) {
  const { from, to, now, left, right, x } = stretch;
  lane.rows.between(from, Math.min(to, now), (row, segment) => {
    const begin = x(segment.from),
      x0 = begin + Math.max(0, Math.floor((left - begin) / PATTERN) - 1) * PATTERN, // no pattern shows that it was cut off
      x1 = Math.min(x(Math.min(segment.to, now)), right + PATTERN),
      high = segment.unit * L.u,
      gap = gapOf(high);
    drawState(pen, segment, x0, heightOf(L, y, (row + 1) * segment.unit) + gap / 2, x1 - x0, high - gap, { zero: x(0) });
  });
}

/** The rows of the table around a stretch: every one, or every so many where they are finer than half a pixel. */
function readings(run, L, { from, to, now }) {
  const stride = Math.max(1, Math.ceil(L.win / run.slotMicros / ((L.x1 - L.x0) * 2))),
    at = t => Math.floor(rowOf(run, t) / stride) * stride;
  return { first: Math.max(0, at(from) - stride), last: now < Infinity ? rowOf(run, now) : rowOf(run, to) + stride, stride };
}

/** @param {Stretch} stretch */
function paintCapacity(pen, run, lane, L, y, stretch) {
  const { g, c } = pen,
    { first, last, stride } = readings(run, L, stretch);
  pen.means('capacity');
  g.strokeStyle = c.ink3;
  g.lineWidth = 1.2;
  g.beginPath();
  let before = null;
  for (let i = first; i <= last; i += stride) {
    const at = i * run.slotMicros,
      level = heightOf(L, y, lane.capacityAt(at)),
      x = stretch.x(at);
    if (before === null) g.moveTo(x, level);
    else if (level !== before) {
      g.lineTo(x, before);
      g.lineTo(x, level);
    }
    before = level;
  }
  g.lineTo(stretch.right, before);
  g.stroke();
}

/** px from cross to cross. */
const pitchOf = L => Math.max(5, Math.min(9, L.u));

/**
 * Crosses fill exactly what lies between the step and demand: one per row of an instance and its width of time.
 * @param {Stretch} stretch
 */
function paintNoRoom(pen, run, lane, L, y, stretch) {
  const { from, to, now, x } = stretch,
    { c } = pen,
    pitch = pitchOf(L),
    step = pitch * perPixel(L),
    r = L.narrow ? 1.4 : 1.9,
    rows = pitch / L.u,
    end = Math.min(to, now, run.durationMicros);
  pen.means('no-room');
  for (let m = Math.floor(Math.max(0, from) / step) * step; m < end; m += step) {
    const first = rowOf(run, m),
      last = Math.max(first + 1, Math.min(rowOf(run, now) + 1, rowOf(run, m + step)));
    let demand = 0,
      capacity = 0;
    for (let i = first; i < last; i++) {
      demand += rate(run, i) / run.capacity;
      capacity += lane.capacityAt(i * run.slotMicros);
    }
    demand /= last - first;
    capacity /= last - first;
    for (let n = Math.ceil(capacity / rows - 0.25) * rows; n + rows * 0.45 <= demand; n += rows)
      pen.cross(x(m) + pitch / 2, heightOf(L, y, n + rows / 2), r, c.failMark, L.narrow ? 1.1 : 1.4);
  }
}

/** @param {Stretch} stretch */
function paintOutside(pen, run, lane, L, y, stretch) {
  const { from, to, now, x } = stretch,
    { c } = pen,
    { outsideMicros } = lane.columns,
    base = baseOf(L, y),
    last = rowOf(run, Math.min(to, now));
  pen.means('outside');
  for (let i = rowOf(run, from - 2 * perPixel(L)), begin = -1; i <= last + 1; i++) {
    const late = i <= last && outsideMicros[i] > 0;
    if (late && begin < 0) begin = i;
    if (!late && begin >= 0) {
      const x0 = x(begin * run.slotMicros);
      pen.fill(x0, base + 1, Math.max(1, x(i * run.slotMicros) - x0), L.narrow ? 3 : 4, c.slowMark);
      begin = -1;
    }
  }
}
