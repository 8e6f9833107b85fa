// What each client lived through, one row each over the whole run, and the phases of the failover on one rule above them.
import { timeStep } from '../../scene/axis.js';
import { grouped } from '../../scene/numbers.js';
import { growing, layer } from '../../scene/layers.js';
import { upto } from '../../timeline/query.js';
import { summary } from './facts.js';
import { PHASES } from './lane.js';
import { lineX } from './layout.js';

const HOPELESS = 25e6; // µs after which a database that nobody will bring back is called so

/**
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** @type {import('../../scene/stage.js').Part} */
export const lines = {
  name: 'lines',
  lay: placesIn,
  read: { summary },
  above(pen, { L }) {
    pen.means('column.lines');
    if (!L.narrow) drawPhaseWords(pen, L, L.above + 8);
  },
  draw(pen, now) {
    drawLives(pen, now);
    drawPhases(pen, now);
    const { L, t, y } = now;
    pen.means('playhead');
    pen.fill(lineX(L, now.run, t) - 0.75, y + L.lines - (L.narrow ? 4 : 6), 1.5, L.linesH + (L.narrow ? 8 : 11), pen.c.jjok);
  },
};

/** Beside the floors; on phones below them. @param {import('../../scene/stage.js').Layout} L */
function placesIn({ narrow, W, at, head, rows, rowH }) {
  const under = head + rows * rowH;
  return narrow
    ? { linesFrom: 36, linesTo: W - 1, phases: under + 9, lines: under + 20 }
    : { linesFrom: at(0.585), linesTo: W - 2, phases: head + 8, lines: head + 27, linesH: rows * rowH - 26 };
}

/** @param {Pen} pen  @param {Now} now */
function drawLives(pen, now) {
  const { run, lane, L, t } = now,
    { c } = pen,
    top = now.y + L.lines,
    lineH = L.linesH / run.clients,
    X = micros => lineX(L, run, micros),
    row = client => top + (client + 0.5) * lineH,
    left = Math.max(0, L.linesFrom - 48),
    /** @type {[number, number, number, number]} */
    box = [left, top - 8, L.W - left, L.linesH + 26],
    crossR = Math.min(L.narrow ? 1.2 : 1.9, lineH * 0.34);
  if (!L.narrow && lineH > 3)
    for (let client = 0; client < run.clients; client++) pen.fill(L.linesFrom, Math.round(row(client)), X(t) - L.linesFrom, 1, c.rule);
  pen.means('');
  drawTimes(pen, now, top, X);
  layer(pen, L, `lived ${lane.index}`, box, upto(lane.livedUntil, t), own => {
    lane.clients.forEach(({ at, states }, client) => {
      for (let i = 0; i + 1 < at.length && at[i + 1] <= t; i++)
        drawState(own, states[i].state, i > 0, X(at[i]), X(at[i + 1]) - X(at[i]), row(client), lineH, L);
    });
  });
  lane.clients.forEach(({ at, states }, client) => {
    const i = upto(at, t) - 1;
    if (i >= 0) drawState(pen, states[i].state, i > 0, X(at[i]), X(t) - X(at[i]), row(client), lineH, L);
  });
  growing(pen, L, `failed ${lane.index}`, box, upto(lane.fails, t), (own, from, to) => {
    own.means('failed');
    for (let i = from; i < to; i++)
      if (lane.failedClient[i] >= 0) own.cross(X(lane.fails[i]), row(lane.failedClient[i]), crossR, c.failMark, L.narrow ? 0.9 : 1.15);
  });
  if (run.caching) bracket(pen, run, L, row, lineH);
}

/** @param {Pen} pen  @param {Now} now */
function drawTimes(pen, { run, L, place }, top, X) {
  const { c } = pen,
    length = run.durationMicros,
    step = timeStep(length, L.narrow ? 6 : 10),
    written = !L.narrow || place === L.lanes.length - 1,
    y = top + L.linesH + 10,
    last = `${+(length / 1e6).toFixed(1)} s`;
  for (let at = 0; at <= length; at += step) {
    pen.fill(Math.round(X(at)), top - 3, 1, L.linesH + 6, c.rule);
    if (written && X(at) + 16 < L.linesTo - pen.width(last) + (at === 0 ? 99 : 0))
      pen.text(String(+(at / 1e6).toFixed(1)), X(at), y, { color: c.ink3, align: at === 0 ? 'left' : 'center' });
  }
  if (written) pen.text(last, L.linesTo, y, { color: c.ink3, align: 'right' });
}

/** What a stretch of a line is a sign of. */
const LIVES = { connected: 'life', waiting: 'silent', 'old-address': 'old-line', down: 'dark-line', retrying: '' };

/** Solid: linked. Ochre bar: waits for an answer. Hollow ochre bar: the old address. A dot: back. */
function drawState(pen, state, back, from, width, y, lineH, L) {
  const { c } = pen;
  pen.means(LIVES[state]);
  switch (state) {
    case 'connected':
      pen.fill(from, y - Math.min(0.8, lineH * 0.3), width, Math.min(1.6, lineH * 0.6), c.req);
      if (back && lineH > 2) pen.disc(from, y, Math.min(L.narrow ? 1.7 : 2.3, lineH / 2), c.req);
      break;
    case 'waiting': {
      const high = Math.min(L.narrow ? 2.4 : 4, lineH * 0.7);
      pen.fill(from, y - high / 2, width, high, c.slowMark);
      break;
    }
    case 'old-address': {
      const high = lineH * 0.84;
      pen.fill(from, y - high / 2, width, high, c.slowWash);
      pen.box(from + 0.5, y - high / 2, Math.max(1, width - 1), high, c.slowMark);
      break;
    }
    case 'down':
      pen.path([[from, y], [from + width, y]], c.failMark, 1.2, [2, 2]);
      break;
    default: // nothing is drawn where there is no link
  }
}

