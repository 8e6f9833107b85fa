// From the balancer to its targets: the fan, what the strategy sees, the rail of the queue, the box that serves.
import { compact } from '../../scene/numbers.js';

/**
 * Hairlines to every target; the chosen one darkens; one that the health check took out is dotted and barred at the
 * balancer.
 */
export function drawPaths(pen, lane, L, { rows, middle, states, lit, last }) {
  const { g, c } = pen,
    reach = L.fan - L.balancer;
  pen.line(L.arrivals, middle, L.balancer, middle, c.rule2);
  rows.forEach((y, k) => {
    const hot = last >= 0 && lane.target[last] === k ? lit : 0,
      known = states[k].known;
    g.strokeStyle = hot > 0.02 ? c.ink2 : c.rule2;
    g.lineWidth = 1 + hot * 0.9;
    if (!known) g.setLineDash([2, 4]);
    g.beginPath();
    g.moveTo(L.balancer, middle);
    g.bezierCurveTo(L.balancer + reach * 0.55, middle, L.fan - reach * 0.5, y, L.fan, y);
    g.stroke();
    if (!known) {
      g.setLineDash([]);
      pen.line(L.fan - 3, y - Math.min(5, L.rowH * 0.4), L.fan - 3, y + Math.min(5, L.rowH * 0.4), c.failMark, 2);
    }
  });
}

/** One row: rail, value seen, box, name and state, utilization. */
export function drawTarget(pen, run, lane, L, now, k) {
  const { c } = pen,
    y = now.rows[k],
    state = now.states[k],
    foot = y + L.serverH / 2;
  pen.line(L.queueFrom + 4, foot, L.queueTo, foot, c.rule);
  if (now.last >= 0) drawSeen(pen, run, lane, L, now, k);
  drawBox(pen, lane, L, now, k);
  const { word, color } = stateWord(L, state, c),
    name = `t${k + 1}`;
  pen.text(name, L.label, y + 0.5, { size: L.dense ? 12 : 12.5, color: color ?? c.ink2, weight: word ? 700 : 400 });
  if (word)
    pen.text(word, L.label + pen.width(name, 12.5, 700) + 5, y + 0.5, { size: L.dense ? 12 : 12.5, color: color ?? c.ink2 });
  drawUse(pen, lane, L, now, k);
}

/** A short note right where it is true: the target is down and the balancer still sends there. */
export function drawNotes(pen, L, { rows, states }) {
  if (L.mode !== 'wide') return;
  rows.forEach((y, k) => {
    if (!states[k].up && states[k].known)
      pen.halo(L.words('note.unaware'), L.queueTo - 6, y + 0.5, { color: pen.c.fail, align: 'right' });
  });
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

export function drawBox(pen, lane, L, { rows, states, t }, k) {
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

/** Busy share of the time so far: a number over a hairline, on phones a line under the box. */
function drawUse(pen, lane, L, { rows, t }, k) {
  const { c } = pen,
    use = lane.utilizationAt(k, t),
    y = rows[k];
  if (L.use === null) {
    pen.fill(L.server, y + L.serverH / 2 + 1, Math.round(L.serverW * use), 1.6, c.reqSoft);
    return;
  }
  const text = `${Math.round(use * 100)}%`,
    width = 30;
  pen.text(text, L.use, y + 0.5, { color: c.ink2, align: 'right' });
  if (L.rowH < 17) return;
  pen.fill(L.use - width, y + 8, width, 1.5, c.rule);
  pen.fill(L.use - width, y + 8, width * use, 1.5, c.reqSoft);
}

/** The value that the strategy had for this target when it made its latest choice; the winner is boxed. */
function drawSeen(pen, run, lane, L, { last, lit, rows }, k) {
  const { g, c } = pen,
    won = lane.target[last] === k,
    y = rows[k],
    h = Math.min(15, L.rowH);
  const text = seenText(run, lane, last, k),
    width = Math.max(14, pen.width(text, 12, won ? 700 : 400));
  if (won) {
    g.globalAlpha = 0.35 + 0.65 * lit;
    g.strokeStyle = c.ink2;
    g.lineWidth = 1.2;
    g.strokeRect(L.seen + 3 - width - 7 + 0.5, y - h / 2, width + 7, h);
    g.globalAlpha = 1;
  }
  if (won && lane.strategy === 'random') for (const d of [-3.4, 0, 3.4]) pen.disc(L.seen - 7 + d, y + d, 1.3, c.ink);
  else pen.text(text, L.seen - 1, y + 0.5, { color: won ? c.ink : c.ink3, align: 'right', weight: won ? 700 : 400 });
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
