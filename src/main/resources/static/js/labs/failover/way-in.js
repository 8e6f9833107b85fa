// The way in, above the lanes: users, the signpost with the balancer's name, and each zone as a floor with its node and its
// targets. With shallow health checks it is the same for every lane, else it is the first lane's.
import { mix } from '../../scene/ease.js';
import { grouped } from '../../scene/numbers.js';
import { clientMark } from './clients.js';
import { step } from './facts.js';
import { bandOf, floorY, wayTo, wireTo } from './way-places.js';
import { drawRequests } from './way-travel.js';
import { signOf } from './zones.js';

/** A user's state as a client's mark shows it. */
const MARKS = { through: 'connected', waiting: 'waiting', failed: 'retrying', 'old-node': 'old-address' };

/** @type {import('../../scene/stage.js').Part} */
export const way = {
  name: 'way',
  lay: (L, run) => ({ band: run.entrance && L.shows('way') ? bandOf(run, L) : null }),
  readAbove: {
    step,
    wayThrough: ({ run, L, t }) => L.band && run.entrance.summaryAt(t),
    wayMiddle: ({ L }) => L.band && (L.band.floors[0] + L.band.floors.at(-1)) / 2,
  },
  above(pen, { run, L, t, step, wayThrough: summary, wayMiddle: middle }) {
    if (!L.band) return;
    const way = run.entrance,
      now = { t, step, summary, y: L.band.y, middle };
    drawWords(pen, run, L, now);
    drawUsers(pen, way, L, now);
    way.zones.forEach((zone, floor) => drawFloor(pen, way, L, now, zone, L.band.floors[floor]));
    drawWires(pen, way, L, now);
    way.nodes.forEach(zone => drawNode(pen, way, L, now, zone));
    way.targetZones.forEach((_, target) => drawTarget(pen, way, L, now, target));
    drawSign(pen, run, way, L, now);
    drawRequests(pen, run, way, L, now);
  },
  touchAbove: ({ run, L }, x, y) => (L.band ? thingAt(L, run.entrance, x, y) : null),
};

/** A target, or the zone that its floor is. @param {import('../../scene/stage.js').Layout} L  @param {any} way */
function thingAt({ band, from, to }, way, x, y) {
  const floor = band.floors.findIndex(middle => Math.abs(y - middle) < band.rowH / 2),
    zone = way.zones[floor];
  if (zone === undefined || x < from || x > to) return null;
  const target = way.targetsIn[zone][Math.floor((x - band.targetsFrom) / band.cells.pitch)];
  return x >= band.targetsFrom && target !== undefined ? { kind: 'client', client: target } : { kind: 'zone', zone };
}

/** What the words above are the heads of. */
const HEADS = {
  'way.users': 'column.way-users',
  'column.name': 'column.way-name',
  'way.column': 'column.way-zones',
  'way.lines': 'column.way-lines',
};

function drawWords(pen, run, L, { summary, y }) {
  const { c } = pen,
    { words } = L,
    middle = y + (L.narrow ? 16 : 17),
    name = words('way.name'),
    left = L.narrow ? 0 : pen.width(name, 15, 700) + 10,
    overLines = !L.narrow && L.shows('lines');
  if (!L.narrow) {
    for (const [key, x, align] of [
      ['way.users', 0, 'left'],
      ['column.name', L.post - 4, 'center'],
      ['way.column', L.from + 4, 'left'],
      ...(overLines ? [['way.lines', L.linesFrom, 'left']] : []),
    ]) {
      pen.means(HEADS[key]);
      pen.text(words(key), x, y - L.band.words + 8, { color: c.ink3, align });
    }
    pen.means('');
    pen.fill(0, y, L.W, 1, c.rule);
  }
  pen.means('way');
  pen.text(name, 0, middle, { size: 15, color: c.ink, weight: 700 });
  const failed = summary.atNode + summary.atTarget,
    count = grouped(failed);
  if (!L.narrow) {
    const same = words(run.sameWayIn ? 'way.same' : 'way.first');
    if (left + pen.width(same, 13) < L.to - (overLines ? 0 : 160)) pen.text(same, left, middle, { size: 13, color: c.ink3 });
  }
  pen.means('way-failed');
  if (overLines) {
    let x = L.linesFrom;
    for (const [key, n] of [['way.at-node', summary.atNode], ['way.at-target', summary.atTarget]]) {
      pen.text(words(key), x, middle, { color: c.ink3 });
      x += pen.width(words(key)) + 5;
      pen.text(grouped(n), x, middle, { size: 13, color: n ? c.fail : c.ink, weight: 700 });
      x += pen.width('0,000', 13, 700) + 12;
    }
    return;
  }
  pen.text(count, L.W, middle, { size: 15, color: failed ? c.fail : c.ink3, align: 'right', weight: 700 });
  pen.text(words('way.failed'), L.W - pen.width(count, 15, 700) - 6, middle, { color: c.ink3, align: 'right' });
}

