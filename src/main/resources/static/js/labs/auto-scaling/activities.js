// What a policy did: a ring for every activity with what changed and why, a hatched bar while it rests.
import { upto } from '../../timeline/query.js';
import { baseOf, paperX, perPixel } from './layout.js';
import { valueWords } from './metric.js';
import { drawRoll, paperTime } from './paper.js';
import { drawRest } from './states.js';

const METRIC_CAUSES = new Set(['alarm-high', 'alarm-low', 'target-high', 'target-low']);
/** px of paper that show one ring, however much happened on them. */
const CELL = 2;

const middleOf = (L, y) => baseOf(L, y) + (L.narrow ? 10 : 12);

/** @type {import('../../scene/stage.js').Part} */
export const activities = {
  name: 'activities',
  draw(pen, now) {
    drawRoll(pen, now, 'activities');
    nameActivities(pen, now);
  },
};

/** @param {import('../../scene/roll.js').Stretch} stretch */
export function paintActivities(pen, lane, L, y, stretch) {
  const { from, to, now, x } = stretch,
    { c } = pen,
    base = baseOf(L, y),
    middle = middleOf(L, y),
    reach = 5 * perPixel(L),
    end = Math.min(now, to + reach);
  for (const rest of lane.cooldowns)
    if (rest.to > from && rest.from < end) drawRest(pen, x(rest.from), middle + 6, x(Math.min(rest.to, now)) - x(rest.from), x(0));
  const first = upto(lane.changesAt, from - reach),
    cellOf = at => Math.floor(at / (CELL * perPixel(L)));
  let before = first ? cellOf(lane.changesAt[first - 1]) : -1;
  for (let i = first; i < lane.changes.length && lane.changesAt[i] <= end; i++) {
    const at = x(lane.changesAt[i]),
      cell = cellOf(lane.changesAt[i]);
    if (cell === before) continue;
    before = cell;
    pen.means('activity');
    pen.path([[at, middle - 3], [at, base - 1]], c.edge);
    pen.ring(at, middle, 3.2, c.edge, 1.3, c.sheet);
  }
}

/** What changed and why beside the rings, newest first, as far as there is room. @param {import('../../scene/stage.js').Now} now */
function nameActivities(pen, now) {
  const { lane, L, y } = now,
    paper = paperTime(pen, now),
    color = pen.c.ink2,
    middle = middleOf(L, y);
  pen.means('activity');
  let end = L.x1 - L.tag - 5;
  for (let i = upto(lane.changesAt, paper) - 1; i >= 0; i--) {
    const activity = lane.changes[i],
      x = paperX(L, paper, activity.at);
    if (x < L.x0 + 4) break;
    const change = changeWords(activity),
      said = [`${change}${change && '  '}${shortWords(lane, activity, L.words)}`, change].find(text => text && x + 8 + pen.width(text) < end);
    if (said) pen.halo(said, x + 8, middle + 0.5, { color });
    end = Math.min(end, x - 7);
  }
}

const changeWords = ({ from, to }) => (to === from ? '' : `${to > from ? '+' : '−'}${Math.abs(to - from)}`);

/** "CPU 94 %", "by the clock", "replaced". */
const shortWords = (lane, { cause, numbers }, words) =>
  METRIC_CAUSES.has(cause) ? valueWords(lane, numbers[0] / 10, words) : words(`short.${cause}`);
