// The lab in small, for pages that lead to it: the same run, without words. A small real run, never a film.
import { Stage } from '../../scene/stage.js';
import { clientMark, gridOf } from './clients.js';
import { floors, machines, other, writer } from './facts.js';
import { zoneAt } from './run.js';
import { drawGate } from './zones.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

const FLOOR = 12,
  GAP = 12,
  CELL = 3;

const frame = ({ W }, run) => ({
  top: 0,
  laneH: run.mostRows * FLOOR + GAP,
  grid: gridOf(run.clients, { gridRoom: [22, run.mostRows * FLOOR], pitch: 7 }),
  head: 3,
  rowH: FLOOR,
  from: Math.max(60, W * 0.12),
  to: W - 2,
  tag: 5,
});

/** Clients by state, and where the name leads. @type {Part} */
const clients = {
  name: 'clients',
  read: { floors, machines },
  draw(pen, { run, lane, L, t, floors, machines }) {
    const { columns, pitch, r } = L.grid;
    for (let i = 0; i < run.clients; i++)
      clientMark(
        pen,
        4 + (i % columns) * pitch,
        floors[0] + Math.floor(i / columns) * pitch,
        lane.clientAt(i, t).state,
        Math.max(2, r),
      );
    const { machine } = lane.nameAt(t);
    if (machines[machine])
      pen.path([[columns * pitch + 4, (floors[0] + floors.at(-1)) / 2], [L.from - L.tag - 2, machines[machine].y]], pen.c.rule2);
  },
};

/** Zones as floors, the log of every machine, who takes writes. @type {Part} */
const zones = {
  name: 'zones',
  read: { floors, machines, other, writer },
  draw(pen, now) {
    now.lane.slots.forEach(({ zone }, floor) => drawFloor(pen, now, zone, now.floors[floor]));
    now.machines.forEach((machine, m) => drawMachine(pen, now, machine, m));
    drawGate(pen, now, false);
  },
};

const preview = new Stage(frame, [clients, zones]);

/** The arrangement of a preview `width` pixels wide; its height is `H`. */
export const previewLayout = (run, width, palette) => preview.layout(run, { width }, { palette });

export const drawPreview = preview.draw;

/** @param {Pen} pen  @param {Now} now */
function drawFloor(pen, { run, L, t }, zone, y) {
  const { c } = pen,
    state = zoneAt(run, zone, t),
    [x, top, width, high] = [L.from, y - FLOOR / 2 + 1, L.to - L.from, FLOOR - 2];
  if (state === 'dark') pen.hatching(x, top, width, high, c.rule2, 5);
  pen.box(x + 0.5, Math.round(top) + 0.5, width, high, state === 'up' ? c.rule : c.failMark, 1, state === 'up' ? [] : [4, 3]);
}

/** @param {Pen} pen  @param {Now} now */
function drawMachine(pen, { lane, L, t, other, writer }, { y, role, gone }, m) {
  const { c } = pen,
    { log } = lane,
    newest = log.newestAt(t),
    left = L.from + 40,
    cells = Math.floor((L.to - left - 8) / CELL),
    writes = m === writer || m === other;
  if (role === 'down' || role === 'fenced' || (gone && m !== other)) pen.cross(L.from + 18, y, 2, c.failMark, 1.4);
  else if (writes) pen.fill(L.from + 12, y - 2, 14, 4, c.req);
  else pen.box(L.from + 12.5, y - 1.5, 13, 3, c.edge);
  for (let q = 0; q < cells && newest - q > 0; q++) {
    const lsn = newest - q;
    if (log.on[m][lsn] <= t) pen.fill(left + (cells - q - 1) * CELL, y - 1.5, 2, 3, log.by[lsn] === m ? c.req : c.reqSoft);
  }
}
