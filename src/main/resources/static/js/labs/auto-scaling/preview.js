// The lab in small, for pages that lead to it: the same run, without words. A small real run, never a film.
import { Stage } from '../../scene/stage.js';
import { fleet } from './fleet.js';
import { baseOf } from './layout.js';
import { paper } from './paper.js';

const CHART = 40;

const frame = ({ W }, run) => ({
  bare: true, // of words
  narrow: true,
  top: 0,
  head: 6,
  chart: CHART,
  act: 0,
  met: 0,
  laneH: CHART + 13,
  below: 2,
  u: CHART / (run.mostRows * 1.04),
  x0: 0,
  x1: W - 44,
  now0: W - 34,
  nowW: 34,
  win: run.paperMicros * 2,
});

/** @type {import('../../scene/stage.js').Part} */
const now = {
  name: 'now',
  draw(pen, { L, y, index }) {
    pen.fill(L.x1 - 0.5, y + 2, 1, L.chart + 6, pen.c.edge);
    pen.tag(L.x1, baseOf(L, y) + 1, index, 5);
  },
};

const small = new Stage(frame, [paper, fleet, now]);

/** The arrangement of a preview `width` pixels wide; its height is `H`. */
export const previewLayout = (run, width, palette) => small.layout(run, { width }, { palette, words: () => '' });

/** Demand, instances and what is there now. */
export const drawPreview = small.draw;
