// The head of a lane and its figures: which policy, what it cost, how long it was outside, who is in which state.
import { grouped, short } from '../../scene/numbers.js';
import { countWords } from './describe.js';
import { figures, worst } from './facts.js';
import { drawState } from './states.js';
import { microsOf } from './time.js';
import { legendWidth } from './wait.js';

const LISTED = ['in-service', 'warming', 'checking', 'starting', 'pending', 'draining'];

/**
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

const lineOf = y => y + 16;

/** Which policy, and its rule while there is room. @type {import('../../scene/stage.js').Part} */
export const name = {
  name: 'name',
  read: { figures },
  draw(pen, now) {
    const { run, lane, L, y, figures } = now,
      { c } = pen,
      words = L.words(`option.${lane.policy}`),
      middle = lineOf(y);
    pen.fill(0, Math.round(y), L.W, 1, c.rule);
    pen.means('lane');
    if (L.narrow) {
      pen.tag(L.tag + 1, middle - 0.5, lane.index, 8.5);
      const room = L.W - 26 - (L.shows('numbers') ? pen.width(failedWords(figures, L), 13, 700) : 0) - 8,
        size = Math.max(12, Math.min(15, (15 * room) / pen.width(words, 15, 700)));
      pen.text(words, 26, middle, { size, color: c.ink, weight: 700 });
      return;
    }
    pen.text(words, 0, middle, { size: 15, color: c.ink, weight: 700 });
    const how = pen.width(words, 15, 700) + 10,
      rule = ruleWords(run, lane, L.words);
    if (how + pen.width(rule, 13) < (L.shows('fleet') ? L.x1 : L.W) - 8 - legendWidth(pen, now)) pen.text(rule, how, middle, { size: 13, color: c.ink3 });
  },
};

/** What it cost, how long it was outside the objective, what found no room. @type {import('../../scene/stage.js').Part} */
export const numbers = {
  name: 'numbers',
  read: { figures, worst },
  above(pen, { run, L }) {
    pen.means('column.outside');
    if (!L.narrow) pen.text(L.words('column.outside', short(run.objectiveMicros)), L.W, 8, { color: pen.c.ink3, align: 'right' });
  },
  draw(pen, now) {
    const { L, y, figures, worst } = now,
      { c } = pen,
      late = figures.outside > 0 && figures.outside === worst,
      shown = [
        [L.words('head.cost'), `$${figures.cost.toFixed(2)}`, c.ink],
        [L.words('head.outside'), `${grouped(figures.outside)} s`, late ? c.slow : figures.outside ? c.ink : c.ink3],
        [L.words('head.hours'), figures.hours.toFixed(1), c.ink],
      ];
    if (L.narrow) {
      const color = figures.failed ? c.fail : c.ink3;
      pen.means('no-room');
      pen.text(failedWords(figures, L), L.W, lineOf(y), { size: 13, color, align: 'right', weight: 700 });
      drawBriefly(pen, y + 35, shown);
    } else drawNumbers(pen, now, [...shown, [L.words('head.no-room'), countWords(figures.failed, L.words), figures.failed ? c.fail : c.ink3]]);
  },
};

const failedWords = ({ failed }, L) => `✕ ${countWords(failed, L.words)}`;

/** What the figures are signs of. */
const FIGURES = ['cost', 'outside', 'hours', 'no-room'];

function drawBriefly(pen, y, shown) {
  let x = 0;
  for (const [i, [word, value, color]] of shown.entries()) {
    pen.means(FIGURES[i]);
    pen.text(word, x, y, { color: pen.c.ink3 });
    x += pen.width(word) + 4;
    pen.text(value, x, y, { size: 12.5, color, weight: 700 });
    x += pen.width(value, 12.5, 700) + 11;
  }
}

/** Who is in which state: legend and count in one. @type {import('../../scene/stage.js').Part} */
export const states = {
  name: 'states',
  draw(pen, now) {
    if (!now.L.narrow) drawList(pen, now);
  },
};

/** The rule in a few words, with the run's own numbers where they are the rule. */
function ruleWords(run, lane, words) {
  const { scenario } = run;
  return words(
    `rule.${lane.policy}`,
    scenario.desired,
    scenario.target,
    scenario.highThreshold,
    scenario.scaleOutBy,
    microsOf(scenario.cooldown) / 1e6,
    scenario.requestsPerTarget,
    scenario.warmPool,
  );
}

/** @param {Pen} pen  @param {Now} now */
function drawList(pen, { lane, L, t, y }) {
  const { c } = pen,
    counts = lane.rows.countsAt(t),
    shown = { ...counts, pending: counts.pending + counts.requested },
    extra = ['failed', 'stopped'].filter(state => counts[state]),
    right = L.shows('numbers') ? L.numbers : L.W + 22,
    pitch = Math.min(17.5, (L.head + L.chart + L.act - L.figures - 4) / (LISTED.length + 1));
  [...LISTED, ...extra.slice(0, 1)].forEach((state, i) => {
    const n = shown[state],
      middle = y + L.figures + i * pitch,
      bad = state === 'failed';
    drawState(pen, { state }, L.list, middle - 4, 18, 8, { large: true });
    pen.text(L.words(`state.${state}`), L.list + 25, middle + 0.5, { color: bad ? c.fail : n ? c.ink2 : c.ink3, weight: bad ? 700 : 400 });
    pen.text(String(n), right - 22, middle + 0.5, { size: 13, color: bad ? c.fail : n ? c.ink : c.ink3, align: 'right', weight: n ? 700 : 400 });
  });
}

/** A mark before a word is the mark on the stage. @param {Pen} pen  @param {Now} now */
function drawNumbers(pen, { L, y }, numbers) {
  const { c } = pen,
    x = L.numbers,
    pitch = Math.min(22.5, (L.head + L.chart + L.act - L.figures - 8) / numbers.length);
  numbers.forEach(([word, value, color], i) => {
    const middle = y + L.figures + i * pitch;
    pen.means(FIGURES[i]);
    if (i === 1) pen.fill(x - 14, middle - 2, 10, 4, c.slowMark);
    if (i === 3) pen.cross(x - 9, middle - 0.5, 3.4, c.failMark, 1.7);
    pen.text(word, x, middle + 0.5, { color: c.ink3 });
    pen.text(value, L.W, middle, { size: 15, color, align: 'right', weight: 700 });
  });
}
