// Commits between the floors, the lane's letter at the gate of whoever takes writes, and what exists nowhere any more.
import { clamp, mix } from '../../scene/ease.js';
import { grouped } from '../../scene/numbers.js';
import { COPIES } from './lane.js';
import { cellsOf, stepping } from './layout.js';
import { slideOf } from './zones.js';

const MOST = 40;

/** A bar falls from the writer's cell to the copy's; from the copy that confirms it a ring comes back. */
export function drawCommits(pen, lane, L, now) {
  const { c } = pen,
    { log } = lane,
    { t, newest, step } = now,
    { right } = cellsOf(L),
    slide = slideOf(lane, now),
    edge = L.narrow ? 5 : 7;
  for (let lsn = newest; lsn > Math.max(0, newest - MOST); lsn--) {
    const at = log.at[lsn],
      by = log.by[lsn],
      x = right - (newest - lsn + 0.5 - slide) * L.cell;
    if (by < 0) continue;
    for (let m = 0; m < now.machines.length; m++) {
      if (m === by || !COPIES.has(lane.machineAt(m, at).role) || parted(now.machines[by], now.machines[m])) continue;
      const arrives = Math.max(log.on[m][lsn], at + step),
        returns = log.confirmedBy[lsn] === m ? Math.max(log.ackAt[lsn], arrives + step) : arrives;
      if (!Number.isFinite(log.on[m][lsn]) || t >= returns) continue;
      const y0 = now.machines[by].y,
        y1 = now.machines[m].y,
        down = y1 > y0 ? 1 : -1;
      pen.line(x, y0 + down * edge, x, y1 - down * edge, c.rule2);
      if (t < arrives)
        pen.fill(x - 2, mix(y0 + down * edge, y1 - down * edge, (t - at) / (arrives - at)) - 4, 4, 8, c.req);
      else pen.ring(x, mix(y1 - down * edge, y0 + down * edge, (t - arrives) / (returns - arrives)), 2.6, c.ink2, 1.4, c.paper);
    }
  }
}

/** Nothing is on its way to or from a zone that is dark or cut off. */
const parted = (a, b) => a.zone !== b.zone && (a.gone || b.gone);

const STEP = 550_000; // µs that the letter takes from one gate to the next

/** The lane's letter stands where writes are taken; broken at the old gate while nobody takes them. */
export function drawGate(pen, lane, L, now, letter = true) {
  const turns = lane.primaries.filter(turn => turn.at <= now.t),
    turn = turns.at(-1);
  if (!turn) return;
  const before = turns.findLast(other => other.machine !== turn.machine),
    to = now.machines[turn.machine].y,
    y = before ? stepping(now.machines[before.machine].y, to, now.t - turn.at, STEP) : to;
  if (now.writer < 0) pen.emptyTag(L.from, y, lane.index, L.tag, letter);
  else pen.tag(L.from, y, lane.index, L.tag, letter);
}

/** The backup as a post through the log, and under one bracket everything that was acknowledged and exists nowhere. */
export function drawLosses(pen, run, lane, L, now) {
  const { c } = pen,
    { left, right } = cellsOf(L),
    place = lsn => right - (now.newest - lsn + 1 - slideOf(lane, now)) * L.cell + 0.2;
  if (now.machines.length === 1 && now.t >= run.backupMicros && run.backupMicros > 0)
    drawBackup(pen, run, lane, L, now, place(lane.log.firstAfter(run.backupMicros)));
  for (const loss of lane.lossesAt(now.t)) {
    const count = lane.log.acknowledgedIn([loss]),
      holder = holderOf(lane, loss, now);
    if (!count || !holder) continue;
    const from = Math.max(left, place(loss.first)),
      to = Math.min(right, place(loss.last) + L.cell),
      y = holder.y + L.cellH + (L.narrow ? 5 : 7.5),
      empty = lane.slots.findIndex(({ zone }) => now.machines.every(machine => machine.zone !== zone)),
      under = now.floors.at(-1) + L.rowH / 2 + (L.narrow ? 5 : 7);
    if (to > left + 2) {
      pen.path([[from + 1, y - 3], [from + 1, y], [to - 1, y], [to - 1, y - 3]], c.failMark, 1.3);
    }
    pen.halo(
      L.words(`loss.${loss.cause}${wordsFor(loss, now, L)}`, grouped(count)),
      right,
      empty >= 0 ? now.floors[empty] + 0.5 : under,
      { size: 12, color: c.fail, align: 'right', weight: 700 },
    );
  }
}

const wordsFor = ({ cause }, now, L) =>
  cause === 'deleted' && now.machines.length === 1 ? '.alone' : L.narrow ? '.short' : '';

/** Whose log shows the loss: a machine that still has the entries and cannot give them, otherwise the writer. */
function holderOf(lane, { last }, now) {
  const holds = now.machines.filter((_, m) => lane.log.on[m][last] <= now.t);
  return holds.find(machine => machine.gone) ?? holds[0] ?? now.machines[0];
}

function drawBackup(pen, run, lane, L, now, x) {
  const { c } = pen,
    { left, right } = cellsOf(L),
    y = now.machines[0].y,
    high = L.cellH + 4;
  if (x < left - 1 || x > right + L.cell) return;
  pen.fill(Math.round(x) - 1, y - high, 1.5, high * 2, c.ink2);
  const below = now.floors.find(floor => floor > y);
  if (now.summary.lost || below === undefined) return;
  pen.path([[x, y + high], [x, below - 8]], c.rule2, 1, [2, 2]);
  const words = L.words('log.backup'),
    half = pen.width(words) / 2;
  pen.halo(words, clamp(x, left + half + 12, right - half), below + 0.5, { color: c.ink2, align: 'center' });
}
