// The wall of the shop's network: the name on it, its doors and their addresses.
import { ease } from '../../scene/ease.js';
import { names, ways } from './facts.js';

/** @typedef {import('../../scene/stage.js').Part} Part */
/** @typedef {import('../../scene/stage.js').Now} Now */
/** @typedef {import('../../scene/pen.js').Pen} Pen */

const TURNS = 0.9e6; // µs that the board turns over for

/** @type {Part} */
export const doors = {
  name: 'doors',
  above(pen, { L }) {
    if (L.narrow) return;
    pen.means('column.doors');
    const words = L.words('column.doors'),
      room = L.shows('desk') ? L.desk - pen.width(L.words('column.desk')) / 2 - 8 - (L.wall - 30) : Infinity;
    pen.text(pen.width(words) < room ? words : L.words('column.doors.short'), L.wall - 30, 8, { color: pen.c.ink3 });
  },
  read: { ways, names },
  draw(pen, now) {
    const { L, ways, lane } = now,
      { c } = pen,
      top = ways.rows[0] - L.rowH / 2,
      bottom = ways.rows[4] + L.rowH / 2,
      gap = doorH(L);
    if (!L.narrow) board(pen, now, top);
    if (lane.single) {
      pen.means('no-wall');
      pen.path([[L.wall, top], [L.wall, bottom]], c.edge, 1.2, [1, 4]);
      return;
    }
    pen.means('wall');
    let from = top;
    for (const y of ways.inside ? [] : ways.doors) {
      pen.fill(L.wall - 0.75, from, 1.5, y - gap - from, c.edge);
      from = y + gap;
    }
    pen.fill(L.wall - 0.75, from, 1.5, bottom - from, c.edge);
    ways.doors.forEach((y, zone) => door(pen, now, y, zone));
  },
  touch({ L, ways, lane, run, y: laneTop }, x, y) {
    if (lane.single) return null;
    const zone = ways.doors.findIndex(door => Math.abs(y - door) <= doorH(L) + 2);
    if (zone >= 0 && zone < run.zones.length && Math.abs(x - ways.nodeX) < L.tag + 9) return { kind: 'zone', zone };
    const top = ways.rows[0] - L.rowH / 2;
    if (!L.narrow && Math.abs(x - L.wall) < 32 && y > top - 20 && y < top + 3) return { kind: 'name' };
    return Math.abs(x - L.wall) < 6 && y > top && y < ways.rows[4] + L.rowH / 2 && y > laneTop ? { kind: 'wall' } : null;
  },
};

const doorH = L => (L.narrow ? 9 : L.big ? 14 : L.rowH * 0.55);

/** The shop's name on its wall; it turns over when the addresses behind it change. @param {Pen} pen @param {Now} now */
function board(pen, { L, names }, top) {
  const { g, c } = pen,
    turned = Math.min(...names.map(name => name.turned)),
    turn = turned < TURNS ? Math.max(0.1, Math.abs(Math.cos(ease(turned / TURNS) * Math.PI))) : 1,
    w = 29,
    h = (L.big ? 10 : 8.5) * turn,
    y = top - (L.big ? 8 : 7);
  pen.means('board');
  pen.fill(L.wall - w, y - h, 2 * w, 2 * h, c.paper);
  pen.box(L.wall - w, y - h, 2 * w, 2 * h, c.ink2, 1.2);
  if (turn < 0.6) return;
  g.lineJoin = 'miter';
  pen.text('shop.kr', L.wall, y + 0.8, { color: c.ink, align: 'center', weight: 700 });
}

/** @param {Pen} pen @param {Now} now */
function door(pen, { L, ways, index, place }, y, zone) {
  const { c } = pen,
    x = ways.nodeX,
    h = doorH(L);
  if (ways.dark[zone]) {
    pen.means('dark-door');
    pen.fill(x - L.tag - 2, y - h, 2 * L.tag + 4, 2 * h, c.paper);
    pen.box(x - L.tag - 2, y - h, 2 * L.tag + 4, 2 * h, c.failMark, 1.4, [4, 3]);
    pen.cross(x, y, 5, c.failMark, 2);
    return;
  }
  pen.means('door');
  pen.fill(x - L.tag - 3, y - h + 1, 2 * L.tag + 6, 2 * h - 2, c.paper);
  pen.tag(x, y, index, L.tag, place >= 0);
}

/** What doors are called from outside, and whether that stays. @type {Part} */
export const addresses = {
  name: 'addresses',
  read: { ways, names },
  draw(pen, { run, L, lane, ways, names }) {
    if (L.narrow) return;
    const { c } = pen;
    names.forEach((name, zone) => {
      const dark = ways.dark[zone] && !lane.single,
        gone = dark && !name.listed,
        color = dark ? c.fail : name.fresh ? c.slow : c.ink2,
        weight = name.fresh && !dark ? 700 : 400,
        x = ways.nodeX + L.tag + 8,
        y = ways.doors[zone] - (lane.single ? 0 : L.big ? 8 : 6); // above the way inside
      pen.means(gone ? 'delisted' : name.fresh ? 'fresh' : 'address');
      if (!lane.single) pen.halo(run.zones[zone], x, y, { color: dark ? c.fail : c.ink3, weight: 700 });
      const left = lane.single ? x : x + 11,
        room = (L.shows('desk') && !lane.single ? L.desk - L.envelope : L.gate) - left,
        say = (words, at, look) => pen.width(words, 12, look.weight) < room && pen.halo(words, left, at, look);
      say(gone ? L.words('door.delisted') : name.address, y, { color, weight });
      if (!L.big || lane.single) return;
      const state = dark ? 'dark' : ways.inside ? 'private' : name.fresh ? 'fresh' : name.changes ? 'changes' : 'static';
      say(L.words(`door.${state}`), y + 15, { color: dark || name.fresh ? color : c.ink3, weight: dark ? 700 : weight });
    });
  },
};
