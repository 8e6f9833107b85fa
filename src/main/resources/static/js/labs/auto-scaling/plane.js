// Cost and quality: each policy is its letter with a dotted trail, lower left is better. The grey line is whoever knows the
// future, with one instance more at every point; a swept policy is a line of hollow points, one for every target value.
import { Pen } from '../../scene/pen.js';
import { nice } from '../../scene/axis.js';

export const PLANE_HEIGHT = 190;
const LEFT = 34;
const STEPS = 220; // points of a trail

/**
 * @param {{lane: number, points: {target: number, cost: number, outside: number}[]}|null} sweep whole runs, one a target value
 * @param {number} known the axes are as long as the run needs until then: before a guess they tell nothing of the end
 */
export function drawPlane(context, run, { width: W, height: H }, look, t, sweep = null, known = run.durationMicros) {
  const pen = new Pen(context, look.palette),
    { g, c } = pen,
    ends = run.lanes.map(lane => ({ cost: lane.costAt(known), outside: lane.outsideAt(known) })),
    swept = sweep?.points ?? [],
    xm = Math.max(0.01, run.bound.costAt(known), ...ends.map(e => e.cost), ...swept.map(p => p.cost)) * 1.1,
    ym = Math.max(run.durationMicros / 1e6 / 144, ...ends.map(e => e.outside), ...swept.map(p => p.outside)) * 1.45,
    bottom = H - 32,
    X = cost => LEFT + (cost / xm) * (W - LEFT - 6),
    // a root scale, so that one minute is not zero
    Y = seconds => bottom - Math.sqrt(seconds / ym) * (bottom - 12);
  context.clearRect(0, 0, W, H);
  drawAxes(pen, { W, bottom, X, Y, xm, ym }, look.words);
  g.save();
  g.beginPath();
  g.rect(LEFT, 12, W - LEFT, bottom - 11);
  g.clip();
  const bound = at => Array.from({ length: run.bound.most + 1 }, (_, n) => run.bound.atMost(n, at)).map(({ cost, outside }) => [X(cost), Y(outside)]);
  pen.path(bound(t), c.edge, 1.3);
  if (swept.length) pen.path(bound(run.durationMicros), c.edge, 1, [2, 3]); // a sweep is of whole runs
  g.restore();
  pen.ring(X(run.bound.costAt(t)), bottom, 4, c.edge, 1.4, c.sheet);
  for (const lane of run.lanes) drawTrail(pen, run, lane, t, X, Y);
  if (swept.length) drawSweep(pen, sweep, X, Y);
  for (const lane of run.lanes) pen.tag(X(lane.costAt(t)), Y(lane.outsideAt(t)), lane.index, 7.5);
  const legend = look.words('plane.bound'),
    x = W - pen.width(legend) - 2;
  pen.text(legend, x, 22, { color: c.ink2 });
  pen.ring(x - 9, 21.5, 4, c.edge, 1.4, c.sheet);
  pen.fill(x - 24, 21, 10, 1.3, c.edge);
}

function drawAxes(pen, { W, bottom, X, Y, xm, ym }, words) {
  const { c } = pen,
    minutes = [0, 60, 300, 600, 1800, 3600, 7200, 14400, 28800, 86400, 259200].filter(v => v <= ym);
  let below = Infinity;
  for (const v of minutes) {
    if (v && below - Y(v) < 13) continue;
    below = Y(v);
    pen.fill(LEFT, Math.round(Y(v)), W - LEFT, 1, v ? c.rule : c.ink);
    pen.text(String(v / 60), LEFT - 6, Y(v) + 0.5, { color: c.ink3, align: 'right' });
  }
  const step = nice(xm / 4);
  for (let v = 0; v < xm; v += step) {
    if (v) pen.fill(Math.round(X(v)), 12, 1, bottom - 8, c.rule);
    if (X(v) < W - 14) pen.text(`$${+v.toPrecision(6)}`, X(v), bottom + 12, { color: c.ink3, align: 'center' });
  }
  pen.text(words('plane.outside'), LEFT + 4, 5, { color: c.ink3 });
  pen.text(words('plane.cost'), W, bottom + 26, { color: c.ink3, align: 'right' });
}

function drawTrail(pen, run, lane, t, X, Y) {
  const placeAt = at => ({ cost: lane.costAt(at), outside: lane.outsideAt(at) }),
    passed = Math.min(STEPS + 1, Math.ceil((t * STEPS) / run.durationMicros));
  lane.trail ??= Array.from({ length: STEPS + 1 }, (_, i) => placeAt((run.durationMicros * i) / STEPS));
  pen.path(
    [...lane.trail.slice(0, passed), placeAt(t)].map(({ cost, outside }) => [X(cost), Y(outside)]),
    pen.lane(lane.index),
    1.2,
    [1.5, 3],
  );
}

/** Hollow points with their target where there is room for the number. */
function drawSweep(pen, { lane, points }, X, Y) {
  const { c } = pen,
    color = pen.lane(lane),
    spots = points.map(point => ({ ...point, x: X(point.cost), y: Y(point.outside) })),
    taken = [];
  pen.path(spots.map(({ x, y }) => [x, y]), color, 1);
  for (const { x, y, target } of spots) {
    pen.ring(x, y, 2.8, color, 1.3, c.paper);
    const width = pen.width(String(target));
    if (taken.some(([tx, ty]) => Math.abs(tx - x) < width + 8 && Math.abs(ty - y) < 13)) continue;
    pen.halo(String(target), x + 6, y - 8, { color: c.ink2 });
    taken.push([x, y]);
  }
}
