// The lab in small, for pages that lead to it: the same run, without words. A small real run, never a film.
import { Pen } from '../../scene/pen.js';
import { drawGate } from './commits.js';
import { floorOf, floorsOf, gridOf } from './layout.js';
import { clientMark } from './clients.js';
import { zoneAt } from './run.js';
import { stateAt } from '../indexing.js';

const FLOOR = 12,
  GAP = 12,
  CELL = 3;

/** The arrangement of a preview `width` pixels wide; its height is `H`. */
export function previewLayout(run, width, palette) {
  const grid = gridOf(run.clients, { gridRoom: [22, run.mostRows * FLOOR], pitch: 7 }),
    H = run.lanes.length * (run.mostRows * FLOOR + GAP),
    laneH = run.mostRows * FLOOR + GAP;
  return { palette, W: width, H, laneH, grid, head: 3, rowH: FLOOR, from: Math.max(60, width * 0.12), to: width - 2, tag: 5 };
}

/** Paints the instant t: clients by state, zones as floors, the log of every machine, who takes writes. */
export function drawPreview(context, run, L, t) {
  const pen = new Pen(context, L.palette);
  context.clearRect(0, 0, L.W, L.H);
  run.lanes.forEach((lane, index) => {
    const y = index * L.laneH,
      floors = floorsOf(L, lane, y),
      machines = lane.machines.map((history, m) => ({ ...stateAt(history, t), y: floors[floorOf(lane, m, t)] })),
      now = { t, y, floors, machines, writer: lane.writerAt(t) };
    for (let i = 0; i < run.clients; i++)
      clientMark(
        pen,
        4 + (i % L.grid.columns) * L.grid.pitch,
        floors[0] + Math.floor(i / L.grid.columns) * L.grid.pitch,
        lane.clientAt(i, t).state,
        Math.max(2, L.grid.r),
      );
    const { machine } = lane.nameAt(t);
    if (machines[machine])
      pen.path([[L.grid.columns * L.grid.pitch + 4, (floors[0] + floors.at(-1)) / 2], [L.from - L.tag - 2, machines[machine].y]], pen.c.rule2);
    lane.slots.forEach(({ zone }, floor) => drawFloor(pen, run, zone, L, floors[floor], t));
    machines.forEach((machine, m) => drawMachine(pen, lane, L, now, machine, m));
    drawGate(pen, lane, L, now, false);
  });
}

function drawFloor(pen, run, zone, L, y, t) {
  const { c } = pen,
    state = zoneAt(run, zone, t),
    [x, top, width, high] = [L.from, y - FLOOR / 2 + 1, L.to - L.from, FLOOR - 2];
  if (state === 'dark') pen.hatching(x, top, width, high, c.rule2, 5);
  pen.box(x + 0.5, Math.round(top) + 0.5, width, high, state === 'up' ? c.rule : c.failMark, 1, state === 'up' ? [] : [4, 3]);
}

function drawMachine(pen, lane, L, now, { y, role, zone }, m) {
  const { c } = pen,
    { log } = lane,
    newest = log.newestAt(now.t),
    left = L.from + 40,
    cells = Math.floor((L.to - left - 8) / CELL),
    writes = m === now.writer;
  if (role === 'down' || role === 'fenced' || lane.unreachable({ zone }, now.t)) pen.cross(L.from + 18, y, 2, c.failMark, 1.4);
  else if (writes) pen.fill(L.from + 12, y - 2, 14, 4, c.req);
  else pen.box(L.from + 12.5, y - 1.5, 13, 3, c.edge);
  for (let q = 0; q < cells && newest - q > 0; q++) {
    const lsn = newest - q;
    if (log.on[m][lsn] <= now.t) pen.fill(left + (cells - q - 1) * CELL, y - 1.5, 2, 3, log.by[lsn] === m ? c.req : c.reqSoft);
  }
}
