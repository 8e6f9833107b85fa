// Requests on their way, as far as their way can be known; who waits stands where it waits.
import { cutAt, partOf, stopOf, wayOf } from './layout.js';
import { ANY, letter } from '../elb/marks.js';
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
      const stop = stopOf(L, request.seen),
        way = cutAt(wayOf(L, request.door, request.target), stop),
        age = t - request.at;
      if (age < FLIGHT) fly(pen, L, run, request, stop, age / FLIGHT);
      else if (request.outcome === 'silent' && t < request.ends) wait(pen, L, way, waiting, request);
      else end(pen, L, way, request, t);
    }
  },
};

/** Through one of the doors, and as long as nobody asked which, through either. @param {Pen} pen  @param {Layout} L */
function fly(pen, L, run, { door, target }, stop, u) {
  const { g } = pen,
    either = door === null && stop > L.X.wall,
    ways = (either ? [0, 1] : [door]).map(each => cutAt(wayOf(L, each, target), stop));
  pen.means('letter');
  for (const way of ways) {
    const [x, y] = partOf(way, u).at(-1),
      apart = either && x < L.X.listener;
    if (apart) g.globalAlpha = 0.45;
    letter(pen, x, y, L.narrow ? 10 : 16, ANY, run.kind === 'alb' && x > L.X.rule);
    g.globalAlpha = 1;
    if (either && !apart) break;
  }
}

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
