// Where everything stands on the stage: clients, signpost, zones as floors with their machines and logs, client lines.
import { clamp, mix, ease } from '../../scene/ease.js';
import { Pen } from '../../scene/pen.js';
import { stateAt } from '../indexing.js';

const ROOM = 640; // px: all lanes together, so that stage and transport share a screen of 900 px
const BESIDE = 110; // px of that room that the way in takes

/** Two arrangements: wide, and narrow (under 640 px: the client lines move under the floors). */
export function layout(run, { width: W }, look) {
  const rows = run.mostRows,
    lanes = run.lanes.length,
    L = W < 640 ? narrow(W, rows, run.clients) : wide(W, lanes, rows, run.entrance ? ROOM - BESIDE : ROOM),
    band = run.entrance ? bandOf(run, L, W) : null,
    above = band ? band.y + band.H : 0;
  const top = above + L.top,
    grid = gridOf(run.clients, L);
  return { ...L, ...look, band, above, top, grid, W, lanes, H: top + lanes * L.laneH + L.below };
}

/** The way in above the lanes: two floors or three, in the same columns as the lanes below. */
function bandOf(run, L, W) {
  const { users, zones, targetsIn, nodes } = run.entrance,
    y = L.narrow ? 0 : 24,
    rowH = L.narrow ? 22 : 34,
    room = rowH * zones.length,
    most = Math.max(1, ...targetsIn.map(of => of.length)),
    lines = L.narrow ? L.head + room + 4 : L.head,
    linesH = L.narrow ? clamp((nodes.length + run.clients) * 3.2, 30, 60) : room,
    targetsFrom = L.from + L.box + L.boxW + (L.narrow ? 26 : 46),
    pitch = Math.min(L.narrow ? 16 : 22, (L.to - targetsFrom - 6) / most),
    grid = usersGrid(users, L.narrow ? 40 : Math.max(46, W * 0.07), L.narrow ? room : 40, L.narrow ? 9 : 10.5);
  return {
    y,
    words: y,
    rowH,
    floors: zones.map((_, i) => y + L.head + (i + 0.5) * rowH),
    usersTop: y + L.head + 4,
    grid,
    wire: L.gridX + (grid.columns - 1) * grid.pitch + grid.r + 5,
    board: L.narrow ? 16 : 29,
    targetsFrom,
    cells: { pitch, size: pitch < 6 ? pitch * 0.7 : pitch - 4 },
    lines,
    linesH,
    H: L.narrow ? lines + linesH + 12 : L.head + room + 34,
  };
}

/** As many columns as make the marks largest; a thousand users become a field of points. */
function usersGrid(count, w, h, most) {
  let best = { columns: 1, pitch: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const pitch = Math.min(most, w / columns, h / Math.ceil(count / columns));
    if (pitch > best.pitch + 0.01) best = { columns, pitch };
  }
  return { ...best, r: Math.min(4, best.pitch * 0.32) };
}

function wide(W, lanes, rows, room) {
  const rowH = clamp((room - lanes * 64) / (lanes * rows), 26, 37),
    head = 35,
    top = 24,
    laneH = head + rows * rowH + 29;
  return {
    narrow: false,
    top,
    below: 0,
    head,
    rowH,
    laneH,
    post: W * 0.118,
    board: 25,
    from: W * 0.187,
    to: W * 0.532,
    label: 16,
    box: 60,
    boxW: 64,
    strip: 134,
    cell: 4.6,
    cellH: Math.min(6.5, rowH * 0.18),
    gridX: 7,
    gridRoom: [46, Math.min(62, rows * rowH - 44)],
    pitch: 15,
    linesFrom: W * 0.585,
    linesTo: W - 2,
    phases: head + 8,
    lines: head + 27,
    linesH: rows * rowH - 26,
    tag: 9,
    number: 40,
  };
}

function narrow(W, rows, clients) {
  const rowH = 22,
    head = 28,
    linesH = clamp(clients * 3.4, 41, 80),
    laneH = head + rows * rowH + 20 + linesH + 9;
  return {
    narrow: true,
    top: 19,
    below: 14,
    head,
    rowH,
    laneH,
    post: 72,
    board: 16,
    from: 108,
    to: W - 1,
    label: 14,
    box: 26,
    boxW: 60,
    strip: 93,
    cell: 4,
    cellH: 5,
    gridX: 6,
    gridRoom: [38, 46],
    pitch: 11.5,
    linesFrom: 36,
    linesTo: W - 1,
    phases: head + rows * rowH + 9,
    lines: head + rows * rowH + 20,
    linesH,
    tag: 7.5,
    number: 8,
  };
}

