// The lab in small, for pages that lead to it: the same run, without words. A small real run, never a film.
import { Pen } from '../../scene/pen.js';
import { wholePixels } from '../../scene/roll.js';
import { baseOf, perPixel } from './layout.js';
import { drawFleet } from './fleet.js';
import { drawPaper } from './paper.js';

/** The arrangement of a preview `width` pixels wide; its height is `H`. */
export function previewLayout(run, width, palette) {
  const lanes = run.lanes.length,
    chart = 40,
    laneH = chart + 13;
  return {
    palette,
    words: () => '',
    W: width,
    H: lanes * laneH + 2,
    narrow: true,
    top: 0,
    head: 6,
    chart,
    act: 0,
    met: 0,
    laneH,
    lanes: lanes + 1, // no lane writes the times below
    u: chart / (run.mostRows * 1.04),
    x0: 0,
    x1: width - 44,
    now0: width - 34,
    nowW: 34,
    win: run.paperMicros * 2,
  };
}

/** Paints the instant t: demand, instances and what is there now. */
export function drawPreview(context, run, L, t) {
  const pen = new Pen(context, L.palette),
    paper = wholePixels(pen, perPixel(L), t);
  context.clearRect(0, 0, L.W, L.H);
  run.lanes.forEach((lane, index) => {
    const now = { t, y: index * L.laneH, figures: lane.summaryAt(t), paper };
    drawPaper(pen, run, lane, L, now);
    drawFleet(pen, run, lane, L, now);
    pen.fill(L.x1 - 0.5, now.y + 2, 1, L.chart + 6, pen.c.edge);
    pen.tag(L.x1, baseOf(L, now.y) + 1, index, 5);
  });
}
