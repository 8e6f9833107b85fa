// The log that each machine holds, a cell for an entry. Every floor keeps it on the same ruler: the same commit stands at the
// same place on each.
import { ease } from '../../scene/ease.js';
import { floors, machines, newest, other, step, summary, writer } from './facts.js';
import { zoneAt } from './run.js';

/**
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** The cells of the log that fit, and where the newest one ends. */
export function cellsOf(L) {
  const cells = Math.max(0, Math.floor((L.to - L.from - L.strip - L.number) / L.cell));
  return { cells, right: L.from + L.strip + cells * L.cell, left: L.from + L.strip };
}

/** How far the newest cells still have to slide to their places: 1 = a whole cell. @param {Now} now */
export function slideOf({ lane, t, newest, step }) {
  return newest ? 1 - ease((t - lane.log.at[newest]) / (step * 0.67)) : 0;
}

/** @type {import('../../scene/stage.js').Part} */
export const logs = {
  name: 'commits',
  lay: ({ narrow, larger, wider, rowH, box, boxW }) =>
    narrow
      ? { strip: 93, cell: 4, cellH: 5 * larger, number: 8 }
      : { strip: box + boxW + 10, cell: 4.6 * wider, cellH: Math.min(6.5 * Math.max(wider, larger * 0.85), rowH * 0.18), number: 40 * wider },
  read: { floors, machines, other, writer, summary, newest, step },
  draw(pen, now) {
    now.machines.forEach((machine, m) => drawLog(pen, now, machine, m));
  },
};

/** @param {Pen} pen  @param {Now} now */
function drawLog(pen, now, machine, m) {
  const { run, lane, L, t, newest } = now,
    { c } = pen,
    { y } = machine,
    gone = machine.gone && m !== now.other,
    { cells, left, right } = cellsOf(L),
    high = L.cellH,
    dark = zoneAt(run, machine.zone, t) === 'dark',
    held = lane.log.heldAt(m, t),
    behind = newest > 0 && held <= newest - cells,
    write = dark ? 'halo' : 'text',
    size = L.type(12);
  pen.means('stopped-at');
  if (behind) pen[write](L.words('log.stopped', held), left, y + 0.5, { size, color: gone ? c.fail : c.ink3 });
  else if (dark) pen.fill(left - 3, y - high - 3, right - left + 6, high * 2 + 6, c.paper);
  drawCells(pen, now, machine, m);
  pen.means('newest');
  if (!L.narrow && !behind && held)
    pen[write](`#${held}`, L.to - 5, y + 0.5, { size, color: !gone && (m === now.writer || m === now.other) ? c.ink : c.ink3, align: 'right' });
}

/** @param {Pen} pen  @param {Now} now */
function drawCells(pen, now, { y, ...machine }, m) {
  const { lane, L, t, newest, other, summary } = now,
    gone = machine.gone && m !== other,
    { g, c } = pen,
    { log } = lane,
    { cells, left, right } = cellsOf(L),
    high = L.cellH,
    losses = summary.lost ? lane.lossesAt(t) : [],
    beyond = summary.outOfReach ? lane.outOfReachAt(t) : [],
    slide = slideOf(now),
    width = L.cell - 1.5,
    step = lane.unreachable(now.machines[Math.max(0, log.by[newest])], t) ? 0 : now.step;
  g.save();
  g.beginPath();
  g.rect(left - 0.5, y - high - 4, right - left + 1, high * 2 + 9);
  g.clip();
  for (let q = 0; q <= cells + 1 && newest - q >= 1; q++) {
    const lsn = newest - q,
      first = m === log.by[lsn],
      since = Math.max(log.on[m][lsn], first ? 0 : log.at[lsn] + step);
    if (since > t) continue;
    const x = right - (q + 1 - slide) * L.cell + 0.8,
      acked = Number.isFinite(log.ackAt[lsn]),
      lost = acked && isIn(losses, lsn),
      outOfReach = acked && isIn(beyond, lsn),
      open = first && t < confirmedAt(log, lsn, step);
    pen.means(lost ? 'lost' : outOfReach ? 'out-of-reach' : open ? 'unconfirmed' : first && !gone ? 'first' : 'copy');
    if (lost) pen.box(x + 0.3, y - high + 0.5, width - 0.6, high * 2 - 1, c.failMark, 1.1);
    else if (outOfReach) severed(pen, x, y, width, high);
    else if (open) pen.box(x + 0.3, y - high + 0.5, width - 0.6, high * 2 - 1, c.edge);
    else pen.fill(x, y - high, width, high * 2, first && !gone ? c.req : c.reqSoft);
    if (lsn % 10 === 0) pen.means('tenth');
    if (lsn % 10 === 0) pen.fill(x, y + high + 1.5, width, 2, lost ? c.failMark : outOfReach ? c.slowMark : c.ink3);
  }
  g.restore();
}

const isIn = (ranges, lsn) => ranges.some(({ first, last }) => lsn >= first && lsn <= last);

/**
 * An entry that is there and cannot be had: a cell cut in two, where a lost one is hollow.
 * @param {Pen} pen
 */
export function severed(pen, x, y, width, high) {
  const part = Math.max(1.5, high - 2);
  pen.fill(x, y - high, width, part, pen.c.slowMark);
  pen.fill(x, y + high - part, width, part, pen.c.slowMark);
}

/** When a cell is drawn as confirmed: when it was, but not before its answer has visibly come back. */
const confirmedAt = (log, lsn, step) => Math.max(log.ackAt[lsn], log.at[lsn] + (log.confirmedBy[lsn] < 0 ? 0.5 : 2) * step);