/**
 * The grid of clients: as many columns as its room is wide.
 * @param {number} count
 * @param {{gridRoom: number[], pitch: number}} room
 */
export function gridOf(count, { gridRoom: [w, h], pitch: most }) {
  const fit = columns => Math.min(most, w / columns, h / Math.ceil(count / columns));
  let columns = 3;
  for (let more = 3; more <= 12; more++) if (fit(more) > fit(columns) + 0.01) columns = more;
  const pitch = fit(columns);
  return { columns, rows: Math.ceil(count / columns), pitch, r: Math.min(4.4, pitch * 0.3) };
}

/** The middle of each floor of a lane that starts at y. */
export const floorsOf = (L, lane, y) => lane.slots.map((_, i) => y + L.head + (i + 0.5) * L.rowH);

/** The floor on which a machine stands at t, as an index into the lane's slots. */
export function floorOf(lane, machine, t) {
  const { zone } = stateAt(lane.machines[machine], t);
  let place = 0;
  for (let m = 0; m < machine; m++) if (stateAt(lane.machines[m], t).zone === zone) place++;
  const floors = lane.slots.map((slot, i) => (slot.zone === zone ? i : -1)).filter(i => i >= 0);
  return floors[Math.min(place, floors.length - 1)];
}

/** The machine that stands on a floor at t, or −1. */
export const machineOn = (lane, floor, t) => lane.machines.findIndex((_, m) => floorOf(lane, m, t) === floor);

/** Where time t of the run is on the client lines. */
export const lineX = (L, run, t) => L.linesFrom + (t / run.durationMicros) * (L.linesTo - L.linesFrom);

/** The cells of the log that fit, and where the newest one ends. */
export function cellsOf(L) {
  const cells = Math.floor((L.to - L.from - L.strip - L.number) / L.cell);
  return { cells, right: L.from + L.strip + cells * L.cell, left: L.from + L.strip };
}

/** A height on its way from one floor to another: the lane's letter steps to who takes writes now. */
export const stepping = (from, to, since, takes) => mix(from, to, ease(since / takes));

/** The thing at a point of the stage: a machine's box, the rest of its zone, the signpost, a client, or null. */
export function touchAt(L, run, x, y, t) {
  if (L.band && y < L.above) return onTheWayIn(L, run, x, y);
  const index = Math.floor((y - L.top) / L.laneH),
    lane = run.lanes[index];
  if (!lane) return null;
  const floor = Math.floor((y - L.top - index * L.laneH - L.head) / L.rowH),
    slot = lane.slots[floor];
  if (slot && x >= L.from && x <= L.to) {
    const machine = machineOn(lane, floor, t),
      box = x >= L.from + L.box - 4 && x <= L.from + L.box + L.boxW + 4;
    return machine >= 0 && box ? { kind: 'instance', machine, lane: index } : { kind: 'zone', zone: slot.zone, lane: index };
  }
  const middle = y - L.top - index * L.laneH - L.head - 1.5 * L.rowH;
  if (Math.abs(x - L.post) < L.board + 8 && Math.abs(middle) < 18) return { kind: 'database', lane: index };
  const client = clientAt(L, run, x, y - L.top - index * L.laneH);
  return client >= 0 ? { kind: 'client', client, lane: index } : null;
}

/** A target, or the zone that its floor is. */
function onTheWayIn({ band, from, to }, run, x, y) {
  const floor = band.floors.findIndex(middle => Math.abs(y - middle) < band.rowH / 2),
    zone = run.entrance.zones[floor];
  if (zone === undefined || x < from || x > to) return null;
  const target = run.entrance.targetsIn[zone][Math.floor((x - band.targetsFrom) / band.cells.pitch)];
  return x >= band.targetsFrom && target !== undefined ? { kind: 'client', client: target } : { kind: 'zone', zone };
}

/** The place of client i in its lane's grid. */
export function clientPlace(L, middle, i) {
  const { columns, rows, pitch } = L.grid;
  return [L.gridX + (i % columns) * pitch, middle - ((rows - 1) / 2) * pitch + Math.floor(i / columns) * pitch - (L.narrow ? 0 : 14)];
}

function clientAt(L, run, x, y) {
  const middle = L.head + 1.5 * L.rowH;
  return Array.from({ length: run.clients }).findIndex((_, i) => {
    const [cx, cy] = clientPlace(L, middle, i);
    return Math.abs(x - cx) < L.grid.pitch / 2 && Math.abs(y - cy) < L.grid.pitch / 2;
  });
}

export const penOf = (context, L) => new Pen(context, L.palette);
