// The signpost that says where the database's name leads, and the ways from there to the machines.
import { ease } from '../../scene/ease.js';
import { floors, machines, middle, name, other, writer } from './facts.js';
import { boardOf, wayTo, wireFrom } from './ways.js';

/** @typedef {import('../../scene/stage.js').Part} Part */

const TURN = 700_000; // µs: how long the signpost is drawn turning

/** Lines to the machines: dark to the one the name leads to, ochre and dotted where clients still remember another. @type {Part} */
export const ways = {
  name: 'requests',
  read: { floors, machines, middle, name, other, writer },
  draw(pen, now) {
    const { run, lane, L, t, middle, name, machines } = now,
      { g, c } = pen,
      remembered = new Set();
    for (let i = 0; i < run.clients; i++) {
      const { state, machine } = lane.clientAt(i, t);
      if (state === 'old-address') remembered.add(machine);
    }
    pen.path([[wireFrom(L), middle], [L.post + (L.shows('signpost') ? -boardOf(L, lane) - 2 : boardOf(L, lane) + 6), middle]], c.rule2);
    machines.forEach((_, m) => {
      const on = m === name.machine,
        old = !on && remembered.has(m),
        [x0, y0, x1, y1] = wayTo(L, lane, now, m),
        bend = (x1 - x0) / 2;
      pen.means(old ? 'remembered' : on ? 'wire' : '');
      g.strokeStyle = on ? c.ink : old ? c.slowMark : c.rule2;
      g.lineWidth = on ? 1.7 : old ? 1.4 : 1;
      g.setLineDash(on ? [] : old ? [2, 3] : [1, 4]);
      g.beginPath();
      g.moveTo(x0, y0);
      g.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
      g.stroke();
      g.setLineDash([]);
    });
  },
};

/** One name and one arrow; it turns when the name changes. Behind a proxy, the proxy's door instead. @type {Part} */
export const signpost = {
  name: 'signpost',
  lay: ({ narrow, at }) => (narrow ? { post: 72, board: 16 } : { post: at(0.118), board: 25 }),
  read: { floors, machines, middle, name },
  above(pen, { L }) {
    pen.means('column.name');
    if (!L.narrow) pen.text(L.words('column.name'), L.post - 4, L.above + 8, { color: pen.c.ink3, align: 'center' });
  },
  draw(pen, { run, lane, L, t, middle, name, machines }) {
    const { g, c } = pen,
      board = boardOf(L, lane),
      since = t - name.at,
      turning = name.at > 0 && !lane.proxied,
      turned = !turning || since >= TURN * 0.29,
      flat = turning ? Math.abs(Math.cos(ease(since / TURN) * Math.PI)) : 1,
      zone = run.zones[machines[turned ? name.machine : before(lane, name)]?.zone] ?? '–',
      high = L.narrow ? 8 : 9.5;
    pen.means(lane.proxied ? 'proxy' : 'signpost');
    if (!L.narrow && !lane.proxied) pen.path([[L.post - 4, middle + 9], [L.post - 4, middle + 27]], c.ink2, 1.5);
    g.save();
    g.translate(L.post, middle);
    g.scale(1, Math.max(0.08, flat));
    drawBoard(pen, board, lane.proxied ? board + 2 : board - 3, high, lane.proxied);
    pen.text(L.narrow ? `→${zone}` : `${lane.proxied ? L.words('signpost.proxy') : 'db'} → ${zone}`, 0, 0.8, {
      size: lane.proxied && !L.narrow ? 12 : 12.5,
      color: c.ink,
      align: 'center',
      weight: 700,
    });
    g.restore();
    if (!L.narrow && !lane.proxied)
      pen.text(`TTL ${+(run.dnsTtlMicros / 1e6).toFixed(1)} s`, L.post + 2, middle + 26, { color: c.ink3 }); // clear of the clients' words
  },
  touch({ L, lane, y: top }, x, y) {
    const middle = y - top - L.head - L.middle;
    return Math.abs(x - L.post) < L.board + 8 && Math.abs(middle) < 18 ? { kind: 'database', lane: lane.index } : null;
  },
};

/** A board that points to the right, or a door. */
function drawBoard({ g, c }, board, tip, high, door) {
  g.beginPath();
  g.moveTo(-board, -high);
  g.lineTo(tip, -high);
  if (!door) g.lineTo(board + 5, 0);
  g.lineTo(tip, high);
  g.lineTo(-board, high);
  g.closePath();
  g.fillStyle = c.sheet;
  g.fill();
  g.strokeStyle = c.ink2;
  g.lineWidth = door ? 2.2 : 1.3;
  g.stroke();
}

const before = (lane, name) => lane.names.states[Math.max(0, lane.names.states.indexOf(name) - 1)].machine;
