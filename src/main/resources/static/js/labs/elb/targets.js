// The fan, the gates, and the servers: who may get a letter, whether it is let in, how many arrived there.
import { compact, grouped } from '../../scene/numbers.js';
import { counts, doors, inside, look, middle, rows, toGate, trace } from './facts.js';
import { serviceMark } from './glyphs.js';
import { boxX, singleBox } from './layout.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** Which services nobody listens for, by the kind of balancer and the listeners that it has. */
const hasListener = (run, lane, service) =>
  lane.single ||
  run.facts.listeners.some(text => {
    const [balancer, listener] = text.split(' '),
      [protocol, port] = listener.split(':');
    return (
      balancer === lane.balancer &&
      Number(port) === run.servicePort[service] &&
      (protocol.includes('UDP') === (service === 4) || protocol === 'TCP_UDP')
    );
  });

/** @type {Part} */
export const gates = {
  name: 'gates',
  read: { rows, middle, look },
  draw(pen, now) {
    const { run, lane, L, rows, middle, t } = now,
      { c } = pen;
    if (lane.single) return;
    for (const service of rows.keys()) {
      const heard = hasListener(run, lane, service);
      pen.means(heard ? 'fan' : 'no-listener');
      trace(pen, toGate(L, rows, middle, service), heard ? c.rule2 : c.rule, 1, heard ? undefined : [1, 4]);
    }
    const at = now.look,
      target = at >= 0 ? lane.target[at] : -1;
    if (target >= 0 && t >= lane.reachedAt[at]) {
      pen.means('chosen');
      pen.line(L.desk + L.deskW / 2 + 4, middle, L.fanFrom, middle, c.ink, 1.5);
      trace(pen, toGate(L, rows, middle, run.targets[target].service), c.ink, 1.5);
    }
    for (const service of rows.keys()) drawGate(pen, now, service);
  },
  touch({ L, lane, rows }, x, y) {
    const service = rows.findIndex(row => Math.abs(y - row) < L.rowH / 2);
    return !lane.single && service >= 0 && Math.abs(x - L.gate) < 8 ? { kind: 'gate', service } : null;
  },
};

/** @param {Pen} pen  @param {Now} now  @param {number} service */
function drawGate(pen, { run, L, rows, t }, service) {
  const { c } = pen,
    y = rows[service],
    half = Math.min(12, L.rowH * 0.36) + 2;
  if (run.isShut(service, t)) {
    pen.means('gate-shut');
    pen.line(L.gate, y - half, L.gate, y + half, c.failMark, 2.6);
    return;
  }
  pen.means('gate');
  pen.line(L.gate, y - half, L.gate, y - half * 0.4, c.edge, 1.6);
  pen.line(L.gate, y + half * 0.4, L.gate, y + half, c.edge, 1.6);
}

/** @type {Part} */
export const targets = {
  name: 'targets',
  read: { rows, middle, counts, look, doors, inside },
  above(pen, { L }) {
    pen.means('column.targets');
    pen.text(L.words(L.narrow ? 'column.targets.short' : 'column.targets'), L.box, 8, { color: pen.c.ink3 });
  },
  draw(pen, now) {
    const { run, lane, L, rows } = now;
    if (lane.single) return void drawSingle(pen, now);
    run.targets.forEach(target => drawTarget(pen, now, target));
    for (const service of rows.keys()) {
      pen.means('service');
      pen.fill(L.sign - 8, rows[service] - 7, 15, 14, pen.c.paper);
      serviceMark(pen, L.sign, rows[service], service, L.narrow ? 4 : L.large ? 6 : 4.6, pen.c.ink2);
      drawStrange(pen, now, service);
    }
  },
  touch({ run, lane, L, rows, middle }, x, y) {
    if (lane.single) {
      const { x: left, w } = singleBox(L);
      return x > left && x < left + w && Math.abs(y - middle) < L.rowH * 2.1 ? { kind: 'target', target: 0 } : null;
    }
    const hit = run.targets.find(target => Math.abs(x - boxX(L, target)) <= L.boxW / 2 + 1 && Math.abs(y - rows[target.service]) <= L.rowH / 2);
    return hit ? { kind: 'target', target: hit.id } : null;
  },
};

/** @param {Pen} pen  @param {Now} now */
function drawTarget(pen, { run, lane, L, rows, counts, look, t }, target) {
  const { c } = pen,
    x = boxX(L, target) - L.boxW / 2,
    h = Math.min(24, L.rowH - 5),
    y = rows[target.service] - h / 2,
    gone = run.isStopped(target.id, t) || run.isDark(target.zone, t),
    bad = gone || run.isShut(target.service, t);
  pen.means(gone ? 'gone' : 'target');
  pen.fill(x, y, L.boxW, h, c.sheet);
  pen.box(x, y, L.boxW, h, bad ? c.failMark : c.edge, bad ? 1.5 : 1.1, gone ? [3.5, 2.5] : []);
  if (gone) pen.cross(x + L.boxW / 2, y + h / 2, L.narrow ? 3 : 4.2, c.failMark, 1.8);
  else if (!L.narrow) {
    const text = compact(counts.got[target.id]);
    pen.means('received');
    if (pen.width(text) < L.boxW) pen.text(text, x + L.boxW / 2, y + h / 2 + 0.8, { color: c.ink2, align: 'center' });
  }
  if (lane.isKnownBad(target.id, t)) {
    pen.means('known');
    pen.line(x - 2.5, y - 1, x - 2.5, y + h + 1, c.failMark, 2.2);
  }
  if (look >= 0 && lane.target[look] === target.id && t >= lane.reachedAt[look]) {
    pen.means('chosen');
    pen.box(x - 2.5, y - 2.5, L.boxW + 5, h + 5, c.ink, 1.6);
  }
}

/** Letters that landed in a row and belonged to another. @param {Pen} pen  @param {Now} now */
function drawStrange(pen, { run, L, rows, counts }, service) {
  const count = counts.strange[service],
    last = Math.max(...run.targets.filter(target => target.service === service).map(target => boxX(L, target)), L.box);
  if (!count || L.narrow || last + L.boxW / 2 + 36 > L.name) return;
  pen.means('strange');
  pen.cross(last + L.boxW / 2 + 10, rows[service], 3, pen.c.failMark, 1.6);
  pen.text(compact(count), last + L.boxW / 2 + 17, rows[service] + 0.5, { color: pen.c.fail });
}

/** One server that runs everything. @param {Pen} pen  @param {Now} now */
function drawSingle(pen, { run, L, middle, counts, t }) {
  const { c } = pen,
    { x, w } = singleBox(L),
    h = L.rowH * 4.2,
    gone = run.isStopped(0, t) || run.isDark(0, t);
  pen.means(gone ? 'gone' : 'single');
  pen.fill(x, middle - h / 2, w, h, c.sheet);
  pen.box(x, middle - h / 2, w, h, gone ? c.failMark : c.edge, gone ? 1.6 : 1.2, gone ? [4, 3] : []);
  if (gone) pen.cross(x + w / 2, middle, 8, c.failMark, 2.2);
  else pen.text(grouped(counts.ok), x + w / 2, middle + 0.5, { color: c.ink2, align: 'center' });
}