/** Users in a grid, always at the same place; a mark of their own only while it can be told from its neighbour. */
function drawUsers(pen, way, L, now) {
  const { c } = pen,
    { columns, pitch, r } = L.band.grid;
  for (let user = 0; user < way.users; user++) {
    const [x, y] = userPlace(L, user),
      state = way.userAt(user, now.t);
    pen.means(MARKS[state]);
    if (r >= 1.6) clientMark(pen, x, y, MARKS[state], r);
    else pen.fill(x - pitch * 0.35, y - pitch * 0.35, pitch * 0.7, pitch * 0.7, USER_COLORS[state](c));
  }
  if (L.narrow) return;
  let y = Math.max(L.band.usersTop + Math.ceil(way.users / columns) * pitch + 6, now.middle + 19); // below the signpost
  for (const state of ['old-node', 'failed', 'waiting', 'through']) {
    const n = now.summary.users[state];
    if (!n) continue;
    clientMark(pen, 7, y, MARKS[state], 3.6);
    pen.text(`${grouped(n)} ${L.words(`way.user.${state}`)}`, 17, y + 0.5, {
      color: USER_WORDS[state](c),
      weight: state === 'through' ? 400 : 700,
    });
    y += 13;
  }
}

const USER_COLORS = { through: c => c.req, waiting: c => c.slowMark, failed: c => c.failMark, 'old-node': c => c.slowMark };
const USER_WORDS = { through: c => c.ink2, waiting: c => c.slow, failed: c => c.fail, 'old-node': c => c.slow };

function userPlace(L, user) {
  const { columns, pitch } = L.band.grid;
  return [L.gridX + (user % columns) * pitch, L.band.usersTop + Math.floor(user / columns) * pitch];
}

function drawFloor(pen, way, L, now, zone, y) {
  const { c } = pen,
    state = way.zoneState(zone, now.t),
    half = (L.band.rowH - 6) / 2,
    width = L.to - L.from,
    gone = state !== 'up',
    letter = way.run.zones[zone];
  pen.means(signOf(state));
  if (state === 'dark') pen.hatching(L.from, y - half, width, half * 2, c.rule2);
  pen.box(L.from + 0.5, Math.round(y - half) + 0.5, width, half * 2, gone ? c.failMark : c.rule2, gone ? 1.5 : 1, gone ? [5, 3] : []);
  if (gone) pen.path([[L.from - 7, y - 7], [L.from - 7, y + 7]], c.failMark, 2.4);
  const write = state === 'dark' ? 'halo' : 'text';
  pen[write](L.narrow ? letter : L.words('zone', letter), L.from + L.label, y + 0.5, {
    color: gone ? c.fail : c.ink2,
    weight: gone ? 700 : 400,
  });
  if (!way.targetsIn[zone].length)
    pen[write](L.words('way.no-target'), L.band.targetsFrom, y + 0.5, { color: c.ink3 });
  if (!way.nodes.includes(zone)) pen[write](L.words('way.no-node'), L.from + L.box + 4, y + 0.5, { color: c.ink3 });
}

/** From the name to its nodes, from each node to the groups of targets it may choose from. */
function drawWires(pen, way, L, now) {
  const { c } = pen,
    { t } = now,
    remembered = nodesAskedAt(way, t);
  pen.path([[L.band.wire, now.middle], [L.post - L.band.board - 2, now.middle]], c.rule2);
  for (const zone of way.nodes) {
    const state = way.nodeAt(zone, t),
      old = state === 'delisted' && remembered.has(zone),
      [x0, y0, x1, y1] = wayTo(L, now, way, zone);
    pen.means(old ? 'remembered' : 'node-way');
    if (state === 'delisted') curve(pen, x0, y0, x1, y1, old ? c.slowMark : c.rule2, old ? 1.4 : 1, old ? [2, 3] : [1, 4]);
    else curve(pen, x0, y0, x1, y1, c.ink, 1.5, []);
    if (!way.up(zone, t)) continue;
    const open = way.failsOpen(zone, t);
    for (const group of way.zones) {
      if (!way.targetsIn[group].length || (!way.crossZone && group !== zone)) continue;
      const out = !open && way.targetsIn[group].every(target => !way.believes(zone, target, t)),
        [fx, fy, tx, ty] = wireTo(L, way, zone, group);
      pen.means(out ? 'target-cut' : 'target-way');
      pen.path([[fx, fy], [tx, ty]], out || !open ? c.edge : c.slowMark, 1.2, out ? [1.5, 3] : []);
      if (out) bar(pen, fx, fy, tx, ty);
    }
  }
}

