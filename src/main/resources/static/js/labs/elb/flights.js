// Letters on their way: to the door, over the desk, to a server, or no further than the door. What takes milliseconds is drawn as
// long as an eye needs; who comes first and who goes where is true.
import { upto } from '../../timeline/query.js';
import { compact } from '../../scene/numbers.js';
import { behind, counts, doors, FLY, GO, inside, middle, pointOf, READ, rows, toDoor } from './facts.js';
import { letter } from './glyphs.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** Most letters that are drawn at one time; of more, every so many. */
const MOST = 70;
/** A trouble is seen so long where it happened, µs of a viewer. */
const SEEN = 0.9e6;
/** Who reads the letter itself. */
const OPENS = new Set(['alb', 'clb']);

/** @type {Part} */
export const letters = {
  name: 'letters',
  read: { rows, doors, inside, middle, counts },
  draw(pen, now) {
    const { run, t, speed, lane } = now,
      slow = Math.min(4, Math.max(1, speed)),
      from = upto(run.at, t - (READ + GO + SEEN) * slow),
      to = upto(run.at, t + FLY * slow),
      step = Math.max(1, Math.ceil((to - from) / MOST));
    for (let i = Math.ceil(from / step) * step; i < to; i += step) drawLetter(pen, now, i, slow);
    if (lane.single) return;
    drawWaiting(pen, now);
    drawPiles(pen, now);
  },
};

/** @param {Pen} pen  @param {Now} now  @param {number} i  @param {number} slow */
function drawLetter(pen, now, i, slow) {
  const { run, L, lane, rows, doors, inside, t } = now,
    service = run.service[i],
    age = (t - run.at[i]) / slow,
    way = toDoor(L, rows, doors, run.senders[run.sender[i]], lane.node[i], lane, inside);
  if (age < 0) {
    const [x, y] = pointOf(way, 1 + age / FLY);
    pen.means('letter');
    return letter(pen, x, y, L.letterW, service);
  }
  if (lane.stopsAtDoor(i) || (!lane.single && lane.target[i] < 0)) {
    if (age >= SEEN || lane.endedAt[i] > t) return undefined;
    const [x, y] = pointOf(way, 0.95);
    pen.means('turned-away');
    return pen.cross(x, y, L.letterW * 0.26, pen.c.failMark, 1.8);
  }
  const u = age / (READ + GO),
    reads = OPENS.has(lane.balancer) && service < 3;
  if (u < 1) {
    const [x, y] = behind(L, now, lane, lane.node[i], lane.target[i], u),
      open = reads && u > 0.34;
    pen.means(open ? 'letter-open' : 'letter');
    return letter(pen, x, y, L.letterW, service, open);
  }
  if (age >= READ + GO + SEEN || lane.isFine(i) || lane.endedAt[i] > t) return undefined;
  const [x, y] = behind(L, now, lane, lane.node[i], lane.target[i], 1);
  pen.means('turned-away');
  return pen.cross(x + L.boxW / 2, y, L.letterW * 0.3, pen.c.failMark, 1.9);
}

/** Who waits for an answer that does not come stands before the door. @param {Pen} pen  @param {Now} now */
function drawWaiting(pen, { run, L, lane, rows, doors, inside, t }) {
  const from = upto(run.at, t - Math.max(run.patience, 12e6)),
    to = upto(run.at, t),
    stands = new Set();
  for (let i = Math.max(from, to - 400); i < to; i++) {
    if (lane.endedAt[i] <= t || !lane.isSilent(i) || lane.fate(i) === 'udp-dropped') continue;
    const sender = run.sender[i];
    if (stands.has(sender)) continue;
    stands.add(sender);
    const [x, y] = pointOf(toDoor(L, rows, doors, run.senders[sender], lane.node[i], lane, inside), 0.9);
    pen.means('waiting');
    pen.ring(x, y, Math.max(3, L.letterW * 0.3), pen.c.slowMark, 1.7, pen.c.paper);
  }
}

/** What failed at the door stays lying there, with its count. @param {Pen} pen  @param {Now} now */
function drawPiles(pen, { L, rows, counts }) {
  const { c } = pen;
  pen.means('pile');
  counts.each.forEach(({ door }, service) => {
    if (!door) return;
    if (L.narrow) return pen.cross(L.wall - L.tagR - 3, rows[service], 2.6, c.failMark, 1.6);
    const text = compact(door),
      width = pen.width(text, 12, 700);
    pen.halo(text, L.wall - 8 - L.tagR / 2, rows[service] + 0.5, { color: c.fail, align: 'right', weight: 700 });
    return pen.cross(L.wall - 16 - L.tagR / 2 - width, rows[service], 3.2, c.failMark, 1.8);
  });
}
