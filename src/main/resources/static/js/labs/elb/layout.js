// The arrangement that the parts stand in: who sends, the wall with its doors, the desk, targets, what was delivered. Two: wide,
// and narrow (under 640 px: addresses and counts go, the desk shrinks to the letter).
import { ruler } from '../../scene/columns.js';
import { clamp } from '../../scene/ease.js';

/** @typedef {import('../../scene/stage.js').Layout} Layout */

/** px: from this width on there is room for the sender's address on an envelope. */
const ADDRESSED = 800;
const ROOM = 470, // px: all lanes together, where the page names no room
  NARROW_ROOM = 330,
  SERVICES = 5;
/** The share of the way to the wall that senders stand on, and how far one stands from the next, in its size. */
const SENDERS_WIDE = 0.46,
  APART = 2.6;
/** px: from this height of a row on there is room for the words of two lines at a door, and for an envelope above the letter. */
const BIG = 27,
  MOST = { 1: 64, 2: 46 }, // by how many lanes stand above each other
  MOST_OF_MANY = 40,
  LEAST = 17;

/** @type {import('../../scene/columns.js').Column[]} */
const COLUMNS = [
  { to: 0.215, of: ['senders', 'letters', 'threads', 'doors'] },
  { to: 0.325, of: ['addresses', 'doors'], grows: 0.3 },
  { to: 0.482, of: ['desk', 'letters', 'threads'] },
  { to: 0.735, of: ['targets', 'gate', 'fan', 'strange'] },
  { to: 1, of: ['delivered'] },
];

/** @param {Layout} L */
export const frame = (L, run) => (L.W < 640 ? narrow(L, run) : wide(L, run));

/** @param {Layout} L */
function wide({ W, shows, lanes, room }, run) {
  const at = ruler(W, COLUMNS, shows),
    n = lanes.length,
    outer = 44 + 8,
    rowH = clamp(((room ?? ROOM) - n * outer) / (n * SERVICES), LEAST, MOST[n] ?? MOST_OF_MANY),
    big = rowH >= BIG,
    head = big ? 44 : 37,
    foot = big ? 8 : 6;
  return {
    narrow: false,
    at,
    big,
    rowH,
    head,
    headline: big ? 18 : 15,
    top: 24,
    laneH: head + SERVICES * rowH + foot,
    sender: { x: 1, r: Math.min(clamp(rowH * 0.25, 5.4, 10), (at(0.215) * SENDERS_WIDE) / (4.1 * APART)) }, // four have room
    wall: at(0.215),
    tag: big ? 9 : 7.5,
    desk: at(0.4),
    deskWidth: at(0.482) - at(0.325),
    envelope: big && W >= ADDRESSED ? 58 : 36, // px: half of what is written on it
    fan: at(0.482),
    gate: at(0.526),
    sign: at(0.545),
    boxes: boxesOf(run, at(0.562), at(0.735) - 34, W * 0.0295, W * 0.012),
    boxH: clamp(rowH * 0.6, rowH < BIG ? rowH - 5 : 22, 34),
    name: at(0.742),
    bar: { from: at(0.815), to: at(0.905), h: big ? 14 : 9 },
    letter: clamp(rowH * 0.58, 12, 24),
    letterOnDesk: clamp(rowH * 1.76, 26, 84),
  };
}

/** @param {Layout} L */
function narrow({ W, lanes, room }, run) {
  const n = lanes.length,
    head = 28,
    rowH = clamp(((room ?? NARROW_ROOM) - n * (head + 10)) / (n * SERVICES), LEAST, 24);
  return {
    narrow: true,
    big: false,
    rowH,
    head,
    headline: 14,
    top: 19,
    laneH: head + SERVICES * rowH + 10,
    sender: { x: 1, r: 5.2 },
    wall: 78,
    tag: 7,
    desk: 108,
    deskWidth: 32,
    envelope: 0,
    fan: 125,
    gate: 146,
    sign: 156,
    boxes: boxesOf(run, 164, W - 122, 13, 3),
    boxH: rowH - 5,
    name: W - 120,
    bar: { from: W - 84, to: W - 43, h: 9 },
    letter: 11,
    letterOnDesk: 25,
  };
}

/** Boxes of the targets: a column for each of a service's in zone a, a gap, those in zone b. */
function boxesOf(run, from, to, widest, gap) {
  const most = run.zones.map((_, zone) => Math.max(0, ...run.targets.filter(target => target.zone === zone).map(({ place }) => place + 1))),
    columns = most.reduce((a, b) => a + b, 0),
    w = clamp((to - from - gap) / Math.max(1, columns) - 3, 5, widest),
    gaps = w < 12 ? 1.5 : 3;
  /** The middle of a target's box: those of one service stand close, the gap between its zones. */
  const middle = ({ service, zone, place }) => {
    const before = zone === 0 ? place : run.targets.filter(other => other.service === service && other.zone === 0).length + place;
    return from + before * (w + gaps) + (zone ? gap : 0) + w / 2;
  };
  return { from, w, middle, at: run.targets.map(middle) };
}

/** The middle of each of the five rows of a lane that starts at y. */
export const rowsOf = (L, y) => [0, 1, 2, 3, 4].map(i => y + L.head + (i + 0.5) * L.rowH);

/** Where senders stand, and where their row's way begins. */
export const senderX = (L, slot) => L.sender.x + L.sender.r + slot * pitch(L);
const pitch = L => L.sender.r * (L.narrow ? 2.35 : APART);
/**
 * The words beside a row's pictograms and whom they are about: how many there are where not all are drawn; null where there is
 * nothing to say or no room to say it.
 */
export function noteOf(L, senders, edge) {
  if (senders.length > mostSenders(L)) return L.narrow ? null : { kind: senders[0].kind, words: `× ${senders.length}` };
  const special = senders.find(({ kind }) => SPECIAL.has(kind));
  if (!special || !L.big) return null;
  const words = L.words(`sender.${special.kind}`);
  return edge + roughly(words) > L.wall - 40 ? null : { kind: special.kind, words };
}
const SPECIAL = new Set(['partner', 'silent-chat', 'server', 'heavy']);
/** px: about how wide these words are, and rather more; ways begin behind them. */
export const roughly = words => [...words].reduce((sum, c) => sum + (c > '\u1100' ? 11.4 : 6.4), 0) + 4;

/** So many senders of a row are drawn; of more, their count. */
export const mostSenders = L => Math.max(1, Math.floor((L.wall * (L.narrow ? 0.66 : SENDERS_WIDE)) / pitch(L)));