/** Clients that keep addresses are why the last differs from the first. */
function bracket(pen, run, L, row, lineH) {
  const { c } = pen,
    from = row(run.clients - run.caching) - lineH / 2 + 0.5,
    to = row(run.clients - 1) + lineH / 2 - 0.5,
    x = L.linesFrom - 4;
  pen.means('jvm');
  pen.path([[x + 2, from], [x, from], [x, to], [x + 2, to]], c.edge);
  pen.text('JVM', x - 4, (from + to) / 2 + 0.5, { color: c.ink3, align: 'right' });
}

/** @param {Pen} pen  @param {Now} now */
function drawPhases(pen, now) {
  const { run, lane, L, t, summary } = now,
    { c } = pen,
    X = micros => lineX(L, run, micros),
    { incident } = summary,
    y = now.y + L.phases,
    R = L.narrow ? 6.5 : 7.5;
  if (!incident) return;
  const fault = incident.fault[0],
    happened = PHASES.map((name, i) => ({ number: i + 1, at: incident[name].findLast(at => at <= t) })).filter(p => p.at !== undefined),
    first = incident['first-back'].find(at => at <= t) ?? t,
    last = incident['last-back'].findLast(at => at <= t) ?? t;
  pen.means('out');
  if (lane.stillWritesAt(incident, t)) drawGone(pen, lane, L, fault, t, X, y, R);
  else pen.path([[X(fault), y], [X(first), y]], c.failMark, 2);
  pen.means('some-out');
  if (first < last) pen.path([[X(first), y], [X(last), y]], c.slowMark, 2, [5, 3]);
  let right = -99;
  const spots = happened.map(phase => ({ ...phase, x: (right = Math.max(X(phase.at), right + R * 2 + 1)) })),
    over = Math.max(0, right + R - L.linesTo);
  for (const spot of spots) {
    spot.x -= over;
    pen.means('phase');
    pen.path([[X(spot.at), y], [X(spot.at), now.y + L.lines - 3]], spot.number === 1 ? c.jjok : c.edge);
    phaseMark(pen, spot.number, spot.x, y, R);
  }
  spots.forEach((spot, i) => {
    const next = spots[i + 1];
    if (!next) return;
    const text = ((next.at - spot.at) / 1e6).toFixed(1);
    pen.means('phase');
    const width = pen.width(text) + 8;
    if (next.x - spot.x - 2 * R <= width) return;
    // the line stops at the number: through its point it would look like a time of day
    pen.fill((spot.x + next.x - width) / 2, y - 6, width, 12, c.paper);
    pen.text(text, (spot.x + next.x) / 2, y, { color: c.ink2, align: 'center' });
  });
  if (!lane.stillWritesAt(incident, t) && !incident.promoted.length && t > fault + HOPELESS && !incident['first-back'].length) {
    const words = L.words('hopeless'),
      x = Math.min(X(fault) + (L.narrow ? 50 : 84), L.linesTo - pen.width(words, 12, 700));
    pen.means('out');
    if (x > right + R) pen.halo(words, x, y, { color: c.fail, weight: 700 });
  }
}

/** Nobody was out, but what had been written was gone for a while: until when, and whether it came back. */
function drawGone(pen, lane, L, fault, t, X, y, R) {
  const { c } = pen,
    losses = lane.losses.filter(loss => loss.at >= fault && loss.at <= t && lane.log.acknowledgedIn([loss]));
  let right = X(fault) + R;
  for (const loss of losses) {
    const back = loss.until <= t,
      to = X(Math.min(loss.until, t)),
      count = grouped(lane.log.acknowledgedIn([loss])),
      words = back ? L.words('gone.back', count, ((loss.until - loss.at) / 1e6).toFixed(1)) : L.words('gone.now', count),
      width = pen.width(words, 12, back ? 400 : 700);
    pen.path([[X(loss.at), y], [to, y]], c.failMark, 2, [5, 3]);
    if (back) pen.ring(to, y, 3.2, c.edge, 1.3, c.sheet);
    const x = to + 8 + width < L.linesTo ? Math.max(right + 6, to + 8) : to - 10 - width;
    if (x > right && x + width <= L.linesTo) pen.halo(words, x, y, { color: back ? c.ink2 : c.fail, weight: back ? 400 : 700 });
    right = x + width;
  }
}

/** A person's deed is filled indigo, what the service does is a grey ring. */
function phaseMark(pen, number, x, y, R) {
  const { c } = pen;
  if (number === 1) pen.disc(x, y, R, c.jjok);
  else pen.ring(x, y, R, c.edge, 1.3, c.sheet);
  pen.text(String(number), x, y + 0.8, { color: number === 1 ? c.onJjok : c.ink, align: 'center', weight: 700 });
}

/** The legend of the phases, on top of the column. */
function drawPhaseWords(pen, L, y) {
  const R = 6.5,
    words = PHASES.map(phase => L.words(`phase.${phase}`)),
    needed = words.reduce((sum, word) => sum + 2 * R + 3 + pen.width(word), 0),
    gap = Math.max(3, Math.min(9, (L.W - L.linesFrom - needed) / (words.length - 1)));
  let x = Math.min(L.linesFrom, L.W - needed - gap * (words.length - 1));
  words.forEach((word, i) => {
    phaseMark(pen, i + 1, x + R, y, R);
    pen.text(word, x + 2 * R + 3, y + 0.5, { color: pen.c.ink3 });
    x += 2 * R + 3 + pen.width(word) + gap;
  });
}
