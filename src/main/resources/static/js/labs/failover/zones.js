// Zones as places, one above the other like floors; in each its machine with its role, and the log that it holds. Every
// floor keeps the log on the same ruler: the same commit stands at the same place on each.
import { clamp, ease } from '../../scene/ease.js';
import { zoneAt } from './run.js';
import { cellsOf } from './layout.js';

const DOWN = new Set(['down', 'fenced']);

export function drawZones(pen, run, lane, L, now) {
  for (const place of placesOf(lane, now)) drawPlace(pen, run, lane, L, now, place);
  now.machines.forEach((machine, m) => {
    drawMachine(pen, run, lane, L, now, machine, m);
    drawLog(pen, run, lane, L, now, machine, m);
  });
}

/** Neighbouring floors of one zone are one place. */
function placesOf(lane, now) {
  const places = [];
  lane.slots.forEach((slot, floor) => {
    if (places.at(-1)?.zone === slot.zone) places.at(-1).to = now.floors[floor];
    else places.push({ zone: slot.zone, from: now.floors[floor], to: now.floors[floor] });
  });
  return places;
}

function drawPlace(pen, run, lane, L, now, { zone, from, to }) {
  const { c } = pen,
    state = zoneAt(run, zone, now.t),
    half = (L.rowH - 6) / 2,
    top = from - half,
    height = to - from + 2 * half,
    width = L.to - L.from,
    empty = now.machines.every(machine => machine.zone !== zone),
    letter = run.zones[zone];
  if (empty) {
    pen.box(L.from + 0.5, Math.round(top) + 0.5, width, height, state === 'up' ? c.rule2 : c.failMark, 1, [1, 4]);
    pen.text(L.narrow ? letter : L.words('zone', letter), L.from + (L.narrow ? 6 : L.label), from + 0.5, { color: c.ink3 });
    if (!now.summary.lost)
      pen.text(L.words(state === 'up' ? 'zone.empty' : `zone.${state}`), L.from + L.box + 4, from + 0.5, { color: c.ink3 });
    return;
  }
  const gone = state !== 'up',
    writes = now.machines[now.writer]?.zone === zone;
  if (state === 'dark') pen.hatching(L.from, top, width, height, c.rule2);
  pen.box(L.from + 0.5, Math.round(top) + 0.5, width, height, gone ? c.failMark : c.rule2, gone ? 1.5 : 1, gone ? [5, 3] : []);
  if (gone) pen.path([[L.from - 7, from - 7], [L.from - 7, to + 7]], c.failMark, 2.4);
  const look = { color: gone ? c.fail : writes ? c.ink : c.ink2, weight: gone || writes ? 700 : 400 };
  pen[state === 'dark' ? 'halo' : 'text'](L.narrow ? letter : L.words('zone', letter), L.from + L.label, from + 0.5, look);
}

/** Filled takes writes, outlined is a copy, filling from the left is on its way, broken with a cross is gone. */
function drawMachine(pen, run, lane, L, now, machine, m) {
  const { c } = pen,
    { y, gone, role } = machine,
    x = L.from + L.box,
    w = L.boxW,
    half = L.narrow ? 8 : 10,
    dead = gone || DOWN.has(role),
    writes = m === now.writer,
    word = L.words(gone ? `zone.${zoneAt(run, machine.zone, now.t)}` : roleWord(lane, role));
  pen.fill(x, y - half, w, half * 2, dead ? c.paper : writes ? c.req : c.sheet);
  if (!gone && machine.until > now.t && machine.until > machine.at) {
    pen.g.globalAlpha = 0.2;
    pen.fill(x, y - half, w * clamp((now.t - machine.at) / (machine.until - machine.at), 0, 1), half * 2, c.req);
    pen.g.globalAlpha = 1;
  }
  pen.box(x + 0.5, y - half, w - 1, half * 2, dead ? c.failMark : writes ? c.req : c.edge, dead ? 1.5 : 1.2, dead ? [4, 3] : []);
  const room = w - (dead ? 24 : 6),
    size = Math.max(10.5, Math.min(12, (12 * room) / pen.width(word, 12, 700)));
  if (dead) {
    pen.cross(x + (L.narrow ? 8 : 11), y, L.narrow ? 3.2 : 4, c.failMark, 1.9);
    pen.text(word, x + w / 2 + 8, y + 0.8, { size, color: c.fail, align: 'center', weight: 700 });
  } else
    pen.text(word, x + w / 2, y + 0.8, { size, color: writes ? c.paper : c.ink2, align: 'center', weight: writes ? 700 : 400 });
}

const roleWord = (lane, role) => `role.${role === 'primary' && lane.topology === 'multi-az-cluster' ? 'writer' : role}`;

/** How far the newest cells still have to slide to their places: 1 = a whole cell. */
export function slideOf(lane, now) {
  return now.newest ? 1 - ease((now.t - lane.log.at[now.newest]) / (now.step * 0.67)) : 0;
}

function drawLog(pen, run, lane, L, now, machine, m) {
  const { g, c } = pen,
    { log } = lane,
    { y, gone } = machine,
    { t, newest } = now,
    { cells, left, right } = cellsOf(L),
    high = L.cellH,
    dark = zoneAt(run, machine.zone, t) === 'dark',
    held = log.heldAt(m, t),
    behind = newest > 0 && held <= newest - cells,
    write = dark ? 'halo' : 'text';
  if (behind)
    pen[write](L.words('log.stopped', held), left, y + 0.5, { color: gone ? c.fail : c.ink3 });
  else if (dark) pen.fill(left - 3, y - high - 3, right - left + 6, high * 2 + 6, c.paper);
  const losses = now.summary.lost ? lane.lossesAt(t) : [],
    slide = slideOf(lane, now),
    width = L.cell - 1.5,
    step = lane.unreachable(now.machines[Math.max(0, log.by[newest])], t) ? 0 : now.step;
  g.save();
  g.beginPath();
  g.rect(left - 0.5, y - high - 4, right - left + 1, high * 2 + 9);
  g.clip();
  for (let q = 0; q <= cells + 1 && newest - q >= 1; q++) {
    const lsn = newest - q,
      first = m === log.by[lsn],
      since = Math.max(log.on[m][lsn], first ? 0 : log.at[lsn] + step);
    if (since > t) continue;
    const x = right - (q + 1 - slide) * L.cell + 0.8,
      lost = Number.isFinite(log.ackAt[lsn]) && losses.some(loss => lsn >= loss.first && lsn <= loss.last);
    if (lost) pen.box(x + 0.3, y - high + 0.5, width - 0.6, high * 2 - 1, c.failMark, 1.1);
    else if (first && t < confirmedAt(log, lsn, step)) pen.box(x + 0.3, y - high + 0.5, width - 0.6, high * 2 - 1, c.edge);
    else pen.fill(x, y - high, width, high * 2, first && !gone ? c.req : c.reqSoft);
    if (lsn % 10 === 0) pen.fill(x, y + high + 1.5, width, 2, lost ? c.failMark : c.ink3);
  }
  g.restore();
  if (!L.narrow && !behind && held)
    pen[write](`#${held}`, L.to - 5, y + 0.5, { color: !gone && m === now.writer ? c.ink : c.ink3, align: 'right' });
}

/** When a cell is drawn as confirmed: when it was, but not before its answer has visibly come back. */
const confirmedAt = (log, lsn, step) => Math.max(log.ackAt[lsn], log.at[lsn] + (log.confirmedBy[lsn] < 0 ? 0.5 : 2) * step);
