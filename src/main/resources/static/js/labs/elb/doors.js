// The wall of the VPC, the shop's sign with its name, and the doors: a node of the balancer in each zone.
import { ease } from '../../scene/ease.js';
import { doors, doorX, inside, middle, rows, toDesk, trace } from './facts.js';
import { singleBox } from './layout.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** An address that has just changed is marked so long, and the sign turns so long, µs. */
const FRESH = 8e6,
  TURN = 0.9e6;

/** @type {Part} */
export const walls = {
  name: 'doors',
  read: { rows, doors, inside, middle },
  above(pen, { L }) {
    pen.means('column.doors');
    if (!L.narrow) pen.text(L.words('column.doors'), L.wall - 8, 8, { color: pen.c.ink3 });
  },
  draw(pen, now) {
    const { lane, run, L, t } = now;
    if (!lane.single) {
      drawWall(pen, now);
      now.doors.forEach((_, zone) => {
        pen.means('way');
        if (!run.isDark(zone, t)) trace(pen, toDesk(L, now.doors, zone, now.middle, lane, now.inside), pen.c.rule2, 1);
      });
      return;
    }
    const top = now.rows[0] - L.rowH / 2,
      to = singleBox(L).x;
    pen.means('no-wall');
    pen.path([[L.wall, top], [L.wall, now.rows[4] + L.rowH / 2]], pen.c.edge, 1.2, [1, 4]);
    pen.means('way');
    pen.line(L.wall + 4, now.middle, to - 4, now.middle, pen.c.rule2);
  },
};

/** @param {Pen} pen  @param {Now} now */
function drawWall(pen, { L, rows, doors, inside }) {
  const half = doorHalf(L),
    bottom = rows[4] + L.rowH / 2;
  let y = rows[0] - L.rowH / 2;
  pen.means(inside ? 'wall-internal' : 'wall');
  for (const door of inside ? [] : doors) {
    pen.fill(L.wall - 0.75, y, 1.5, door - half - y, pen.c.edge);
    y = door + half;
  }
  pen.fill(L.wall - 0.75, y, 1.5, bottom - y, pen.c.edge);
}

const doorHalf = L => (L.narrow ? 9 : L.large ? 14 : L.rowH * 0.56);

/** The doors and what is written beside them: over what flies. @type {Part} */
export const nodes = {
  name: 'doors',
  read: { rows, doors, inside, middle },
  draw(pen, now) {
    if (!now.L.narrow) drawSign(pen, now);
    if (now.lane.single) return void drawServer(pen, now);
    now.doors.forEach((_, zone) => drawDoor(pen, now, zone));
  },
  touch({ L, lane, doors, rows, inside }, x, y) {
    if (!L.narrow && Math.abs(x - L.wall) < 30 && Math.abs(y - signY(L, rows)) < 10) return { kind: 'name' };
    if (lane.single) return null;
    const zone = doors.findIndex(door => Math.abs(y - door) < Math.max(12, doorHalf(L)));
    if (zone >= 0 && Math.abs(x - doorX(L, lane, inside)) < L.tagR + 6) return { kind: 'zone', zone };
    return Math.abs(x - L.wall) < 6 && y > rows[0] - L.rowH / 2 && y < rows[4] + L.rowH / 2 ? { kind: 'wall' } : null;
  },
};

const signY = (L, rows) => rows[0] - L.rowH * 0.5 - (L.large ? 8 : 7);

/** The shop's sign turns over when the addresses behind it change. @param {Pen} pen  @param {Now} now */
function drawSign(pen, { L, lane, rows, t }) {
  const { g, c } = pen,
    changed = Math.max(...lane.names.map((_, node) => lane.nameAt(node, t)?.at ?? 0)),
    since = changed > 0 ? t - changed : Infinity,
    turn = since >= 0 && since < TURN ? Math.max(0.1, Math.abs(Math.cos(ease(since / TURN) * Math.PI))) : 1,
    w = L.large ? 30 : 28,
    h = (L.large ? 10 : 8.5) * turn,
    y = signY(L, rows);
  pen.means('sign');
  pen.fill(L.wall - w, y - h, 2 * w, 2 * h, c.paper);
  pen.box(L.wall - w, y - h, 2 * w, 2 * h, c.ink2, 1.2);
  if (turn > 0.6) pen.text('shop.kr', L.wall, y + 0.8, { color: c.ink, align: 'center', weight: 700 });
  g.lineWidth = 1;
}

/** @param {Pen} pen  @param {Now} now */
function drawServer(pen, { run, L, lane, middle, t }) {
  const said = lane.nameAt(0, t);
  pen.means('address');
  if (!L.narrow && said) pen.halo(run.addresses[said.address], L.wall + 16, middle - 9, { color: pen.c.ink2 });
}

/** @param {Pen} pen  @param {Now} now  @param {number} zone */
function drawDoor(pen, now, zone) {
  const { run, L, lane, doors, inside, t } = now,
    { c } = pen,
    y = doors[zone],
    half = doorHalf(L),
    dark = run.isDark(zone, t),
    x = doorX(L, lane, inside);
  if (dark) {
    pen.means('dark');
    pen.fill(x - L.tagR - 2, y - half, 2 * L.tagR + 4, 2 * half, c.paper);
    pen.box(x - L.tagR - 2, y - half, 2 * L.tagR + 4, 2 * half, c.failMark, 1.4, [4, 3]);
    pen.cross(x, y, 5, c.failMark, 2);
  } else {
    pen.means('door');
    pen.fill(x - L.tagR - 3, y - half + 1, 2 * L.tagR + 6, 2 * half - 2, c.paper);
    pen.tag(x, y, lane.index, L.tagR);
  }
  if (!L.narrow) drawAddress(pen, now, zone, dark);
}

/** @param {Pen} pen  @param {Now} now */
function drawAddress(pen, { run, L, lane, doors, inside, t }, zone, dark) {
  const { c } = pen,
    said = lane.nameAt(zone, t),
    x = doorX(L, lane, inside) + L.tagR + 8,
    fresh = said && said.at > 0 && said.listed && t - said.at < FRESH,
    left = dark && said && !said.listed,
    y = doors[zone] - (L.large ? 7 : 0),
    color = dark ? c.fail : fresh ? c.slow : c.ink2,
    weight = fresh ? 700 : 400,
    address = left ? L.words('door.left') : said ? run.addresses[said.address] : '';
  pen.means(fresh ? 'address-new' : 'address');
  pen.halo(run.zones[zone], x, y, { color: dark ? c.fail : c.ink3, weight: 700 });
  pen.halo(address, x + 11, y, { color, weight });
  if (!L.large) return;
  const state = dark ? 'dark' : inside ? 'private' : lane.balancer === 'nlb' ? 'fixed' : fresh ? 'changed' : 'may-change';
  pen.halo(L.words(`door.${state}`), x + 11, y + 15, { color: dark || fresh ? color : c.ink3, weight: dark || fresh ? 700 : 400 });
}
