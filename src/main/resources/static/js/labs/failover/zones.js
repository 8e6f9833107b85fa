// Zones as places, one above the other like floors, in each its machine with its role, and the lane's letter at the gate of
// whoever takes writes.
import { clamp, ease, mix } from '../../scene/ease.js';
import { floors, machines, other, summary, writer } from './facts.js';
import { machineOn } from './layout.js';
import { zoneAt } from './run.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** Floors of zones in which never a machine stands. @type {Part} */
export const empty = {
  name: 'empty',
  read: { floors, machines, other, summary },
  draw(pen, now) {
    for (const place of placesOf(now, true)) drawPlace(pen, now, place);
  },
  touch: touchFloor,
};

/** @type {Part} */
export const zones = {
  name: 'zones',
  lay: placesIn,
  read: { floors, machines, other, writer, summary },
  above(pen, { L }) {
    pen.means('column.zones');
    pen.text(L.words(L.narrow ? 'column.zones.short' : 'column.zones'), L.from + (L.narrow ? 0 : 4), L.above + 8, { color: pen.c.ink3 });
  },
  draw(pen, now) {
    for (const place of placesOf(now, false)) drawPlace(pen, now, place);
    now.machines.forEach((machine, m) => drawMachine(pen, now, machine, m));
  },
  touch: touchFloor,
};

/** Floors from wall to wall; from the wall on the zone's name, then the machine's box. @param {import('../../scene/stage.js').Layout} L */
function placesIn({ narrow, W, at, shows, rowH, larger, wider }) {
  if (narrow) {
    const from = ['requests', 'signpost', 'way'].some(shows) ? 108 : shows('clients') ? 66 : 12;
    return { from, to: W - 1, label: 14, box: 26, boxW: 60, half: 8, tag: 7.5 };
  }
  const tag = 9 * wider,
    label = 7 + tag,
    box = label + 44 * Math.min(1.3, wider);
  return { from: Math.max(at(0.187), tag + 8), to: at(0.532), label, box, boxW: 64 * wider, half: Math.min(10 * Math.max(wider, larger * 0.75), rowH / 2 - 3), tag };
}

/** A machine's box, or the rest of its zone. @param {Now} now */
function touchFloor({ L, lane, t, floors }, x, y) {
  const floor = floors.findIndex(middle => y >= middle - L.rowH / 2 && y < middle + L.rowH / 2),
    slot = lane.slots[floor];
  if (!slot || x < L.from || x > L.to) return null;
  const machine = machineOn(lane, floor, t),
    box = x >= L.from + L.box - 4 && x <= L.from + L.box + L.boxW + 4;
  return machine >= 0 && box
    ? { kind: 'instance', machine, lane: lane.index }
    : { kind: 'zone', zone: slot.zone, lane: lane.index };
}

/** Neighbouring floors of one zone are one place. @param {Now} now */
function placesOf({ lane, floors }, empty) {
  const places = [];
  lane.slots.forEach((slot, floor) => {
    if (Boolean(slot.empty) !== empty) return;
    if (places.at(-1)?.zone === slot.zone) places.at(-1).to = floors[floor];
    else places.push({ zone: slot.zone, from: floors[floor], to: floors[floor] });
  });
  return places;
}

/** @param {Pen} pen  @param {Now} now */
function drawPlace(pen, { run, L, t, machines, other, writer, summary }, { zone, from, to }) {
  const { c } = pen,
    size = L.type(12),
    state = zoneAt(run, zone, t),
    half = (L.rowH - 6) / 2,
    top = from - half,
    height = to - from + 2 * half,
    width = L.to - L.from,
    empty = machines.every(machine => machine.zone !== zone),
    letter = run.zones[zone];
  pen.means(empty ? 'empty' : signOf(state));
  if (empty) {
    pen.box(L.from + 0.5, Math.round(top) + 0.5, width, height, state === 'up' ? c.rule2 : c.failMark, 1, [1, 4]);
    pen.text(L.narrow ? letter : L.words('zone', letter), L.from + (L.narrow ? 6 : L.label), from + 0.5, { size, color: c.ink3 });
    if (!summary.lost && !summary.outOfReach && other < 0)
      pen.text(L.words(state === 'up' ? 'zone.empty' : `zone.${state}`), L.from + L.box + 4, from + 0.5, { size, color: c.ink3 });
    return;
  }
  const gone = state !== 'up',
    writes = machines[writer]?.zone === zone;
  if (state === 'dark') pen.hatching(L.from, top, width, height, c.rule2);
  pen.box(L.from + 0.5, Math.round(top) + 0.5, width, height, gone ? c.failMark : c.rule2, gone ? 1.5 : 1, gone ? [5, 3] : []);
  if (gone) pen.path([[L.from - 7, from - 7], [L.from - 7, to + 7]], c.failMark, 2.4);
  const look = { size, color: gone ? c.fail : writes ? c.ink : c.ink2, weight: gone || writes ? 700 : 400 };
  pen[state === 'dark' ? 'halo' : 'text'](L.narrow ? letter : L.words('zone', letter), L.from + L.label, from + 0.5, look);
}

