// Requests on their way: towards the balancer, along the fan, waiting, crossing the box, flying to their response time.
import { bezier, clamp, ease, mix } from '../../scene/ease.js';
import { compact, short } from '../../scene/numbers.js';
import { upto } from '../../timeline/query.js';
import { last, middle, queues, rows } from './facts.js';
import { wordsAbove } from './targets.js';

/** @typedef {import('../../scene/stage.js').Part} Part */

/** Lengths of movements in run time at the run's own pace: sight ahead, a step, a flight to the result, a fading error. */
const AHEAD = { wide: 1_600_000, narrow: 750_000 },
  STEP = 160_000,
  FLIGHT = 550_000,
  FADE = 1_100_000;
const MOST = 300; // dots of one kind that a lane shows; beyond, every n-th stands for its neighbours

/** The ground on which requests wait. @type {Part} */
export const rails = {
  name: 'requests',
  lay: ({ mode, W, at, shows, larger }) =>
    mode === 'wide'
      ? { queueFrom: at(0.25), queueTo: Math.round(at(0.512)) - 6, dot: larger }
      : { queueFrom: shows('sees') ? 122 : 102, queueTo: W - 108, dot: 0.9 * larger },
  read: { rows },
  draw(pen, { L, rows }) {
    for (const y of rows) pen.line(L.queueFrom + 4, y + L.serverH / 2, L.queueTo, y + L.serverH / 2, pen.c.rule);
  },
};

/** @type {Part} */
export const requests = {
  name: 'requests',
  read: { rows, middle, last, queues },
  above(pen, { run, L }) {
    const { words } = L;
    if (L.lanes.length > 1) {
      pen.means('column.arrivals');
      wordsAbove(pen, L)(words('column.arrivals'), 0); // the same as in the other lanes
    }
    if (L.mode === 'narrow') drawQueueWord(pen, words('column.queue.short'), '', L);
    else drawQueueWord(pen, words('column.queue'), words('column.long-wait', short(run.longWait)), L);
  },
  draw(pen, now) {
    const { run, lane, L } = now,
      /** @type {any} */
      view = { pen, run, lane, L, now, step: STEP * run.pace, pitches: now.queues.map(({ from, to }) => pitchOf(L, to - from)) };
    drawComing(view);
    now.queues.forEach((queue, k) => {
      drawQueue(view, queue, k);
      drawServing(view, queue.serving, k);
      drawRejected(view, k);
    });
    drawTravelling(view);
    if (L.shows('times')) drawFlights(view);
  },
};

/** The queue's name, and what an ochre bar in it means. */
function drawQueueWord(pen, name, meaning, L) {
  const { c } = pen,
    y = 8,
    x = L.queueTo - 2;
  pen.means('column.queue');
  pen.text(name, x, y, { color: c.ink3, align: 'right' });
  if (!meaning) return;
  const right = x - pen.width(name) - 12,
    w = pen.width(meaning);
  if (right - w - 8 < L.queueFrom) return;
  pen.means('long');
  pen.text(meaning, right, y, { color: c.ink3, align: 'right' });
  pen.fill(right - w - 8, y - 6, 3.2, 11, c.slowMark);
}

/** How far apart so many wait. */
const pitchOf = (L, count) => Math.min(L.mode === 'narrow' ? 5 : 8.6 * L.larger, (L.queueTo - L.queueFrom - 14) / Math.max(1, count + 1));

const every = count => Math.ceil(count / MOST) || 1;

/** A dot as large as its demand. */
function dotSize({ run, L }, i) {
  return clamp(1.6 + (0.9 * run.demand[i]) / (run.meanDemand || 1), 1.9, 4.2) * L.dot;
}

function drawComing(view) {
  const {
      pen,
      run,
      L,
      now: { t, last, middle },
    } = view,
    ahead = AHEAD[L.mode] * run.pace;
  const end = upto(run.arrival, t + ahead),
    nth = every(end - last);
  pen.means('request');
  for (let i = last + 1; i < end; i++) {
    if (i % nth) continue;
    const u = 1 - (run.arrival[i] - t) / ahead;
    pen.disc(mix(L.arrivals, L.balancer - L.tag - 3, u), middle, dotSize(view, i), pen.c.req);
  }
}

/**
 * How long a request is shown on its way. Never shorter than the network takes; without network time a short step, cut where
 * the
 * request would otherwise still be on its way after it has left the target.
 */
function travelOf({ run, lane, step }, i) {
  if (run.latency >= step) return run.latency;
  return lane.refused(i) ? step : Math.max(run.latency, Math.min(step, lane.endOf(i) - run.arrival[i]));
}

const travelling = (view, i) => view.now.t - view.run.arrival[i] < travelOf(view, i);

function drawTravelling(view) {
  const {
    pen,
    run,
    lane,
    L,
    now: { t, last, rows, middle, queues },
  } = view;
  const first = upto(run.arrival, t - Math.max(run.latency, view.step)),
    nth = every(last + 1 - first),
    reach = L.fan - L.balancer;
  for (let i = first; i <= last; i++) {
    const k = lane.target[i];
    if (k < 0 || (i % nth && i !== last) || !travelling(view, i)) continue;
    const u = (t - run.arrival[i]) / travelOf(view, i),
      y = rows[k],
      r = dotSize(view, i);
    const along = u / 0.6,
      onFan = u < 0.6;
    const x = onFan
      ? bezier(L.balancer, L.balancer + reach * 0.55, L.fan - reach * 0.5, L.fan, along)
      : mix(L.seen + 12, placeOf(view, i, k, queues[k]), (u - 0.6) / 0.4);
    const dotY = onFan ? bezier(middle, middle, y, y, along) : y;
    // one request, as many fates as lanes
    pen.means(i === last ? 'latest' : 'request');
    if (i === last && x > L.balancer + L.tag + 8) pen.ring(x, dotY, r + 3, pen.c.ink, 1.1);
    pen.disc(x, dotY, r, pen.c.req);
  }
}

