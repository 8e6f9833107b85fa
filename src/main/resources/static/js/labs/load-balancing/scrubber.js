// The bar of time of the lab: rolling p95 of every lane.
import { short } from '../../scene/numbers.js';
import { drawSeries, drawTimebar, lanesOf } from '../../scene/timebar.js';

/**
 * @param {{width: number, height: number}} size
 * @param {object} look palette and words, as for layout(), and which `mask` lies over the stage: without response times there is no p95
 */
export function drawScrubber(context, run, size, look, t, withheld = false) {
  const measured = look.mask?.parts?.includes('times') ?? true,
    lanes = measured ? lanesOf(run, look) : [],
    lines = measured ? scaleOf(run) : [],
    heightIn =
      ({ base, top }) =>
      micros =>
        base - run.seriesAxis.at(micros) * (base - top);
  drawTimebar(context, run, size, look, t, withheld, {
    markWords: mark => markWords(mark, look.words),
    under(pen, bar) {
      const y = heightIn(bar);
      for (const value of lines) pen.fill(0, Math.round(y(value)), bar.W, 1, pen.c.rule);
    },
    lines(pen, bar, alpha) {
      pen.means('rolling');
      lanes.forEach(({ series, index }) => drawSeries(pen, series, index, bar.W, heightIn(bar), alpha));
    },
    over(pen, bar) {
      const y = heightIn(bar),
        point = Math.floor((t / run.durationMicros) * (run.lanes[0].series.length - 1));
      pen.means('rolling');
      drawScaleWords(pen, lines, bar.base, y);
      lanes.forEach(({ series, index }) => {
        if (Number.isFinite(series[point])) pen.tag(bar.x(t), y(series[point]), index, 4.2, false);
      });
    },
  });
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