/** What a zone in this state is a sign of. */
export const signOf = state => (state === 'up' ? 'zone' : state === 'dark' ? 'dark' : 'cut');

const DOWN = new Set(['down', 'fenced']);

/**
 * Filled takes writes, outlined is a copy, filling from the left is on its way, broken with a cross is gone; filled in a broken
 * frame takes writes that nobody else will have.
 * @param {Pen} pen
 * @param {Now} now
 */
function drawMachine(pen, { run, lane, L, t, other, writer }, machine, m) {
  const { c } = pen,
    { y, role } = machine,
    beside = m === other,
    gone = machine.gone && !beside,
    x = L.from + L.box,
    w = L.boxW,
    half = L.half,
    dead = gone || DOWN.has(role),
    writes = m === writer || beside,
    shown = beside && writer < 0 ? 'primary' : role,
    word = L.words(gone ? `zone.${zoneAt(run, machine.zone, t)}` : roleWord(lane, shown));
  pen.means(beside ? 'two-writers' : dead ? 'gone' : machine.until > t && machine.until > machine.at ? 'coming' : writes ? 'writes' : 'standby');
  pen.fill(x, y - half, w, half * 2, dead ? c.paper : writes ? c.req : c.sheet);
  if (!gone && machine.until > t && machine.until > machine.at) {
    pen.g.globalAlpha = 0.2;
    pen.fill(x, y - half, w * clamp((t - machine.at) / (machine.until - machine.at), 0, 1), half * 2, c.req);
    pen.g.globalAlpha = 1;
  }
  pen.box(x + 0.5, y - half, w - 1, half * 2, dead ? c.failMark : writes ? c.req : c.edge, dead ? 1.5 : 1.2, dead ? [4, 3] : []);
  const room = w - (dead ? 24 : 6),
    size = Math.max(10.5, Math.min(L.type(12), (12 * room) / pen.width(word, 12, 700)));
  if (dead) {
    pen.cross(x + (L.narrow ? 8 : 11), y, L.narrow ? 3.2 : 4, c.failMark, 1.9);
    pen.text(word, x + w / 2 + 8, y + 0.8, { size, color: c.fail, align: 'center', weight: 700 });
  } else
    pen.text(word, x + w / 2, y + 0.8, { size, color: writes ? c.paper : c.ink2, align: 'center', weight: writes ? 700 : 400 });
  if (beside) pen.box(x + 0.5, y - half, w - 1, half * 2, c.failMark, 2, [4, 3]);
}

const roleWord = (lane, role) => `role.${role === 'primary' && lane.topology === 'multi-az-cluster' ? 'writer' : role}`;

const STEP = 550_000; // µs that the letter takes from one gate to the next

/** The lane's letter stands where writes are taken, at two gates if two take them; broken at the old one while nobody does. @type {Part} */
export const gate = {
  name: 'zones',
  read: { floors, machines, other, writer },
  draw: (pen, now) => drawGate(pen, now),
};

/** @param {Pen} pen  @param {Now} now */
export function drawGate(pen, { lane, L, t, machines, other, writer }, letter = true) {
  const turns = lane.primaries.filter(turn => turn.at <= t),
    turn = turns.at(-1);
  if (!turn) return;
  const before = turns.findLast(other => other.machine !== turn.machine),
    to = machines[turn.machine].y,
    y = before ? mix(machines[before.machine].y, to, ease((t - turn.at) / STEP)) : to;
  pen.means('gate');
  if (machines[other]) pen.tag(L.from, machines[other].y, lane.index, L.tag, letter);
  if (writer < 0 && machines[other]) return;
  if (writer < 0) pen.means('nobody');
  if (writer < 0) pen.emptyTag(L.from, y, lane.index, L.tag, letter);
  else pen.tag(L.from, y, lane.index, L.tag, letter);
}
