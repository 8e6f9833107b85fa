// The lab in small, for pages that lead to it: the same run on the same scale, without words. A small real run, never a film.
import { Pen } from '../../scene/pen.js';
import { rowsOf } from './layout.js';
import { decidedAt, stateAt } from './run.js';
import { drawBox, drawPaths } from './targets.js';
import { drawRequests } from './requests.js';

const ROW = 7.5, GAP = 11;

/** The arrangement of a preview `width` pixels wide; its height is `H`. */
export function previewLayout(run, width, palette) {
  const targets = run.targets.length, rows = targets * ROW, server = Math.round(width * .66);
  return {
    mode: 'narrow', palette, W: width, H: run.lanes.length * (rows + GAP), lanes: run.lanes.length, targets, head: 3, rowH: ROW, laneH: rows + GAP,
    arrivals: 0, balancer: width * .17, fan: width * .29, seen: width * .3, queueFrom: width * .31, queueTo: server - 4,
    server, serverW: 26, serverH: 5.6, label: width, distFrom: server + 40, distTo: width - 4, distY: rows + GAP - 4, tag: 5, dot: .62,
  };
}

/** Paints the instant t, as the stage does. */
export function drawPreview(context, run, L, t) {
  const pen = new Pen(context, L.palette), last = decidedAt(run, t), states = run.targets.map((_, k) => stateAt(run, k, t));
  context.clearRect(0, 0, L.W, L.H);
  run.lanes.forEach((lane, index) => {
    const y = index * L.laneH, rows = rowsOf({ ...L, top: 0 }, y), middle = (rows[0] + rows.at(-1)) / 2;
    const now = { t, last, states, rows, middle, y, index, lit: 0, queues: run.targets.map((_, k) => lane.queueAt(k, t)) };
    drawPaths(pen, lane, L, now);
    rows.forEach((row, k) => {
      pen.line(L.queueFrom, row + 3, L.queueTo, row + 3, pen.c.rule);
      drawBox(pen, lane, L, now, k);
    });
    drawRequests(pen, run, lane, L, now);
    pen.tag(L.balancer, middle, index, L.tag, false);
  });
}
