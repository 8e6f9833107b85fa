// What a policy sees: a dot for every datapoint on its thresholds, cells that fill until an alarm rings.
import { clamp } from '../../scene/ease.js';
import { grouped } from '../../scene/numbers.js';
import { upto } from '../../timeline/query.js';
import { baseOf, perPixel } from './layout.js';
import { drawRoll } from './paper.js';
import { drawRest } from './states.js';

/**
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** A value of the lane's metric in words: "CPU 94 %", "3,812 a minute". */
export const valueWords = (lane, value, words) =>
  lane.metric === 'requests' ? words('requests.value', grouped(value)) : words('cpu.value', value.toFixed(0));

export const thresholdWords = (lane, value, words) =>
  lane.metric === 'requests' ? words('threshold.requests', grouped(value)) : words('threshold.cpu', +value.toFixed(1));

/** @param {import('../../scene/roll.js').Stretch} stretch */
export function paintMetric(pen, lane, L, y, stretch) {
  const { from, to, now, left, right, x } = stretch,
    { c } = pen,
    ground = groundOf(L, y),
    reach = 3 * perPixel(L),
    first = upto(lane.pointsAt, from - reach),
    last = upto(lane.pointsAt, Math.min(now, to + reach)),
    most = lane.metric === 'requests' ? requestsScale(lane) : 100,
    level = value => ground - 3 - clamp(value / most, 0, 1) * (L.met - 6);
  pen.fill(left, ground, right - left, 1, c.rule2);
  pen.means('threshold');
  if (lane.high !== null) pen.path([[left, level(lane.high)], [right, level(lane.high)]], c.edge);
  // broken lines are counted from the paper's first pixel
  if (lane.low !== null) pen.path([[left - ((left - x(0)) % 5) - 5, level(lane.low)], [right, level(lane.low)]], c.rule2, 1, [2, 3]);
  const apart = (lane.pointsAt[1] - lane.pointsAt[0] || 60e6) / perPixel(L),
    r = clamp(apart / 3, 0.6, 1);
  for (let i = first; i < last; i++) {
    const { at, value, high, low } = lane.points[i];
    pen.means('datapoint');
    if (high) pen.disc(x(at), level(value), (L.narrow ? 1.6 : 2.1) * r, c.ink);
    else if (low) pen.ring(x(at), level(value), (L.narrow ? 1.2 : 1.6) * r, c.reqSoft, 1, c.paper);
    else pen.disc(x(at), level(value), (L.narrow ? 1 : 1.3) * r, c.reqSoft);
  }
}

/** @type {import('../../scene/stage.js').Part} */
export const metric = {
  name: 'metric',
  draw(pen, now) {
    drawRoll(pen, now, 'metric');
    nameMetric(pen, now);
  },
};

/** @param {Pen} pen  @param {Now} now */
function nameMetric(pen, { lane, L, y }) {
  const name = L.words(lane.metric === 'requests' ? 'requests' : 'cpu');
  pen.means('metric');
  pen.text(name, L.x0 - 6, groundOf(L, y) - L.met / 2 + 0.5, { color: pen.c.ink3, align: 'right' });
}

const groundOf = (L, y) => baseOf(L, y) + L.act + L.met;

function requestsScale(lane) {
  lane.mostValue ??= lane.points.reduce((most, point) => Math.max(most, point.value), (lane.high ?? 1) * 1.2);
  return lane.mostValue;
}

/**
 * The alarms at the right of the metric: a cell per datapoint; all full is an alarm. And how long the rest still is.
 * @type {import('../../scene/stage.js').Part}
 */
export const alarms = {
  name: 'alarms',
  draw(pen, now) {
    if (!now.L.narrow) drawAlarms(pen, now);
  },
};

/** @param {Pen} pen  @param {Now} now */
function drawAlarms(pen, { lane, L, t, y }) {
  const { c } = pen,
    ground = groundOf(L, y),
    x = L.now0,
    point = lane.pointAt(t);
  pen.means('alarm');
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