/** The cut of a way that a health check closed, near its node. */
function bar(pen, fx, fy, tx, ty) {
  const long = Math.hypot(tx - fx, ty - fy),
    [x, y] = [mix(fx, tx, 0.32), mix(fy, ty, 0.32)], // not where two ways cross
    [dx, dy] = [((ty - fy) / long) * 5, ((tx - fx) / long) * 5];
  pen.path([[x - dx, y + dy], [x + dx, y - dy]], pen.c.failMark, 2.4);
}

/** Delisted nodes that users still went to with their latest request. */
function nodesAskedAt(way, t) {
  const asked = new Set();
  for (let user = 0; user < way.users; user++) if (way.userAt(user, t) === 'old-node') asked.add(way.node[way.latest(user, t)]);
  return asked;
}

function curve(pen, x0, y0, x1, y1, color, width, dash) {
  const { g } = pen,
    bend = (x1 - x0) / 2;
  g.strokeStyle = color;
  g.lineWidth = width;
  g.setLineDash(dash);
  g.beginPath();
  g.moveTo(x0, y0);
  g.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
  g.stroke();
  g.setLineDash([]);
}

function drawNode(pen, way, L, now, zone) {
  const { c } = pen,
    y = floorY(L, way, zone),
    x = L.from + L.box,
    w = L.boxW,
    half = L.narrow ? 8 : 10,
    state = way.zoneState(zone, now.t),
    dead = state !== 'up',
    word = dead ? L.words(`zone.${state}`) : L.words('way.node');
  pen.means(dead ? 'gone' : 'node');
  pen.fill(x, y - half, w, half * 2, dead ? c.paper : c.sheet);
  pen.box(x + 0.5, y - half, w - 1, half * 2, dead ? c.failMark : c.edge, dead ? 1.5 : 1.2, dead ? [4, 3] : []);
  if (dead) pen.cross(x + (L.narrow ? 8 : 11), y, L.narrow ? 3.2 : 4, c.failMark, 1.9);
  const size = Math.max(10.5, Math.min(12, (12 * (w - (dead ? 24 : 6))) / pen.width(word, 12, 700)));
  pen.text(word, x + w / 2 + (dead ? 8 : 0), y + 0.8, { size, color: dead ? c.fail : c.ink2, align: 'center', weight: dead ? 700 : 400 });
}

/** Filled: healthy and asked. Hatched: believed unhealthy. Broken: does not answer. */
function drawTarget(pen, way, L, now, target) {
  const { c } = pen,
    zone = way.targetZones[target],
    { pitch, size } = L.band.cells,
    x = L.band.targetsFrom + way.targetsIn[zone].indexOf(target) * pitch,
    half = L.narrow ? 5.5 : 8.5,
    y = floorY(L, way, zone),
    gone = !way.up(zone, now.t),
    trusted = way.trusted(target, now.t);
  pen.means(gone ? 'gone' : trusted ? 'target' : 'target-out');
  pen.fill(x, y - half, size, half * 2, gone || !trusted ? c.paper : c.req);
  if (!trusted) pen.hatch(x, y - half, size, half * 2, gone ? c.failMark : c.edge, 4);
  if (gone || !trusted)
    pen.box(x + 0.5, y - half + 0.5, size - 1, half * 2 - 1, gone ? c.failMark : c.edge, 1.2, gone ? [3, 2] : []);
  if (size < 13) return;
  const look = { align: 'center', color: gone ? c.fail : trusted ? c.paper : c.ink2 };
  pen[trusted ? 'text' : 'halo'](String(target + 1), x + size / 2, y + 0.8, look);
}

/** The balancer's name and the nodes that it lists now. */
function drawSign(pen, run, way, L, now) {
  const { g, c } = pen,
    { board } = L.band,
    high = L.narrow ? 8 : 9.5,
    listed = way.nodes.filter(zone => way.nodeAt(zone, now.t) !== 'delisted').map(zone => run.zones[zone]);
  pen.means('signpost');
  if (!L.narrow) pen.path([[L.post - 4, now.middle + 9], [L.post - 4, now.middle + 27]], c.ink2, 1.5);
  g.beginPath();
  g.moveTo(L.post - board, now.middle - high);
  g.lineTo(L.post + board - 3, now.middle - high);
  g.lineTo(L.post + board + 5, now.middle);
  g.lineTo(L.post + board - 3, now.middle + high);
  g.lineTo(L.post - board, now.middle + high);
  g.closePath();
  g.fillStyle = c.sheet;
  g.fill();
  g.strokeStyle = c.ink2;
  g.lineWidth = 1.3;
  g.stroke();
  pen.text(`${L.narrow ? '→' : 'lb → '}${listed.join(L.narrow ? '' : ' ')}`, L.post, now.middle + 0.8, {
    size: 12.5,
    color: c.ink,
    align: 'center',
    weight: 700,
  });
  if (!L.narrow)
    pen.text(`TTL ${+(way.ttlMicros / 1e6).toFixed(1)} s`, L.post + 2, now.middle + 26, { color: c.ink3 }); // clear of the users' words
}
