// Three probes are three indigo lines on the same way: the cause lies between the one that arrives and the one that does not.
// A line goes as far as it was seen to go; beyond, dots lead through all that it could be.
import { ease } from '../../scene/ease.js';
import { between, cutAt, partOf, squareX, stopOf, wayFromBelow, wayOf } from './layout.js';
import { isOld, probeAt } from './run.js';

/** @typedef {import('../../scene/pen.js').Pen} Pen */
/** @typedef {import('../../scene/stage.js').Layout} Layout */
/** @typedef {import('./run.js').End} End */

const DRAWN = 900_000, // µs in which a line comes
  FADED = 0.28,
  BESIDE = -4; // px beside the way of requests

export const PROBES = ['client', 'subnet', 'host'];

/** @type {import('../../scene/stage.js').Part} */
export const below = {
  name: 'below',
  read: { asked: ({ run, t }) => Object.fromEntries(PROBES.map(id => [id, probeAt(run, id, t)])) },
  draw(pen, { L, asked }) {
    if (L.narrow && !asked.subnet) return;
    const { c } = pen,
      x = squareX(L),
      y = L.belowY - 8;
    pen.means('subnet');
    pen.fill(x - 7, y - 7, 14, 14, asked.subnet ? c.jjokWash : c.paper);
    pen.box(x - 7, y - 7, 14, 14, c.jjok, 1.4);
    if (!L.narrow) pen.text(L.words('subnet'), x - 13, y, { color: c.jjok, align: 'right' });
  },
};

/** @type {import('../../scene/stage.js').Part} */
export const lines = {
  name: 'lines',
  draw(pen, now) {
    for (const { id, probe, end, u } of drawn(now))
      if (id !== 'host') faded(pen, now, probe, () => line(pen, now.L, now.run, wayOfEnd(now, id, probe, end), end, u));
  },
};

/** Above the targets: the ends, and the ring of who asked on one of them. @type {import('../../scene/stage.js').Part} */
export const ends = {
  name: 'ends',
  draw(pen, now) {
    const { L } = now;
    for (const { id, probe, end, u } of drawn(now))
      faded(pen, now, probe, () => {
        if (id === 'host') round(pen, L, u);
        if (u < 1) return;
        const [x, y] = id === 'host' ? [L.X.socket, L.targetY[1]] : cutAt(wayOfEnd(now, id, probe, end), stopOf(L, end.seen)).at(-1);
        endMark(pen, x, y, end.how);
      });
  },
};

/** Each end of the newest probe of each kind, and how much of its line is there. @param {any} now */
const drawn = ({ asked, t }) =>
  PROBES.flatMap(id => {
    const probe = asked[id];
    return probe ? probe.ends.map(end => ({ id, probe, end, u: ease((t - probe.at) / DRAWN) })) : [];
  });

/** @param {Pen} pen */
function faded(pen, { run, t }, probe, paint) {
  pen.g.globalAlpha = isOld(run, probe, t) ? FADED : 1;
  paint();
  pen.g.globalAlpha = 1;
}

const wayOfEnd = ({ L, run }, id, probe, end) => (id === 'client' ? wayFromOutside(L, end, probe) : wayFromBelow(L, lowest(run)));

/** Which target was reached is not said: through the first door it is drawn to the first target, through the second to the last. */
function wayFromOutside(L, { door }, probe) {
  const target = door === null ? 1 : door ? 2 : 0,
    way = wayOf(L, door ?? (probe.ends.length > 1 ? null : 0), target);
  return way.map(([x, y]) => [x, y + BESIDE]);
}

const lowest = run => (run.targets.length || 3) - 1;

/** @param {Pen} pen */
function line(pen, L, run, way, { how, seen }, u) {
  const { c } = pen,
    stop = stopOf(L, seen),
    known = cutAt(way, stop);
  pen.means('probe');
  pen.path(partOf(known, u), c.jjok, 2);
  if (how !== 'silent' || run.solved || u < 1) return;
  // silence: from outside all up to the listener can swallow it, from inside all up to the target
  const until = stop < L.X.group ? L.X.listener : L.X.target[0];
  if (until <= stop) return;
  pen.means('unknown');
  pen.path(between(way, stop, until), c.jjok, 1.2, [1.5, 4]);
}

/** On the instance itself: around the socket. @param {Pen} pen */
function round(pen, L, u) {
  const { g, c } = pen;
  pen.means('probe');
  g.strokeStyle = c.jjok;
  g.lineWidth = 2;
  g.beginPath();
  g.arc(L.X.socket, L.targetY[1], L.narrow ? 9 : 13, -0.9, -0.9 + 5.2 * u);
  g.stroke();
}

/** Arrived, silence, refused, answered with an error. @param {Pen} pen  @param {End['how']} how */
export function endMark(pen, x, y, how) {
  const { c } = pen;
  pen.means(`end.${how}`);
  if (how === 'arrived') pen.disc(x, y, 4.5, c.jjok);
  else if (how === 'silent') pen.ring(x, y, 5, c.slowMark, 2.2, c.paper);
  else if (how === 'refused') pen.cross(x, y, 5, c.failMark, 2.4);
  else {
    pen.fill(x - 5, y - 5, 10, 10, c.paper);
    pen.box(x - 4, y - 4, 8, 8, c.failMark, 2);
  }
}
