// The head of a lane: what it is, when clients came back, what failed, what was lost and what is out of reach.
import { grouped } from '../../scene/numbers.js';
import { severed } from './cells.js';
import { summary } from './facts.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

const seconds = micros => `${(micros / 1e6).toFixed(1)} s`;
const lineOf = ({ L, y }) => y + (L.narrow ? 16 : 17);

/** What the lane is, and its rule while there is room. @type {Part} */
export const name = {
  name: 'name',
  read: { summary },
  draw(pen, now) {
    const { lane, L, y } = now,
      { c } = pen,
      own = L.words(`option.${lane.topology}`),
      middle = lineOf(now);
    pen.fill(0, Math.round(y), L.W, 1, c.rule);
    pen.means('lane');
    if (L.narrow) {
      pen.tag(10, middle - 1, lane.index, 8.5);
      pen.text(own, 26, middle, { size: 15, color: c.ink, weight: 700 });
      return;
    }
    pen.text(own, 0, middle, { size: 15, color: c.ink, weight: 700 });
    const how = pen.width(own, 15, 700) + 10,
      rule = L.words(`option.${lane.topology}.how`);
    if (how + pen.width(rule, 13) < (L.shows('lines') ? L.to : figuresOf(pen, now).from))
      pen.text(rule, how, middle, { size: 13, color: c.ink3 });
  },
};

/** Acknowledged writes that exist nowhere, and before them those that are there and out of reach. @type {Part} */
export const lost = {
  name: 'lost',
  read: { summary },
  above(pen, { L }) {
    pen.means('column.lost');
    if (L.narrow) pen.text(L.words('column.lost'), L.W, L.above + 8, { color: pen.c.ink3, align: 'right' });
  },
  draw(pen, now) {
    const { L, summary } = now,
      { c } = pen,
      middle = lineOf(now),
      count = grouped(summary.lost);
    pen.means('out-of-reach');
    if (summary.outOfReach) drawOutOfReach(pen, now, lostLeft(pen, L, summary) - APART);
    if (!saysLost(pen, L, summary)) return;
    pen.means('lost');
    pen.text(count, L.W, middle, { size: 15, color: summary.lost ? c.fail : c.ink3, align: 'right', weight: 700 });
    if (summary.lost) pen.box(L.W - lostWidth(pen, summary) - 13, middle - 5, 7, 10, c.failMark, 1.6, [2.5, 1.8]);
    if (!L.narrow) pen.text(lostWord(L, summary), lostFrom(pen, summary, L.W), middle, { color: c.ink3, align: 'right' });
  },
};

const APART = 12;

/**
 * The count with its mark and, where there is room, its word, up to `right`.
 * @param {Pen} pen
 * @param {Now} now
 */
function drawOutOfReach(pen, now, right) {
  const { L, summary } = now,
    { c } = pen,
    middle = lineOf(now),
    at = saysLost(pen, L, summary) ? right : L.W,
    left = at - pen.width(grouped(summary.outOfReach), 15, 700);
  pen.text(grouped(summary.outOfReach), at, middle, { size: 15, color: c.slow, align: 'right', weight: 700 });
  severed(pen, left - 13, middle, 7, 5);
  if (!L.narrow) pen.text(L.words('head.out-of-reach'), left - 19, middle, { color: c.ink3, align: 'right' });
}

/** @param {Pen} pen */
const outOfReachWidth = (pen, L, { outOfReach }) =>
  pen.width(grouped(outOfReach), 15, 700) + (L.narrow ? 13 : 19 + pen.width(L.words('head.out-of-reach')));

/** Where the words of what is lost begin. @param {Pen} pen */
const lostLeft = (pen, L, summary) => lostFrom(pen, summary, L.W) - (L.narrow ? 0 : pen.width(lostWord(L, summary)));

/** That nothing is lost need not be said where the room is taken by what is out of reach. @param {Pen} pen */
const saysLost = (pen, L, summary) =>
  L.narrow || !summary.outOfReach || summary.lost > 0 || L.W - L.linesFrom > FIGURES + outOfReachWidth(pen, L, summary) + APART + L.W - lostLeft(pen, L, summary);

