// The bar of time is a chart: rolling p95 of every lane, flags and rings, the playhead. The past is full, the future faint.
import { clamp } from '../../scene/ease.js';
import { drawMarks, drawPlayhead, drawTimes } from '../../scene/marks.js';
import { short } from '../../scene/numbers.js';
import { drawPastAndFuture } from '../../scene/past.js';
import { DASHES, Pen } from '../../scene/pen.js';

/**
 * @param {{width: number, height: number}} size
 * @param {object} look palette and words, as for layout(), and which `mask` lies over the stage: without response times there is no p95
 * @param {boolean} [withheld] the future is not to be seen yet
 */
export function drawScrubber(context, run, size, look, t, withheld = false) {
  const pen = new Pen(context, look.palette),
    { c } = pen,
    { width: W, height: H } = size,
    base = H - 16,
    top = 24;
  const x = micros => (micros / run.durationMicros) * W,
    y = micros => base - run.seriesAxis.at(micros) * (base - top);
  context.clearRect(0, 0, W, H);
  const measured = look.mask?.parts?.includes('times') ?? true,
    lines = measured ? scaleOf(run) : [];
  for (const value of lines) pen.fill(0, Math.round(y(value)), W, 1, c.rule);
  drawTimes(pen, run, W, base, x);
  if (measured) {
    drawPastAndFuture(pen, run, { W, H, x: x(t) }, withheld, (own, alpha) => {
      run.lanes.forEach((lane, index) => drawSeries(own, lane, index, W, y, alpha));
    });
    drawScaleWords(pen, lines, base, y);
    const point = Math.floor((t / run.durationMicros) * (run.lanes[0].series.length - 1));
    run.lanes.forEach((lane, index) => {
      if (Number.isFinite(lane.series[point])) pen.tag(x(t), y(lane.series[point]), index, 4.2, false);
    });
  }
  drawMarks(
    pen,
    { left: 0, right: W, base, x, named: W > 560 },
    run.marks.filter(m => m.atMicros > 0 && (m.person || !withheld || m.atMicros <= t)).map(m => ({ ...m, words: markWords(m, look.words) })),
    t,
  );
  drawPlayhead(pen, clamp(Math.round(x(t)), 1, W - 2), base);
}

function drawSeries(pen, { series }, index, W, y, alpha) {
  const { g } = pen;
  g.lineWidth = 1.7;
  g.lineJoin = 'round';
  g.strokeStyle = pen.lane(index);
  g.setLineDash(DASHES[index]);
  g.globalAlpha = alpha;
  g.beginPath();
  let on = false;
  series.forEach((value, i) => {
    const px = (W * i) / (series.length - 1);
    if (!Number.isFinite(value)) on = false;
    else if (on) g.lineTo(px, y(value));
    else {
      g.moveTo(px, y(value));
      on = true;
    }
  });
  g.stroke();
  g.globalAlpha = 1;
  g.setLineDash([]);
}

/** One or two round values to read the height by. */
function scaleOf({ seriesAxis: { ticks, low } }) {
  const decades = ticks.filter(v => /^10*$/.test(String(Math.round(v))));
  return (decades.length > 1 ? decades : ticks).filter(v => v > low).slice(-2);
}

/** The numbers of the scale, over the lines: the upper one names the measure. */
function drawScaleWords(pen, lines, base, y) {
  lines.forEach((value, i) => {
    const top = i === lines.length - 1;
    if (y(value) < base - 8 && (top || y(value) - y(lines[i + 1]) > 14))
      pen.halo(top ? `p95 ${short(value)}` : short(value), 0, y(value) - 7, { color: pen.c.ink3 });
  });
}

/** What a mark says: "t4 stopped". */
export function markWords(mark, words) {
  const kind = mark.kind === 'slow' && mark.value === 1 ? 'normal' : mark.kind;
  return words(`mark.${kind}`, `t${mark.subject + 1}`, +mark.value.toFixed(2));
}
