// The head of a lane: who decides and how, and the lane's figures so far.
import { compact, inUnit } from '../../scene/numbers.js';

/** How far a second count of errors stands below the first. */
export const SECOND_LINE = 18;

export function drawHead(pen, run, lane, L, now) {
  const name = L.words(`option.${lane.strategy}`),
    figure = v => inUnit(v, run.unit);
  if (L.mode === 'narrow') narrow(pen, run, L, now, name, figure);
  else wide(pen, lane, L, now, name, figure);
}

function wide(pen, lane, L, { y, summary }, name, figure) {
  const { c } = pen,
    middle = y + (L.dense ? 14 : 17);
  pen.text(name, 0, middle, { size: 15, color: c.ink, weight: 700 });
  const how = pen.width(name, 15, 700) + 10,
    share = figureWidth(pen, L.words('imbalance'), times(summary.imbalance));
  if (how + pen.width(L.words(`option.${lane.strategy}.how`), 13) + 16 < L.queueTo - share)
    pen.text(L.words(`option.${lane.strategy}.how`), how, middle, { size: 13, color: c.ink3 });
  drawFigure(
    pen,
    L.words('imbalance'),
    times(summary.imbalance),
    L.queueTo - 2 - pen.width(times(summary.imbalance), 13),
    middle,
  );
  const width = L.distTo - L.distFrom;
  [
    ['p50', summary.p50],
    ['p95', summary.p95],
    ['p99', summary.p99],
  ].forEach(([label, value], i) => {
    drawFigure(pen, label, figure(value), L.distFrom + 22 + width * 0.39 * i, middle, label === 'p95' ? 700 : 400);
  });
  drawErrorCounts(pen, L.errorTo, middle, summary, SECOND_LINE);
}

function narrow(pen, run, L, { y, index, summary }, name, figure) {
  const { c } = pen,
    first = y + 16,
    second = y + 36;
  pen.tag(10, first - 1, index, 8.5);
  pen.text(name, 26, first, { size: 15, color: c.ink, weight: 700 });
  drawErrorCounts(pen, L.W, first, summary);
  let x = 0;
  for (const [label, value, weight] of [
    ['p50', figure(summary.p50)],
    ['p95', figure(summary.p95), 700],
    ['p99', `${figure(summary.p99)} ${run.unit}`],
    [L.words('imbalance'), times(summary.imbalance)],
  ]) {
    const w = pen.width(label);
    drawFigure(pen, label, value, x + w + 4, second, weight);
    x += w + 4 + pen.width(value, 13, weight) + 12;
  }
}

const times = v => (Number.isFinite(v) ? `${v.toFixed(2)}×` : '–');
const figureWidth = (pen, label, value) => pen.width(label) + 6 + pen.width(value, 13);

function drawFigure(pen, label, value, x, y, weight = 400) {
  pen.text(label, x - 5, y, { color: pen.c.ink3, align: 'right' });
  pen.text(value, x, y, { size: 13, color: pen.c.ink, weight });
}

/**
 * Failed with a cross, turned away at a full queue with a bar; nothing yet is a quiet 0. Side by side where the line is
 * free, one
 * below the other where it is not (`step`).
 */
function drawErrorCounts(pen, right, y, { failed, rejected }, step = 0) {
  const { c } = pen;
  if (!failed && !rejected) pen.text('0', right, y, { size: 15, color: c.ink3, align: 'right', weight: 700 });
  let x = right,
    line = y;
  for (const [count, bar] of [
    [failed, false],
    [rejected, true],
  ]) {
    if (!count) continue;
    const text = compact(count),
      w = pen.width(text, 15, 700);
    pen.text(text, x, line, { size: 15, color: c.fail, align: 'right', weight: 700 });
    if (bar) pen.fill(x - w - 12, line - 1.5, 7.5, 2.6, c.failMark);
    else pen.cross(x - w - 9, line - 0.5, 3.4, c.failMark);
    if (step) line += step;
    else x -= w + 21;
  }
}
