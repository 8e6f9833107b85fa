// The targets: the box that serves with its name and state, what the strategy sees of each, how busy it was.
import { compact } from '../../scene/numbers.js';
import { last, lit, queues, rows, states } from './facts.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** @type {Part} */
export const targets = {
  name: 'targets',
  lay: placesOf,
  read: { rows, states, queues },
  above(pen, { L }) {
    const { words } = L,
      write = wordsAbove(pen, L);
    pen.means('column.serve');
    if (L.mode === 'wide') write(words('column.serve'), L.server + L.serverW / 2, 'center');
    pen.means('column.target');
    write(words('column.target'), L.mode === 'wide' ? L.label : L.server);
  },
  draw(pen, now) {
    now.rows.forEach((_, k) => {
      pen.means(stateSign(now.states[k]));
      drawBox(pen, now, k);
      drawName(pen, now, k);
    });
  },
  touch({ L, lane, y: top }, x, y) {
    const target = Math.floor((y - top - L.head) / L.rowH),
      hit = target >= 0 && target < L.targets && x > L.server - 8 && x < (L.use ?? L.W);
    return hit ? { lane: lane.index, target } : null;
  },
};

/** @param {import('../../scene/stage.js').Layout} L */
function placesOf({ mode, W, at, rowH, larger, wider }) {
  if (mode === 'narrow') return { server: W - 104, serverW: 36, serverH: rowH - 4, label: W - 64 };
  const server = Math.round(at(0.512)),
    serverW = Math.round((W < 820 ? 34 : 42) * wider);
  return { server, serverW, serverH: Math.min(15 * larger, rowH - 2.5), label: server + serverW + 9 };
}

/** The names of the columns stand once, on top. */
export const wordsAbove = (pen, L) => (text, x, align = 'left') => pen.text(text, x, 8, { color: pen.c.ink3, align });

/** @param {Pen} pen  @param {Now} now  @param {number} k */
function drawName(pen, { L, rows, states }, k) {
  const { c } = pen,
    y = rows[k],
    { word, color } = stateWord(L, states[k], c),
    name = `t${k + 1}`,
    size = L.type(L.dense ? 12 : 12.5);
  pen.text(name, L.label, y + 0.5, { size, color: color ?? c.ink2, weight: word ? 700 : 400 });
  if (word) pen.text(word, L.label + pen.width(name, L.type(12.5), 700) + 5, y + 0.5, { size, color: color ?? c.ink2 });
}

/** A short note right where it is true: the target is down and the balancer still sends there. @type {Part} */
export const notes = {
  name: 'targets',
  read: { rows, states },
  draw(pen, { L, rows, states }) {
    if (L.mode !== 'wide') return;
    pen.means('unaware');
    rows.forEach((y, k) => {
      if (!states[k].up && states[k].known)
        pen.halo(L.words('note.unaware'), L.queueTo - 6, y + 0.5, { size: L.type(12), color: pen.c.fail, align: 'right' });
    });
  },
};

/** What the box of a target in this state is a sign of. */
function stateSign({ up, known, factor }) {
  if (!up) return 'stopped';
  if (!known) return 'checking';
  return factor > 1 ? 'slow' : 'box';
}

function stateWord(L, { up, known, factor }, c) {
  const short = L.mode === 'narrow' ? '.short' : '';
  if (!up) return { word: L.words(`state.${known ? 'stopped' : 'out'}${short}`), color: c.fail };
  if (!known) return { word: L.words(`state.checking${short}`) };
  if (factor > 1) return { word: L.words(`state.slow${short}`, +factor.toFixed(2)), color: c.slow };
  return { word: '' };
}

/** How long a failure is still seen to have just happened, in run time at the run's own pace. */
const FRESH = 1_100_000;

