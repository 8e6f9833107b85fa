// The arrangement that the parts stand in. Two: wide, and narrow (under 640 px: the client lines move under the floors). Under
// a mask what remains grows into the room.
import { ruler } from '../../scene/columns.js';
import { clamp } from '../../scene/ease.js';
import { stateAt } from '../indexing.js';
import { bandOf } from './way-places.js';

/** @typedef {import('../../scene/stage.js').Layout} Layout */

const ROOM = 640, // px: all lanes together, so that stage and transport share a screen of 900 px
  BESIDE = 110, // px of that room that the way in takes
  NARROW_ROOM = 420;

/** @type {import('../../scene/columns.js').Column[]} */
const COLUMNS = [
  { to: 0.075, of: ['clients', 'way'], grows: 0.8 },
  { to: 0.187, of: ['requests', 'signpost', 'way'] },
  { to: 0.535, of: ['zones', 'commits', 'way'] },
  { to: 1, of: ['lines'] },
];

/** @param {Layout} L */
export function frame(L, run) {
  const rows = Math.max(...L.lanes.map(index => run.lanes[index].slots.filter(slot => isShown(L, slot)).length)),
    way = Boolean(run.entrance) && L.shows('way'),
    own = L.W < 640 ? narrow(L, rows, run.clients) : wide(L, L.lanes.length, rows, way ? ROOM - BESIDE : ROOM),
    band = way ? bandOf(run, { ...L, ...own }) : null,
    above = band ? band.y + band.H : 0;
  return {
    ...own,
    middle: Math.min(1.5, rows / 2) * own.rowH,
    band,
    above,
    top: above + own.lanesFrom,
    grid: gridOf(run.clients, own),
  };
}

const TITLES = ['name', 'outage', 'lost'];

/** @param {Layout} L */
function wide({ W, shows, whole }, lanes, rows, room) {
  const at = ruler(W, COLUMNS, shows),
    head = TITLES.some(shows) || shows('lines') ? 35 : 12,
    foot = whole || shows('lines') ? 29 : 24,
    rowH = clamp((room - lanes * (head + foot)) / (lanes * rows), 26, whole ? 37 : rows < 3 ? 150 / rows : 74),
    larger = whole ? 1 : clamp(rowH / 37, 1, 2),
    wider = whole ? 1 : clamp((at(0.532) - at(0.187)) / (W * 0.345), 1, larger),
    tag = 9 * wider,
    label = 7 + tag,
    box = label + 44 * Math.min(1.3, wider),
    boxW = 64 * wider;
  return {
    narrow: false,
    larger,
    wider,
    type: typeOf(Math.min(larger, wider ** 2)),
    lanesFrom: 24,
    below: 0,
    head,
    rowH,
    rows,
    laneH: head + rows * rowH + foot,
    post: at(0.118),
    board: 25,
    from: Math.max(at(0.187), tag + 8),
    to: at(0.532),
    label,
    box,
    boxW,
    half: 10 * wider,
    strip: box + boxW + 10,
    cell: 4.6 * wider,
    cellH: Math.min(6.5 * wider, rowH * 0.18),
    gridX: 7,
    gridRoom: [Math.max(46, whole ? 0 : at(0.075) - 24), Math.min(62 * larger, rows * rowH - 44)],
    pitch: 15 * larger,
    mark: 4.4 * larger,
    linesFrom: at(0.585),
    linesTo: W - 2,
    phases: head + 8,
    lines: head + 27,
    linesH: rows * rowH - 26,
    tag,
    number: 40 * wider,
  };
}

/** @param {Layout} L */
function narrow({ W, shows, whole, lanes }, rows, clients) {
  const head = whole || TITLES.some(shows) ? 28 : 10,
    linesH = shows('lines') ? clamp(clients * 3.4, 41, 80) : 0,
    foot = shows('lines') ? 20 + linesH + 9 : 22,
    rowH = whole ? 22 : clamp((NARROW_ROOM / lanes.length - head - foot) / rows, 22, rows < 3 ? 96 / rows : 42),
    larger = whole ? 1 : clamp(rowH / 22, 1, 1.5),
    from = ['requests', 'signpost', 'way'].some(shows) ? 108 : shows('clients') ? 66 : 12;
  return {
    narrow: true,
    larger,
    wider: 1,
    type: size => size,
    lanesFrom: 19,
    below: shows('lines') ? 14 : 0,
    head,
    rowH,
    rows,
    laneH: head + rows * rowH + foot,
    post: 72,
    board: 16,
    from,
    to: W - 1,
    label: 14,
    box: 26,
    boxW: 60,
    half: 8,
    strip: 93,
    cell: 4,
    cellH: 5 * larger,
    gridX: 6,
    gridRoom: [38, 46 * larger],
    pitch: 11.5 * larger,
    mark: 4.4,
    linesFrom: 36,
    linesTo: W - 1,
    phases: head + rows * rowH + 9,
    lines: head + rows * rowH + 20,
    linesH,
    tag: 7.5,
    number: 8,
  };
}

/** Words grow slower than things, and no wider than their column. */
const typeOf = larger => size => Math.round(size * Math.min(1.3, Math.sqrt(larger)) * 2) / 2;

/**
 * The grid of clients: as many columns as its room is wide.
 * @param {number} count
 * @param {{gridRoom: number[], pitch: number, mark?: number}} room
 */
export function gridOf(count, { gridRoom: [w, h], pitch: most, mark = 4.4 }) {
  const fit = columns => Math.min(most, w / columns, h / Math.ceil(count / columns));
  let columns = 3;
  for (let more = 3; more <= 12; more++) if (fit(more) > fit(columns) + 0.01) columns = more;
  const pitch = fit(columns);
  return { columns, rows: Math.ceil(count / columns), pitch, r: Math.min(mark, pitch * 0.3) };
}

/** Floors that never hold a machine are a part of their own. */
const isShown = (L, slot) => !slot.empty || L.shows('empty');

/** The middle of each floor of a lane that starts at y; of one that is not shown NaN. */
export function floorsOf(L, lane, y) {
  let row = 0;
  return lane.slots.map(slot => (isShown(L, slot) ? y + L.head + (row++ + 0.5) * L.rowH : NaN));
}

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
