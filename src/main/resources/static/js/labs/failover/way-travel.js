// What moves on the way in: requests on their way, and those that wait where nobody answers.
import { mix } from '../../scene/ease.js';
import { upto } from '../../timeline/query.js';
import { onCurve, wayTo, wireTo } from './way-places.js';

const MOST = 60,
  LINGER = 500_000; // µs that a failure stays drawn as a cross where it failed

/** Requests from the users past the signpost to a node and on to a target; those that get no answer wait where they are. */
export function drawRequests(pen, run, way, L, now) {
  const { c } = pen,
    takes = now.step * 2.2,
    crowds = new Map(),
    from = upto(run.arrival, now.t - 70e6),
    to = upto(run.arrival, now.t + takes * 2);
  let drawn = 0;
  for (let i = to - 1; i >= from; i--) {
    const zone = way.node[i];
    if (zone < 0 || !way.nodes.includes(zone)) continue;
    if (way.stayed[i] && now.t >= run.arrival[i] && now.t < way.endAt[i] + LINGER) {
      const where = way.stayed[i] === 1 ? `node ${zone}` : `target ${zone} ${way.targetZones[way.client[i]]}`;
      if (!crowds.has(where)) crowds.set(where, []);
      crowds.get(where).push(now.t < way.endAt[i]);
    }
    const u = (now.t - run.arrival[i]) / takes + (way.stayed[i] ? 1 : 2);
    if (L.narrow || u < 0 || u >= 1 || drawn >= MOST) continue;
    drawn++;
    const at = placeOnTheWay(L, now, way, zone, way.targetZones[way.client[i]], way.stayed[i] === 1 ? u / 2 : u);
    if (!at) continue;
    pen.means(run.write[i] ? 'write' : 'read');
    if (run.write[i]) pen.disc(...at, 2.2, c.req);
    else pen.ring(...at, 1.8, c.reqSoft, 1.2);
  }
  for (const [where, waits] of crowds) drawCrowd(pen, way, L, now, where, waits);
}

/** u: 0 at the users, 0.25 at the name, 0.5 at the node, 1 at the target. */
function placeOnTheWay(L, now, way, zone, group, u) {
  if (u < 0.25) return [mix(L.band.wire, L.post - L.band.board - 4, u * 4), now.middle];
  if (u < 0.5) return onCurve(wayTo(L, now, way, zone), (u - 0.25) * 4);
  if (group === undefined) return null;
  const [x0, y0, x1, y1] = wireTo(L, way, zone, group),
    v = (u - 0.5) * 2;
  return [mix(x0, x1, v), mix(y0, y1, v)];
}

function drawCrowd(pen, way, L, now, where, waits) {
  const [kind, zone, group] = where.split(' '),
    most = kind === 'node' && !L.narrow ? 9 : 5,
    shown = waits.sort().slice(-most),
    r = L.narrow ? 2 : 2.8;
  shown.forEach((waiting, place) => {
    const u = Math.max(0.08, 0.86 - (place * 0.78) / Math.max(most, shown.length)),
      [x0, y0, x1, y1] = kind === 'target' ? wireTo(L, way, Number(zone), Number(group)) : [],
      [x, y] = kind === 'node' ? onCurve(wayTo(L, now, way, Number(zone)), u) : [mix(x0, x1, u), mix(y0, y1, u)];
    pen.means(waiting ? 'waiting' : 'retrying');
    if (waiting) pen.ring(x, y, r, pen.c.slowMark, 1.5, pen.c.paper);
    else pen.cross(x, y, r - 0.2, pen.c.failMark, 1.6);
  });
}
