// Clients by state, always in the same place, and the signpost that says where the database's name leads.
import { ease } from '../../scene/ease.js';
import { clientPlace } from './layout.js';
import { boardOf, wayTo, wireFrom } from './ways.js';

const TURN = 700_000; // µs: how long the signpost is drawn turning

/** A client's mark: disc linked, ring no answer, cross no link, square at the old address, empty ring dark itself. */
export function clientMark(pen, x, y, state, r) {
  const { c } = pen;
  if (state === 'connected') pen.disc(x, y, r - 0.4, c.req);
  else if (state === 'waiting') pen.ring(x, y, r - 0.8, c.slowMark, 1.8);
  else if (state === 'old-address') {
    pen.box(x - r + 0.8, y - r + 0.8, 2 * r - 1.6, 2 * r - 1.6, c.slowMark, 1.7);
    pen.fill(x - 1.4, y - 1.4, 2.8, 2.8, c.slowMark);
  } else if (state === 'down') pen.box(x - r + 0.8, y - r + 0.8, 2 * r - 1.6, 2 * r - 1.6, c.failMark, 1.3, [2, 1.6]);
  else pen.cross(x, y, r - 1.2, c.failMark, 1.9);
}

export function drawClients(pen, run, lane, L, now) {
  const { c } = pen;
  for (let i = 0; i < run.clients; i++) {
    const [x, y] = clientPlace(L, now.middle, i);
    clientMark(pen, x, y, lane.clientAt(i, now.t).state, L.grid.r);
  }
  if (L.narrow) return;
  const [, lastY] = clientPlace(L, now.middle, run.clients - 1);
  let y = lastY + Math.max(11, L.grid.pitch) + 3;
  for (const [state, color] of [
    ['old-address', c.slow],
    ['retrying', c.fail],
    ['waiting', c.slow],
    ['down', c.fail],
    ['connected', c.ink2],
  ]) {
    const n = now.counts[state];
    if (!n || y > now.y + L.laneH - 4) continue;
    clientMark(pen, 7, y, state, 3.6);
    pen.text(`${n} ${L.words(`client.${state}`)}`, 17, y + 0.5, { color, weight: state === 'connected' ? 400 : 700 });
    y += 15;
  }
}

/** One name and one arrow; it turns when the name changes. Behind a proxy, the proxy's door instead. */
export function drawSignpost(pen, run, lane, L, now) {
  const { g, c } = pen,
    { middle, t, name } = now,
    board = boardOf(L, lane),
    since = t - name.at;
  drawWays(pen, run, lane, L, now);
  const turning = name.at > 0 && !lane.proxied,
    flat = turning ? Math.abs(Math.cos(ease(since / TURN) * Math.PI)) : 1,
    shown = turning && since < TURN * 0.29 ? 0 : name.machine;
  const zone = run.zones[now.machines[turning && since < TURN * 0.29 ? before(lane, name) : shown]?.zone] ?? '–',
    high = L.narrow ? 8 : 9.5;
  if (!L.narrow && !lane.proxied) pen.path([[L.post - 4, middle + 9], [L.post - 4, middle + 27]], c.ink2, 1.5);
  g.save();
  g.translate(L.post, middle);
  g.scale(1, Math.max(0.08, flat));
  g.beginPath();
  const tip = lane.proxied ? board + 2 : board - 3;
  g.moveTo(-board, -high);
  g.lineTo(tip, -high);
  if (!lane.proxied) g.lineTo(board + 5, 0);
  g.lineTo(tip, high);
  g.lineTo(-board, high);
  g.closePath();
  g.fillStyle = c.sheet;
  g.fill();
  g.strokeStyle = c.ink2;
  g.lineWidth = lane.proxied ? 2.2 : 1.3;
  g.stroke();
  pen.text(L.narrow ? `→${zone}` : `${lane.proxied ? L.words('signpost.proxy') : 'db'} → ${zone}`, 0, 0.8, {
    size: lane.proxied && !L.narrow ? 12 : 12.5,
    color: c.ink,
    align: 'center',
    weight: 700,
  });
  g.restore();
  if (!L.narrow && !lane.proxied)
    pen.text(`TTL ${+(run.dnsTtlMicros / 1e6).toFixed(1)} s`, L.post + 2, middle + 26, { color: c.ink3 }); // clear of the clients' words
}

const before = (lane, name) => lane.names.states[Math.max(0, lane.names.states.indexOf(name) - 1)].machine;

/** Lines to the machines: dark to the one the name leads to, ochre and dotted where clients still remember another. */
function drawWays(pen, run, lane, L, now) {
  const { g, c } = pen,
    remembered = new Set();
  for (let i = 0; i < run.clients; i++) {
    const { state, machine } = lane.clientAt(i, now.t);
    if (state === 'old-address') remembered.add(machine);
  }
  pen.path([[wireFrom(L), now.middle], [L.post - boardOf(L, lane) - 2, now.middle]], c.rule2);
  now.machines.forEach((_, m) => {
    const on = m === now.name.machine,
      old = !on && remembered.has(m),
      [x0, y0, x1, y1] = wayTo(L, lane, now, m),
      bend = (x1 - x0) / 2;
    g.strokeStyle = on ? c.ink : old ? c.slowMark : c.rule2;
    g.lineWidth = on ? 1.7 : old ? 1.4 : 1;
    g.setLineDash(on ? [] : old ? [2, 3] : [1, 4]);
    g.beginPath();
    g.moveTo(x0, y0);
    g.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
    g.stroke();
    g.setLineDash([]);
  });
}
