// What a lane waited for while it was short of instances: a strip along the upper edge of the paper, a colour for each part and the
// parts always in the same order (metric, alarm, boot, check), their seconds on them where there is room, and beside the
// lane's name what each of them has come to. Nothing can come is a wait too: it is vermilion, and crossed.
import { baseOf, paperX } from './layout.js';
import { drawRoll, paperTime } from './paper.js';

/** px: how high the strip is; where it begins above the chart. */
const HIGH = 11,
  ABOVE = 6;
/** px that a part is painted beyond a stretch of paper, so that none shows where it was cut. */
const BEYOND = 12;
const PARTS = ['metric', 'alarm', 'boot', 'check', 'rest', 'full'];
/** What a part is a sign of. */
const SIGNS = { metric: 'wait-metric', alarm: 'wait-alarm', boot: 'wait-boot', check: 'wait-check', rest: 'wait-rest', full: 'wait-full' };

/**
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** @type {import('../../scene/stage.js').Part} */
export const wait = {
  name: 'wait',
  draw(pen, now) {
    if (now.L.bare) return;
    drawRoll(pen, now, 'wait');
    drawSeconds(pen, now);
    drawLegend(pen, now);
  },
};

const topOf = (L, y) => y + L.head - ABOVE;

/** @param {import('../../scene/roll.js').Stretch} stretch */
export function paintWait(pen, lane, L, y, stretch) {
  const { from, to, now, x, left, right } = stretch,
    top = topOf(L, y),
    end = Math.min(to, now);
  for (const wait of lane.waits) {
    if (wait.to <= from || wait.from >= end) continue;
    // from where demand rose over what is served
    pen.means('short');
    pen.path([[x(wait.from) + 0.5, top + HIGH], [x(wait.from) + 0.5, baseOf(L, y)]], pen.c.ink3, 1, [2, 3]);
    for (const { part, from: begin, to: until } of wait.parts) {
      if (until <= from || begin >= end) continue;
      const x0 = Math.max(left - BEYOND, x(begin)),
        x1 = Math.min(right + BEYOND, x(Math.min(until, now)));
      paintPart(pen, part, x0, top, x1 - x0, x(0));
    }
  }
}

const colorOf = (c, part) => (part === 'full' ? c.failMark : part === 'rest' ? c.edge : c[`wait${part[0].toUpperCase()}${part.slice(1)}`]);

function paintPart(pen, part, x, y, w, zero, high = HIGH) {
  const { c } = pen;
  pen.means(SIGNS[part]);
  if (part === 'rest') {
    pen.fill(x, y, w, high, c.paper);
    pen.hatching(x, y, w, high, c.edge, 4, zero);
    pen.box(x + 0.5, y + 0.5, Math.max(0.5, w - 1), high - 1, c.edge);
    return;
  }
  pen.fill(x, y, Math.max(1, w - 0.75), high, colorOf(c, part));
}

/** @param {Pen} pen  @param {Now} now */
function drawSeconds(pen, now) {
  const { lane, L, y } = now,
    paper = paperTime(pen, now);
  for (const { from, to, parts } of lane.waits) {
    if (from > paper) break;
    if (to < paper - L.win) continue;
    for (const part of parts) {
      const end = Math.min(part.to, paper),
        x0 = Math.max(L.x0, paperX(L, paper, part.from)),
        x1 = paperX(L, paper, end),
        said = String(Math.round((Math.min(part.to, now.t) - part.from) / 1e6)); // as the legend counts, not as far as the paper has moved
      if (part.part === 'rest' || part.part === 'full' || x1 - x0 < pen.width(said, 11, 700) + 3) continue;
      pen.means(SIGNS[part.part]);
      pen.text(said, (x0 + x1) / 2, topOf(L, y) + HIGH / 2 + 0.5, { size: 11, weight: 700, color: pen.c.paper, align: 'center' });
    }
  }
}

/** Why nothing comes at t: the group is as large as it may be, nobody makes it larger, or there is no capacity for what it wants. */
const fullWords = (lane, t, L) =>
  L.words(lane.desiredAt(t) >= lane.max ? 'wait.full' : lane.high === null ? 'wait.nobody' : 'wait.none', lane.max);

/** What each part of a wait has come to at t, in seconds: [part, seconds]. */
export function partsOf(wait, t) {
  const sums = new Map();
  for (const { part, from, to } of wait.parts) if (from < t) sums.set(part, (sums.get(part) ?? 0) + (Math.min(to, t) - from) / 1e6);
  return PARTS.filter(part => sums.has(part)).map(part => [part, sums.get(part)]);
}

const SWATCH = 9,
  APART = 10;
const weightOf = part => (part === 'full' ? 700 : 400);

/**
 * The wait in view, part by part: legend and figures in one. The words go first where there is no room for them, then the figures.
 * @returns {{parts: [string, string][], width: number}|null}
 */
function legendOf(pen, { lane, L, t }) {
  const found = lane.waitAt(t, t - L.win);
  if (!found) return null;
  const parts = partsOf(found, t),
    timed = parts.findLast(([part]) => part !== 'full'),
    beside = L.shows('name') && !L.narrow ? pen.width(L.words(`option.${lane.policy}`), 15, 700) + 14 : L.x0 + 5,
    wordsOf = (part, seconds, named) =>
      part === 'full'
        ? (named ? fullWords(lane, Math.min(t, found.to - 1), L) : '')
        : `${named ? `${L.words(`wait.${part}`)} ` : ''}${Math.round(seconds)}${part === timed?.[0] ? L.words('wait.seconds') : ''}`;
  for (const named of [true, false]) {
    /** @type {[string, string][]} */
    const said = parts.map(([part, seconds]) => [part, wordsOf(part, seconds, named)]),
      width = said.reduce((sum, [part, words]) => sum + SWATCH + 4 + pen.width(words, 12, weightOf(part)) + APART, -APART);
    if (width < L.x1 - beside || (named && isTall(L))) return { parts: said, width };
  }
  return null;
}

/** Whether the paper of a phone has the height for a line each. */
const isTall = L => L.narrow && L.chart > 150;

/** How wide the legend beside the lane's name is; 0 where nothing is waited for. */
export const legendWidth = (pen, now) => (now.L.shows('wait') && !now.L.narrow ? (legendOf(pen, now)?.width ?? 0) : 0);

/** Beside the lane's name; on a phone over the paper's oldest minutes. @param {Pen} pen  @param {Now} now */
function drawLegend(pen, now) {
  const { L, y } = now,
    legend = legendOf(pen, now);
  if (!legend) return;
  let x = L.narrow ? L.x0 + 5 : L.x1 - legend.width,
    middle = L.narrow ? topOf(L, y) + HIGH + 11 : y + Math.min(16, L.head - ABOVE - 8);
  for (const [part, said] of legend.parts) {
    const end = drawEntry(pen, part, said, x, middle);
    if (isTall(L)) middle += 15;
    else x = end + APART;
  }
}

function drawEntry(pen, part, said, x, y) {
  paintPart(pen, part, x, y - 5, SWATCH + 0.75, x, SWATCH);
  if (part === 'full') pen.cross(x + SWATCH / 2, y - 0.5, 2.4, pen.c.paper, 1.4);
  pen.halo(said, x + SWATCH + 4, y, { color: part === 'full' ? pen.c.fail : pen.c.ink2, weight: weightOf(part) });
  return x + SWATCH + 4 + pen.width(said, 12, weightOf(part));
}
