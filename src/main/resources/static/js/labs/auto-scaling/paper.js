// The recorder's paper: the last hour with now at the right edge. Instances as rows on the scale of demand, the capacity as a
// step, demand as the only black line, a cross for what found no room, an ochre bar for time outside the objective.
import { clockOf, clockStep } from './time.js';
import { rate, rowOf } from './run.js';
import { drawState, gapOf } from './states.js';
import { baseOf, heightOf, paperX } from './layout.js';

export function drawPaper(pen, run, lane, L, now) {
  const { g } = pen;
  drawGrid(pen, run, lane, L, now);
  g.save();
  g.beginPath();
  g.rect(L.x0, now.y + L.head - 6, L.x1 - L.x0, L.chart + 7);
  g.clip();
  drawRows(pen, lane, L, now);
  drawCapacity(pen, run, lane, L, now);
  drawNoRoom(pen, run, lane, L, now);
  drawDemand(pen, run, L, now);
  g.restore();
  drawOutside(pen, run, lane, L, now);
}

/** How many instances the lines of the grid stand for. */
const linesOf = (L, run) => [1, 2, 5, 10, 20, 50, 100, 200, 500].find(step => step * L.u >= 22 || step >= run.mostRows) ?? 1000;

function drawGrid(pen, run, lane, L, { t, y }) {
  const { c } = pen,
    base = baseOf(L, y),
    step = linesOf(L, run),
    most = Math.floor(Math.min(run.mostRows * 1.04, L.chart / L.u) + 0.01);
  for (let n = step; n <= most; n += step) {
    pen.fill(L.x0, Math.round(heightOf(L, y, n)), L.x1 - L.x0, 1, c.rule);
    const last = n + step > most;
    if (!L.act) continue;
    if (heightOf(L, y, n) > y + (L.narrow ? 42 : 22))
      pen.text(last ? L.words('rows', n) : String(n), L.x0 - 6, heightOf(L, y, n), { color: c.ink3, align: 'right' });
  }
  pen.fill(L.x0, base, L.x1 - L.x0, 1, c.rule2);
  const apart = clockStep(L.win, L.narrow ? 4 : 7),
    written = lane.index === L.lanes - 1;
  for (let m = Math.max(0, Math.ceil((t - L.win) / apart) * apart); m <= t; m += apart) {
    const x = Math.round(paperX(L, t, m));
    pen.fill(x, y + L.head, 1, L.chart + L.act + L.met, c.rule);
    if (written && x > L.x0 + 16 && x < L.x1 - 18)
      pen.text(clockOf(m, run.short && apart < 60e6), x, base + L.act + L.met + 8, { color: c.ink3, align: 'center' });
  }
}

function drawRows(pen, lane, L, { t, y }) {
  const from = t - L.win;
  lane.rows.between(from, t, (row, segment) => {
    const x0 = paperX(L, t, Math.max(from, segment.from)),
      x1 = paperX(L, t, Math.min(t, segment.to)),
      high = segment.unit * L.u,
      gap = gapOf(high);
    drawState(pen, segment, x0, heightOf(L, y, (row + 1) * segment.unit) + gap / 2, x1 - x0, high - gap);
  });
}

/** The instants at which the paper is read: every row of the table that it holds, no finer than half a pixel. */
function readings(run, L, t) {
  const first = rowOf(run, Math.max(0, t - L.win)),
    last = rowOf(run, t),
    stride = Math.max(1, Math.ceil((last - first) / ((L.x1 - L.x0) * 2)));
  return { first, last, stride };
}

function drawCapacity(pen, run, lane, L, { t, y }) {
  const { g, c } = pen,
    { first, last, stride } = readings(run, L, t);
  g.strokeStyle = c.ink3;
  g.lineWidth = 1.2;
  g.beginPath();
  let before = null;
  for (let i = first; i <= last; i += stride) {
    const at = i * run.slotMicros,
      level = heightOf(L, y, lane.capacityAt(at)),
      x = paperX(L, t, at);
    if (before === null) g.moveTo(x, level);
    else if (level !== before) {
      g.lineTo(x, before);
      g.lineTo(x, level);
    }
    before = level;
  }
  g.lineTo(L.x1, before);
  g.stroke();
}

/** Seconds of demand that a point of its line is the mean of. */
const SMOOTH = 20e6;

function drawDemand(pen, run, L, { t, y }) {
  const { g, c } = pen,
    { first, last } = readings(run, L, t),
    stride = Math.max(1, Math.round(Math.max(SMOOTH, L.win / (L.x1 - L.x0)) / run.slotMicros));
  g.strokeStyle = c.ink;
  g.lineWidth = 1.7;
  g.lineJoin = 'round';
  g.beginPath();
  let begun = false;
  for (let i = Math.floor(first / stride) * stride; i <= last; i += stride) {
    let sum = 0,
      n = 0;
    for (let j = i; j < Math.min(i + stride, last + 1); j++, n++) sum += rate(run, j);
    const x = Math.min(L.x1, paperX(L, t, (i + stride / 2) * run.slotMicros)),
      level = heightOf(L, y, sum / n / run.capacity);
    if (begun) g.lineTo(x, level);
    else g.moveTo(x, level);
    begun = true;
  }
  g.lineTo(L.x1, heightOf(L, y, demandAt(run, t) / run.capacity));
  g.stroke();
}

/** Requests per second around t, as the line shows them. */
export function demandAt(run, t) {
  const last = rowOf(run, t),
    first = Math.max(0, last - Math.max(0, Math.round(SMOOTH / run.slotMicros) - 1));
  let sum = 0;
  for (let i = first; i <= last; i++) sum += rate(run, i);
  return sum / (last - first + 1);
}

/** Crosses fill exactly what lies between the step and demand: one per row of an instance and its width of time. */
function drawNoRoom(pen, run, lane, L, { t, y }) {
  const { c } = pen,
    pitch = Math.max(5, Math.min(9, L.u)),
    perPixel = L.win / (L.x1 - L.x0),
    step = pitch * perPixel,
    r = L.narrow ? 1.4 : 1.9,
    rows = pitch / L.u;
  for (let m = Math.floor(Math.max(0, t - L.win) / step) * step; m < t; m += step) {
    const from = rowOf(run, m),
      to = Math.max(from + 1, Math.min(rowOf(run, t) + 1, rowOf(run, m + step)));
    let demand = 0,
      capacity = 0;
    for (let i = from; i < to; i++) {
      demand += rate(run, i) / run.capacity;
      capacity += lane.capacityAt(i * run.slotMicros);
    }
    demand /= to - from;
    capacity /= to - from;
    for (let n = Math.ceil(capacity / rows - 0.25) * rows; n + rows * 0.45 <= demand; n += rows)
      pen.cross(paperX(L, t, m) + pitch / 2, heightOf(L, y, n + rows / 2), r, c.failMark, L.narrow ? 1.1 : 1.4);
  }
}

function drawOutside(pen, run, lane, L, { t, y }) {
  const { c } = pen,
    { first, last } = readings(run, L, t),
    { outsideMicros } = lane.columns,
    base = baseOf(L, y);
  for (let i = first, from = -1; i <= last + 1; i++) {
    const late = i <= last && outsideMicros[i] > 0;
    if (late && from < 0) from = i;
    if (!late && from >= 0) {
      const x0 = Math.max(L.x0, paperX(L, t, from * run.slotMicros)),
        x1 = Math.min(L.x1, paperX(L, t, i * run.slotMicros));
      pen.fill(x0, base + 1, Math.max(1, x1 - x0), L.narrow ? 3 : 4, c.slowMark);
      from = -1;
    }
  }
}
