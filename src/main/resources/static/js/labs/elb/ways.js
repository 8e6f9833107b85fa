// The ways that letters go and threads lie along: from a row to a door, over the desk, through the fan to a target.
import { bezier, mix } from '../../scene/ease.js';
import { mostSenders, noteOf, roughly, rowsOf, senderX } from './layout.js';

/** @typedef {import('../../scene/stage.js').Now} Now */

/** Shares of the way inside at which the desk and the fan are reached. */
const DESK = 0.35,
  FAN = 0.48,
  GATE = 0.8;

/** @param {any} now */
export function geometry({ run, lane, L, t, y }) {
  const rows = rowsOf(L, y),
    mid = rows[2],
    inside = !lane.single && run.internal.at(0, t),
    dark = run.zones.map((_, zone) => run.dark.at(zone, t)),
    doors = lane.single ? [mid, mid] : [(rows[0] + rows[1]) / 2, (rows[2] + rows[3]) / 2],
    nodeX = L.wall + (inside ? L.tag + 11 : 0),
    ends = run.rows.map(senders => senderX(L, Math.min(mostSenders(L), Math.max(1, senders.length)) - 1) + L.sender.r + 4),
    notes = run.rows.map((senders, row) => (L.shows('senders') ? noteOf(L, senders, ends[row]) : null)),
    edges = ends.map((end, row) => end + (notes[row] ? roughly(notes[row].words) : L.letter * 0.35)),
    server = { x: L.boxes.from + L.boxes.w, y: mid, w: L.boxes.w * 2, h: L.rowH * 4.2 };
  return { rows, mid, inside, dark, doors, nodeX, ends, notes, edges, server, single: lane.single };
}

/** Where a letter is on its way from its row to a door, after the share u. */
export function toDoor(L, ways, row, node, u) {
  const x0 = ways.edges[row],
    x1 = ways.nodeX - L.tag - 3,
    y0 = ways.rows[row],
    y1 = ways.doors[node];
  return [bezier(x0, x0 + (x1 - x0) * 0.5, x1 - (x1 - x0) * 0.4, x1, u), bezier(y0, y0, y1, y1, u)];
}

/** Traces the whole of it. */
export function traceToDoor({ g }, L, ways, row, node) {
  const x0 = ways.edges[row],
    x1 = ways.nodeX - L.tag - 3,
    y0 = ways.rows[row],
    y1 = ways.doors[node];
  g.moveTo(x0, y0);
  g.bezierCurveTo(x0 + (x1 - x0) * 0.5, y0, x1 - (x1 - x0) * 0.4, y1, x1, y1);
}

/** Where a target's way ends: before its box. */
const endOf = (L, ways, target) =>
  ways.single || !target ? [ways.server.x - ways.server.w / 2, ways.mid] : [L.boxes.at[target.index] - L.boxes.w / 2 - 1, ways.rows[target.service]];

/** Where a letter is on its way from a door to a target, after the share u. */
export function toTarget(L, ways, node, target, u) {
  const x0 = ways.nodeX + L.tag + 4,
    y0 = ways.doors[node],
    [x3, y3] = endOf(L, ways, target);
  if (u < DESK) return [mix(x0, L.desk, u / DESK), bezier(y0, y0, ways.mid, ways.mid, u / DESK)];
  if (u < FAN) return [mix(L.desk, L.fan, (u - DESK) / (FAN - DESK)), ways.mid];
  if (u < GATE) {
    const v = (u - FAN) / (GATE - FAN),
      dx = L.gate - L.fan;
    return [bezier(L.fan, L.fan + dx * 0.6, L.gate - dx * 0.3, L.gate, v), bezier(ways.mid, ways.mid, y3, y3, v)];
  }
  return [mix(L.gate, x3, (u - GATE) / (1 - GATE)), y3];
}

/** From a door to the desk. */
export function traceToDesk({ g }, L, ways, node, to = L.desk) {
  const x0 = ways.nodeX + L.tag + 4,
    dx = to - x0;
  g.moveTo(x0, ways.doors[node]);
  g.bezierCurveTo(x0 + dx / 3, ways.doors[node], to - dx / 3, ways.mid, to, ways.mid);
}

/** From the fan to the gate of a row. */
export function traceToGate({ g }, L, ways, row) {
  const dx = L.gate - L.fan;
  g.moveTo(L.fan, ways.mid);
  g.bezierCurveTo(L.fan + dx * 0.6, ways.mid, L.gate - dx * 0.3, ways.rows[row], L.gate, ways.rows[row]);
}

/** From the door all the way to a target. */
export function traceThrough(pen, L, ways, node, target) {
  traceToDesk(pen, L, ways, node);
  pen.g.lineTo(L.fan, ways.mid);
  traceToGate(pen, L, ways, target.service);
  const [x, y] = endOf(L, ways, target);
  pen.g.lineTo(x, y);
}