/** Where the whole of it begins. @param {Pen} pen */
const countsLeft = (pen, L, summary) =>
  !summary.outOfReach
    ? lostLeft(pen, L, summary)
    : (saysLost(pen, L, summary) ? lostLeft(pen, L, summary) - APART : L.W) - outOfReachWidth(pen, L, summary);

/** px: what the times and the failed take where they stand close together. */
const FIGURES = 330;

const lostWidth = (pen, { lost }) => pen.width(grouped(lost), 15, 700);
const lostWord = (L, { lost, regained }) => (regained ? L.words('head.lost-regained', grouped(regained)) : L.words('column.lost'));
const lostFrom = (pen, summary, W) => W - lostWidth(pen, summary) - (summary.lost ? 19 : 7);

/** How long writes were out, and how many failed. @type {Part} */
export const outage = {
  name: 'outage',
  read: { summary },
  draw(pen, now) {
    pen.means('outage');
    if (now.L.narrow) drawBriefly(pen, now);
    else drawFigures(pen, now);
  },
};

/** @param {Pen} pen  @param {Now} now */
function drawBriefly(pen, now) {
  const { lane, L, summary } = now,
    { c } = pen,
    middle = lineOf(now),
    regained = !summary.began && summary.regained > 0,
    last = regained ? grouped(summary.regained) : figure(summary, summary.last),
    word = L.words(regained ? 'head.regained' : 'head.outage'),
    counts = summary.outOfReach ? L.W - countsLeft(pen, L, summary) + 8 : lostWidth(pen, summary) + 26,
    right = L.W - (L.shows('lost') ? Math.max(40, counts) : 0);
  const free = right - 38 - pen.width(L.words(`option.${lane.topology}`), 15, 700) - pen.width(last, 13, 700);
  if (free < 0) return;
  pen.text(last, right, middle, { size: 13, color: !regained && open(summary, summary.last) ? c.fail : c.ink, align: 'right', weight: 700 });
  if (free > pen.width(word) + 8) pen.text(word, right - pen.width(last, 13, 700) - 5, middle, { color: c.ink3, align: 'right' });
}

/** @param {Pen} pen  @param {Now} now */
function drawFigures(pen, now) {
  const { c } = pen,
    middle = lineOf(now),
    { figures, widths, gap, from } = figuresOf(pen, now);
  let x = from;
  figures.forEach(([word, value, bad], i) => {
    pen.text(word, x, middle, { color: c.ink3 });
    pen.text(value, x + pen.width(word) + 5, middle, { size: 13, color: bad ? c.fail : c.ink, weight: 700 });
    x += widths[i] + Math.min(gap, 20);
  });
}

/** The figures and where they begin: over the client lines, without those at the right. @param {Pen} pen  @param {Now} now */
function figuresOf(pen, now) {
  const { L, summary } = now,
    figures = L.shows('outage')
      ? [
          [firstWords(L, now.run, summary), figure(summary, summary.first), open(summary, summary.first)],
          [L.words('head.last'), figure(summary, summary.last), open(summary, summary.last)],
          [L.words('head.failed'), grouped(summary.failed), false],
        ]
      : [],
    to = L.shows('lost') ? countsLeft(pen, L, summary) : L.W,
    widths = figures.map(([word]) => pen.width(word) + 5 + pen.width('000.0 s', 13, 700)),
    needed = widths.reduce((a, b) => a + b, 0),
    from = L.shows('lines') ? L.linesFrom : to - needed - 20 * figures.length;
  return { figures, widths, from, gap: Math.max(6, (to - from - needed) / figures.length) };
}

/** Back are only those who are cut off with the machine, where they are: the others may be out for good. */
const firstWords = (L, run, { first, onlyIn }) => (first !== null && onlyIn >= 0 ? L.words('head.first.only-in', run.zones[onlyIn]) : L.words('head.first'));

/** Not over yet: the clock runs. */
const open = (summary, value) => summary.began && value === null;

function figure(summary, value) {
  if (!summary.began) return '–';
  return value === null ? `${(summary.running / 1e6).toFixed(0)} s…` : seconds(value);
}
