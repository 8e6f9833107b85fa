// What a policy sees and does: a dot for every datapoint on its thresholds, cells that fill until an alarm rings, a ring for
// every activity, a hatched bar while it rests.
import { clamp } from '../../scene/ease.js';
import { grouped } from '../../scene/numbers.js';
import { upto } from '../../timeline/query.js';
import { baseOf, paperX } from './layout.js';

/** A value of the lane's metric in words: "CPU 94 %", "3,812 a minute". */
export const valueWords = (lane, value, words) =>
  lane.metric === 'requests' ? words('requests.value', grouped(value)) : words('cpu.value', value.toFixed(0));

export const thresholdWords = (lane, value, words) =>
  lane.metric === 'requests' ? words('threshold.requests', grouped(value)) : words('threshold.cpu', +value.toFixed(1));

const METRIC_CAUSES = new Set(['alarm-high', 'alarm-low', 'target-high', 'target-low']);

export function drawMetric(pen, run, lane, L, { t, y }) {
  const { c } = pen,
    ground = baseOf(L, y) + L.act + L.met,
    from = t - L.win,
    first = upto(lane.pointsAt, Math.max(0, from) - 1),
    last = upto(lane.pointsAt, t),
    most = lane.metric === 'requests' ? requestsScale(lane) : 100,
    level = value => ground - 3 - clamp(value / most, 0, 1) * (L.met - 6);
  pen.fill(L.x0, ground, L.x1 - L.x0, 1, c.rule2);
  pen.text(L.words(lane.metric === 'requests' ? 'requests' : 'cpu'), L.x0 - 6, ground - L.met / 2 + 0.5, { color: c.ink3, align: 'right' });
  if (lane.high !== null) pen.path([[L.x0, level(lane.high)], [L.x1, level(lane.high)]], c.edge);
  if (lane.low !== null) pen.path([[L.x0, level(lane.low)], [L.x1, level(lane.low)]], c.rule2, 1, [2, 3]);
  const apart = ((L.x1 - L.x0) * (lane.pointsAt[1] - lane.pointsAt[0] || 60e6)) / L.win,
    r = clamp(apart / 3, 0.6, 1);
  for (let i = first; i < last; i++) {
    const { at, value, high, low } = lane.points[i],
      x = paperX(L, t, at);
    if (x < L.x0) continue;
    if (high) pen.disc(x, level(value), (L.narrow ? 1.6 : 2.1) * r, c.ink);
    else if (low) pen.ring(x, level(value), (L.narrow ? 1.2 : 1.6) * r, c.reqSoft, 1, c.paper);
    else pen.disc(x, level(value), (L.narrow ? 1 : 1.3) * r, c.reqSoft);
  }
}

function requestsScale(lane) {
  lane.mostValue ??= lane.points.reduce((most, point) => Math.max(most, point.value), (lane.high ?? 1) * 1.2);
  return lane.mostValue;
}

/** Rings with what changed and why, newest first, as far as there is room; bars while a policy rests. */
export function drawActivities(pen, run, lane, L, { t, y }) {
  const { c } = pen,
    from = t - L.win,
    base = baseOf(L, y),
    middle = base + (L.narrow ? 10 : 12);
  for (const rest of lane.cooldowns) {
    const a = Math.max(from, rest.from),
      b = Math.min(t, rest.to);
    if (b > a) drawRest(pen, paperX(L, t, a), middle + 6, paperX(L, t, b) - paperX(L, t, a));
  }
  let end = L.x1 - L.tag - 5,
    drawn = Infinity;
  for (let i = upto(lane.changesAt, t) - 1; i >= 0; i--) {
    const activity = lane.changes[i];
    if (activity.at < from) break;
    const x = paperX(L, t, activity.at);
    if (x < L.x0 + 4) break;
    if (drawn - x > 2) {
      pen.path([[x, middle - 3], [x, base - 1]], c.edge);
      pen.ring(x, middle, 3.2, c.edge, 1.3, c.sheet);
      drawn = x;
    }
    const change = changeWords(activity),
      said = [`${change}${change && '  '}${shortWords(lane, activity, L.words)}`, change].find(
        text => text && x + 8 + pen.width(text) < end,
      );
    if (said) pen.halo(said, x + 8, middle + 0.5, { color: c.ink2 });
    end = Math.min(end, x - 7);
  }
}

function drawRest(pen, x, y, w) {
  pen.hatching(x, y, w, 5, pen.c.edge, 4);
  pen.box(x + 0.5, y + 0.5, Math.max(1, w - 1), 4, pen.c.edge);
}

const changeWords = ({ from, to }) => (to === from ? '' : `${to > from ? '+' : '−'}${Math.abs(to - from)}`);

/** "CPU 94 %", "by the clock", "replaced". */
const shortWords = (lane, { cause, numbers }, words) =>
  METRIC_CAUSES.has(cause) ? valueWords(lane, numbers[0] / 10, words) : words(`short.${cause}`);

/** The alarms at the right of the metric: a cell per datapoint; all full is an alarm. And how long the rest still is. */
export function drawAlarms(pen, run, lane, L, { t, y }) {
  const { c } = pen,
    ground = baseOf(L, y) + L.act + L.met,
    x = L.now0,
    point = lane.pointAt(t);
  if (L.narrow) return;
  if (lane.high === null && lane.low === null) {
    pen.text(L.words('alarm.none'), x, ground - L.met / 2 + 1, { color: c.ink3 });
    return;
  }
  const sides = [
    ['high', '>', lane.high, point?.high ?? 0, lane.highNeeded, ground - L.met + 9],
    ['low', '<', lane.low, point?.low ?? 0, lane.lowNeeded, ground - 7],
  ].filter(([, , threshold]) => threshold !== null);
  const names = Math.max(...sides.map(([name]) => pen.width(L.words(`alarm.${name}`), 12, 700))) + 6,
    limits = Math.max(...sides.map(([, sign, threshold]) => pen.width(`${sign} ${thresholdWords(lane, threshold, L.words)}`))) + 10;
  for (const [name, sign, threshold, n, needed, middle] of sides)
    drawAlarm(pen, { x, middle, names, limits, n, needed, name: L.words(`alarm.${name}`), limit: `${sign} ${thresholdWords(lane, threshold, L.words)}` }, L);
  const rest = lane.cooldownAt(t);
  if (rest) {
    drawRest(pen, x + 2, baseOf(L, y) + 10, 16);
    pen.text(L.words('cooldown', Math.ceil((rest.to - t) / 1e6)), x + 24, baseOf(L, y) + 13, { color: c.ink2 });
  }
}

function drawAlarm(pen, { x, middle, names, limits, n, needed, name, limit }, L) {
  const { c } = pen,
    rings = n >= needed,
    cells = x + names + limits,
    pitch = Math.min(11, (L.W - cells - 60) / needed),
    side = Math.min(8, pitch - 1);
  pen.text(name, x, middle + 0.5, { color: rings ? c.ink : c.ink2, weight: rings ? 700 : 400 });
  pen.text(limit, x + names, middle + 0.5, { color: c.ink3 });
  for (let q = 0; q < needed; q++)
    if (q < n) pen.fill(cells + q * pitch, middle - 4, side, 8, rings ? c.ink : c.reqSoft);
    else pen.box(cells + q * pitch + 0.5, middle - 3.5, side - 1, 7, c.rule2);
  pen.text(rings ? L.words('alarm') : `${Math.min(n, needed)}/${needed}`, cells + needed * pitch + 5, middle + 0.5, {
    color: rings ? c.ink : c.ink3,
    weight: rings ? 700 : 400,
  });
}
