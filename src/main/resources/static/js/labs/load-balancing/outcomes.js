// Where requests end: a pile on a common log axis of response times, and a mark for every one that got no answer.
import { SECOND_LINE } from './head.js';

export function drawResponseTimes(pen, run, lane, L, { y, summary, index }) {
  const { c } = pen,
    base = y + L.distY,
    height = L.distH,
    width = L.distTo - L.distFrom,
    x = micros => L.distFrom + run.axis.at(micros) * width;
  pen.fill(L.distFrom, base + 1, width + 4, 1, c.rule2);
  const numbered = L.axisOn === 'every' || index === L.lanes - 1;
  for (const tick of run.axis.ticks) {
    if (L.mode === 'wide') pen.fill(Math.round(x(tick)), base - height, 1, height, c.rule);
    pen.fill(Math.round(x(tick)), base + 1, 1, 4, c.rule2);
    if (numbered) pen.text(tickText(tick, run.unit), x(tick), base + 12, { color: c.ink3, align: 'center' });
  }
  const bin = width / run.bins,
    unit = Math.min(L.mode === 'narrow' ? 1 : 3, height / run.tallest);
  lane.distribution.at(summary.completed).forEach((count, b) => {
    if (count)
      pen.fill(
        L.distFrom + b * bin,
        base + 1 - Math.max(0.7, count * unit),
        Math.max(1, bin - 0.8),
        Math.max(0.7, count * unit),
        c.reqSoft,
      );
  });
  for (const [name, value] of [
    ['p50', summary.p50],
    ['p99', summary.p99],
    ['p95', summary.p95],
  ]) {
    if (!Number.isFinite(value)) continue;
    const tall = name === 'p95',
      h = height * (tall ? 1 : 0.45),
      px = Math.round(x(value));
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

/** One mark stands for one error, or for 2, 5, 10, … where they would not fit; the same in every lane. */
export function errorUnit(run, L) {
  const high = L.distH + 6 - (run.bothErrors && L.mode === 'wide' ? SECOND_LINE : 0);
  const room = perRow(L) * Math.max(1, Math.floor(high / PITCH));
  let unit = 1;
  for (let step = 0; run.mostErrors / unit > room; step++) unit *= step % 3 === 1 ? 2.5 : 2;
  return unit;
}

const perRow = L => Math.max(1, Math.floor((L.errorTo - L.errorFrom) / PITCH));

export function drawErrors(pen, run, lane, L, { y, summary }) {
  const { c } = pen,
    base = y + L.distY,
    per = perRow(L),
    unit = errorUnit(run, L);
  for (let e = 0; e * unit < summary.errors; e++) {
    const x = L.errorTo - 4 - (e % per) * PITCH,
      top = base - 4 - Math.floor(e / per) * PITCH;
    if (lane.outcomeOf(lane.errors[e * unit]) === 'rejected') pen.fill(x - 2.8, top - 1, 5.6, 2.2, c.failMark);
    else pen.cross(x, top, 2.5, c.failMark, 1.5);
  }
  pen.fill(L.errorFrom, base + 1, L.errorTo - L.errorFrom, 1, summary.errors ? c.failMark : c.rule2);
}