/** Where a request on its way will be: behind the queue, at its place in it, or in the box. */
function placeOf({ lane, L, pitches, now: { t } }, i, k, queue) {
  if (queue.serving === i) return L.server + L.serverW * progress(lane, i, k, t);
  const waiting = t >= lane.reachOf(i) ? upto(queue.ids, i, queue.from, queue.to) - 1 - queue.from : queue.to - queue.from;
  return Math.max(L.queueFrom + 8, L.queueTo - 6 - Math.max(0, waiting) * pitches[k]);
}

function drawQueue(view, { ids, from, to }, k) {
  const {
      pen,
      run,
      lane,
      L,
      pitches,
      now: { t, rows },
    } = view,
    { c } = pen,
    pitch = pitches[k];
  const left = from > 0 ? lane.queues[k].leave[from - 1] : -Infinity,
    slide = 1 - ease((t - left) / view.step);
  const stride = pitch < 1.6 ? Math.ceil(1.6 / pitch) : 1,
    width = stride > 1 ? pitch * stride : Math.min(3.2 * L.larger, Math.max(0.8, pitch - 1));
  const foot = rows[k] + L.serverH / 2,
    tall = L.serverH / 15;
  let shown = to;
  while (shown > from && travelling(view, ids[shown - 1])) shown--;
  for (let j = 0; j < shown - from; j += stride) {
    const wait = t - lane.reachOf(ids[from + j]),
      h = clamp(5.2 + (4.6 * wait) / run.longWait, 5.2, 14) * tall;
    pen.means(wait > run.longWait ? 'long' : 'waiting');
    pen.fill(
      L.queueTo - 6 - (j + slide) * pitch - (stride > 1 ? width - 3 : 0),
      foot - h,
      width,
      h,
      wait > run.longWait ? c.slowMark : c.req,
    );
  }
  const count = to - from;
  if (count < 8) return;
  const oldest = t - lane.reachOf(ids[from]);
  pen.means('count');
  pen.halo(
    compact(count),
    Math.max(L.queueFrom + 4 + pen.width(compact(count), L.type(12), 700), L.queueTo - 6 - count * pitch - 6),
    rows[k] + 0.5,
    { size: L.type(12), color: oldest > run.longWait ? c.slow : c.ink2, align: 'right', weight: 700 },
  );
}

function progress(lane, i, k, t) {
  const start = lane.startOf(i),
    end = lane.endOf(i),
    run = lane.run;
  if (end < Infinity) return clamp((t - start) / Math.max(1, end - start), 0, 1);
  // it was still being served when the run ended
  return Math.min(0.97, (t - start) / Math.max(1, run.demand[i] / run.speeds[k]));
}

/** The box is crossed from left to right by its request, so a slow target is seen to be slow. */
function drawServing(view, i, k) {
  if (i < 0 || travelling(view, i)) return;
  const {
      pen,
      lane,
      L,
      now: { t, rows },
    } = view,
    { g, c } = pen,
    u = progress(lane, i, k, t),
    h = L.serverH - 2;
  pen.means('serving');
  g.globalAlpha = 0.16;
  pen.fill(L.server + 1, rows[k] - h / 2, (L.serverW - 2) * u, h, c.req);
  g.globalAlpha = 1;
  pen.fill(L.server + 2 + (L.serverW - 7) * u, rows[k] - h * 0.36, 3.2, h * 0.72, c.req);
}

/** A rejection flashes at the end of the full queue. */
function drawRejected({ pen, run, lane, L, now: { t, rows } }, k) {
  const { g, c } = pen,
    { rejectedAt } = lane.queues[k],
    age = t - (rejectedAt[upto(rejectedAt, t) - 1] ?? -Infinity),
    fade = FADE * run.pace;
  if (age >= fade) return;
  pen.means('full');
  g.globalAlpha = 1 - ease(age / fade) * 0.9;
  pen.fill(L.queueFrom - 1, rows[k] - L.serverH / 2, 2.6, L.serverH, c.failMark);
  g.globalAlpha = 1;
}

/** Finished requests fly to their place on the axis of response times; they pass under the words between. */
function drawFlights(view) {
  const {
      pen,
      run,
      lane,
      L,
      now: { t, rows, y },
    } = view,
    flight = FLIGHT * run.pace,
    { completed, completedAt } = lane;
  const first = upto(completedAt, t + run.latency - flight),
    end = upto(completedAt, t + run.latency),
    nth = every(end - first);
  pen.means('done');
  for (let m = first; m < end; m++) {
    if (m % nth) continue;
    const i = completed[m],
      u = ease((t - lane.endOf(i)) / flight),
      from = L.server + L.serverW,
      row = rows[lane.target[i]];
    const x = mix(from, L.distFrom + ((lane.binOf(lane.responseOf(i)) + 0.5) * (L.distTo - L.distFrom)) / run.bins, u);
    if (L.mode === 'wide' && x > L.label - 3 && x < L.distFrom - 12) continue;
    pen.disc(x, mix(row, y + L.distY - (L.mode === 'wide' ? 4 : 0), u * u), 1.7, pen.c.reqSoft);
  }
}
