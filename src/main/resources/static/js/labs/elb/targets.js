// Behind the desk: the fan, security groups, the targets in their zones, and what landed with them by mistake.
import { compact } from '../../scene/numbers.js';
import { counts, look, targets as states, ways } from './facts.js';
import { strokes } from './marks.js';
import { FLY, READ } from './time.js';
import { traceToGate } from './ways.js';

/** @typedef {import('../../scene/stage.js').Part} Part */
/** @typedef {import('../../scene/stage.js').Now} Now */
/** @typedef {import('../../scene/pen.js').Pen} Pen */

/** How long the chosen line stays dark, µs. */
const CHOSEN = 2.2e6;
/** Services that no listener of a kind of balancer takes, as the run shows it: nothing of them ever came to a target. */
const takes = (lane, row) => lane.takes[row];

/** @type {Part} */
export const fan = {
  name: 'fan',
  read: { ways, look },
  draw(pen, { run, lane, L, t, ways, look }) {
    const { g, c } = pen;
    if (lane.single) {
      pen.means('fan');
      return pen.line(L.wall + (L.shows('addresses') && !L.narrow ? 104 : 6), ways.mid, ways.server.x - ways.server.w / 2, ways.mid, c.rule2);
    }
    const trace = (sign, rows, color, width, dash) => {
        if (!rows.length) return;
        pen.means(sign);
        g.strokeStyle = color;
        g.lineWidth = width;
        g.setLineDash(dash);
        g.beginPath();
        for (const row of rows) traceToGate(pen, L, ways, row);
        g.stroke();
        g.setLineDash([]);
      },
      all = [0, 1, 2, 3, 4];
    trace('fan', all.filter(row => takes(lane, row)), c.rule2, 1, []);
    trace('no-listener', all.filter(row => !takes(lane, row)), c.rule2, 1, [1, 4]);
    const target = look >= 0 ? lane.columns.target[look] : -1,
      age = look >= 0 ? t - run.at[look] - FLY - READ : -1;
    if (target >= 0 && age >= 0) {
      pen.means('chosen');
      g.strokeStyle = c.ink;
      g.lineWidth = age < CHOSEN ? 1.8 : 1;
      g.beginPath();
      traceToGate(pen, L, ways, run.targets[target].service);
      g.stroke();
    }
  },
};

/** @type {Part} */
export const gate = {
  name: 'gate',
  read: { ways },
  draw(pen, { run, lane, L, t, ways }) {
    if (lane.single) return;
    const { c } = pen,
      h = Math.min(12, L.rowH * 0.36);
    ways.rows.forEach((y, row) => {
      const shut = run.shut.at(row, t);
      pen.means(shut ? 'shut' : 'gate');
      if (shut) pen.fill(L.gate - 1.4, y - h - 2, 2.8, 2 * h + 4, c.failMark);
      else {
        pen.fill(L.gate - 0.8, y - h - 2, 1.6, h * 0.6 + 2, c.edge);
        pen.fill(L.gate - 0.8, y + h * 0.4, 1.6, h * 0.6 + 2, c.edge);
      }
    });
  },
  touch({ lane, L, ways }, x, y) {
    const row = ways.rows.findIndex(each => Math.abs(each - y) <= L.rowH / 2);
    return !lane.single && row >= 0 && Math.abs(x - L.gate) < 8 ? { kind: 'gate', service: row } : null;
  },
};

