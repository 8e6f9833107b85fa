// The targets: a box each with its zone and the socket that its application listens with. The socket looks outside, or, once
// somebody has seen it, at itself.
import { healthAt, insideAt, isBroken, openedAt, probeAt } from './run.js';

/** @typedef {import('../../scene/pen.js').Pen} Pen */
/** @typedef {import('../../scene/stage.js').Layout} Layout */

/** @type {import('../../scene/stage.js').Part} */
export const targets = {
  name: 'targets',
  read: {
    believed: ({ run, t }) => run.targets.map((_, target) => healthAt(run, target, t)),
    toItself: ({ run, t }) => (run.solved || Boolean(probeAt(run, 'host', t) || openedAt(run, 'bind', t))) && isSeenAlone(run, t),
  },
  draw(pen, { L, run, t, believed, toItself }) {
    const { targetY, narrow } = L;
    if (!run.targets.length) return none(pen, L);
    run.targets.forEach((name, i) => {
      const out = believed[i]?.state === 'unhealthy';
      box(pen, L, targetY[i], out);
      pen.means('target');
      if (narrow) pen.text(String(i + 1), L.X.target[1] - 6, targetY[i], { color: pen.c.ink, align: 'right' });
      else {
        pen.text(name, L.X.socket + 16, targetY[i] - 8, { size: 12.5, color: pen.c.ink, weight: 700 });
        pen.text(L.words('zone', run.health[i].zone), L.X.socket + 16, targetY[i] + 9, { color: pen.c.ink3 });
      }
      socket(pen, L, targetY[i], toItself);
    });
    if (run.inside.length) job(pen, L, insideAt(run, t));
  },
};

/** The probe on the instance, or the opened place, said that it listens to itself alone. */
const isSeenAlone = (run, t) =>
  isBroken(run, 'bind', t) ||
  (!run.solved && [probeAt(run, 'host', t)?.lines.map(line => line.text), openedAt(run, 'bind', t)?.lines].some(lines => lines?.some(text => /127\.0\.0\.1:\d/.test(text))));

const HALF = 22,
  NARROW_HALF = 17;

/** @param {Pen} pen  @param {Layout} L */
function box(pen, { X, narrow }, y, out) {
  const { c } = pen,
    [x, right] = X.target,
    half = narrow ? NARROW_HALF : HALF;
  pen.means(out ? 'unhealthy' : 'target');
  pen.fill(x, y - half, right - x, 2 * half, c.sheet);
  pen.box(x + 0.5, y - half + 0.5, right - x - 1, 2 * half - 1, out ? c.failMark : c.edge, out ? 1.5 : 1.1);
  if (out) pen.line(x - 5, y - half, x - 5, y + half, c.failMark, 2.2);
}

/** Nobody is registered: places for three, and words in the middle. @param {Pen} pen  @param {Layout} L */
function none(pen, { X, narrow, targetY, words }) {
  const { c } = pen,
    [x, right] = X.target,
    half = narrow ? NARROW_HALF : HALF;
  pen.means('no-target');
  for (const y of targetY) pen.box(x + 0.5, y - half, right - x, 2 * half, c.edge, 1, [1, 4]);
  pen.text(words(narrow ? 'no-target.short' : 'no-target'), (x + right) / 2, targetY[1], { color: c.ink3, align: 'center' });
}

/** An arc that is open to where requests come from, or closed to them. @param {Pen} pen  @param {Layout} L */
function socket(pen, { X, narrow }, y, alone) {
  const { g, c } = pen;
  if (narrow && !alone) return;
  pen.means(alone ? 'socket-alone' : 'socket');
  g.strokeStyle = alone ? c.failMark : c.ink2;
  g.lineWidth = alone ? 2 : 1.4;
  g.beginPath();
  if (alone) g.arc(X.socket, y, narrow ? 6 : 7, 0, Math.PI * 2);
  else g.arc(X.socket, y, 7, -Math.PI * 0.75, Math.PI * 0.75);
  g.stroke();
  pen.disc(X.socket, y, 2, alone ? c.failMark : c.ink2);
}

/** What the targets ask their own balancer: the newest answer and how many there were. @param {Pen} pen  @param {Layout} L */
function job(pen, { X, belowY, words, narrow }, { last, answered, of }) {
  const { c } = pen,
    x = X.target[0] + 5,
    y = belowY - 8,
    fine = answered === of;
  pen.means('job');
  if (!last || last.outcome === 'ok') pen.disc(x, y, 3, c.req);
  else if (last.outcome === 'silent') pen.ring(x, y, 3.8, c.slowMark, 1.7);
  else pen.cross(x, y, 4, c.failMark, 2);
  pen.text(narrow ? `${answered}/${of}` : words('job', answered, of), x + 10, y, { color: fine ? c.ink2 : c.fail, weight: fine ? 400 : 700 });
}
