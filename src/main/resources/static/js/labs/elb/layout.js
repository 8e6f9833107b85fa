// The arrangement that the parts stand in: who sends, the wall with its doors, what is read, the gate and the servers, what arrived.
// Two: wide, and narrow (under 640 px), where words go before things do.
import { ruler } from '../../scene/columns.js';
import { clamp } from '../../scene/ease.js';

/** @typedef {import('../../scene/stage.js').Layout} Layout */

const ROWS = 5,
  /** px: a row at least and at most. */
  LEAST = 16.5,
  MOST = 36,
  LEAST_NARROW = 16,
  MOST_NARROW = 26,
  /** px: all lanes together, where the page names no room. */
  ROOM = 470,
  ROOM_NARROW = 460;

/** @type {import('../../scene/columns.js').Column[]} */
const COLUMNS = [
  { to: 0.2, of: ['senders', 'letters', 'threads'] },
  { to: 0.33, of: ['doors', 'letters'] },
  { to: 0.48, of: ['desk'], grows: 0.5 },
  { to: 0.8, of: ['targets', 'gates', 'letters'], grows: 0.6 },
  { to: 1, of: ['bars'] },
];

/** @param {Layout} L */
export const frame = (L, run) => (L.W < 640 ? narrow : wide)(L, run);

/** @param {Layout} L */
function wide({ W, shows, lanes, room = ROOM }, run) {
  const n = lanes.length,
    fit = head => (room / n - head - 8) / ROWS,
    large = fit(44) >= 26,
    head = large ? 44 : 34,
    rowH = clamp(fit(head), LEAST, MOST),
    foot = large ? 8 : 6,
    at = ruler(W, COLUMNS, shows),
    box = at(0.562),
    most = mostTargets(run),
    gap = Math.max(8, W * 0.012),
    cells = at(0.735) - box - gap - 26, // crosses behind them
    pitch = Math.min(W * 0.034, cells / (most.a + most.b));
  return {
    narrow: false,
    large,
    head,
    rowH,
    foot,
    top: 24,
    laneH: head + ROWS * rowH + foot,
    at,
    sender: 9,
    senderR: clamp(rowH / 4, 4.4, 8.4),
    wall: at(0.215),
    desk: at(0.4),
    deskW: large ? 54 : rowH > 20 ? 34 : 26,
    fanFrom: at(0.484),
    gate: at(0.527),
    sign: at(0.545),
    box,
    pitch,
    boxW: pitch - 3,
    gap,
    mostA: most.a,
    name: at(0.742),
    barFrom: at(0.815),
    barTo: at(0.905),
    letterW: clamp(rowH * 0.62, 12, 20),
    tagR: large ? 9 : 7.5,
  };
}

/** @param {Layout} L */
function narrow({ W, lanes, room = ROOM_NARROW }, run) {
  const head = 27,
    foot = 9,
    rowH = clamp((room / lanes.length - head - foot) / ROWS, LEAST_NARROW, MOST_NARROW),
    most = mostTargets(run),
    box = 164,
    name = W - 122,
    pitch = Math.min(16, (name - 10 - box) / (most.a + most.b));
  return {
    narrow: true,
    large: false,
    head,
    rowH,
    foot,
    top: 20,
    laneH: head + ROWS * rowH + foot,
    at: share => W * share,
    sender: 8,
    senderR: 5.2,
    wall: 80,
    desk: 108,
    deskW: 24,
    fanFrom: 126,
    gate: 148,
    sign: 156,
    box,
    pitch,
    boxW: pitch - 2,
    gap: 4,
    mostA: most.a,
    name,
    barFrom: W - 84,
    barTo: W - 42,
    letterW: 11.5,
    tagR: 7,
  };
}

/** The most servers of a service in either zone: all rows share their columns. */
function mostTargets({ targets }) {
  const most = [0, 0];
  for (const { zone, slot } of targets) most[zone] = Math.max(most[zone], slot + 1);
  return { a: Math.max(1, most[0]), b: Math.max(1, most[1]) };
}

/** The middle of a server's box. */
export const boxX = (L, { zone, slot }) => L.box + (zone === 0 ? slot : L.mostA + slot) * L.pitch + (zone ? L.gap : 0) + L.boxW / 2;

/** The box of the one server, where nobody divides anything. */
export const singleBox = L => ({ x: L.box, w: Math.max(40, L.pitch * 1.6) });
