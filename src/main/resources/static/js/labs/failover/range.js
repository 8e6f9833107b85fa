// How long a failover takes: what the documents say as hatched bars, this run as the lane's own line, and over many seeds the
// distribution of the first write's return as bars and of the last client's as an outline.
import { timeStep } from '../../scene/axis.js';
import { grouped } from '../../scene/numbers.js';
import { Pen } from '../../scene/pen.js';

const ROW = 42,
  HISTOGRAM = 46,
  BIN = 2, // seconds
  LEAST = 130; // seconds on the axis, so that the documented ranges always have the same size beside each other

/** Lanes with something to show: a documented range, or measured seeds. */
const shownLanes = (run, seeds) => run.lanes.filter(lane => lane.documented || seeds);
const rowHeight = seeds => ROW + (seeds ? HISTOGRAM : 0);
export const rangeHeight = (run, seeds) => (shownLanes(run, seeds).length ? 40 + shownLanes(run, seeds).length * rowHeight(seeds) : 0);

/**
 * @param {{first: (number|null)[], last: (number|null)[]}[]|null} seeds seconds of many seeds for every lane
 * @param {boolean} withheld the run's own line is not to be seen yet
 */
export function drawRange(context, run, { width: W, height: H }, look, t, seeds = null, withheld = false) {
  const pen = new Pen(context, look.palette),
    { c } = pen,
    lanes = shownLanes(run, seeds),
    names = lanes.map(lane => look.words(`option.${lane.topology}`)),
    wide = W >= 500,
    counts = lanes.map(lane => (seeds && lane.documented ? withinWords(lane, seeds[lane.index], look) : '')),
    left = wide ? 40 + Math.max(...names.map(name => pen.width(name, 13.5)), ...counts.map(words => pen.width(words))) : 20,
    most = Math.max(LEAST, ...known(lanes, seeds, t, withheld).map(seconds => seconds + 8)),
    X = seconds => left + (Math.min(seconds, most) / most) * (W - left - 26),
    base = H - 22,
    step = timeStep(most * 1e6, wide ? 8 : 5) / 1e6;
  context.clearRect(0, 0, W, H);
  for (let v = 0; v <= most; v += step) {
    pen.fill(Math.round(X(v)), 8, 1, base - 8, c.rule);
    pen.text(v + step > most ? `${v} s` : String(v), X(v), base + 11, { color: c.ink3, align: 'center' });
  }
  pen.fill(left, base, W - left, 1, c.rule2);
  lanes.forEach((lane, row) => {
    const y = rowHeight(seeds) * (row + 1) - 10;
    pen.tag(9, y, lane.index, 8);
    if (wide) pen.text(names[row], 26, y + 0.5, { size: 13.5, color: c.ink });
    const high = seeds ? HISTOGRAM : 0;
    if (lane.documented) drawDocumented(pen, lane.documented, X, y, high, look);
    if (seeds) {
      drawHistogram(pen, lane, seeds[lane.index], { X, y, most, right: W, left }, look);
      if (wide) pen.text(counts[row], 26, y - 18, { color: c.ink3 });
    } else if (!withheld) drawRun(pen, lane, lane.summaryAt(t), X, y);
  });
}

function known(lanes, seeds, t, withheld) {
  if (withheld) return [];
  const summaries = lanes.map(lane => lane.summaryAt(t)).flatMap(({ first, last }) => [first, last]),
    measured = seeds ? lanes.flatMap(({ index }) => [...seeds[index].first, ...seeds[index].last]) : [];
  return [...summaries.filter(v => v !== null).map(v => v / 1e6), ...measured.filter(v => v !== null)];
}

function drawDocumented(pen, { min, max }, X, y, high, look) {
  const { c } = pen,
    width = X(max) - X(min);
  pen.hatching(X(min), y - 8 - high, width, 16 + high, c.rule2, 6);
  pen.box(X(min) + 0.5, y - 8 - high, width, 16 + high, c.edge);
  pen.halo(look.words(min ? 'range.between' : 'range.under', min, max), X(min), y - 16 - high, { color: c.ink2 });
}

/** From the first client that was back to the last; a red end while some are not. */
function drawRun(pen, lane, summary, X, y) {
  if (!summary.began) return;
  const end = (summary.last ?? summary.running) / 1e6;
  if (summary.first !== null) {
    pen.fill(X(summary.first / 1e6), y - 1, Math.max(1, X(end) - X(summary.first / 1e6)), 2, pen.lane(lane.index));
    pen.tag(X(summary.first / 1e6), y, lane.index, 6, false);
  }
  pen.path([[X(end), y - 10], [X(end), y + 10]], summary.last !== null ? pen.lane(lane.index) : pen.c.failMark, 2);
}

/** Bars: the first write again. Outline: the last client back. At the right, how many never came back. */
function drawHistogram(pen, lane, { first, last }, { X, y, most, right, left }, look) {
  const bins = Math.ceil(most / BIN) + 1,
    count = values => {
      const counts = new Array(bins).fill(0);
      for (const v of values) if (v !== null) counts[Math.min(bins - 1, Math.floor(v / BIN))]++;
      return counts;
    },
    bars = count(first),
    outline = count(last),
    tallest = Math.max(1, ...bars, ...outline),
    base = y + 8,
    high = n => (n / tallest) * (HISTOGRAM + 8),
    width = X(BIN) - X(0);
  pen.fill(left, base, right - left, 1, pen.c.rule2);
  bars.forEach((n, i) => n && pen.fill(X(i * BIN) + 0.5, base - high(n), Math.max(1, width - 1), high(n), pen.lane(lane.index)));
  const steps = outline.flatMap((n, i) => [
    [X(i * BIN), base - high(n)],
    [X((i + 1) * BIN), base - high(n)],
  ]);
  if (outline.some(Boolean)) pen.path(steps.filter(([x]) => x < right - 20), pen.c.ink2, 1);
  const never = first.filter(v => v === null).length;
  if (never) pen.halo(look.words('seeds.never', grouped(never)), right - 4, base - 10, { color: pen.c.fail, align: 'right', weight: 700 });
}

/** How many of the measured seeds lie within what the documents say. */
function withinWords({ documented: { min, max } }, { first }, look) {
  const within = first.filter(v => v !== null && v >= min && v <= max).length;
  return look.words('seeds.within', grouped(within), grouped(first.length));
}
