// The head of a lane: its name, the layer it works on, in one line how it decides, and how many letters did not arrive.
import { grouped } from '../../scene/numbers.js';
import { counts } from './facts.js';

/** @typedef {import('../../scene/stage.js').Part} Part */

/** @type {Part} */
export const name = {
  name: 'name',
  draw(pen, { lane, L, y, index }) {
    const { c } = pen,
      line = y + L.headline,
      words = L.words(`lane.${lane.balancer}`);
    pen.fill(0, Math.round(y), L.W, 1, c.rule);
    pen.means('lane');
    if (L.narrow) pen.tag(9, line - 0.5, index, 8);
    pen.text(words, L.narrow ? 24 : 0, line, { size: 15, color: c.ink, weight: 700 });
    if (L.narrow || !lane.layer) return;
    pen.means('layer');
    const layer = L.words(`layer.${lane.layer}`),
      x = pen.width(words, 15, 700) + 8;
    if (x + pen.width(layer, 12.5) < L.wall - 34) pen.text(layer, x, line, { size: 12.5, color: c.ink3 });
  },
};

/** @type {Part} */
export const how = {
  name: 'how',
  draw(pen, { lane, L, y }) {
    if (L.narrow) return;
    const words = L.words(`how.${lane.balancer}`),
      x = L.wall + 44;
    pen.means('how');
    if (x + pen.width(words, 13) < L.W - 70) pen.text(words, x, y + L.headline, { size: 13, color: pen.c.ink3 });
  },
};

/** @type {Part} */
export const failed = {
  name: 'failed',
  read: { counts },
  draw(pen, { L, y, counts }) {
    const { c } = pen,
      n = counts.failed,
      words = grouped(n),
      line = y + L.headline;
    pen.means('failed');
    pen.text(words, L.W, line, { size: 15, color: n ? c.fail : c.ink3, align: 'right', weight: 700 });
    if (n) pen.cross(L.W - pen.width(words, 15, 700) - 10, line - 0.5, 4, c.failMark, 1.9);
  },
};
