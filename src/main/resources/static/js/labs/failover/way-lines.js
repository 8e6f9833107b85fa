// The way in over the whole run: a row for every node and every target, and a cross for each request that failed there.
import { timeStep } from '../../scene/axis.js';
import { growing } from '../../scene/layers.js';
import { upto } from '../../timeline/query.js';
import { lineX } from './layout.js';

/** @type {import('../../scene/stage.js').Part} */
export const wayLines = {
  name: 'lines',
  above(pen, now) {
    if (now.L.band) drawWayLines(pen, now);
  },
};

/** @param {import('../../scene/pen.js').Pen} pen  @param {import('../../scene/stage.js').Now} now */
function drawWayLines(pen, { run, L, t }) {
  const way = run.entrance,
    { c } = pen,
    top = L.band.y + L.band.lines,
    rows = rowsOf(way),
    high = L.band.linesH / rows.length,
    X = micros => lineX(L, run, micros),
    at = new Map(rows.map(({ key }, i) => [key, top + (i + 0.5) * high])),
    left = Math.max(0, L.linesFrom - 48),
    /** @type {[number, number, number, number]} */
    box = [left, top - 8, L.W - left, L.band.linesH + 26],
    crossR = Math.min(L.narrow ? 1.2 : 1.9, high * 0.36);
  pen.means('');
  drawGrid(pen, run, L, top, X);
  for (const { key, line, node } of rows) drawRow(pen, run, line, t, X, at.get(key), high, node, L);
  growing(pen, L, 'way failed', box, upto(way.failedAt, t), (own, from, to) => {
    own.means('failed');
    for (const i of way.failures.slice(from, to)) {
      const place = at.get(way.stayed[i] === 1 ? `node ${way.node[i]}` : `target ${way.client[i]}`);
      if (place !== undefined) own.cross(X(way.endAt[i]), place, crossR, c.failMark, L.narrow ? 0.9 : 1.15);
    }
  });
  drawNames(pen, run, way, L, rows, at, high);
  pen.means('playhead');
  pen.fill(X(t) - 0.75, top - 5, 1.5, L.band.linesH + 10, c.jjok);
}

/** Zone by zone: its node first, then its targets. */
function rowsOf(way) {
  return way.zones.flatMap(zone => [
    ...(way.nodes.includes(zone) ? [{ key: `node ${zone}`, zone, node: true, line: way.lineOf('node', zone) }] : []),
    ...way.targetsIn[zone].map(target => ({ key: `target ${target}`, zone, node: false, line: way.lineOf('target', target) })),
  ]);
}

function drawGrid(pen, run, L, top, X) {
  const { c } = pen,
    length = run.durationMicros,
    step = timeStep(length, L.narrow ? 6 : 10),
    y = top + L.band.linesH + 10,
    last = `${+(length / 1e6).toFixed(1)} s`;
  for (let at = 0; at <= length; at += step) {
    pen.fill(Math.round(X(at)), top - 3, 1, L.band.linesH + 6, c.rule);
    if (!L.narrow && X(at) + 16 < L.linesTo - pen.width(last) + (at === 0 ? 99 : 0))
      pen.text(String(+(at / 1e6).toFixed(1)), X(at), y, { color: c.ink3, align: at === 0 ? 'left' : 'center' });
  }
  if (!L.narrow) pen.text(last, L.linesTo, y, { color: c.ink3, align: 'right' });
}

/** Solid: gets requests and answers. Ochre bar: gets requests and does not answer. Nothing: gets none. */
function drawRow(pen, run, line, t, X, y, high, node, L) {
  const { c } = pen;
  if (!L.narrow && high > 3) pen.fill(L.linesFrom, Math.round(y), X(t) - L.linesFrom, 1, c.rule);
  line.forEach(({ from, state }, i) => {
    if (from > t) return;
    const x = X(Math.max(0, from)),
      width = X(Math.min(t, line[i + 1]?.from ?? run.durationMicros)) - x,
      thick = Math.min(node ? 2.6 : 1.6, high * 0.6);
    pen.means(state === 'silent' ? 'silent' : 'life');
    if (state === 'listed') {
      pen.fill(x, y - thick / 2, width, thick, c.req);
      if (from > 0 && high > 2) pen.disc(x, y, Math.min(2.3, high / 2), c.req);
    } else if (state === 'silent') {
      const bar = Math.min(4, high * 0.7);
      pen.fill(x, y - bar / 2, width, bar, c.slowMark);
    }
  });
}

/** A bracket for each zone, named once. */
function drawNames(pen, run, way, L, rows, at, high) {
  const { c } = pen,
    x = L.linesFrom - 4;
  pen.means('zone');
  for (const zone of way.zones) {
    const mine = rows.filter(row => row.zone === zone).map(({ key }) => at.get(key));
    if (!mine.length) continue;
    const from = mine[0] - high / 2 + 0.5,
      to = mine.at(-1) + high / 2 - 0.5;
    pen.path([[x + 2, from], [x, from], [x, to], [x + 2, to]], c.edge);
    pen.text(run.zones[zone], x - 4, (from + to) / 2 + 0.5, { color: c.ink3, align: 'right' });
  }
}
