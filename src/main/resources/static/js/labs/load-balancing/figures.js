// The figures in the head of a lane.
import { compact, inUnit } from '../../scene/numbers.js';
import { summary } from './facts.js';

/** How far a second count of errors stands below the first. */
export const SECOND_LINE = 18;

/** @typedef {import('../../scene/stage.js').Now} Now */

/** Where figures stand in the head: beside the name, on phones a line below. */
const lineOf = ({ L, y }) => (L.mode === 'narrow' ? y + 36 : y + (L.dense ? 14 : 17));

/** How unequally requests went to the targets. @type {import('../../scene/stage.js').Part} */
export const imbalance = {
  name: 'imbalance',
  read: { summary },
  draw(pen, now) {
    const { L, summary } = now,
      label = L.words('imbalance'),
      value = times(summary.imbalance);
    pen.means('imbalance');
    if (L.mode === 'narrow') drawRow(pen, [[label, value]], L.shows('times') ? rowWidth(pen, timesOf(now)) : 0, lineOf(now));
    else drawFigure(pen, label, value, L.queueTo - 2 - pen.width(value, 13), lineOf(now));
  },
};

const times = v => (Number.isFinite(v) ? `${v.toFixed(2)}×` : '–');

export const imbalanceWidth = (pen, L, { imbalance }) => pen.width(L.words('imbalance')) + 6 + pen.width(times(imbalance), 13);

/** The percentiles of the response times. @param {import('../../scene/pen.js').Pen} pen  @param {Now} now */
export function drawPercentiles(pen, now) {
  const { L } = now,
    figures = timesOf(now);
  if (L.mode === 'narrow') return drawRow(pen, figures, 0, lineOf(now));
  const width = L.distTo - L.distFrom;
  figures.forEach(([label, value, weight], i) => drawFigure(pen, label, value, L.distFrom + 22 + width * 0.39 * i, lineOf(now), weight));
}

/**
 * Each a label, a value and its weight; on phones the last says the unit, which the column's name says elsewhere.
 * @param {Now} now
 * @returns {[string, string, number?][]}
 */
function timesOf({ run, L, summary }) {
  const figure = v => inUnit(v, run.unit);
  return [
    ['p50', figure(summary.p50)],
    ['p95', figure(summary.p95), 700],
    ['p99', L.mode === 'narrow' ? `${figure(summary.p99)} ${run.unit}` : figure(summary.p99)],
  ];
}

const stepOf = (pen, [label, value, weight]) => pen.width(label) + 4 + pen.width(value, 13, weight) + 12;
const rowWidth = (pen, figures) => figures.reduce((sum, figure) => sum + stepOf(pen, figure), 0);

function drawRow(pen, figures, from, y) {
  let x = from;
  for (const [label, value, weight] of figures) {
    drawFigure(pen, label, value, x + pen.width(label) + 4, y, weight);
    x += stepOf(pen, [label, value, weight]);
  }
}

function drawFigure(pen, label, value, x, y, weight = 400) {
  pen.text(label, x - 5, y, { color: pen.c.ink3, align: 'right' });
  pen.text(value, x, y, { size: 13, color: pen.c.ink, weight });
}

/**
 * Failed with a cross, turned away at a full queue with a bar; nothing yet is a quiet 0. Side by side where the line is
 * free, one below the other where it is not.
 * @param {import('../../scene/pen.js').Pen} pen
 * @param {Now} now
 */
export function drawErrorCounts(pen, { L, y, summary: { failed, rejected } }) {
  const { c } = pen,
    step = L.mode === 'narrow' ? 0 : SECOND_LINE,
    right = L.errorTo;
  let x = right,
    line = L.mode === 'narrow' ? y + 16 : y + (L.dense ? 14 : 17);
  pen.means('failed');
  if (!failed && !rejected) pen.text('0', right, line, { size: 15, color: c.ink3, align: 'right', weight: 700 });
  for (const [count, bar] of [
    [failed, false],
    [rejected, true],
  ]) {
    if (!count) continue;
    const text = compact(count),
      w = pen.width(text, 15, 700);
    pen.means(bar ? 'rejected' : 'failed');
    pen.text(text, x, line, { size: 15, color: c.fail, align: 'right', weight: 700 });
    if (bar) pen.fill(x - w - 12, line - 1.5, 7.5, 2.6, c.failMark);
    else pen.cross(x - w - 9, line - 0.5, 3.4, c.failMark);
    if (step) line += step;
    else x -= w + 21;
  }
}
