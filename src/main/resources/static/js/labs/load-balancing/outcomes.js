// Where requests end: a pile on a common log axis of response times, and a mark for every one that got no answer.
import { compact } from '../../scene/numbers.js';
import { summary } from './facts.js';
import { drawErrorCounts, drawPercentiles, SECOND_LINE } from './figures.js';
import { wordsAbove } from './targets.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 */

/** The pile stands at the foot of the rows; on phones on a strip below them. @param {import('../../scene/stage.js').Layout} L */
const footOf = ({ mode, head, rows, strip }) =>
  mode === 'wide'
    ? { distY: head + rows - 1, distH: Math.max(34, rows - 4) }
    : { distY: head + rows + strip - 10, distH: strip - 16 };

/** @type {Part} */
export const times = {
  name: 'times',
  lay: L => ({
    ...footOf(L),
    ...(L.mode === 'wide'
      ? { distFrom: L.at(0.735), distTo: L.at(0.915), axisOn: L.dense ? 'last' : 'every' }
      : { distFrom: 0, distTo: L.W - (L.shows('errors') ? 78 : 4), axisOn: 'every' }),
  }),
  read: { summary },
  above(pen, { run, L }) {
    pen.means('column.response');
    if (L.mode === 'wide') wordsAbove(pen, L)(L.words('column.response', run.unit), L.distFrom);
  },
  draw(pen, now) {
    pen.means('percentiles');
    drawPercentiles(pen, now);
    pen.means('scale');
    drawAxis(pen, now);
    pen.means('pile');
    drawPile(pen, now);
    pen.means('percentiles');
    drawMarks(pen, now);
  },
};

const placeOn = ({ run, L }, micros) => L.distFrom + run.axis.at(micros) * (L.distTo - L.distFrom);

function drawAxis(pen, now) {
  const { run, L, y, place } = now,
    { c } = pen,
    base = y + L.distY,
    numbered = L.axisOn === 'every' || place === L.lanes.length - 1;
  pen.fill(L.distFrom, base + 1, L.distTo - L.distFrom + 4, 1, c.rule2);
  for (const tick of run.axis.ticks) {
    const x = placeOn(now, tick);
    if (L.mode === 'wide') pen.fill(Math.round(x), base - L.distH, 1, L.distH, c.rule);
    pen.fill(Math.round(x), base + 1, 1, 4, c.rule2);
    if (numbered) pen.text(tickText(tick, run.unit), x, base + 12, { color: c.ink3, align: 'center' });
  }
}

/** @param {import('../../scene/pen.js').Pen} pen  @param {Now} now */
function drawPile(pen, { run, lane, L, y, summary }) {
  const base = y + L.distY,
    bin = (L.distTo - L.distFrom) / run.bins,
    unit = Math.min(L.mode === 'narrow' ? 1 : 3 * L.larger, L.distH / run.tallest);
  lane.distribution.at(summary.completed).forEach((count, b) => {
    if (count)
      pen.fill(
        L.distFrom + b * bin,
        base + 1 - Math.max(0.7, count * unit),
        Math.max(1, bin - 0.8),
        Math.max(0.7, count * unit),
        pen.c.reqSoft,
      );
  });
}

function drawMarks(pen, now) {
  const { L, y, summary } = now,
    { c } = pen,
    base = y + L.distY;
  for (const [name, value] of [
    ['p50', summary.p50],
    ['p99', summary.p99],
    ['p95', summary.p95],
  ]) {
    if (!Number.isFinite(value)) continue;
    const tall = name === 'p95',
      h = L.distH * (tall ? 1 : 0.45),
      px = Math.round(placeOn(now, value));
    pen.fill(px, base - h, tall ? 1.6 : 1, h + 1, tall ? c.ink : c.ink2);
    if (tall)
      pen.halo(name, px > L.distTo - 26 ? px - 4 : px + 4, base - h + 5, {
        align: px > L.distTo - 26 ? 'right' : 'left',
        weight: 700,
      });
  }
}

const tickText = (tick, unit) =>
  unit === 's' ? String(+(tick / 1e6).toPrecision(2)) : String(+(tick / 1e3).toPrecision(2));

const PITCH = 8.5;

/** A mark for every request that got no answer. @type {Part} */
export const errors = {
  name: 'errors',
  lay: ({ mode, W, at, shows }) => ({
    errorFrom: mode === 'wide' ? at(0.935) : shows('times') ? W - 62 : 0,
    errorTo: W,
  }),
  read: { summary },
  above(pen, { run, L }) {
    pen.means('column.errors');
    const unit = errorUnit(run, L); // one mark for so many
    wordsAbove(pen, L)(L.words('column.errors') + (unit > 1 ? ` ×=${compact(unit)}` : ''), L.errorTo, 'right');
  },
  draw(pen, now) {
    drawErrorCounts(pen, now);
    const { run, lane, L, y, summary } = now,
      { c } = pen,
      base = y + L.distY,
      per = perRow(L),
      unit = errorUnit(run, L);
    for (let e = 0; e * unit < summary.errors; e++) {
      const x = L.errorTo - 4 - (e % per) * PITCH,
        top = base - 4 - Math.floor(e / per) * PITCH,
        rejected = lane.outcomeOf(lane.errors[e * unit]) === 'rejected';
      pen.means(rejected ? 'rejected' : 'failed');
      if (rejected) pen.fill(x - 2.8, top - 1, 5.6, 2.2, c.failMark);
      else pen.cross(x, top, 2.5, c.failMark, 1.5);
    }
    pen.means('failed');
    pen.fill(L.errorFrom, base + 1, L.errorTo - L.errorFrom, 1, summary.errors ? c.failMark : c.rule2);
  },
};

/** One mark stands for one error, or for 2, 5, 10, … where they would not fit; the same in every lane. */
function errorUnit(run, L) {
  const high = L.distH + 6 - (run.bothErrors && L.mode === 'wide' ? SECOND_LINE : 0);
  const room = perRow(L) * Math.max(1, Math.floor(high / PITCH));
  let unit = 1;
  for (let step = 0; run.mostErrors / unit > room; step++) unit *= step % 3 === 1 ? 2.5 : 2;
  return unit;
}

const perRow = L => Math.max(1, Math.floor((L.errorTo - L.errorFrom) / PITCH));
