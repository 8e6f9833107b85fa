// The arrangement that the parts stand in. Two: wide, and narrow (under 640 px: the client lines move under the floors). What
// is shown grows into the room.
import { ruler } from '../../scene/columns.js';
import { clamp } from '../../scene/ease.js';
import { stateAt } from '../indexing.js';
import { bandEnd } from './way-places.js';

/** @typedef {import('../../scene/stage.js').Layout} Layout */

const ROOM = 640, // px: all lanes together, where the page names no room
  BESIDE = 110, // px of that room that the way in takes
  NARROW_ROOM = 420;
/** px: a floor usually, and at most where everything is shown, or something is left out. */
const ROW = 37,
  MOST_WHOLE = 60,
  MOST = { 1: 260, 2: 190 }, // by how many stand above each other
  MOST_OF_MANY = 130,
  NARROW_ROW = 22,
  NARROW_MOST_WHOLE = 32;

/** @type {import('../../scene/columns.js').Column[]} */
const COLUMNS = [
  { to: 0.075, of: ['clients', 'way'], grows: 0.8 },
  { to: 0.187, of: ['requests', 'signpost', 'way'] },
  { to: 0.535, of: ['zones', 'commits', 'way'] },
  { to: 1, of: ['lines'] },
];

const TITLES = ['name', 'outage', 'lost'];

/** @param {Layout} L */
export function frame(L, run) {
  const rows = Math.max(...L.lanes.map(index => run.lanes[index].slots.filter(slot => isShown(L, slot)).length)),
    way = Boolean(run.entrance) && L.shows('way'),
    own = L.W < 640 ? narrow(L, rows, run.clients) : wide(L, rows, L.room ?? ROOM - (way ? BESIDE : 0)),
    above = way ? bandEnd(run, own) : 0;
  return {
    ...own,
    rows,
    laneH: own.head + rows * own.rowH + own.foot,
    middle: Math.min(1.5, rows / 2) * own.rowH,
    above,
    top: above + (own.narrow ? 19 : 24),
  };
}

/** @param {Layout} L */
function wide({ W, shows, whole, lanes, room: given }, rows, room) {
  const at = ruler(W, COLUMNS, shows),
    head = TITLES.some(shows) || shows('lines') ? 35 : 12,
    foot = whole || shows('lines') ? 29 : 24,
    most = whole ? (given ? MOST_WHOLE : ROW) : (MOST[rows] ?? MOST_OF_MANY),
    rowH = clamp((room - lanes.length * (head + foot)) / (lanes.length * rows), 26, most),
    larger = clamp(rowH / ROW, 1, 2.2),
    wider = whole ? 1 : clamp((at(0.532) - at(0.187)) / (W * 0.345), 1, larger);
  return { narrow: false, at, head, foot, rowH, larger, wider, type: typeOf(Math.min(larger, wider ** 2)), below: 0 };
}

/** @param {Layout} L */
function narrow({ shows, whole, lanes, room }, rows, clients) {
  const head = whole || TITLES.some(shows) ? 28 : 10,
    linesH = shows('lines') ? clamp(clients * 3.4, 41, 80) : 0,
    foot = shows('lines') ? 20 + linesH + 9 : 22,
    most = whole ? (room ? NARROW_MOST_WHOLE : NARROW_ROW) : rows < 3 ? 140 / rows : 44,
    rowH = clamp(((room ?? NARROW_ROOM) / lanes.length - head - foot) / rows, NARROW_ROW, most),
    larger = whole ? 1 : clamp(rowH / NARROW_ROW, 1, 1.5);
  return { narrow: true, head, foot, rowH, larger, wider: 1, type: size => size, below: shows('lines') ? 14 : 0, linesH };
}

/** Words grow slower than things, and no wider than their column. */
const typeOf = larger => size => Math.round(size * Math.min(1.3, Math.sqrt(larger)) * 2) / 2;

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
