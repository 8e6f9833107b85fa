// Requests on their way, as far as their way can be known; who waits stands where it waits.
import { cutAt, partOf, stopOf, wayOf } from './layout.js';
import { letter } from './letter.js';
import { FLIGHT } from './run.js';

/** @typedef {import('../../scene/pen.js').Pen} Pen */
/** @typedef {import('../../scene/stage.js').Layout} Layout */

const STAYS = 1_300_000; // µs that a cross or a disc stays to be seen

/** @type {import('../../scene/stage.js').Part} */
export const requests = {
  name: 'requests',
  draw(pen, { L, run, t }) {
    const waiting = new Map();
    for (const request of run.requests) {
      if (request.at > t) break;
      if (t > request.ends + STAYS) continue;
      const way = cutAt(wayOf(L, request.door, request.target), stopOf(L, request.seen)),
        age = t - request.at;
      if (age < FLIGHT) {
        pen.means('letter');
        const [x, y] = partOf(way, age / FLIGHT).at(-1);
        letter(pen, x, y, L.narrow ? 10 : 16, run.kind === 'alb' && x > L.X.rule);
      } else if (request.outcome === 'silent' && t < request.ends) wait(pen, L, way, waiting, request);
      else end(pen, L, way, request, t);
    }
  },
};

/** Rings beside each other, the first one at the front. @param {Pen} pen  @param {Layout} L */
function wait(pen, { narrow }, way, waiting, { seen, door, target }) {
  const key = `${seen} ${door} ${target}`,
    place = waiting.get(key) ?? 0,
    [x, y] = way.at(-1);
  waiting.set(key, place + 1);
  if (narrow && place > 1) return;
  pen.means('waiting');
  pen.ring(x - 7 - place * (narrow ? 7 : 11), y, narrow ? 2.8 : 3.8, pen.c.slowMark, 1.7, pen.c.paper);
}

/** @param {Pen} pen  @param {Layout} L */
function end(pen, { narrow }, way, { outcome, ends, at }, t) {
  const [x, y] = way.at(-1),
    shown = outcome === 'silent' ? ends : at + FLIGHT;
  if (t > shown + STAYS) return;
  if (outcome === 'ok') {
    pen.means('arrived');
    pen.disc(x, y, 3, pen.c.req);
  } else {
    pen.means('failed');
    pen.cross(x - 3, y, narrow ? 4 : 5.5, pen.c.failMark, 2.1);
  }
}
