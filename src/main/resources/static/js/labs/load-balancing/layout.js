// The arrangement that the parts stand in. Two: wide, and narrow (under 640 px: the distribution moves under its lane); in
// both the rows of targets draw nearer the more there are. What is shown grows into the room.
import { ruler } from '../../scene/columns.js';
import { clamp } from '../../scene/ease.js';

/** @typedef {import('../../scene/stage.js').Layout} Layout */

const ROOM = 652, // px: all lanes together, where the page names no room
  NARROW_ROOM = 420;
/** px: a row usually, and at most where everything is shown, or where something is left out. */
const ROW = 22,
  MOST_WHOLE = 40,
  MOST = 96;
const NARROW_MOST_WHOLE = 24,
  NARROW_MOST = 34;

/** @type {import('../../scene/columns.js').Column[]} */
const COLUMNS = [
  { to: 0.13, of: ['requests', 'balancer'], grows: 0.5 },
  { to: 0.187, of: ['requests', 'balancer'], grows: 2 },
  { to: 0.24, of: ['sees'], grows: 0.4 },
  { to: 0.5, of: ['requests', 'imbalance'] },
  { to: 0.66, of: ['requests', 'targets'] },
  { to: 0.7235, of: ['use'], grows: 0.3 },
  { to: 0.925, of: ['times'] },
  { to: 1, of: ['errors'] },
];

/** @param {Layout} L */
export const frame = (L, run) => (L.W < 640 ? narrow : wide)(L, L.lanes.length, run.targets.length);

/** @param {Layout} L */
function wide({ W, shows, whole, room: given }, lanes, targets) {
  const titled = ['name', 'imbalance', 'times', 'errors'].some(shows),
    headOf = dense => (!titled ? 8 : dense ? 25 : 36),
    belowOf = dense => (dense ? 6 : shows('times') ? 20 : 10);
  const room = given ?? ROOM,
    most = !whole ? MOST : given ? MOST_WHOLE : ROW,
    spare = (room - lanes * (headOf(false) + 20)) / (lanes * targets),
    dense = spare < 14,
    head = headOf(dense),
    below = belowOf(dense);
  const rowH = clamp((room - lanes * (head + below)) / (lanes * targets), 11, most),
    rows = rowH * targets,
    larger = clamp(rowH / ROW, 1, 2),
    at = ruler(W, COLUMNS, shows),
    wider = clamp((at(0.66) - at(0.5)) / (W * 0.16), 1, larger);
  return {
    mode: 'wide',
    dense,
    targets,
    head,
    rowH,
    rows,
    larger,
    wider,
    type: typeOf(Math.min(larger, wider ** 2)),
    top: 24,
    laneH: head + rows + below,
    below: dense ? 16 : 0,
    at,
  };
}

/** @param {Layout} L */
function narrow({ shows, whole, room: given }, lanes, targets) {
  const head = ['times', 'imbalance'].some(shows) ? 50 : ['name', 'errors'].some(shows) ? 30 : 8,
    strip = ['times', 'errors'].some(shows) ? 42 : 0,
    usual = targets > 6 ? 13 : 16,
    most = !whole ? NARROW_MOST : given ? NARROW_MOST_WHOLE : usual,
    room = ((given ?? NARROW_ROOM) - lanes * (head + strip + 14)) / (lanes * targets),
    rowH = clamp(room, usual, most),
    rows = rowH * targets,
    larger = whole ? 1 : clamp(rowH / 16, 1, 1.5);
  return {
    mode: 'narrow',
    dense: rowH < 15,
    targets,
    head,
    rowH,
    rows,
    strip,
    larger,
    type: typeOf(larger),
    top: 20,
    laneH: head + rows + strip + 14,
  };
}

/** Words grow slower than things, and no wider than their column. */
const typeOf = larger => size => Math.round(size * Math.min(1.3, Math.sqrt(larger)) * 2) / 2;

/** The middle of each target's row in a lane that starts at y. */
export const rowsOf = (L, y) => Array.from({ length: L.targets }, (_, k) => y + L.head + (k + 0.5) * L.rowH);
