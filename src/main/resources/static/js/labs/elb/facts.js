// What the parts of the stage read of an instant, and the ways that letters and threads take.
import { upto } from '../../timeline/query.js';
import { boxX, singleBox } from './layout.js';

/** @typedef {import('../../scene/stage.js').Fact} Fact */

/** The middle of each service's row. @type {Fact} */
export const rows = ({ L, y }) => [0, 1, 2, 3, 4].map(i => y + L.head + (i + 0.5) * L.rowH);
/** The height at which letters are read. @type {Fact} */
export const middle = ({ L, y }) => y + L.head + 2.5 * L.rowH;
/** The doors, one a zone. @type {Fact} */
export const doors = ({ L, y, lane }) =>
  lane.single ? [y + L.head + 2.5 * L.rowH] : [y + L.head + L.rowH, y + L.head + 4 * L.rowH];
/** Whether the balancer is internal. @type {Fact} */
export const inside = ({ run, lane, t }) => !lane.single && run.isInternal(t);
/** @type {Fact} */
export const counts = ({ lane, t }) => lane.countsAt(t);
/** The letter that is looked at, or −1. @type {Fact} */
export const look = ({ run, t }) => {
  const k = upto(run.looks.at, t) - 1;
  return k < 0 ? -1 : run.looks.letters[k];
};

/** How long a letter flies to the door, is read, and goes on, in µs of a viewer: milliseconds in truth. */
export const FLY = 0.8e6,
  READ = 0.3e6,
  GO = 0.55e6;

/** Where a sender stands. */
export function senderAt(L, rows, { row, slot, inside }) {
  const pitch = L.senderR * (L.narrow ? 2.3 : 2.6),
    across = Math.floor((L.wall - 24) / pitch);
  return inside
    ? { x: L.wall + L.tagR + 10 + slot * pitch, y: rows[4] + L.rowH * 0.42 }
    : { x: L.sender + (slot % across) * pitch, y: rows[row] };
}

/** From a sender to a door, as a curve of two points and two handles. */
export function toDoor(L, rows, doors, sender, node, lane, inside) {
  const from = senderAt(L, rows, sender),
    y = doors[Math.max(0, node)] ?? doors[0],
    x0 = from.x + L.senderR + 3,
    x1 = doorX(L, lane, inside) - L.tagR - 3;
  return sender.inside
    ? [from.x, from.y - L.senderR, from.x, y, x1 + 2 * L.tagR + 10, y, x1 + 2 * L.tagR + 5, y]
    : [x0, from.y, x0 + (x1 - x0) * 0.5, from.y, x1 - (x1 - x0) * 0.4, y, x1, y];
}

/** A door stands in the wall; an internal balancer's stands behind it. */
export const doorX = (L, lane, inside) => L.wall + (inside ? L.tagR + 11 : 0);

/** From a door over the desk to the fan. */
export function toDesk(L, doors, node, middle, lane, inside) {
  const y = doors[Math.max(0, node)] ?? doors[0],
    x0 = doorX(L, lane, inside) + L.tagR + 4,
    third = (L.desk - x0) / 3;
  return [x0, y, x0 + third, y, x0 + 2 * third, middle, L.desk, middle];
}

/** From the fan through the gate to a server: the curve to the gate; on from there it is straight. */
export function toGate(L, rows, middle, service) {
  const y = rows[service],
    d = L.gate - L.fanFrom;
  return [L.fanFrom, middle, L.fanFrom + d * 0.6, middle, L.gate - d * 0.3, y, L.gate, y];
}

/** Where a server's box begins, and its height. */
export function boxAt(L, rows, target) {
  return { x: boxX(L, target) - L.boxW / 2, y: rows[target.service] };
}

/** A point of a curve. */
export function pointOf([x0, y0, x1, y1, x2, y2, x3, y3], u) {
  const w = 1 - u,
    a = w * w * w,
    b = 3 * w * w * u,
    c = 3 * w * u * u,
    d = u * u * u;
  return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
}

/** Draws a curve, or none of it. */
export function trace(pen, [x0, y0, x1, y1, x2, y2, x3, y3], color, width, dash) {
  const { g } = pen;
  g.strokeStyle = color;
  g.lineWidth = width;
  if (dash) g.setLineDash(dash);
  g.beginPath();
  g.moveTo(x0, y0);
  g.bezierCurveTo(x1, y1, x2, y2, x3, y3);
  g.stroke();
  if (dash) g.setLineDash([]);
}

/** Where a letter is behind the door, u from 0 to 1. */
export function behind(L, now, lane, node, target, u) {
  const { rows, doors, middle, inside, run } = now;
  if (u < 0.35) return pointOf(toDesk(L, doors, node, middle, lane, inside), u / 0.35);
  const v = (u - 0.35) / 0.65;
  if (lane.single) return [L.desk + (singleBox(L).x - 4 - L.desk) * v, middle];
  if (v < 0.25) return [L.desk + (L.fanFrom - L.desk) * (v / 0.25), middle];
  const to = run.targets[target],
    w = (v - 0.25) / 0.75;
  if (w < 0.6) return pointOf(toGate(L, rows, middle, to.service), w / 0.6);
  return [L.gate + (boxX(L, to) - L.boxW / 2 - 2 - L.gate) * ((w - 0.6) / 0.4), rows[to.service]];
}
