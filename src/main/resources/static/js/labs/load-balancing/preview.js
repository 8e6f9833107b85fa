// The lab in small, for pages that lead to it: the same run on the same scale, without words. A small real run, never a film.
import { Stage } from '../../scene/stage.js';
import { balancer, ways } from './balancer.js';
import { rails, requests } from './requests.js';
import { drawBox, targets } from './targets.js';

const ROW = 7.5,
  GAP = 11;

/** Everything has its place at once; the parts only draw. */
function frame({ W, lanes }, run) {
  const count = run.targets.length,
    rows = count * ROW,
    server = Math.round(W * 0.66);
  return {
    mode: 'narrow',
    targets: count,
    top: 0,
    head: 3,
    rowH: ROW,
    laneH: rows + GAP,
    arrivals: 0,
    balancer: W * 0.17,
    fan: W * 0.29,
    seen: W * 0.3,
    queueFrom: W * 0.31,
    queueTo: server - 4,
    server,
    serverW: 26,
    serverH: 5.6,
    distFrom: server + 40,
    distTo: W - 4,
    distY: rows + GAP - 4,
    tag: 5,
    dot: 0.62,
    larger: 1,
    type: size => size,
  };
}

const small = (part, draw = part.draw) => ({ name: part.name, read: part.read, draw });

const preview = new Stage(frame, [
  { ...small(ways), read: { ...ways.read, lit: () => 0 } },
  small(rails, (pen, { L, rows }) => {
    for (const y of rows) pen.line(L.queueFrom, y + 3, L.queueTo, y + 3, pen.c.rule);
  }),
  small(targets, (pen, now) => now.rows.forEach((_, k) => drawBox(pen, now, k))),
  small(requests),
  small(balancer, (pen, { L, middle, index }) => pen.tag(L.balancer, middle, index, L.tag, false)),
]);

/** The arrangement of a preview `width` pixels wide; its height is `H`. */
export const previewLayout = (run, width, palette) => preview.layout(run, { width }, { palette });

export const drawPreview = preview.draw;
