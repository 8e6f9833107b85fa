// Letters on their way, those that wait for an answer, and those that fell at the wall.
import { compact } from '../../scene/numbers.js';
import { upto } from '../../timeline/query.js';
import { counts, ways } from './facts.js';
import { letter, letterSign } from './marks.js';
import { FLIGHT, FLY, GO, LIES, READ } from './time.js';
import { toDoor, toTarget } from './ways.js';

/** @typedef {import('../../scene/stage.js').Part} Part */
/** @typedef {import('../../scene/stage.js').Now} Now */
/** @typedef {import('../../scene/pen.js').Pen} Pen */

/** A letter that meets silence stops before the wall. */
const BEFORE = 0.94;
const SILENT = new Set(['not-admitted', 'unreachable', 'old-address', 'dark-zone', 'server-gone', 'client-timeout', 'target-504']);

/** @type {Part} */
export const letters = {
  name: 'letters',
  read: { ways },
  draw(pen, now) {
    const { run, t } = now,
      to = upto(run.at, t);
    for (let i = upto(run.at, t - FLIGHT - LIES); i < to; i++) if (i % run.stride === 0) one(pen, now, i);
  },
};

/** @param {Pen} pen @param {Now} now */
function one(pen, now, i) {
  const { run, lane, L, t, ways } = now,
    age = t - run.at[i],
    service = run.service[i],
    row = run.senders[run.sender[i]].row,
    node = lane.single ? 0 : Math.max(0, lane.columns.node[i]),
    place = lane.place(i),
    draw = (x, y, open, alpha) => {
      pen.means(letterSign(service, open));
      letter(pen, x, y, service === 4 ? L.letter * 0.9 : L.letter, service, open, alpha);
    };
  if (age < FLY) {
    const [x, y] = toDoor(L, ways, row, node, Math.min(place === 'door' ? BEFORE : 1, age / FLY));
    return draw(x, y, false, 1);
  }
  const outcome = lane.outcomeAt(i, t);
  if (place === 'door') {
    const [x, y] = toDoor(L, ways, row, node, BEFORE);
    return ended(pen, now, outcome, x, y);
  }
  const target = lane.columns.target[i] >= 0 ? run.targets[lane.columns.target[i]] : null,
    inside = (age - FLY) / (READ + GO),
    open = lane.opens[service] && inside > 0.3;
  if (place === 'desk') {
    const [x, y] = toTarget(L, ways, node, null, 0.35);
    if (inside < 0.35) draw(...toTarget(L, ways, node, null, inside), false, 1);
    else ended(pen, now, outcome, x, y);
  } else if (inside < 1) {
    const [x, y] = toTarget(L, ways, node, target, inside);
    draw(x, y, open, 1);
  } else {
    const [x, y] = toTarget(L, ways, node, target, 1);
    if (outcome === 'wrong-404') {
      draw(x + L.boxes.w * 0.45, y, true, 0.55);
      pen.means('wrong');
      pen.cross(x + L.boxes.w * 0.45, y, L.letter * 0.3, pen.c.failMark, 1.9);
    } else if (outcome && outcome !== 'delivered') ended(pen, now, outcome, x - 5, y);
  }
}

/** Silence is a ring, a refusal a cross. @param {Pen} pen @param {Now} now */
function ended(pen, { L }, outcome, x, y) {
  if (outcome === null || SILENT.has(outcome)) {
    pen.means('waiting');
    pen.ring(x, y, L.letter * 0.28, pen.c.slowMark, 1.6, pen.c.paper);
  } else if (outcome !== 'delivered') {
    pen.means('refused');
    pen.cross(x, y, L.letter * 0.26, pen.c.failMark, 1.8);
  }
}

/** Who waits for an answer that does not come: a ring where the letter is, the number beside it. @type {Part} */
export const waiting = {
  name: 'waiting',
  read: { ways, counts },
  draw(pen, { run, lane, L, ways, counts }) {
    const { c } = pen,
      ring = (x, y, n, align, from = 0) => {
        pen.means('waiting');
        pen.ring(x, y, L.letter * 0.28, c.slowMark, 1.7, c.paper);
        if (n > 1 && !L.narrow && x - 10 - pen.width(compact(n), 12, 700) > from) pen.halo(compact(n), x + (align === 'right' ? -8 : 8), y + 0.5, { color: c.slow, align, weight: 700 });
      };
    counts.waits.forEach((n, place) => {
      if (n <= 0) return;
      if (place >= run.targets.length) {
        const row = place - run.targets.length,
          lie = counts.fallen[row] ? pen.width(compact(counts.fallen[row]), 12, 700) + 18 : 0;
        return ring(rightOf(L, ways, row) - (L.narrow ? 8 : lie + 6), ways.rows[row], n, 'right', ways.edges[row]);
      }
      if (lane.single) return ring(ways.server.x - ways.server.w / 2 - 8, ways.mid, n, 'right');
      const { index, service } = run.targets[place];
      ring(L.boxes.at[index] - L.boxes.w / 2, ways.rows[service] - L.boxH / 2, 1, 'left');
    });
  },
};

/** Where what lies before the wall ends, in a row: beside the door where one is near. */
const rightOf = (L, ways, row) => L.wall - 8 - (ways.doors.some(door => Math.abs(door - ways.rows[row]) < L.tag + 5) ? L.tag : 0);

/** What failed at the door stays lying there, with its number. @type {Part} */
export const fallen = {
  name: 'fallen',
  read: { ways, counts },
  draw(pen, { L, ways, counts }) {
    const { c } = pen;
    pen.means('fallen');
    counts.fallen.forEach((n, row) => {
      if (!n) return;
      const y = ways.rows[row];
      if (L.narrow) return pen.cross(L.wall - 6, y, 2.6, c.failMark, 1.6);
      const words = compact(n),
        right = rightOf(L, ways, row);
      pen.halo(words, right, y + 0.5, { color: c.fail, align: 'right', weight: 700 });
      pen.cross(right - pen.width(words, 12, 700) - 7, y, 3.2, c.failMark, 1.8);
    });
  },
};