/** @type {Part} */
export const targets = {
  name: 'targets',
  above(pen, { L }) {
    pen.means('column.targets');
    pen.text(L.words(L.narrow ? 'column.targets.short' : 'column.targets'), L.narrow ? L.boxes.from : L.boxes.from - 14, 8, { color: pen.c.ink3 });
  },
  read: { ways, counts, look, targets: states },
  draw(pen, now) {
    const { run, lane, L, ways } = now,
      { c } = pen;
    if (lane.single) return server(pen, now);
    ways.rows.forEach((y, row) => {
      pen.means('strokes');
      pen.fill(L.sign - 8, y - 7, 15, 14, c.paper);
      strokes(pen, L.sign, y, row, L.narrow ? 4 : L.big ? 6 : 4.6, c.ink2);
    });
    for (const target of run.targets) box(pen, now, target);
  },
  touch({ run, lane, L, ways, targets }, x, y) {
    if (lane.single) {
      const { server } = ways;
      return Math.abs(x - server.x) < server.w / 2 + 3 && Math.abs(y - server.y) < server.h / 2 ? { kind: 'target', target: 0 } : null;
    }
    const hit = run.targets.find(
      ({ index, service }) => Math.abs(x - L.boxes.at[index]) <= L.boxes.w / 2 + 1.5 && Math.abs(y - ways.rows[service]) <= L.rowH / 2,
    );
    return hit && targets ? { kind: 'target', target: hit.index } : null;
  },
};

/** @param {Pen} pen @param {Now} now */
function box(pen, { run, lane, L, t, ways, counts, look, targets }, { index, service }) {
  const { c } = pen,
    { w, at } = L.boxes,
    h = L.boxH,
    x = at[index],
    y = ways.rows[service],
    { gone, known } = targets[index];
  pen.means(gone ? 'stopped' : 'target');
  pen.fill(x - w / 2, y - h / 2, w, h, c.sheet);
  pen.box(x - w / 2, y - h / 2, w, h, gone ? c.failMark : c.edge, gone ? 1.5 : 1.1, gone ? [3.5, 2.5] : []);
  const figure = compact(counts.received[index]);
  if (gone) pen.cross(x, y, L.narrow ? 3 : 4.2, c.failMark, 1.8);
  else if (!L.narrow && pen.width(figure) <= w - 2) {
    pen.means('received');
    pen.text(figure, x, y + 0.8, { color: c.ink2, align: 'center' });
  }
  if (known) {
    pen.means('known');
    pen.fill(x - w / 2 - 4, y - h / 2 - 1, 2.4, h + 2, c.failMark);
  }
  const age = look >= 0 ? t - run.at[look] - FLY - READ : -1;
  if (age >= 0 && lane.columns.target[look] === index) {
    pen.means('ringed');
    pen.box(x - w / 2 - 2.5, y - h / 2 - 2.5, w + 5, h + 5, c.ink, 1.6);
  }
}

/** One server that runs everything. @param {Pen} pen @param {Now} now */
function server(pen, { run, L, t, ways, counts }) {
  const { c } = pen,
    { x, y, w, h } = ways.server,
    gone = ways.dark[0] || run.stopped.at(0, t);
  pen.means(gone ? 'stopped' : 'single');
  pen.fill(x - w / 2, y - h / 2, w, h, c.sheet);
  pen.box(x - w / 2, y - h / 2, w, h, gone ? c.failMark : c.edge, gone ? 1.6 : 1.2, gone ? [4, 3] : []);
  if (gone) pen.cross(x, y, 8, c.failMark, 2.2);
  else if (!L.narrow) {
    pen.means('received');
    pen.text(compact(counts.received[0]), x, y + 0.5, { color: c.ink2, align: 'center' });
  }
}

/** Letters that landed in a row and belonged to another: a cross and their number behind it. @type {Part} */
export const strange = {
  name: 'strange',
  read: { ways, counts },
  draw(pen, { run, lane, L, ways, counts }) {
    if (lane.single || L.narrow) return;
    const { c } = pen;
    pen.means('strange');
    counts.strange.forEach((n, row) => {
      if (!n) return;
      const last = Math.max(...run.targets.filter(({ service }) => service === row).map(({ index }) => L.boxes.at[index])),
        x = last + L.boxes.w / 2 + 10,
        words = compact(n);
      if (x + 7 + pen.width(words) > L.name - 3) return;
      pen.cross(x, ways.rows[row], 3, c.failMark, 1.6);
      pen.text(words, x + 7, ways.rows[row] + 0.5, { color: c.fail });
    });
  },
};
