// The head of a lane and its figures: which policy, what it cost, how long it was outside, who is in which state.
import { grouped } from '../../scene/numbers.js';
import { countWords } from './describe.js';
import { drawState } from './states.js';

/** The list beside the fleet: legend and count in one. */
const LISTED = ['in-service', 'warming', 'checking', 'starting', 'pending', 'draining'];

export function drawHead(pen, run, lane, L, now) {
  const { c } = pen,
    { y, figures, worst } = now,
    name = L.words(`option.${lane.policy}`),
    middle = y + 16,
    late = figures.outside > 0 && figures.outside === worst,
    numbers = [
      [L.words('head.cost'), `$${figures.cost.toFixed(2)}`, c.ink],
      [L.words('head.outside'), `${grouped(figures.outside)} s`, late ? c.slow : figures.outside ? c.ink : c.ink3],
      [L.words('head.hours'), figures.hours.toFixed(1), c.ink],
    ];
  if (L.narrow) {
    pen.tag(L.tag + 1, middle - 0.5, lane.index, 8.5);
    const failed = `✕ ${countWords(figures.failed, L.words)}`,
      room = L.W - 26 - pen.width(failed, 13, 700) - 8;
    pen.text(name, 26, middle, { size: Math.max(12, Math.min(15, (15 * room) / pen.width(name, 15, 700))), color: c.ink, weight: 700 });
    pen.text(failed, L.W, middle, { size: 13, color: figures.failed ? c.fail : c.ink3, align: 'right', weight: 700 });
    let x = 0;
    for (const [word, value, color] of numbers) {
      pen.text(word, x, y + 35, { color: c.ink3 });
      x += pen.width(word) + 4;
      pen.text(value, x, y + 35, { size: 12.5, color, weight: 700 });
      x += pen.width(value, 12.5, 700) + 11;
    }
    return;
  }
  pen.text(name, 0, middle, { size: 15, color: c.ink, weight: 700 });
  const how = pen.width(name, 15, 700) + 10,
    rule = ruleWords(run, lane, L.words);
  if (how + pen.width(rule, 13) < L.x1 - 8) pen.text(rule, how, middle, { size: 13, color: c.ink3 });
  if (figures.serving) {
    const p99 = figures.p99 >= 1e6 ? `${(figures.p99 / 1e6).toFixed(2)} s` : `${(figures.p99 / 1e3).toFixed(0)} ms`;
    pen.text('p99', L.now0, middle, { color: c.ink3 });
    pen.text(p99, L.now0 + pen.width('p99') + 5, middle, { size: 13, color: figures.late ? c.slow : c.ink2, weight: 700 });
  }
  drawList(pen, lane, L, now);
  drawNumbers(pen, L, now, [
    ...numbers,
    [L.words('head.no-room'), countWords(figures.failed, L.words), figures.failed ? c.fail : c.ink3],
  ]);
}

/** The rule in a few words, with the run's own numbers where they are the rule. */
function ruleWords(run, lane, words) {
  const { scenario } = run;
  return words(
    `rule.${lane.policy}`,
    scenario.desired,
    scenario.target,
    scenario.highThreshold,
    scenario.scaleOutBy,
    scenario.cooldown,
    scenario.requestsPerTarget,
    scenario.warmPool,
  );
}

function drawList(pen, lane, L, { t, y }) {
  const { c } = pen,
    counts = lane.rows.countsAt(t),
    shown = { ...counts, pending: counts.pending + counts.requested },
    extra = ['failed', 'stopped'].filter(state => counts[state]),
    pitch = Math.min(17.5, (L.head + L.chart + L.act - L.figures - 4) / (LISTED.length + 1));
  [...LISTED, ...extra.slice(0, 1)].forEach((state, i) => {
    const n = shown[state],
      middle = y + L.figures + i * pitch,
      bad = state === 'failed';
    drawState(pen, { state }, L.list, middle - 4, 18, 8, { large: true });
    pen.text(L.words(`state.${state}`), L.list + 25, middle + 0.5, { color: bad ? c.fail : n ? c.ink2 : c.ink3, weight: bad ? 700 : 400 });
    pen.text(String(n), L.numbers - 22, middle + 0.5, { size: 13, color: bad ? c.fail : n ? c.ink : c.ink3, align: 'right', weight: n ? 700 : 400 });
  });
}

/** A mark before a word is the mark on the stage. */
function drawNumbers(pen, L, { y }, numbers) {
  const { c } = pen,
    x = L.numbers,
    pitch = Math.min(22.5, (L.head + L.chart + L.act - L.figures - 8) / numbers.length);
  numbers.forEach(([word, value, color], i) => {
    const middle = y + L.figures + i * pitch;
    if (i === 1) pen.fill(x - 14, middle - 2, 10, 4, c.slowMark);
    if (i === 3) pen.cross(x - 9, middle - 0.5, 3.4, c.failMark, 1.7);
    pen.text(word, x, middle + 0.5, { color: c.ink3 });
    pen.text(value, L.W, middle, { size: 15, color, align: 'right', weight: 700 });
  });
}
