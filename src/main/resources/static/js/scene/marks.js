// A bar of time: its axis, and flags and rings on it. A filled indigo flag is what a person did, a hollow grey ring what the
// system did by itself.
import { timeStep } from './axis.js';

/** @typedef {import('./pen.js').Pen} Pen */

/**
 * @param {Pen} pen
 * @param {{left: number, right: number, base: number, x: (micros: number) => number, named: boolean}} bar
 * @param {{atMicros: number, person: boolean, words: string}[]} marks ascending in time
 */
export function drawMarks(pen, bar, marks, tMicros) {
  const { g, c } = pen,
    taken = [];
  for (const mark of marks) {
    const x = Math.round(bar.x(mark.atMicros));
    g.globalAlpha = mark.atMicros <= tMicros ? 1 : 0.6;
    pen.means(mark.person ? 'flag' : 'ring');
    pen.fill(x, 8, mark.person ? 1.5 : 1, bar.base - 8, mark.person ? c.jjok : c.edge);
    if (mark.person) flag(g, x, c.jjok);
    else pen.ring(x + 0.5, 7, 3.2, c.edge, 1.3, c.sheet);
    g.globalAlpha = 1;
    taken.push([x - 4, x + (mark.person ? 11 : 5), mark]);
  }
  if (!bar.named) return;
  for (const mark of [...marks.filter(m => m.person), ...marks.filter(m => !m.person)]) {
    // what a person did is named first
    const x = Math.round(bar.x(mark.atMicros)),
      weight = mark.person ? 700 : 400,
      width = pen.width(mark.words, 12, weight);
    const free = at =>
      at > bar.left &&
      at + width < bar.right &&
      !taken.some(([from, to, owner]) => owner !== mark && at < to + 4 && at + width > from - 4);
    const at = [x + (mark.person ? 13 : 8), x - width - 6].find(free);
    if (at === undefined) continue;
    pen.means(mark.person ? 'flag' : 'ring');
    pen.text(mark.words, at, 7.5, { color: mark.person ? c.jjok : c.ink2, weight });
    taken.push([at, at + width, null]);
  }
}

function flag(g, x, color) {
  g.fillStyle = color;
  g.beginPath();
  g.moveTo(x, 2);
  g.lineTo(x + 10, 7);
  g.lineTo(x, 12);
  g.fill();
}

/** The playhead, in the colour of the person who moves it. */
export function drawPlayhead(pen, x, base) {
  const { c } = pen;
  pen.means('playhead');
  pen.fill(x - 1, 14, 2, base - 10, c.jjok);
  pen.disc(x, base, 5.5, c.jjok);
  pen.disc(x, base, 2, c.sheet);
}

/** The axis of a bar of time W pixels wide, in the unit that suits the run's length. */
export function drawTimes(pen, run, W, base, x) {
  pen.means('');
  const { c } = pen,
    length = run.durationMicros,
    step = timeStep(length, W < 500 ? 4 : 8),
    unit = length > 7200e6 ? 3600e6 : length > 600e6 ? 60e6 : length < 2e6 ? 1e3 : 1e6;
  const name = { 36e8: 'h', 6e7: 'min', 1e3: 'ms', 1e6: 's' }[unit];
  pen.fill(0, base, W, 1, c.rule2);
  const last = `${+(length / unit).toFixed(2)} ${name}`;
  for (let v = 0; v <= length; v += step) {
    pen.fill(Math.min(W - 1, Math.round(x(v))), base, 1, 4, c.rule2);
    if (x(v) < W - pen.width(last) - 14)
      pen.text(String(+(v / unit).toFixed(2)), x(v), base + 11, { color: c.ink3, align: v === 0 ? 'left' : 'center' });
  }
  pen.text(last, W, base + 11, { color: c.ink3, align: 'right' });
}
