// What is there now: the fleet as boxes, filled from the left to their utilization, the demand line running through it.
import { clamp } from '../../scene/ease.js';
import { grouped } from '../../scene/numbers.js';
import { demandAt } from './demand.js';
import { figures } from './facts.js';
import { drawState, gapOf } from './states.js';
import { baseOf, heightOf } from './layout.js';

const SERVES = new Set(['in-service', 'warming']);

/**
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** @type {import('../../scene/stage.js').Part} */
export const fleet = {
  name: 'fleet',
  read: { figures },
  above(pen, { L }) {
    pen.means('column.now');
    if (!L.narrow) pen.text(L.words('column.now'), L.now0 + L.nowW / 2, 8, { color: pen.c.ink3, align: 'center' });
  },
  draw(pen, now) {
    drawFleet(pen, now);
    if (!now.L.bare) drawWords(pen, now);
  },
  touch: touched,
};

/** @param {Pen} pen  @param {Now} now */
function drawFleet(pen, now) {
  const { g, c } = pen,
    { run, lane, L, t, y, figures } = now,
    demand = demandAt(run, t),
    worth = demand / run.capacity,
    stack = lane.rows.stackAt(t),
    boxes = [];
  let n = 0;
  g.save();
  g.beginPath();
  g.rect(L.now0 - 2, y + L.head - 8, L.nowW + 12, L.chart + 10);
  g.clip();
  for (const row of stack) {
    const high = row.unit * L.u,
      gap = gapOf(high),
      top = heightOf(L, y, n + row.unit) + gap / 2;
    drawState(pen, row, L.now0, top, L.nowW, high - gap, { large: true });
    if (SERVES.has(row.state)) boxes.push([L.now0, top, L.nowW, high - gap]);
    n += row.unit;
  }
  fillBoxes(pen, boxes, figures);
  drawMissing(pen, L, y, lane.capacityAt(t), worth);
  g.restore();
  pen.means('demand');
  pen.path([[L.x1, heightOf(L, y, worth)], [L.now0 + L.nowW + (L.narrow ? 0 : 4), heightOf(L, y, worth)]], c.ink, 1.7);
  pen.fill(L.now0, baseOf(L, y), L.nowW, 1, c.rule2);
}

/** @param {Pen} pen  @param {Now} now */
function drawWords(pen, now) {
  const { run, lane, L, t, y, figures } = now,
    { c } = pen,
    middle = L.now0 + L.nowW / 2;
  if (L.narrow) {
    pen.means('in-service');
    const counts = lane.rows.countsAt(t),
      coming = counts.requested + counts.pending + counts.starting + counts.checking,
      count = `${figures.serving}${coming ? `+${coming}` : ''}`;
    pen.text(count, middle, baseOf(L, y) + 11, { color: c.ink2, align: 'center', weight: 700 });
    return;
  }
  if (figures.serving) {
    const p99 = figures.p99 >= 1e6 ? `${(figures.p99 / 1e6).toFixed(2)} s` : `${(figures.p99 / 1e3).toFixed(0)} ms`;
    pen.means('p99');
    pen.text('p99', L.now0, y + 16, { color: c.ink3 });
    pen.text(p99, L.now0 + pen.width('p99') + 5, y + 16, { size: 13, color: figures.late ? c.slow : c.ink2, weight: 700 });
  }
  drawZones(pen, now);
  const demand = demandAt(run, t),
    level = heightOf(L, y, demand / run.capacity),
    look = { color: c.ink, weight: 700 };
  pen.means('demand');
  pen.halo(`${grouped(demand)}/s`, L.now0 + L.nowW + 7, clamp(level, y + L.head - 4, baseOf(L, y) - 5), look);
}

/** A box of the fleet (its zone), or the rest of what is there now. @param {Now} now */
function touched({ lane, L, t, y: top, index }, x, y) {
  if (x < L.now0 - 4 || x > L.now0 + L.nowW + 4) return null;
  const height = baseOf(L, top) - y;
  if (height < -L.act || height > L.chart + 6) return null;
  let under = 0;
  for (const { zone, unit } of lane.rows.stackAt(t)) {
    under += unit * L.u;
    if (height >= 0 && height < under) return { kind: 'box', zone, lane: index };
  }
  return { kind: 'group', lane: index };
}

/** Filled to the utilization; over the objective they take the ochre hatch of a slow target. */
function fillBoxes(pen, boxes, { utilization, late }) {
  const { g, c } = pen,
    share = clamp(utilization, 0, 1);
  pen.means(late ? 'late' : 'busy');
  if (!late) {
    for (const [x, y, w, h] of boxes) pen.fill(x, y, w * share, h, c.reqSoft);
    return;
  }
  if (!boxes.length) return;
  const [x, bottom, w, high] = boxes[0],
    top = boxes.at(-1)[1],
    whole = bottom + high - top;
  g.save();
  g.beginPath();
  for (const [bx, by, bw, bh] of boxes) g.rect(bx, by, bw * share, bh);
  g.clip();
  pen.fill(x, top, w, whole, c.slowWash);
  g.strokeStyle = c.slowMark;
  g.lineWidth = 1.8;
  g.beginPath();
  for (let k = Math.ceil((x + top) / 6) * 6; k <= x + w + top + whole; k += 6) {
    g.moveTo(k - top - whole, top + whole);
    g.lineTo(k - top, top);
  }
  g.stroke();
  g.restore();
  for (const [bx, by, bw, bh] of boxes) {
    pen.fill(bx, by, 1.2, bh, c.slowMark);
    pen.fill(bx + bw - 1.2, by, 1.2, bh, c.slowMark);
  }
}

/** Demand above what serves: crosses, as on the paper. */
function drawMissing(pen, L, y, capacity, worth) {
  const { c } = pen,
    pitch = Math.max(5, Math.min(9, L.u)),
    rows = pitch / L.u;
  if (worth <= capacity) return;
  pen.means('no-room');
  for (let n = capacity; n + rows * 0.3 <= worth; n += rows)
    for (let x = L.now0 + 4; x < L.now0 + L.nowW - 1; x += pitch + 2)
      pen.cross(x, heightOf(L, y, n + rows / 2), L.narrow ? 1.4 : 2, c.failMark, L.narrow ? 1.1 : 1.5);
}

/** Which rows belong to which zone, beside what serves. @param {Pen} pen  @param {Now} now */
function drawZones(pen, { run, lane, L, t, y }) {
  const { c } = pen,
    unit = lane.rows.unitAt(t),
    byZone = lane.rows.servingByZone(t);
  if (run.zones.length < 2) return;
  pen.means('zone');
  let n = 0;
  byZone.forEach((count, zone) => {
    const from = heightOf(L, y, n),
      to = heightOf(L, y, n + count * unit);
    n += count * unit;
    if (from - to < 12) return;
    pen.path([[L.now0 - 3, from - 1], [L.now0 - 5, from - 1], [L.now0 - 5, to + 1], [L.now0 - 3, to + 1]], c.edge);
    pen.text(run.zones[zone], L.now0 - 8, (from + to) / 2, { color: c.ink3, align: 'right' });
  });
}
