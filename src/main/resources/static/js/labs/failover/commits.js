// Commits between the floors, and what exists nowhere any more.
import { clamp, mix } from '../../scene/ease.js';
import { grouped } from '../../scene/numbers.js';
import { cellsOf, slideOf } from './cells.js';
import { floors, machines, newest, other, step, summary, writer } from './facts.js';
import { COPIES } from './lane.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

const MOST = 40;

/** A bar falls from the writer's cell to the copy's; from the copy that confirms it a ring comes back. @type {Part} */
export const commits = {
  name: 'commits',
  read: { floors, machines, newest, step },
  draw(pen, now) {
    const { lane, L, t, machines, newest, step } = now,
      { c } = pen,
      { log } = lane,
      { right } = cellsOf(L),
      slide = slideOf(now),
      edge = Math.max(L.narrow ? 5 : 7, L.cellH + (L.narrow ? 0 : 0.5));
    for (let lsn = newest; lsn > Math.max(0, newest - MOST); lsn--) {
      const at = log.at[lsn],
        by = log.by[lsn],
        x = right - (newest - lsn + 0.5 - slide) * L.cell;
      if (by < 0) continue;
      for (let m = 0; m < machines.length; m++) {
        if (m === by || !COPIES.has(lane.machineAt(m, at).role) || parted(machines[by], machines[m])) continue;
        const arrives = Math.max(log.on[m][lsn], at + step),
          returns = log.confirmedBy[lsn] === m ? Math.max(log.ackAt[lsn], arrives + step) : arrives;
        if (!Number.isFinite(log.on[m][lsn]) || t >= returns) continue;
        const y0 = machines[by].y,
          y1 = machines[m].y,
          down = y1 > y0 ? 1 : -1;
        pen.means(t < arrives ? 'copying' : 'confirming');
        pen.line(x, y0 + down * edge, x, y1 - down * edge, c.rule2);
        if (t < arrives)
          pen.fill(x - 2, mix(y0 + down * edge, y1 - down * edge, (t - at) / (arrives - at)) - 4, 4, 8, c.req);
        else pen.ring(x, mix(y1 - down * edge, y0 + down * edge, (t - arrives) / (returns - arrives)), 2.6, c.ink2, 1.4, c.paper);
      }
    }
  },
};

/** Nothing is on its way to or from a zone that is dark or cut off. */
const parted = (a, b) => a.zone !== b.zone && (a.gone || b.gone);

/**
 * The backup as a post through the log, and under one bracket everything that was acknowledged and exists nowhere, or out of reach.
 * @type {Part}
 */
export const losses = {
  name: 'commits',
  read: { floors, machines, other, writer, summary, newest, step },
  draw(pen, now) {
    const { run, lane, L, t } = now,
      { right } = cellsOf(L),
      place = lsn => right - (now.newest - lsn + 1 - slideOf(now)) * L.cell + 0.2;
    if (now.machines.length === 1 && t >= run.backupMicros && run.backupMicros > 0)
      drawBackup(pen, now, place(lane.log.firstAfter(run.backupMicros)));
    const lost = lane.lossesAt(t),
      { slow, slowMark, fail, failMark } = pen.c;
    drawLosses(pen, now, lost, place, { ink: fail, mark: failMark, down: 0 });
    drawLosses(pen, now, lane.outOfReachAt(t), place, { ink: slow, mark: slowMark, down: lost.length ? 14 : 0 });
    if (now.other >= 0 && now.writer >= 0 && !lost.length) drawTwoWriters(pen, now);
  },
};

/** What two logs that grow apart mean, said where there is room for it. @param {Pen} pen  @param {Now} now */
function drawTwoWriters(pen, now) {
  const { L } = now,
    { right } = cellsOf(L);
  pen.means('two-writers');
  pen.halo(L.words(L.narrow ? 'two-writers.short' : 'two-writers'), right, roomOf(now), {
    size: L.type(12),
    color: pen.c.fail,
    align: 'right',
    weight: 700,
  });
}

/** A floor on which no machine stands, or under all of them. @param {Now} now */
function roomOf({ lane, L, floors, machines }) {
  const free = lane.slots.findIndex(({ zone }, i) => Number.isFinite(floors[i]) && machines.every(machine => machine.zone !== zone));
  return free >= 0 ? floors[free] + 0.5 : floors.findLast(Number.isFinite) + L.rowH / 2 + (L.narrow ? 5 : 7);
}

/** A bracket under each range, and the words of a cause once, however many ranges it has. @param {Pen} pen  @param {Now} now */
function drawLosses(pen, now, losses, place, { ink, mark, down }) {
  const { lane, L, machines } = now,
    { right } = cellsOf(L),
    seen = losses.filter(loss => lane.log.acknowledgedIn([loss]) && holderOf(now, loss));
  for (const loss of seen) drawBracket(pen, now, loss, place, mark);
  for (const cause of new Set(seen.map(loss => loss.cause))) {
    const count = lane.log.acknowledgedIn(seen.filter(loss => loss.cause === cause)),
      which = wordsFor(cause, machines, L);
    pen.means(cause === 'out-of-reach' ? 'out-of-reach' : 'lost');
    pen.halo(L.words(`loss.${cause}${which}`, grouped(count)), right, roomOf(now) + down, {
      size: L.type(12),
      color: ink,
      align: 'right',
      weight: 700,
    });
  }
}

/** @param {Pen} pen  @param {Now} now */
function drawBracket(pen, now, loss, place, mark) {
  const { L } = now,
    { left, right } = cellsOf(L),
    from = Math.max(left, place(loss.first)),
    to = Math.min(right, place(loss.last) + L.cell),
    y = holderOf(now, loss).y + L.cellH + (L.narrow ? 5 : 7.5);
  pen.means(loss.cause === 'out-of-reach' ? 'out-of-reach' : 'lost');
  if (to > left + 2) pen.path([[from + 1, y - 3], [from + 1, y], [to - 1, y], [to - 1, y - 3]], mark, 1.3);
}

const wordsFor = (cause, machines, L) => (cause === 'deleted' && machines.length === 1 ? '.alone' : L.narrow ? '.short' : '');

/** Whose log shows the loss: a machine that still has the entries and cannot give them, otherwise the writer. @param {Now} now */
function holderOf({ lane, t, machines }, { last }) {
  const holds = machines.filter((_, m) => lane.log.on[m][last] <= t);
  return holds.find(machine => machine.gone) ?? holds[0] ?? machines[0];
}

/** @param {Pen} pen  @param {Now} now */
function drawBackup(pen, { L, floors, machines, summary }, x) {
  const { c } = pen,
    { left, right } = cellsOf(L),
    y = machines[0].y,
    high = L.cellH + 4;
  if (x < left - 1 || x > right + L.cell) return;
  pen.means('backup');
  pen.fill(Math.round(x) - 1, y - high, 1.5, high * 2, c.ink2);
  const below = floors.find(floor => floor > y);
  if (summary.lost || summary.outOfReach || below === undefined) return;
  pen.path([[x, y + high], [x, below - 8]], c.rule2, 1, [2, 2]);
  const words = L.words('log.backup'),
    half = pen.width(words) / 2;
  pen.halo(words, clamp(x, left + half + 12, right - half), below + 0.5, { color: c.ink2, align: 'center' });
}