/** @param {Pen} pen  @param {Now} now  @param {number} k */
export function drawBox(pen, { lane, L, rows, states, t }, k) {
  const { g, c } = pen,
    { up, factor } = states[k],
    h = L.serverH,
    x = L.server,
    y = rows[k] - h / 2,
    w = L.serverW;
  if (up && factor > 1) pen.hatch(x, y, w, h, c.slowMark);
  g.strokeStyle = !up ? c.failMark : factor > 1 ? c.slowMark : c.edge;
  g.lineWidth = up ? 1.2 : 1.5;
  if (!up) g.setLineDash([4, 3]);
  g.strokeRect(x + 0.5, y, w - 1, h);
  g.setLineDash([]);
  if (up) return;
  const failed = lane.failuresAt(k, t),
    counted = failed > 0 && h >= 11; // what failed stays lying where it failed, with its count
  const fresh = failed ? Math.max(0, 1 - (t - lane.queues[k].failedAt[failed - 1]) / (FRESH * lane.run.pace)) : 0;
  const text = compact(failed),
    left = x + w / 2 - (counted ? (4 + pen.width(text, 12, 700)) / 2 : 0);
  pen.cross(left, rows[k], Math.min(h / 2 - 2, 3 + fresh), c.failMark, 1.6 + fresh);
  if (counted) pen.text(text, left + 6.5, rows[k] + 0.8, { color: c.fail, weight: 700 });
}

/** Busy share of the time so far: a number over a hairline, on phones a line under the box. @type {Part} */
export const use = {
  name: 'use',
  lay: ({ mode, at }) => ({ use: mode === 'wide' ? at(0.712) : null }),
  read: { rows },
  above(pen, { L }) {
    pen.means('column.use');
    if (L.mode === 'wide') wordsAbove(pen, L)(L.words('column.use'), L.use, 'right');
  },
  draw(pen, now) {
    pen.means('use');
    now.rows.forEach((_, k) => drawUse(pen, now, k));
  },
};

/** @param {Pen} pen  @param {Now} now  @param {number} k */
function drawUse(pen, { lane, L, rows, t }, k) {
  const { c } = pen,
    use = lane.utilizationAt(k, t),
    y = rows[k];
  if (L.use === null) {
    pen.fill(L.server, y + L.serverH / 2 + 1, Math.round(L.serverW * use), 1.6, c.reqSoft);
    return;
  }
  const text = `${Math.round(use * 100)}%`,
    width = 30;
  pen.text(text, L.use, y + 0.5, { size: L.type(12), color: c.ink2, align: 'right' });
  if (L.rowH < 17) return;
  const under = y + 8 * Math.min(1.3, L.larger);
  pen.fill(L.use - width, under, width, 1.5, c.rule);
  pen.fill(L.use - width, under, width * use, 1.5, c.reqSoft);
}

/** What the strategy sees of each target. @type {Part} */
export const sees = {
  name: 'sees',
  lay: ({ mode, at, shows }) => ({ seen: mode === 'wide' ? at(0.23) : shows('sees') ? 112 : 92 }),
  read: { rows, last, lit },
  above(pen, { L }) {
    const write = wordsAbove(pen, L);
    pen.means('column.sees');
    if (L.mode === 'wide') write(L.words('column.sees'), L.seen + 6, 'right');
    else write(L.words('column.sees.short'), L.seen + 8, 'center');
  },
  draw(pen, now) {
    if (now.last >= 0) now.rows.forEach((_, k) => drawSeen(pen, now, k));
  },
};

/** The value that the strategy had for this target when it made its latest choice; the winner is boxed. @param {Pen} pen  @param {Now} now  @param {number} k */
function drawSeen(pen, { run, lane, L, last, lit, rows }, k) {
  const { g, c } = pen,
    won = lane.target[last] === k,
    y = rows[k],
    size = L.type(12),
    h = Math.min(15 * (size / 12), L.rowH);
  const text = seenText(run, lane, last, k),
    width = Math.max(14, pen.width(text, size, won ? 700 : 400));
  pen.means(won ? 'chosen' : 'seen');
  if (won) {
    g.globalAlpha = 0.35 + 0.65 * lit;
    g.strokeStyle = c.ink2;
    g.lineWidth = 1.2;
    g.strokeRect(L.seen + 3 - width - 7 + 0.5, y - h / 2, width + 7, h);
    g.globalAlpha = 1;
  }
  if (won && lane.strategy === 'random') for (const d of [-3.4, 0, 3.4]) pen.disc(L.seen - 7 + d, y + d, 1.3, c.ink);
  else pen.text(text, L.seen - 1, y + 0.5, { size, color: won ? c.ink : c.ink3, align: 'right', weight: won ? 700 : 400 });
}

/** The value as the stage writes it; a strategy that looks at none shows a mark at its choice. */
export function seenText(run, lane, request, k) {
  const won = lane.target[request] === k;
  if (lane.seen.length) {
    const value = lane.seen[k][request];
    return value < 0 ? '–' : compact(value);
  }
  if (!won) return '·';
  return lane.strategy === 'hash' ? `#${run.client[request] + 1}` : '▸';
}
